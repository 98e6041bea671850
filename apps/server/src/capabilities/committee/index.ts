export { CommitteeModule } from './committee.module.js';
export { Committees } from './committees.js';
export { CreateAdministrator, type CreatedAdministrator } from './create-administrator.js';
export { FindAdministrator } from './find-administrator.js';
export { loadTopCommittee } from './top-committee.query.js';
