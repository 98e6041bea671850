import type { EngineActor } from '../../engine/index.js';
import { type Actor, rolesIn } from './actor.js';

/** The caller as the engine sees them in one committee, acting for themselves. */
export function actorIn(actor: Actor, committeeId: string): EngineActor {
  return { accountId: actor.accountId, roles: rolesIn(actor, committeeId), onBehalfOfAccountId: null };
}
