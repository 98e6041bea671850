import type { Tx } from '../../platform/database/tx.js';

/** A task with the case it belongs to. */
interface TaskOfCase {
  readonly committeeId: string;
  readonly taskId: string;
  readonly instanceId: string;
}

/** Puts a task on hold, and with it the open tasks of the kinds held along that are not on hold for a reason of their own. */
export async function holdTasks(
  tx: Tx,
  { committeeId, taskId, instanceId }: TaskOfCase,
  along: readonly string[],
  held: { readonly by: string; readonly reason: string },
): Promise<void> {
  await tx.query(
    `update task set held_at = $5, held_by_account_id = $6, hold_reason = $7, lock_version = lock_version + 1
     where committee_id = $1 and instance_id = $3 and status = 'open'
       and (id = $2 or (kind = any($4) and held_at is null))`,
    [committeeId, taskId, instanceId, along, tx.now, held.by, held.reason],
  );
}

/** Lets a task go on, and with it what was held along since the same moment. */
export async function releaseTasks(
  tx: Tx,
  { committeeId, taskId, instanceId }: TaskOfCase,
  along: readonly string[],
): Promise<void> {
  await tx.query(
    `update task set held_at = null, held_by_account_id = null, hold_reason = null, lock_version = task.lock_version + 1
     from (select held_at from task where committee_id = $1 and id = $2) as released
     where task.committee_id = $1 and task.instance_id = $3 and task.status = 'open'
       and (task.id = $2 or (task.kind = any($4) and task.hold_reason is not null
         and task.held_at = released.held_at))`,
    [committeeId, taskId, instanceId, along],
  );
}

/** Puts tasks just opened on hold with the task of their case they are held with, if that is on hold. */
export async function holdWithOthers(
  tx: Tx,
  tasks: readonly { readonly committeeId: string; readonly id: string; readonly heldWith: string | null }[],
): Promise<void> {
  const bound = tasks.filter(({ heldWith }) => heldWith !== null);
  if (bound.length === 0) return;
  await tx.query(
    `update task set held_at = other.held_at, held_by_account_id = other.held_by_account_id,
       hold_reason = other.hold_reason
     from unnest($1::uuid[], $2::uuid[], $3::text[]) as opened (committee_id, id, held_with), task as other
     where task.committee_id = opened.committee_id and task.id = opened.id and task.held_at is null
       and other.committee_id = task.committee_id and other.instance_id = task.instance_id
       and other.kind = opened.held_with and other.status = 'open' and other.hold_reason is not null`,
    [bound.map((task) => task.committeeId), bound.map((task) => task.id), bound.map((task) => task.heldWith)],
  );
}
