import type { Tx } from '../platform/database/tx.js';
import type { Foresight, SimulatedTask } from './foresight.js';

interface Happened {
  task_id: string;
  rung: string;
  on_date: string;
  outcome: 'sent' | 'superseded' | 'skipped' | 'held' | 'cancelled';
  recipients: string[];
}

/** The line a simulated year prints. Every figure but `seconds` can be recounted from the database kept by `--keep`. */
export interface SimulationLine {
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
  readonly failed: number;
  readonly inDoubt: number;
  readonly duplicates: number;
  readonly escalations: number;
  readonly rehearsal: { readonly missing: number; readonly extra: number };
  readonly seconds: number;
}

/** Everything a task is, as the simulation compares it with what was foreseen. */
export function loadTasks(tx: Tx, committeeId: string): Promise<SimulatedTask[]> {
  return tx.query<SimulatedTask>(
    `select t.id, o.plan_item_id as item_id, o.key as occurrence_key, t.kind, t.holder_account_id, t.holder_role,
       t.holder_unit_id, t.leader_account_id, t.ladder, t.opens_on, t.due_on, t.opened_at
     from task t
     join workflow_instance i on i.committee_id = t.committee_id and i.id = t.instance_id
     left join occurrence o on o.committee_id = i.committee_id and o.id = i.occurrence_id
     where t.committee_id = $1`,
    [committeeId],
  );
}

/**
 * Compares what happened with what was foreseen, rung by rung and person by person, up to the last day lived, and
 * counts. A rung that was cancelled, held, or skipped because the person had left counts as foreseen.
 */
export async function reckon(
  tx: Tx,
  committeeId: string,
  foresight: Foresight,
  lastDay: string,
): Promise<Omit<SimulationLine, 'seed' | 'days' | 'seconds'>> {
  const tasks = await loadTasks(tx, committeeId);
  const happened = await tx.query<Happened>(
    `select r.task_id, r.rung, r.on_date, r.outcome,
       array(select n.account_id::text from notice n where n.committee_id = r.committee_id and n.task_id = r.task_id
             and n.rung = r.rung and n.due_on = r.due_on and n.round = r.round) as recipients
     from reminder r where r.committee_id = $1 and r.form <> 'urging'`,
    [committeeId],
  );
  const byTask = Map.groupBy(happened, (one) => one.task_id);
  let missing = foresight.tasksMissing;
  let extra = foresight.tasksExtra;
  let planned = 0;
  let withoutOutcome = 0;
  for (const task of tasks) {
    const expected = foresight.of(task.id) ?? [];
    const rungs = new Map((byTask.get(task.id) ?? []).map((one) => [one.rung, one]));
    for (const one of expected) {
      const real = rungs.get(one.rung);
      rungs.delete(one.rung);
      if (real === undefined && one.on > lastDay) continue;
      planned++;
      if (real === undefined) {
        withoutOutcome++;
        missing++;
        continue;
      }
      if (real.on_date !== one.on) {
        missing++;
        extra++;
      }
      if (real.outcome === 'superseded' && one.settled === 'sent') missing++;
      if (real.outcome === 'sent') {
        const expectedPeople = new Set(one.recipients);
        extra += real.recipients.filter((id) => !expectedPeople.has(id)).length;
        missing += one.recipients.filter((id) => !real.recipients.includes(id)).length;
      }
    }
    extra += rungs.size;
  }
  const { occurrences, tasks: opened, ...told } = await counts(tx, committeeId);
  const reminders = await countOutcomes(tx, committeeId, planned, withoutOutcome);
  return { occurrences, tasks: opened, reminders, ...told, rehearsal: { missing, extra } };
}

async function countOutcomes(tx: Tx, committeeId: string, planned: number, withoutOutcome: number) {
  const rows = await tx.query<{ outcome: string; count: number }>(
    `select outcome, count(*) as count from reminder where committee_id = $1 and form <> 'urging' group by outcome`,
    [committeeId],
  );
  const of = (outcome: string) => rows.find((row) => row.outcome === outcome)?.count ?? 0;
  return {
    planned,
    sent: of('sent'),
    superseded: of('superseded'),
    skipped: of('skipped') + of('held'),
    cancelled: of('cancelled'),
    withoutOutcome,
  };
}

async function counts(tx: Tx, committeeId: string) {
  const [row] = await tx.query<{
    occurrences: number;
    tasks: number;
    notices: number;
    messages: number;
    deliveries: number;
    failed: number;
    in_doubt: number;
    duplicates: number;
    escalations: number;
  }>(
    `select (select count(*) from occurrence where committee_id = $1) as occurrences,
       (select count(*) from task where committee_id = $1) as tasks,
       (select count(*) from notice where committee_id = $1) as notices,
       (select count(*) from message where committee_id = $2) as messages,
       (select count(*) from delivery where committee_id = $2 and status = 'delivered') as deliveries,
       (select count(*) from delivery where committee_id = $2 and status = 'failed') as failed,
       (select count(*) from delivery where committee_id = $2 and status = 'in-doubt') as in_doubt,
       (select coalesce(sum(times - 1), 0)::bigint from (
          select count(*) as times from delivery d join message m on m.committee_id = d.committee_id and m.id = d.message_id
          where d.committee_id = $2 and d.status = 'delivered'
          group by m.account_id, m.channel, m.on_date, m.slot
          union all
          select count(*) from notice where committee_id = $1 group by task_id, due_on, round, rung, account_id
       ) as told) as duplicates,
       (select count(*) from reminder where committee_id = $1 and form = 'escalation' and outcome = 'sent') as escalations`,
    [committeeId, tx.mailboxOf(committeeId)],
  );
  if (row === undefined) throw new Error('The database did not count.');
  const { occurrences, tasks, notices, messages, deliveries, failed, in_doubt: inDoubt, duplicates, escalations } = row;
  return { occurrences, tasks, notices, messages, deliveries, failed, inDoubt, duplicates, escalations };
}
