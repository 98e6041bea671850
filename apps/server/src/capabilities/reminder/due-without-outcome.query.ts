import type { Timer } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { LADDER_TIMER } from './ladder-walk.js';

/** An open task whose ladder's timer lies in the past, or that has none; not one that awaits its release to a unit. */
export interface StuckTask {
  readonly committeeId: string;
  readonly ladder: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly ruleProfileVersion: number;
  readonly fireAt: Temporal.Instant | null;
  readonly payload: Timer['payload'];
  /** Of its present due date. */
  readonly rungsOnRecord: readonly string[];
}

export function loadStuckTasks(tx: Tx, before: Temporal.Instant): Promise<StuckTask[]> {
  return tx.query<StuckTask>(
    `select t.committee_id as "committeeId", t.ladder, t.opens_on as "opensOn", t.due_on as "dueOn",
       t.rule_profile_version as "ruleProfileVersion", timer.fire_at as "fireAt", coalesce(timer.payload, '{}') as payload,
       array(select r.rung from reminder r where r.committee_id = t.committee_id and r.task_id = t.id
             and r.due_on = t.due_on) as "rungsOnRecord"
     from task t
     left join timer on timer.committee_id = t.committee_id and timer.kind = $3 and timer.subject_id = t.id
     where t.committee_id = any($1) and t.status = 'open' and (timer.fire_at is null or timer.fire_at < $2)
       and (t.held_at is null or t.hold_reason is not null)`,
    [tx.committees, before, LADDER_TIMER],
  );
}

/** How many messages wait although their moment has passed, in the app or for a channel outside that was to try them. */
export async function loadStuckMessages(tx: Tx, before: Temporal.Instant): Promise<number> {
  const mailboxes = [...new Set(tx.committees.map((id) => tx.mailboxOf(id)))];
  const [row] = await tx.query<{ count: number }>(
    `select count(*) as count from message m where committee_id = any($1) and (
       status = 'waiting' and due_at < $2
       or status in ('queued', 'sending') and coalesce(next_try_at, due_at) < $2 and not exists (
         select from delivery d where d.committee_id = m.committee_id and d.message_id = m.id
           and d.status = 'leased' and d.leased_until > $2))`,
    [mailboxes, before],
  );
  return row?.count ?? 0;
}
