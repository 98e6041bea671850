import { LADDER_TIMER } from '../capabilities/reminder/index.js';
import type { Tx } from '../platform/database/tx.js';
import { type ForeseenReminder, type Foresight, rungKey, type SimulatedTask } from './foresight.js';

interface Happened {
  task_id: string;
  /** Of a duty handed over: `assigned` and the day. */
  rung: string;
  dueOn: string;
  round: number;
  on_date: string;
  outcome: 'sent' | 'superseded' | 'skipped' | 'held' | 'cancelled';
  recipients: string[];
}

/** The line a simulated year prints. Every figure but `seconds` can be recounted from the database kept by `--keep`. */
export interface SimulationLine {
  readonly scenario: string;
  readonly seed: number;
  readonly days: number;
  readonly occurrences: number;
  readonly tasks: number;
  readonly reminders: {
    readonly planned: number;
    readonly sent: number;
    readonly superseded: number;
    readonly skipped: number;
    readonly cancelled: number;
    readonly withoutOutcome: number;
  };
  readonly notices: number;
  readonly messages: number;
  readonly deliveries: number;
  /** What left by mail as well: sent, or dropped because all of it was settled first; past its moment with neither. */
  readonly mails: { readonly sent: number; readonly dropped: number; readonly withoutOutcome: number };
  readonly failed: number;
  readonly inDoubt: number;
  readonly duplicates: number;
  readonly escalations: number;
  /** What happened beside the work: leave asked for, duties handed over and so on; tasks moved to another day. */
  readonly changes: {
    readonly leave: number;
    readonly handOvers: number;
    readonly standIns: number;
    /** People who came into office while the year was under way. */
    readonly joined: number;
    readonly closings: number;
    readonly passedDown: number;
    readonly amendments: number;
    readonly moved: number;
    /** Runs of the plan that staff moved to another day. */
    readonly movedByHand: number;
  };
  readonly rehearsal: { readonly missing: number; readonly extra: number };
  readonly seconds: number;
}

/** Everything a task is, as the simulation compares it with what was foreseen; those that began at a moment or later. */
export function loadTasks(
  tx: Tx,
  committeeId: string,
  since: Temporal.Instant | null = null,
): Promise<SimulatedTask[]> {
  return tx.query<SimulatedTask>(
    // The few that began lately first: joined to everything before, this was the dearest statement of a simulated year.
    `with begun as materialized (
       select * from task
       where committee_id = $1 and ($2::timestamptz is null or opened_at >= $2 or holder_unit_id is not null))
     select t.id, o.plan_item_id as item_id, o.key as occurrence_key, t.kind, t.holder_account_id, t.holder_role,
       t.holder_unit_id, t.leader_account_id, t.ladder, t.opens_on, t.due_on, t.opened_at,
       t.status, m.fire_at, m.payload, t.held_at is not null and t.hold_reason is null as awaits_release
     from begun t
     left join timer m on m.committee_id = t.committee_id and m.kind = '${LADDER_TIMER}' and m.subject_id = t.id
     join workflow_instance i on i.committee_id = t.committee_id and i.id = t.instance_id
     left join occurrence o on o.committee_id = i.committee_id and o.id = i.occurrence_id`,
    [committeeId, since],
  );
}

/** Whether everything stands as it should: each reminder has an outcome, nobody was told twice, nothing was unforeseen. */
export function hasOnlyZeros({ reminders, mails, duplicates, rehearsal }: SimulationLine): boolean {
  return reminders.withoutOutcome + mails.withoutOutcome + duplicates + rehearsal.missing + rehearsal.extra === 0;
}

/** What was foreseen of one committee's year. */
export interface ForeseenYear {
  readonly committeeId: string;
  readonly foresight: Foresight;
}

/**
 * Compares what happened in the committees' years with what was foreseen, by task, due date, rung and person, up to the
 * last day lived, and counts. A rung that was cancelled, held, or skipped because the person had left counts as foreseen.
 */
