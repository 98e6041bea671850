import type { Timer } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';

/** As much of a task as its ladder needs. */
export interface TaskOnLadder {
  readonly committeeId: string;
  readonly id: string;
  readonly ladder: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly ruleProfileVersion: number;
  readonly status: 'open' | 'done' | 'cancelled';
}

/** The tasks that timers walk up their ladders, by task. */
export async function loadTasksOnLadders(tx: Tx, timers: readonly Timer[]): Promise<Map<string, TaskOnLadder>> {
  const rows = await tx.query<TaskOnLadder>(
    `select t.committee_id as "committeeId", t.id, t.ladder, t.opens_on as "opensOn", t.due_on as "dueOn",
       t.rule_profile_version as "ruleProfileVersion", t.status
     from unnest($1::uuid[], $2::uuid[]) as wanted (committee_id, id)
     join task t on t.committee_id = wanted.committee_id and t.id = wanted.id`,
    [timers.map((timer) => timer.committeeId), timers.map((timer) => timer.subjectId)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many rounds tasks have been through for their due date, by task; absent when there was none. */
export async function loadRounds(
  tx: Tx,
  tasks: readonly { committeeId: string; id: string; dueOn: string }[],
): Promise<Map<string, number>> {
  const rows = await tx.query<{ id: string; round: number }>(
    `select wanted.id, max(r.round) as round
     from unnest($1::uuid[], $2::uuid[], $3::date[]) as wanted (committee_id, id, due_on)
     join reminder r on r.committee_id = wanted.committee_id and r.task_id = wanted.id and r.due_on = wanted.due_on
     group by wanted.id`,
    [tasks.map((task) => task.committeeId), tasks.map((task) => task.id), tasks.map((task) => task.dueOn)],
  );
  return new Map(rows.map((row) => [row.id, row.round]));
}

/** Takes notices about tasks (to one person, if named) out of the messages that still wait; one left empty is dropped. */
export async function dropWaitingNotices(
  tx: Tx,
  committeeId: string,
  taskIds: readonly string[],
  which: { withUrgings: boolean; of?: string },
): Promise<void> {
  await tx.query(
    `with dropped as (
       update notice set dropped_at = $4 from message m
       where notice.committee_id = $1 and notice.task_id = any($2) and notice.dropped_at is null
         and ($5 or notice.form <> 'urging') and ($6::uuid is null or notice.account_id = $6)
         and m.committee_id = $3 and m.id = notice.message_id and m.status = 'waiting'
       returning notice.message_id)
     update message set live_notices = live_notices - gone.notices
     from (select message_id, count(*) as notices from dropped group by message_id) as gone
     where message.committee_id = $3 and message.id = gone.message_id`,
    [committeeId, taskIds, tx.mailboxOf(committeeId), tx.now, which.withUrgings, which.of ?? null],
  );
}
