import type { EngineActor } from '../../engine/index.js';
import { type Actor, rolesIn, unitsIn } from './actor.js';

/** The caller as the engine sees them in one committee, acting for themselves. */
export function actorIn(actor: Actor, committeeId: string): EngineActor {
  return {
    accountId: actor.accountId,
    roles: rolesIn(actor, committeeId),
    unitIds: unitsIn(actor, committeeId),
    onBehalfOfAccountId: null,
  };
}
