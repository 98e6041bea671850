export { AccountModule } from './account.module.js';
export { type Actor, committeeOf, ownTenants, rolesFromAbove, rolesIn, tenantsOf, visibleCommittees } from './actor.js';
export { answer, endpoint } from './endpoint.js';
export { hashPassword, SHORTEST_PASSWORD } from './passwords.js';
export { type NewPerson, People } from './people.js';
export { loadRoster } from './roster.query.js';
export { Sessions } from './sessions.js';
export { actorIn } from './engine-actor.js';