export async function reckon(
  tx: Tx,
  years: readonly ForeseenYear[],
  lastDay: string,
): Promise<Omit<SimulationLine, 'scenario' | 'seed' | 'days' | 'seconds'>> {
  const sum = { planned: 0, withoutOutcome: 0, missing: 0, extra: 0 };
  for (const { committeeId, foresight } of years) {
    const tasks = await loadTasks(tx, committeeId);
    const compared = compareTasks(tasks, await loadHappened(tx, committeeId), foresight, lastDay);
    sum.planned += compared.planned;
    sum.withoutOutcome += compared.withoutOutcome;
    sum.missing += compared.missing + foresight.tasksMissing + (await countUnasked(tx, committeeId, lastDay));
    sum.extra += compared.extra + foresight.tasksExtra;
  }
  const { planned, withoutOutcome, ...rehearsal } = sum;
  const committeeIds = years.map(({ committeeId }) => committeeId);
  const { occurrences, tasks, ...told } = await counts(tx, committeeIds);
  const reminders = { planned, ...(await countOutcomes(tx, committeeIds)), withoutOutcome };
  const mails = await countMails(tx, committeeIds);
  return { occurrences, tasks, reminders, ...told, mails, changes: await countChanges(tx, committeeIds), rehearsal };
}

/** The rungs already on record, each by its task and what it counts from. */
export async function loadRecorded(tx: Tx, committeeId: string): Promise<Set<string>> {
  return new Set((await loadHappened(tx, committeeId)).map((one) => `${one.task_id} ${rungKey(one)}`));
}

function loadHappened(tx: Tx, committeeId: string): Promise<Happened[]> {
  return tx.query<Happened>(
    `select r.task_id, case when r.form = 'assigned' then 'assigned ' || r.on_date else r.rung end as rung,
       r.due_on as "dueOn", r.round, r.on_date, r.outcome,
       array(select n.account_id::text from notice n where n.committee_id = r.committee_id and n.task_id = r.task_id
             and n.rung = r.rung and n.due_on = r.due_on and n.round = r.round) as recipients
     from reminder r where r.committee_id = $1 and r.form <> 'urging'`,
    [committeeId],
  );
}

function compareTasks(
  tasks: readonly SimulatedTask[],
  happened: readonly Happened[],
  foresight: Foresight,
  lastDay: string,
) {
  const byTask = Map.groupBy(happened, (one) => one.task_id);
  const found = { planned: 0, withoutOutcome: 0, missing: 0, extra: 0 };
  for (const task of tasks) {
    const rungs = new Map((byTask.get(task.id) ?? []).map((one) => [rungKey(one), one]));
    for (const expected of foresight.of(task.id) ?? []) {
      const real = rungs.get(rungKey(expected));
      rungs.delete(rungKey(expected));
      if (real === undefined && expected.on > lastDay) continue;
      found.planned++;
      if (real === undefined) {
        found.withoutOutcome++;
        found.missing++;
        continue;
      }
      const { missing, extra } = compareRung(expected, real);
      found.missing += missing;
      found.extra += extra;
    }
    found.extra += rungs.size;
  }
  return found;
}

/**
 * Members who came into office before a matter under way was due that asks each of them, and who were never asked for it:
 * none. Counted from the rows alone, beside the rule by which they are asked.
 */
async function countUnasked(tx: Tx, committeeId: string, lastDay: string): Promise<number> {
  const [row] = await tx.query<{ unasked: number }>(
    `select count(*) as unasked from membership m
     join workflow_instance i on i.committee_id = m.committee_id and i.definition = 'solicitation'
     join occurrence o on o.committee_id = i.committee_id and o.id = i.occurrence_id
     where m.committee_id = $1 and m.role = 'member' and m.from_on <= $2 and i.facts ->> 'participants' = 'members'
       and coalesce(i.facts ->> 'groupId' in (m.member_group_id::text, m.sector_id::text), i.facts ->> 'groupId' is null)
       and (i.opened_at at time zone 'Asia/Shanghai')::date < m.from_on and o.due_on > m.from_on
       and (i.closed_at is null or (i.closed_at at time zone 'Asia/Shanghai')::date > m.from_on)
       and not exists (select from task t where t.committee_id = i.committee_id and t.instance_id = i.id
                       and t.holder_account_id = m.account_id)`,
    [committeeId, lastDay],
  );
  return row?.unasked ?? 0;
}

/** What of one foreseen rung did not come, and what came that nobody foresaw: its day, its being sent, its people. */
function compareRung(expected: ForeseenReminder, real: Happened): { missing: number; extra: number } {
  // It was not to come any more, whichever day it would have come on.
  if (expected.settled === 'moved') return { missing: Number(real.outcome !== 'superseded'), extra: 0 };
  const isOtherDay = real.on_date !== expected.on;
  const isNotSent = real.outcome === 'superseded' && expected.settled === 'sent';
  const [foreseen, told] = [new Set(expected.recipients), new Set(real.recipients)];
  const isSent = real.outcome === 'sent';
  return {
    missing: Number(isOtherDay) + Number(isNotSent) + (isSent ? foreseen.difference(told).size : 0),
    extra: Number(isOtherDay) + (isSent ? told.difference(foreseen).size : 0),
  };
}

