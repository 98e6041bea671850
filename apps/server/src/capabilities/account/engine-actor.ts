import type { EngineActor } from '../../engine/index.js';
import { type Actor, leaderActedFor, ownRolesIn, unitsIn } from './actor.js';

/**
 * The caller as the engine sees them in one committee. Whoever may do by an office of their own what is asked acts for
 * themselves; a delegate to whom only the leader's role opens it acts in the leader's name, and the history says so.
 */
export function actorIn(
  actor: Actor,
  committeeId: string,
  asked: readonly EngineActor['roles'][number][] | null = null,
): EngineActor {
  const roles = ownRolesIn(actor, committeeId);
  const leader = leaderActedFor(actor, committeeId);
  const isDelegated =
    asked?.includes('leader') === true && leader !== null && !roles.some((role) => asked.includes(role));
  return {
    accountId: actor.accountId,
    roles: isDelegated ? ['leader'] : roles,
    unitIds: unitsIn(actor, committeeId),
    onBehalfOfAccountId: isDelegated ? leader : null,
    isByLink: actor.isByLink ?? false,
  };
}
