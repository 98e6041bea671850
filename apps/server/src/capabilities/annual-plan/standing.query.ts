import type { CaseFacts, DueReason, ItemWorkflow, StandingOccurrence } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

/** A standing occurrence with the case that runs for it. */
export interface StandingRecord extends StandingOccurrence {
  readonly instanceId: string;
}

/**
 * The occurrences of a published plan that have not been withdrawn, each with its latest case, which is locked until
 * the transaction ends. Acted on is what a person did to it; to be urged about it, to hand it
 * over, to move or rename it, or that somebody joins it is not to work on it.
 */
export async function lockStanding(tx: Tx, committeeId: string, planId: string): Promise<StandingRecord[]> {
  const rows = await tx.query<{
    id: string;
    itemId: string;
    key: string;
    from: string;
    to: string;
    dueOn: string;
    dueReason: DueReason;
    instanceId: string;
    title: string;
    workflow: ItemWorkflow;
    facts: CaseFacts;
    isClosed: boolean;
    isActedOn: boolean;
    isHandedOver: boolean;
  }>(
    `select o.id, o.plan_item_id as "itemId", o.key, o.from_on as "from", o.to_on as "to", o.due_on as "dueOn",
       o.due_reason as "dueReason", i.id as "instanceId", i.title, i.definition as workflow, i.facts,
       i.is_final as "isClosed",
       exists (select from workflow_event e where e.committee_id = i.committee_id and e.instance_id = i.id
               and e.seq > 1 and e.actor_account_id is not null and e.event not in ('urged', 'slip-issued', 'handed-over', 'moved', 'retitled', 'joined'))
         as "isActedOn",
       exists (select from workflow_event e where e.committee_id = i.committee_id and e.instance_id = i.id
               and e.event = 'handed-over') as "isHandedOver"
     from plan_item t
     join occurrence o on o.committee_id = t.committee_id and o.plan_item_id = t.id
     join workflow_instance i on i.committee_id = o.committee_id and i.occurrence_id = o.id
     where t.committee_id = $1 and t.plan_id = $2 and i.state <> 'withdrawn'
     order by t.position, o.from_on, o.due_on, o.key for update of i`,
    [committeeId, planId],
  );
  return rows;
}
