import type { Tx } from '../../platform/database/tx.js';
import { type Actor, rolesIn, stoodFor, unitsIn } from '../account/index.js';

/**
 * Whether a task is a person's own: owed by name, or by a handling unit the person speaks for. A unit's task is nobody's
 * there until a named person has released it to the unit.
 */
export function isHolder(
  actor: Actor,
  committeeId: string,
  task: {
    readonly holderAccountId: string | null;
    readonly holderUnitId: string | null;
    readonly awaitsRelease: boolean;
  },
): boolean {
  if (task.holderAccountId !== null) return task.holderAccountId === actor.accountId;
  const { holderUnitId } = task;
  return holderUnitId !== null && !task.awaitsRelease && unitsIn(actor, committeeId).includes(holderUnitId);
}

/** Whether a person may enter what somebody else did towards a task: the staff, and whoever stands in for the holder today. */
export async function mayEnterFor(
  tx: Tx,
  actor: Actor,
  committeeId: string,
  { holderAccountId }: { readonly holderAccountId: string | null },
): Promise<boolean> {
  if (rolesIn(actor, committeeId).includes('staff')) return true;
  return (await stoodFor(tx, actor, committeeId, [holderAccountId])).length > 0;
}
