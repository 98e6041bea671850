import type { Light } from '@xushi/domain';
import type { Timer } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { LADDER_TIMER } from '../reminder/index.js';

/** What was done about a late task, and what comes next. */
export interface LateFacts {
  readonly id: string;
  readonly ladder: string;
  readonly rule_profile_version: number;
  readonly asked_on: string | null;
  readonly escalated_on: string | null;
  readonly urged_times: number;
  readonly last_urged_at: Temporal.Instant | null;
  readonly last_urged_by: string | null;
  readonly fire_at: Temporal.Instant | null;
  readonly payload: Timer['payload'] | null;
}

/** The story of late tasks, by task. */
export async function loadLateFacts(
  tx: Tx,
  tasks: readonly { committeeId: string; id: string }[],
): Promise<Map<string, LateFacts>> {
  const rows = await tx.query<LateFacts>(
    `select t.id, t.ladder, t.rule_profile_version, r.asked_on, r.escalated_on, r.urged_times,
       u.created_at as last_urged_at, u.name as last_urged_by, m.fire_at, m.payload
     from unnest($1::uuid[], $2::uuid[]) as wanted (committee_id, id)
     join task t on t.committee_id = wanted.committee_id and t.id = wanted.id
     left join timer m on m.committee_id = t.committee_id and m.kind = '${LADDER_TIMER}' and m.subject_id = t.id
     cross join lateral (
       select max(on_date) filter (where form = 'ask-record' and due_on = t.due_on) as asked_on,
         max(on_date) filter (where form = 'escalation' and due_on = t.due_on) as escalated_on,
         count(*) filter (where form = 'urging') as urged_times
       from reminder where committee_id = t.committee_id and task_id = t.id and outcome = 'sent') r
     left join lateral (
       select n.created_at, a.name from notice n left join account a on a.id = n.sent_by_account_id
       where n.committee_id = t.committee_id and n.task_id = t.id and n.form = 'urging'
       order by n.created_at desc limit 1) u on true`,
    [tasks.map((task) => task.committeeId), tasks.map((task) => task.id)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many tasks of the committees behind the door stand under each light; the same rule as the domain's `light`. */
export async function countLights(
  tx: Tx,
  today: Temporal.PlainDate,
  nearUntil: Temporal.PlainDate,
): Promise<Map<Light, number>> {
  const rows = await tx.query<{ light: Light; count: number }>(
    `select case
         when status = 'done' then 'blue'
         when status = 'cancelled' then 'cancelled'
         when held_at is not null then 'paused'
         when due_on < $2 then 'red'
         when opens_on > $2 then 'grey'
         when due_on <= $3 then 'yellow'
         else 'green' end as light, count(*) as count
     from task where committee_id = any($1) group by 1`,
    [tx.committees, today, nearUntil],
  );
  return new Map(rows.map((row) => [row.light, row.count]));
}