async function countOutcomes(tx: Tx, committeeIds: readonly string[]) {
  const rows = await tx.query<{ outcome: string; count: number }>(
    `select outcome, count(*) as count from reminder where committee_id = any($1) and form <> 'urging' group by outcome`,
    [committeeIds],
  );
  const of = (outcome: string) => rows.find((row) => row.outcome === outcome)?.count ?? 0;
  return {
    sent: of('sent'),
    superseded: of('superseded'),
    skipped: of('skipped') + of('held'),
    cancelled: of('cancelled'),
  };
}

async function counts(tx: Tx, committeeIds: readonly string[]) {
  const [row] = await tx.query<{
    occurrences: number;
    tasks: number;
    notices: number;
    messages: number;
    deliveries: number;
    failed: number;
    inDoubt: number;
    duplicates: number;
    escalations: number;
  }>(
    `select (select count(*) from occurrence where committee_id = any($1)) as occurrences,
       (select count(*) from task where committee_id = any($1)) as tasks,
       (select count(*) from notice where committee_id = any($1)) as notices,
       (select count(*) from message where committee_id = any($2)) as messages,
       (select count(*) from delivery where committee_id = any($2) and status = 'delivered') as deliveries,
       (select count(*) from delivery where committee_id = any($2) and status = 'failed') as failed,
       (select count(*) from delivery where committee_id = any($2) and status = 'in-doubt') as "inDoubt",
       (select coalesce(sum(times - 1), 0)::bigint from (
          select count(*) as times from delivery d join message m on m.committee_id = d.committee_id and m.id = d.message_id
          where d.committee_id = any($2) and d.status = 'delivered'
          group by m.account_id, m.channel, m.on_date, m.slot
          union all
          select count(*) from notice where committee_id = any($1)
          group by task_id, due_on, round, rung, account_id
       ) as told) as duplicates,
       (select count(*) from reminder where committee_id = any($1) and form = 'escalation' and outcome = 'sent')
         as escalations`,
    [committeeIds, [...new Set(committeeIds.map((id) => tx.mailboxOf(id)))]],
  );
  if (row === undefined) throw new Error('The database did not count.');
  return row;
}

async function countMails(tx: Tx, committeeIds: readonly string[]): Promise<SimulationLine['mails']> {
  const [row] = await tx.query<SimulationLine['mails']>(
    `select count(*) filter (where status = 'sent') as sent, count(*) filter (where status = 'dropped') as dropped,
       count(*) filter (where status not in ('sent', 'dropped') and due_at < $2) as "withoutOutcome"
     from message where committee_id = any($1) and channel = 'mail'`,
    [[...new Set(committeeIds.map((id) => tx.mailboxOf(id)))], tx.now],
  );
  if (row === undefined) throw new Error('The database did not count.');
  return row;
}

async function countChanges(tx: Tx, committeeIds: readonly string[]): Promise<SimulationLine['changes']> {
  const [row] = await tx.query<SimulationLine['changes']>(
    `select (select count(*) from workflow_instance where committee_id = any($1) and definition = 'leave') as leave,
       (select count(*) from workflow_instance where committee_id = any($1) and definition = 'hand-over'
          and state = 'carried-out') as "handOvers",
       (select count(*) from stand_in where committee_id = any($1)) as "standIns",
       (select count(*) from roster_change where committee_id = any($1) and kind = 'added') as joined,
       (select count(*) from closing_day where committee_id = any($1)) as closings,
       (select count(*) from passed_down_item where committee_id = any($1) and item_id is not null) as "passedDown",
       (select count(*) from workflow_event where committee_id = any($1) and event = 'publish-amendment') as amendments,
       (select count(distinct task_id) from reminder where committee_id = any($1)
          and reason in ('plan-amended', 'calendar-changed', 'anchor-moved', 'moved-by-hand')) as moved,
       (select count(*) from workflow_event where committee_id = any($1)
          and (event = 'day-changed' or event = 'moved' and input ->> 'because' = 'moved-by-hand')) as "movedByHand"`,
    [committeeIds],
  );
  if (row === undefined) throw new Error('The database did not count.');
  return row;
}
