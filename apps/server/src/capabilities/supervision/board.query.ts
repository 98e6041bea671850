import type { BandDates, LightMeaning } from '@xushi/domain';
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
  readonly slip: { instanceId: string; year: number; number: number; state: string } | null;
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
       u.created_at as last_urged_at, u.name as last_urged_by, s.slip, m.fire_at, m.payload
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
       order by n.created_at desc limit 1) u on true
     left join lateral (
       select jsonb_build_object('instanceId', i.id, 'year', p.year, 'number', p.number, 'state', i.state) as slip
       from workflow_instance i join supervision_slip p on p.committee_id = i.committee_id and p.instance_id = i.id
       where i.committee_id = t.committee_id and i.about_task_id = t.id and not i.is_final limit 1) s on true`,
    [tasks.map((task) => task.committeeId), tasks.map((task) => task.id)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What is late: open, past its date, not on hold. An answer to an urging is no duty of its own beside the one urged. */
export const LATE = `t.committee_id = any($1) and t.status = 'open' and t.due_on < $2 and t.held_at is null
  and t.kind <> 'answer-urging'`;

export type BoardDivision = 'committee' | 'holder' | 'category';

/** The part of the board a late task `t` of case `i` belongs to, as text. */
export const PART: Readonly<Record<BoardDivision, string>> = {
  committee: 't.committee_id::text',
  // An office is one holder in each committee.
  holder: `coalesce(t.holder_account_id::text, t.holder_unit_id::text, t.committee_id || ' ' || t.holder_role)`,
  category: `coalesce(i.category, '')`,
};

/** Where it is late, the most first: each part with the number of its tasks and the earliest of them. */
export async function countParts(
  tx: Tx,
  by: BoardDivision,
  today: Temporal.PlainDate,
): Promise<{ key: string; count: number; taskId: string }[]> {
  return tx.query(
    `select ${PART[by]} as key, count(*)::int as count, (array_agg(t.id order by t.due_on, t.id))[1] as "taskId"
     from task t join workflow_instance i on i.committee_id = t.committee_id and i.id = t.instance_id
     where ${LATE} group by 1 order by 2 desc, min(t.due_on), 1 limit 100`,
    [tx.committees, today],
  );
}

/** The lights of one committee as due dates on its today. */
export interface CommitteeBands {
  readonly committeeId: string;
  readonly today: Temporal.PlainDate;
  readonly bands: readonly BandDates[];
}

/**
 * How many tasks of each committee stand under each word; the same rule as the domain's `light`. An answer to an urging
 * is no duty of its own beside the one urged.
 */
export async function countLights(
  tx: Tx,
  committees: readonly CommitteeBands[],
): Promise<{ committeeId: string; meaning: LightMeaning; count: number }[]> {
  const bands = committees.flatMap(({ committeeId, bands: ofCommittee }) =>
    ofCommittee.map((band, rank) => ({ ...band, committeeId, rank })),
  );
  return tx.query(
    `with band as (
       select * from unnest($1::uuid[], $2::text[], $3::date[], $4::int[])
         as b (committee_id, meaning, due_until, rank)),
     here as (select * from unnest($5::uuid[], $6::date[]) as h (committee_id, today))
     select task.committee_id as "committeeId", case
         when status <> 'open' then status
         when held_at is not null then 'paused'
         when opens_on > today and due_on >= today then 'not-started'
         else (select meaning from band
               where band.committee_id = task.committee_id and (due_until is null or due_on <= due_until)
               order by rank desc limit 1) end as meaning, count(*) as count
     from task join here using (committee_id) where kind <> 'answer-urging' group by 1, 2`,
    [
      bands.map((band) => band.committeeId),
      bands.map((band) => band.meaning),
      bands.map((band) => band.dueUntil),
      bands.map((band) => band.rank),
      committees.map((one) => one.committeeId),
      committees.map((one) => one.today),
    ],
  );
}
