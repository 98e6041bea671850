export { AccountModule } from './account.module.js';
export {
  type Actor,
  administered,
  committeeOf,
  keepsRecord,
  ownTenants,
  type ReachableCommittee,
  rolesFromAbove,
  rolesIn,
  tenantsOf,
  todayIn,
  unitsIn,
  visibleCommittees,
} from './actor.js';
export { answer, endpoint } from './endpoint.js';
export { actorIn } from './engine-actor.js';
export { KeepStandIns } from './keep-stand-ins.js';
export { type LinkedDuty, type LinkOpened, MemberLinks } from './member-links.js';
export { hashPassword, SHORTEST_PASSWORD } from './passwords.js';
export { People } from './people.js';
export { loadOfficeNames, loadRoster } from './roster.query.js';
export { Sessions } from './sessions.js';
export { listStandIns } from './stand-in.query.js';
export { standsInForOffice, stoodFor } from './stood-for.js';
