import { type CaseFacts, plainFacts, type Role, type WorkflowName } from '@xushi/domain';
import type { Tx } from '../platform/database/tx.js';

/** A case that somebody can move today. */
export interface OpenCase {
  readonly id: string;
  readonly definition: WorkflowName;
  readonly state: string;
  readonly lockVersion: number;
  readonly facts: CaseFacts;
  /** The nearest day on which one of its tasks is due; null when it owes nothing now. */
  readonly dueOn: string | null;
  /** Who owes that task by name, and the role that owes it otherwise. */
  readonly ownerAccountId: string | null;
  readonly ownerRole: Role | null;
  /** The last day for those who hand in piece by piece, while it is theirs alone to do. */
  readonly collectsUntil: string | null;
  /** The day it is arranged for, while that is where it stands. */
  readonly heldOn: string | null;
}

/** A task that is done piece by piece by whoever owes it. */
export interface OwedPiece {
  readonly taskId: string;
  readonly kind: string;
  readonly dueOn: string;
  /** Who owes it, for a handling unit whoever speaks for it; null: nobody any more. */
  readonly holderAccountId: string | null;
}

/** A task of the work itself that somebody has to see to: it is late, or on hold. Supervision is not supervised. */
export interface TroubledTask {
  readonly taskId: string;
  readonly lockVersion: number;
  readonly isMembers: boolean;
  readonly isHeld: boolean;
}

/*
 * All in one order only, so that the same seed meets the same work on every run: what is alike in everything else, as two
 * urgings of one morning are, comes as it was made, which ids of version 7 tell.
 */

/** The committee's cases that have not ended and whose time has come; its plan is published and stays. */
export async function loadOpenCases(tx: Tx, committeeId: string, today: string): Promise<OpenCase[]> {
  const rows = await tx.query<OpenCase & { facts: Partial<CaseFacts> }>(
    `select i.id, i.definition, i.state, i.lock_version as "lockVersion", i.facts,
       nearest.due_on as "dueOn", nearest.holder_account_id as "ownerAccountId", nearest.holder_role as "ownerRole",
       (select max(t.due_on) from task t where t.committee_id = i.committee_id and t.instance_id = i.id
          and t.status = 'open' having bool_and(t.by_contribution)) as "collectsUntil",
       (select e.input ->> 'heldOn' from workflow_event e
          where e.committee_id = i.committee_id and e.instance_id = i.id
            and (e.event = 'arrange' or e.from_state is distinct from e.to_state)
          order by e.seq desc limit 1) as "heldOn"
     from workflow_instance i
     left join occurrence o on o.committee_id = i.committee_id and o.id = i.occurrence_id
     left join lateral (
       select t.due_on, t.holder_account_id, t.holder_role from task t
       where t.committee_id = i.committee_id and t.instance_id = i.id and t.status = 'open' and not t.by_contribution
       order by t.due_on, t.kind limit 1) as nearest on true
     left join account a on a.id = (i.facts -> 'addressee' ->> 'accountId')::uuid
     where i.committee_id = $1 and not i.is_final and i.definition <> 'annual-plan'
       and (o.from_on is null or o.from_on <= $2)
     order by i.title, o.key, i.definition, i.opened_at, a.login_name, i.id`,
    [committeeId, today],
  );
  return rows.map((row) => ({ ...row, facts: { ...plainFacts, ...row.facts } }));
}

/** Without those that wait for their release: whoever owes them has not heard of them. */
export function loadOwedPieces(tx: Tx, committeeId: string, today: string): Promise<OwedPiece[]> {
  return tx.query<OwedPiece>(
    `select t.id as "taskId", t.kind, t.due_on as "dueOn",
       coalesce(t.holder_account_id, (select m.account_id from membership m where m.committee_id = t.committee_id
          and m.handling_unit_id = t.holder_unit_id order by m.from_on, m.account_id limit 1)) as "holderAccountId"
     from task t
     join workflow_instance i on i.committee_id = t.committee_id and i.id = t.instance_id
     left join occurrence o on o.committee_id = i.committee_id and o.id = i.occurrence_id
     left join account h on h.id = t.holder_account_id
     left join handling_unit u on u.committee_id = t.committee_id and u.id = t.holder_unit_id
     where t.committee_id = $1 and t.status = 'open' and t.by_contribution and t.opens_on <= $2
       and (t.held_at is null or t.holder_unit_id is null)
     order by i.title, o.key, t.kind, t.due_on, t.opened_at, h.login_name, u.name, t.id`,
    [committeeId, today],
  );
}

export function loadTroubledTasks(tx: Tx, committeeId: string, today: string): Promise<TroubledTask[]> {
  return tx.query<TroubledTask>(
    `select t.id as "taskId", t.lock_version as "lockVersion", t.by_contribution as "isMembers",
       t.held_at is not null as "isHeld"
     from task t
     join workflow_instance i on i.committee_id = t.committee_id and i.id = t.instance_id
     left join occurrence o on o.committee_id = i.committee_id and o.id = i.occurrence_id
     left join account h on h.id = t.holder_account_id
     left join handling_unit u on u.committee_id = t.committee_id and u.id = t.holder_unit_id
     where t.committee_id = $1 and t.status = 'open' and t.origin not in ('urging', 'supervision-slip') and t.opens_on <= $2
       and (t.due_on < $2 or t.held_at is not null)
     order by i.title, o.key, t.kind, t.due_on, t.opened_at, h.login_name, u.name, t.id`,
    [committeeId, today],
  );
}
