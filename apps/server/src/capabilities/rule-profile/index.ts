export { RuleProfileModule } from './rule-profile.module.js';
export { RuleProfiles } from './rule-profiles.js';
