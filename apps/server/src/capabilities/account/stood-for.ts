import { hearerOf, holdersOf, type Role } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { type Actor, todayIn } from './actor.js';
import { loadRoster } from './roster.query.js';

/**
 * Those of some people for whom one stands in today in a committee: whoever hears instead of them reads and settles what
 * they owe by name, and nothing else of theirs.
 */
export async function stoodFor(
  tx: Tx,
  actor: Actor,
  committeeId: string,
  accountIds: readonly (string | null)[],
): Promise<string[]> {
  const others = [...new Set(accountIds)].filter((id): id is string => id !== null && id !== actor.accountId);
  if (others.length === 0) return [];
  const only = { roles: [], accountIds: others };
  const roster = (await loadRoster(tx, [committeeId], only)).get(committeeId) ?? [];
  const today = todayIn(actor, committeeId).toString();
  return others.filter((id) => hearerOf(id, roster, today) === actor.accountId);
}

/** Whether one stands in today for somebody who holds an office: they hear of its tasks, and may read them. */
export async function standsInForOffice(tx: Tx, actor: Actor, committeeId: string, role: Role): Promise<boolean> {
  const roster = (await loadRoster(tx, [committeeId], { roles: [role], accountIds: [] })).get(committeeId) ?? [];
  const today = todayIn(actor, committeeId).toString();
  return holdersOf(roster, role, today).some(
    (id) => id !== actor.accountId && hearerOf(id, roster, today) === actor.accountId,
  );
}
