import { type Named, type NamingCase, type NamingTask, reachOfHandOver, type TaskKind } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { type ItemNaming, listItemsNaming } from '../annual-plan/index.js';
import { selectTask } from './task-view.query.js';

/** The people between whom duties go. */
export interface HandOverPeople {
  readonly fromAccountId: string;
  readonly toAccountId: string;
}

/** An open case that names somebody, or in which somebody owes something. */
export interface CaseNaming extends NamingCase {
  readonly title: string;
  readonly occurrenceKey: string | null;
  readonly state: string;
}

/** Everything in a committee that names one of some people: open tasks, open cases, items of plans not closed. */
export type NamedPeople = Named<NamingTask, CaseNaming, ItemNaming>;

/**
 * Loads what `reachOfHandOver` decides about. Carrying out locks the cases first, in one order, so that the tasks read
 * afterwards are those the cases have.
 */
export async function loadNamed(
  tx: Tx,
  committeeId: string,
  accountIds: readonly string[],
  { locks }: { readonly locks: boolean } = { locks: false },
): Promise<NamedPeople> {
  const cases = await tx.query<CaseNaming>(
    `select i.id, i.definition, i.title, i.state, i.facts, o.key as "occurrenceKey"
     from workflow_instance i
     left join occurrence o on o.committee_id = i.committee_id and o.id = i.occurrence_id
     where i.committee_id = $1 and not i.is_final
       and (i.facts ->> 'responsibleAccountId' = any($2::text[]) or i.facts ->> 'leaderAccountId' = any($2::text[])
         or i.facts -> 'addressee' ->> 'accountId' = any($2::text[])
         or i.id in (select instance_id from task where committee_id = $1 and holder_account_id = any($2::uuid[])
                     and status = 'open'))
     order by i.id ${locks ? 'for update of i' : ''}`,
    [committeeId, accountIds],
  );
  const tasks = await tx.query<NamingTask>(
    `select id, instance_id as "instanceId", kind, holder_account_id as "holderAccountId",
       leader_account_id as "leaderAccountId"
     from task where committee_id = $1 and status = 'open'
       and (holder_account_id = any($2) or leader_account_id = any($2)) order by due_on, id`,
    [committeeId, accountIds],
  );
  return { tasks, cases, items: await listItemsNaming(tx, committeeId, accountIds) };
}

/** Some tasks as rows of `selectTask`, the nearest first. */
export function listTasksOf(
  tx: Tx,
  committeeId: string,
  tasks: readonly { readonly id: string }[],
): Promise<unknown[]> {
  return tx.query(`${selectTask} where t.committee_id = $1 and t.id = any($2) order by t.due_on, i.title, t.id`, [
    committeeId,
    tasks.map(({ id }) => id),
  ]);
}

/** How many open tasks of a kind somebody owes. */
export interface KindCount {
  readonly kind: TaskKind;
  readonly count: number;
}

/** What somebody holds: how much a hand-over would take along, and how much stays their own. */
export interface Held {
  readonly accountId: string;
  readonly duties: KindCount[];
  readonly ownDuties: KindCount[];
  readonly cases: number;
  readonly items: number;
}

/** What each of some people holds. */
export async function listHeld(tx: Tx, committeeId: string, accountIds: readonly string[]): Promise<Held[]> {
  const named = await loadNamed(tx, committeeId, accountIds);
  return accountIds.map((accountId) => {
    const { duties, stays, cases, items } = reachOfHandOver(named, accountId);
    return {
      accountId,
      duties: countKinds(duties),
      ownDuties: countKinds(stays),
      cases: cases.filter(({ charges }) => charges.length > 0).length,
      items: items.length,
    };
  });
}

/** How many of some tasks there are of each kind. */
export function countKinds(tasks: readonly NamingTask[]): KindCount[] {
  const byKind = Map.groupBy(tasks, ({ kind }) => kind);
  return [...byKind].map(([kind, { length }]) => ({ kind, count: length }));
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

/** Gives open duties, and the place of leader in charge of open tasks, to another. Answers the duties that went. */
export async function giveTasks(
  tx: Tx,
  committeeId: string,
  { duties, led }: { readonly duties: readonly NamingTask[]; readonly led: readonly NamingTask[] },
  toAccountId: string,
) {
  await tx.query('update task set leader_account_id = $3 where committee_id = $1 and id = any($2)', [
    committeeId,
    led.map(({ id }) => id),
    toAccountId,
  ]);
  return tx.query<{ id: string; dueOn: string; instanceId: string; kind: string }>(
    `update task set holder_account_id = $3, lock_version = lock_version + 1
     where committee_id = $1 and id = any($2) and status = 'open'
     returning id, due_on as "dueOn", instance_id as "instanceId", kind`,
    [committeeId, duties.map(({ id }) => id), toAccountId],
  );
}
