export { CommitteeModule } from './committee.module.js';
export { Committees } from './committees.js';
