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
  readonly slip: {
    readonly instanceId: string;
    readonly year: number;
    readonly number: number;
    readonly state: string;
    readonly isFinal: boolean;
    readonly waitsFor: { readonly kind: 'answer-slip' | 'judge-slip-reply'; readonly dueOn: string } | null;
  } | null;
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
       select jsonb_build_object('instanceId', i.id, 'year', p.year, 'number', p.number, 'state', i.state,
         'isFinal', i.is_final, 'waitsFor', (
           select jsonb_build_object('kind', w.kind, 'dueOn', w.due_on) from task w
           where w.committee_id = i.committee_id and w.instance_id = i.id and w.status = 'open' limit 1)) as slip
       from workflow_instance i join supervision_slip p on p.committee_id = i.committee_id and p.instance_id = i.id
       where i.committee_id = t.committee_id and i.about_task_id = t.id
       order by i.is_final, p.year desc, p.number desc limit 1) s on true`,
    [tasks.map((task) => task.committeeId), tasks.map((task) => task.id)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What is late: open, past its date, not on hold. An answer to an urging is no duty of its own beside the one urged. */
const LATE = `t.status = 'open' and t.due_on < $2 and t.held_at is null and t.kind <> 'answer-urging'`;

export type BoardDivision = 'committee' | 'holder' | 'category';

/** The part of the board a late task `t` of case `i` belongs to, as text. */
const PART: Readonly<Record<BoardDivision, string>> = {
  committee: 't.committee_id::text',
  // An office is one holder in each committee.
  holder: `coalesce(t.holder_account_id::text, t.holder_unit_id::text, t.committee_id || ' ' || t.holder_role)`,
  category: `coalesce(i.category, '')`,
};

/** What of the late tasks is listed: those of one part, if the board is divided, and a page of them. */
export interface Listed {
  readonly by: BoardDivision | null;
  readonly part: string | null;
  readonly page: number;
  readonly pageSize: number;
}

const IN_PART = (by: BoardDivision) => `and ($3::text is null or ${PART[by]} = $3)`;
/** Only its category needs the case of a task. */
const CASE_OF = (by: BoardDivision | null) =>
  by === 'category' ? 'join workflow_instance i on i.committee_id = t.committee_id and i.id = t.instance_id' : '';

/**
 * One page of late tasks, the longest overdue first, those of one case together. Each committee's first ones are read
 * in the order of `task_status_due` and merged: the whole of what is late is never sorted.
 */
export async function pageOfLate(
  tx: Tx,
  today: Temporal.PlainDate,
  { by, part, page, pageSize }: Listed,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select late.id from unnest($1::uuid[]) as here (committee_id) cross join lateral (
       select t.id, t.due_on, t.instance_id from task t ${CASE_OF(by)}
       where t.committee_id = here.committee_id and ${LATE} ${by === null ? '' : IN_PART(by)}
       order by t.due_on, t.instance_id, t.id limit ${page * pageSize}) as late
     order by late.due_on, late.instance_id, late.id limit ${pageSize} offset ${(page - 1) * pageSize}`,
    [tx.committees, today, ...(by === null ? [] : [part])],
  );
  return rows.map(({ id }) => id);
}

/** How many late tasks a part has. */
export async function countInPart(
  tx: Tx,
  today: Temporal.PlainDate,
  { by, part }: { by: BoardDivision; part: string },
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from task t ${CASE_OF(by)}
     where t.committee_id = any($1) and ${LATE} ${IN_PART(by)}`,
    [tx.committees, today, part],
  );
  return row?.count ?? 0;
}

/** Where it is late, the most first: each part with the number of its tasks and the earliest of them. */
export async function countParts(
  tx: Tx,
  by: BoardDivision,
  today: Temporal.PlainDate,
): Promise<{ key: string; count: number; taskId: string }[]> {
  return tx.query(
    `select ${PART[by]} as key, count(*)::int as count, (array_agg(t.id order by t.due_on, t.id))[1] as "taskId"
     from task t ${CASE_OF(by)}
     where t.committee_id = any($1) and ${LATE} group by 1 order by 2 desc, min(t.due_on), 1 limit 100`,
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
  // Each light is a stretch of due dates: a range of `task_status_due`, counted without grouping, which took four times
  // as long over 100,000 tasks.
  const stretches = committees.flatMap(({ committeeId, today, bands }) =>
    bands.map(({ meaning, dueUntil }, rank) => ({
      committeeId,
      today,
      meaning,
      // Plain bounds: the planner turns nothing computed into a range under row-level security.
      dueUntil: dueUntil ?? 'infinity',
      dueAfter: bands[rank + 1]?.dueUntil ?? '-infinity',
    })),
  );
  return tx.query(
    `with stretch as (
       select * from unnest($1::uuid[], $2::date[], $3::text[], $4::date[], $5::date[])
         as s (committee_id, today, meaning, due_after, due_until)),
     here as (select * from unnest($6::uuid[], $7::date[]) as h (committee_id, today))
     select committee_id as "committeeId", meaning, (
       select count(*) from task t where t.committee_id = stretch.committee_id and t.status = 'open'
         and t.due_on > due_after and t.due_on <= due_until
         and t.held_at is null and t.kind <> 'answer-urging' and not (t.opens_on > today and t.due_on >= today))::int as count
     from stretch
     union all
     select committee_id, 'not-started', (
       select count(*) from task t where t.committee_id = here.committee_id and t.status = 'open'
         and t.due_on >= today and t.opens_on > today and t.held_at is null and t.kind <> 'answer-urging')::int
     from here
     union all
     select committee_id, 'paused', (
       select count(*) from task t where t.committee_id = here.committee_id and t.status = 'open'
         and t.held_at is not null and t.kind <> 'answer-urging')::int
     from here
     union all
     select committee_id, ended, (
       select count(*) from task t where t.committee_id = here.committee_id and t.status = ended
         and t.kind <> 'answer-urging')::int
     from here, unnest(array['done', 'cancelled']) as ended`,
    [
      stretches.map((one) => one.committeeId),
      stretches.map((one) => one.today),
      stretches.map((one) => one.meaning),
      stretches.map((one) => one.dueAfter),
      stretches.map((one) => one.dueUntil),
      committees.map((one) => one.committeeId),
      committees.map((one) => one.today),
    ],
  );
}
