import type { Cadence, Category, DueReason, ItemWorkflow, Participants } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

type PlanState = 'draft' | 'submitted' | 'approved' | 'published' | 'amending' | 'closed';

/** A committee's plans, the newest year first. */
export async function listPlans(tx: Tx, committeeId: string, planId: string | null = null) {
  return tx.query<{
    id: string;
    year: number;
    title: string;
    state: PlanState;
    itemCount: number;
    lockVersion: number;
    instanceId: string;
  }>(
    `select p.id, p.year, p.title, i.state, p.lock_version as "lockVersion", p.instance_id as "instanceId",
       (select count(*) from plan_item t where t.committee_id = p.committee_id and t.plan_id = p.id
        and not t.is_removed) as "itemCount"
     from plan p join workflow_instance i on i.committee_id = p.committee_id and i.id = p.instance_id
     where p.committee_id = $1 and ($2::uuid is null or p.id = $2) order by p.year desc`,
    [committeeId, planId],
  );
}

/** A plan's items with the names of those in charge. */
export async function listItems(tx: Tx, committeeId: string, planId: string) {
  return tx.query<{
    id: string;
    position: number;
    title: string;
    category: Category;
    workflow: ItemWorkflow;
    cadence: Cadence;
    times: number;
    target: number;
    participants: Participants;
    groupId: string | null;
    groupName: string | null;
    groupKind: 'liaison' | 'sector' | 'special-committee' | null;
    responsibleAccountId: string | null;
    responsibleName: string | null;
    leaderAccountId: string | null;
    leaderName: string | null;
    leadOffice: string | null;
    cooperating: readonly string[];
    sites: readonly string[];
    reportWanted: boolean;
    sourceText: string | null;
  }>(
    `select t.id, t.position, t.title, t.category, t.workflow, t.cadence, t.times, t.target, t.participants,
       t.group_id as "groupId", g.name as "groupName", g.kind as "groupKind", t.responsible_account_id as "responsibleAccountId", a.name as "responsibleName",
       t.leader_account_id as "leaderAccountId", l.name as "leaderName", t.lead_office as "leadOffice", t.cooperating, t.sites,
       t.report_wanted as "reportWanted", t.source_text as "sourceText"
     from plan_item t
     left join member_group g on g.committee_id = t.committee_id and g.id = t.group_id
     left join account a on a.id = t.responsible_account_id
     left join account l on l.id = t.leader_account_id
     where t.committee_id = $1 and t.plan_id = $2 and not t.is_removed order by t.position`,
    [committeeId, planId],
  );
}

/**
 * A published plan's occurrences with the state of their cases, by due date. Held is what was recorded as done, whether
 * or not a report is still owed.
 */
export async function listOccurrences(tx: Tx, committeeId: string, planId: string) {
  return tx.query<{
    id: string;
    itemId: string;
    key: string;
    fromOn: string;
    toOn: string;
    dueOn: string;
    dueReason: DueReason;
    instanceId: string | null;
    state: string | null;
    isHeld: boolean;
  }>(
    `select o.id, o.plan_item_id as "itemId", o.key, o.from_on as "fromOn", o.to_on as "toOn", o.due_on as "dueOn",
       o.due_reason as "dueReason", i.id as "instanceId", i.state,
       (i.is_final and i.state <> 'dropped') or exists (
         select from task d where d.committee_id = i.committee_id and d.instance_id = i.id and d.status = 'done'
           and d.due_on = o.due_on and not d.by_contribution) as "isHeld"
     from plan_item t
     join occurrence o on o.committee_id = t.committee_id and o.plan_item_id = t.id
     join workflow_instance i on i.committee_id = o.committee_id and i.occurrence_id = o.id and i.state <> 'withdrawn'
     where t.committee_id = $1 and t.plan_id = $2 order by o.due_on, t.position`,
    [committeeId, planId],
  );
}
