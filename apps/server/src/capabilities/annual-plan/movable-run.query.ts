import { type ActionInput, type DueReason, dueWithOccurrence, expandPlan, type MovableRun } from '@xushi/domain';
import { loadInstance, type Rules, type WorkflowInstance } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { loadAnchorDays } from '../work-calendar/index.js';
import { publishedItems } from './plan-revision.query.js';

interface RunRecord {
  readonly instanceId: string;
  readonly itemId: string;
  readonly planId: string;
  readonly planYear: number;
  readonly isPlanClosed: boolean;
}

/** The case of a run of a published plan, locked until the transaction ends; null when there is no such run. */
export async function lockRun(tx: Tx, committeeId: string, occurrenceId: string) {
  const [run] = await tx.query<RunRecord>(
    `select i.id as "instanceId", t.id as "itemId", p.id as "planId", p.year as "planYear",
       c.state = 'closed' as "isPlanClosed"
     from occurrence o
     join workflow_instance i on i.committee_id = o.committee_id and i.occurrence_id = o.id and i.state <> 'withdrawn'
     join plan_item t on t.committee_id = o.committee_id and t.id = o.plan_item_id
     join plan p on p.committee_id = t.committee_id and p.id = t.plan_id
     join workflow_instance c on c.committee_id = p.committee_id and c.id = p.instance_id
     where o.committee_id = $1 and o.id = $2 for update of i`,
    [committeeId, occurrenceId],
  );
  const instance = run === undefined ? null : await loadInstance(tx, committeeId, run.instanceId, { forUpdate: true });
  return run === undefined || instance === null ? null : { run, instance };
}

/** A locked run as moving it finds it: its dates, the plan's own for it today, how it is arranged. */
export async function loadMovableRun(
  tx: Tx,
  { run, instance }: { readonly run: RunRecord; readonly instance: WorkflowInstance },
  { calendar }: Rules,
): Promise<MovableRun> {
  const { committeeId, definition } = instance;
  const kinds = dueWithOccurrence(definition).map(({ kind }) => kind);
  const [found] = await tx.query<{
    key: string;
    from: string;
    to: string;
    dueOn: string;
    dueReason: DueReason;
    isOnHold: boolean;
    arrangement: ActionInput | null;
  }>(
    `select o.key, o.from_on as "from", o.to_on as "to", o.due_on as "dueOn", o.due_reason as "dueReason",
       exists (select from task t where t.committee_id = $1 and t.instance_id = $3 and t.kind = any($4)
               and t.status = 'open' and t.held_at is not null and t.hold_reason is not null) as "isOnHold",
       (select e.input from workflow_event e where e.committee_id = $1 and e.instance_id = $3 and e.event = 'arrange'
        order by e.seq desc limit 1) as arrangement
     from occurrence o where o.committee_id = $1 and o.id = $2`,
    [committeeId, instance.occurrenceId, instance.id, kinds],
  );
  if (found === undefined) throw new Error(`Case ${instance.id} runs for no occurrence.`);
  const { isOnHold, arrangement, ...dates } = found;
  const items = (await publishedItems(tx, committeeId, run.planId)).filter(({ id }) => id === run.itemId);
  const anchors = await loadAnchorDays(tx, committeeId, run.planYear);
  const planned = expandPlan(items, run.planYear, { calendar, anchors }).occurrences;
  return {
    occurrence: { ...dates, itemId: run.itemId },
    planned: planned.find(({ key }) => key === dates.key) ?? null,
    planYear: run.planYear,
    definition,
    current: instance,
    isClosed: instance.isFinal || run.isPlanClosed,
    isOnHold,
    arrangement: instance.state === 'arranged' ? arrangement : null,
  };
}
