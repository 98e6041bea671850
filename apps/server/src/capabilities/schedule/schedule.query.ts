import {
  type Category,
  type DueReason,
  definitions,
  dueWithOccurrence,
  type TaskKind,
  type WorkflowName,
} from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

/** Whose schedule is read: a committee's, narrowed or not; a member's own has no other lines than theirs. */
export interface ScheduleScope {
  readonly committeeId: string;
  /** Null: everything that is the committee's. */
  readonly memberId: string | null;
  readonly category?: Category | undefined;
  readonly personId?: string | undefined;
}

export interface EntryRecord {
  readonly instanceId: string;
  readonly occurrenceId: string | null;
  readonly taskKind: TaskKind | null;
  readonly taskId: string | null;
  readonly title: string;
  readonly category: Category | null;
  readonly definition: WorkflowName;
  readonly state: string;
  readonly on: string;
  readonly day: 'held' | 'due' | 'done' | 'dropped';
  readonly occurrenceKey: string | null;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly dueReason: DueReason;
  readonly place: string | null;
  readonly plannedOn: string | null;
  readonly all: number;
  readonly done: number;
  readonly doneOn: string | null;
  readonly isHeld: boolean;
  readonly total: number;
}

/** Kinds of task that say the same as the run of the plan they are due with: one line is enough for both. */
const kindsOfRuns = [
  ...new Set(
    Object.values(definitions)
      .flatMap(dueWithOccurrence)
      .map(({ kind }) => kind),
  ),
];

/** The day that staff moved something from (原定); null where nobody did. */
const plannedOn = (reason: string) =>
  `case when ${reason} ->> 'rule' = 'moved-by-hand' then (${reason} ->> 'from')::date end`;

/**
 * The lines of a schedule. A run of the plan stands on the day it was done, else is arranged for, else is due. To it come
 * the duties whose date an act made (a report owed, answers asked for) and those beside the plan; of many who owe the
 * same by the same day it is one line. A member has a line for what they owe and for what they are asked to come to.
 */
const LINES = `
  select i.id as "instanceId", o.id as "occurrenceId", null as "taskKind", null::uuid as "taskId", i.title, i.category,
    i.definition, i.state, coalesce(done.on, arranged.on, o.due_on) as "on",
    case when i.state = 'dropped' then 'dropped' when done.on is not null then 'done'
      when arranged.on is not null then 'held' else 'due' end as day,
    o.key as "occurrenceKey", o.from_on as "opensOn", o.due_on as "dueOn", o.due_reason as "dueReason", arranged.place,
    case when arranged.on is null then ${plannedOn('o.due_reason')} else nullif(first.on, arranged.on) end as "plannedOn",
    coalesce(work."all", 0) as "all", coalesce(work.done, 0) as done, done.on as "doneOn",
    coalesce(work.is_held, false) as "isHeld"
  from occurrence o
  join workflow_instance i on i.committee_id = o.committee_id and i.occurrence_id = o.id and i.state <> 'withdrawn'
  left join lateral (
    select (e.input ->> 'heldOn')::date as on, e.input ->> 'place' as place from workflow_event e
    where e.committee_id = i.committee_id and e.instance_id = i.id and e.event = 'arrange'
    order by e.seq desc limit 1) arranged on true
  left join lateral (
    select (e.input ->> 'heldOn')::date as on from workflow_event e
    where e.committee_id = i.committee_id and e.instance_id = i.id and e.event = 'arrange'
    order by e.seq limit 1) first on true
  left join lateral (
    select count(*) as "all", count(*) filter (where d.status = 'done') as done, max(d.done_on) as last_on,
      bool_and(d.held_at is not null) filter (where d.status = 'open') as is_held
    from task d where d.committee_id = i.committee_id and d.instance_id = i.id and d.kind = any($2)
      and d.status <> 'cancelled') work on true
  left join lateral (select work.last_on as on where work.done > 0 and work.done = work."all") done on true
  where o.committee_id = $1 and ($4::text is null or i.category = $4)
    and ($5::uuid is null or exists (
      select from task d where d.committee_id = i.committee_id and d.instance_id = i.id and d.holder_account_id = $5
        and d.status <> 'cancelled'))
    and ($3::uuid is null or arranged.on is not null and i.state <> 'dropped' and exists (
      select from task d where d.committee_id = i.committee_id and d.instance_id = i.id
        and d.kind = 'answer-invitation' and d.holder_account_id = $3 and d.status <> 'cancelled'))
  union all
  select i.id, o.id, t.kind, case when count(*) = 1 then min(t.id::text)::uuid end, i.title, i.category, i.definition,
    i.state, case when bool_and(t.status = 'done') then max(t.done_on) else t.due_on end,
    case when bool_and(t.status = 'done') then 'done' else 'due' end,
    o.key, min(t.opens_on), t.due_on, (array_agg(t.due_reason))[1], null,
    ${plannedOn('(array_agg(t.due_reason))[1]')}, count(*),
    count(*) filter (where t.status = 'done'), case when bool_and(t.status = 'done') then max(t.done_on) end,
    coalesce(bool_and(t.held_at is not null) filter (where t.status = 'open'), false)
  from task t
  join workflow_instance i on i.committee_id = t.committee_id and i.id = t.instance_id
  left join occurrence o on o.committee_id = i.committee_id and o.id = i.occurrence_id
  where t.committee_id = $1 and t.status <> 'cancelled' and ($4::text is null or i.category = $4)
    and ($5::uuid is null or t.holder_account_id = $5)
    and case when $3::uuid is null then o.id is null or t.kind <> all($2) else t.holder_account_id = $3 end
  group by t.committee_id, i.committee_id, i.id, o.committee_id, o.id, t.kind, t.due_on`;

const scopeOf = ({ committeeId, memberId, category, personId }: ScheduleScope): unknown[] => [
  committeeId,
  kindsOfRuns,
  memberId,
  category ?? null,
  personId ?? null,
];

/** The lines from one day to another, both included, at most so many, each with the number of all. */
export function listEntries(
  tx: Tx,
  scope: ScheduleScope,
  { from, to, most }: { readonly from: string; readonly to: string; readonly most: number },
): Promise<EntryRecord[]> {
  return tx.query<EntryRecord>(
    `select *, count(*) over () as total from (${LINES}) as line where "on" between $6 and $7
     order by "on", title, "instanceId", "taskKind" limit $8`,
    [...scopeOf(scope), from, to, most],
  );
}

/** How many lines each month of a year has, by kind of work. */
export function countEntries(
  tx: Tx,
  scope: ScheduleScope,
  year: number,
): Promise<{ month: string; category: Category | null; entries: number }[]> {
  return tx.query(
    `select to_char("on", 'YYYY-MM') as month, category, count(*) as entries from (${LINES}) as line
     where "on" between make_date($6, 1, 1) and make_date($6, 12, 31) group by 1, 2 order by 1, 2`,
    [...scopeOf(scope), year],
  );
}
