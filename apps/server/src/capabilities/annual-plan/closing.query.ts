import { definitions, type ItemWorkflow, standingAtClose } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

interface RunRecord {
  readonly instanceId: string;
  readonly title: string;
  readonly key: string;
  readonly dueOn: string;
  readonly workflow: ItemWorkflow;
  readonly state: string;
  readonly isFinal: boolean;
  readonly isHeld: boolean;
  readonly lockVersion: number;
  readonly responsibleName: string | null;
  readonly doneOn: string | null;
  readonly isPostponed: boolean;
  readonly received: number | null;
  readonly wanted: number | null;
  readonly urged: number;
  readonly holdReason: string | null;
  readonly reason: string | null;
  readonly droppedAt: Temporal.Instant | null;
  readonly droppedByName: string | null;
}

/** A run of a plan with where it stands when the plan is closed. */
export type ClosingRun = RunRecord & { readonly standing: ReturnType<typeof standingAtClose> };

/**
 * A plan's runs at the end of its year, by due date; those that an amendment took out are not among them. Done on is the
 * last day on which somebody did what the run was due for, postponed is one whose day was ever moved to a later one.
 */
export async function listForClosing(tx: Tx, committeeId: string, planId: string): Promise<ClosingRun[]> {
  const runs = await tx.query<RunRecord>(
    `select i.id as "instanceId", i.title, o.key, o.due_on as "dueOn", i.definition as workflow, i.state,
       i.is_final as "isFinal", i.lock_version as "lockVersion", a.name as "responsibleName",
       (i.is_final and i.state <> 'dropped') or coalesce(work.is_held, false) as "isHeld", work.done_on as "doneOn",
       coalesce(story.is_postponed, false) as "isPostponed", work.received, work.wanted,
       coalesce(story.urged, 0) as urged, work.hold_reason as "holdReason",
       dropped.reason, dropped.at as "droppedAt", dropped.name as "droppedByName"
     from plan_item t
     join occurrence o on o.committee_id = t.committee_id and o.plan_item_id = t.id
     join workflow_instance i on i.committee_id = o.committee_id and i.occurrence_id = o.id and i.state <> 'withdrawn'
     left join account a on a.id = (i.facts ->> 'responsibleAccountId')::uuid
     left join lateral (
       select bool_or(d.status = 'done' and d.due_on = o.due_on and not d.by_contribution) as is_held,
         max(d.done_on) filter (where d.due_on = o.due_on and (not d.by_contribution or d.kind = 'contribute')) as done_on,
         (sum(least(d.progress, d.target)) filter (where d.kind = 'contribute'))::int as received,
         (sum(d.target) filter (where d.kind = 'contribute'))::int as wanted,
         max(d.hold_reason) filter (where d.held_at is not null and d.status = 'open') as hold_reason
       from task d where d.committee_id = i.committee_id and d.instance_id = i.id) work on true
     left join lateral (
       select bool_or(e.event = 'moved' and e.input ->> 'to' > e.input ->> 'from') as is_postponed,
         (count(*) filter (where e.event = 'urged'))::int as urged
       from workflow_event e where e.committee_id = i.committee_id and e.instance_id = i.id) story on true
     left join lateral (
       select e.input ->> 'reason' as reason, e.at, by.name
       from workflow_event e left join account by on by.id = e.actor_account_id
       where e.committee_id = i.committee_id and e.instance_id = i.id and e.event = 'drop'
       order by e.seq desc limit 1) dropped on true
     where t.committee_id = $1 and t.plan_id = $2 order by o.due_on, t.position, o.key`,
    [committeeId, planId],
  );
  return runs.map((run) => ({ ...run, standing: standingAtClose({ ...run, definition: definitions[run.workflow] }) }));
}

/** When a plan was closed, by whom and with what note; null while it is not. */
export async function readClose(tx: Tx, committeeId: string, instanceId: string) {
  const [close] = await tx.query<{ at: Temporal.Instant; byName: string | null; note: string | null }>(
    `select e.at, a.name as "byName", e.input ->> 'note' as note
     from workflow_event e left join account a on a.id = e.actor_account_id
     where e.committee_id = $1 and e.instance_id = $2 and e.event = 'close'`,
    [committeeId, instanceId],
  );
  return close === undefined ? null : { ...close, at: close.at.toString() };
}
