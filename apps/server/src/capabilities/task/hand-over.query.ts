import { transferableKinds } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { selectTask } from './task-view.query.js';

/** The people between whom duties go. */
export interface HandOverPeople {
  readonly fromAccountId: string;
  readonly toAccountId: string;
}

/** A person's open duties that a hand-over takes along, as rows of `selectTask`, the nearest first. */
export function listTransferable(tx: Tx, committeeId: string, fromAccountId: string): Promise<unknown[]> {
  return tx.query(
    `${selectTask} where t.committee_id = $1 and t.holder_account_id = $2 and t.status = 'open' and t.kind = any($3)
     order by t.due_on, i.title, t.id`,
    [committeeId, fromAccountId, transferableKinds],
  );
}

/** A person in charge, a leader in charge or somebody addressed, as a condition on the facts of a case. */
const NAMES = `(facts ->> 'responsibleAccountId' = $2 or facts ->> 'leaderAccountId' = $2
  or facts -> 'addressee' ->> 'accountId' = $2)`;

/** Open cases that name a person and will ask more of them; requests for leave stay that person's own. */
export async function countCases(tx: Tx, committeeId: string, accountId: string): Promise<number> {
  const [row] = await tx.query<{ cases: number }>(
    `select count(*) as cases from workflow_instance
     where committee_id = $1 and not is_final and definition <> 'leave' and ${NAMES}`,
    [committeeId, accountId],
  );
  return row?.cases ?? 0;
}

/** What each of some people holds: how much a hand-over would take along, and how much stays their own. */
export function countHeld(tx: Tx, committeeId: string, accountIds: readonly string[]) {
  return tx.query<{ accountId: string; duties: number; ownDuties: number; cases: number }>(
    `select p.id as "accountId",
       (select count(*) from task t where t.committee_id = $1 and t.holder_account_id = p.id and t.status = 'open'
          and t.kind = any($3)) as duties,
       (select count(*) from task t where t.committee_id = $1 and t.holder_account_id = p.id and t.status = 'open'
          and t.kind <> all($3)) as "ownDuties",
       (select count(*) from workflow_instance where committee_id = $1 and not is_final and definition <> 'leave'
          and (facts ->> 'responsibleAccountId' = p.id::text or facts ->> 'leaderAccountId' = p.id::text
            or facts -> 'addressee' ->> 'accountId' = p.id::text)) as cases
     from unnest($2::uuid[]) as p (id)`,
    [committeeId, accountIds, transferableKinds],
  );
}

/** What a hand-over takes along: the duties chosen, or null for everything that names the person. */
export interface HandOver extends HandOverPeople {
  readonly taskIds: readonly string[] | null;
}

export async function insertHandOver(
  tx: Tx,
  instance: { committeeId: string; id: string },
  { fromAccountId, toAccountId, taskIds }: HandOver,
): Promise<void> {
  await tx.query(
    `insert into hand_over (committee_id, instance_id, from_account_id, to_account_id, task_ids)
     values ($1, $2, $3, $4, $5)`,
    [instance.committeeId, instance.id, fromAccountId, toAccountId, taskIds],
  );
}

/** A committee's hand-overs, the latest first, at most 100. */
export async function listHandOvers(tx: Tx, committeeId: string) {
  const rows = await tx.query<{
    instanceId: string;
    fromName: string;
    toName: string;
    state: string;
    chosen: number | null;
    prepared_at: Temporal.Instant;
    preparedByName: string | null;
  }>(
    `select i.id as "instanceId", f.name as "fromName", t.name as "toName", i.state, cardinality(h.task_ids) as chosen,
       i.opened_at as prepared_at, b.name as "preparedByName"
     from hand_over h
     join workflow_instance i on i.committee_id = h.committee_id and i.id = h.instance_id
     join account f on f.id = h.from_account_id
     join account t on t.id = h.to_account_id
     join workflow_event e on e.committee_id = i.committee_id and e.instance_id = i.id and e.seq = 1
     left join account b on b.id = e.actor_account_id
     where h.committee_id = $1 order by i.opened_at desc, i.id desc limit 100`,
    [committeeId],
  );
  return rows.map(({ prepared_at, ...row }) => ({ ...row, preparedAt: prepared_at.toString() }));
}

export async function loadHandOver(tx: Tx, committeeId: string, instanceId: string) {
  const [row] = await tx.query<HandOver & { fromName: string; toName: string }>(
    `select h.from_account_id as "fromAccountId", h.to_account_id as "toAccountId", h.task_ids as "taskIds",
       f.name as "fromName", t.name as "toName"
     from hand_over h join account f on f.id = h.from_account_id join account t on t.id = h.to_account_id
     where h.committee_id = $1 and h.instance_id = $2`,
    [committeeId, instanceId],
  );
  return row ?? null;
}

/**
 * Locks the open cases that a hand-over touches, in one order, and answers them with their states: those that name the
 * person or in which the person owes a task; of chosen duties, the cases of these.
 */
export function lockCasesOf(tx: Tx, committeeId: string, { fromAccountId, taskIds }: HandOver) {
  return tx.query<{ id: string; state: string }>(
    `select id, state from workflow_instance
     where committee_id = $1 and not is_final and definition <> 'leave'
       and (${NAMES} or id in (select instance_id from task where committee_id = $1 and holder_account_id = $2::uuid
                              and status = 'open' and kind = any($3)))
       and ($4::uuid[] is null or id in (select instance_id from task where committee_id = $1 and id = any($4)))
     order by id for update`,
    [committeeId, fromAccountId, transferableKinds, taskIds],
  );
}

/** Puts one person in the place of another in the facts of locked cases. */
export async function renameInFacts(
  tx: Tx,
  committeeId: string,
  instanceIds: readonly string[],
  people: HandOverPeople,
): Promise<void> {
  await tx.query(
    `update workflow_instance set lock_version = lock_version + 1, facts = facts
       || case when facts ->> 'responsibleAccountId' = $3 then jsonb_build_object('responsibleAccountId', $4::text) else '{}' end
       || case when facts ->> 'leaderAccountId' = $3 then jsonb_build_object('leaderAccountId', $4::text) else '{}' end
       || case when facts -> 'addressee' ->> 'accountId' = $3
            then jsonb_build_object('addressee', jsonb_build_object('kind', 'account', 'accountId', $4::text)) else '{}' end
     where committee_id = $1 and id = any($2)`,
    [committeeId, instanceIds, people.fromAccountId, people.toAccountId],
  );
}

/** Gives a person's open duties, or those chosen of them, to another. Answers those that went. */
export async function giveTasks(tx: Tx, committeeId: string, { fromAccountId, toAccountId, taskIds }: HandOver) {
  await tx.query(
    `update task set leader_account_id = $3 where committee_id = $1 and leader_account_id = $2 and status = 'open'
       and ($4::uuid[] is null or id = any($4))`,
    [committeeId, fromAccountId, toAccountId, taskIds],
  );
  return tx.query<{ id: string; dueOn: string; instanceId: string; kind: string }>(
    `update task set holder_account_id = $3, lock_version = lock_version + 1
     where committee_id = $1 and holder_account_id = $2 and status = 'open' and kind = any($4)
       and ($5::uuid[] is null or id = any($5))
     returning id, due_on as "dueOn", instance_id as "instanceId", kind`,
    [committeeId, fromAccountId, toAccountId, transferableKinds, taskIds],
  );
}
