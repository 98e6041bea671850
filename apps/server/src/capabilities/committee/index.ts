export { CommitteeModule } from './committee.module.js';
export { Committees, type NewCommittee } from './committees.js';
