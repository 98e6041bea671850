import type { DueReason, Role, TaskOrigin, WorkflowName } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

export interface NewTask {
  readonly committeeId: string;
  readonly id: string;
  readonly instanceId: string;
  readonly kind: string;
  readonly holderAccountId: string | null;
  readonly holderRole: Role | null;
  readonly holderUnitId: string | null;
  /** The leader in charge; null: every leader. */
  readonly leaderAccountId: string | null;
  readonly ladder: string;
  readonly ruleProfileVersion: number;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly dueReason: DueReason;
  readonly target: number;
  readonly byContribution: boolean;
  readonly whenAllDone: string | null;
  readonly origin: TaskOrigin;
  /** Starts on hold, put there by nobody: it waits for a named person's release. */
  readonly isHeld: boolean;
  /** Starts on hold if the task of this kind of its case is on hold. */
  readonly heldWith: string | null;
}

/** Writes tasks, however many, in one statement. */
export async function insertTasks(tx: Tx, tasks: readonly NewTask[]): Promise<void> {
  await tx.query(
    `insert into task (committee_id, id, instance_id, kind, holder_account_id, holder_role, ladder,
        rule_profile_version, opens_on, due_on, due_reason, target, by_contribution, when_all_done, leader_account_id,
        holder_unit_id, origin, held_at, opened_at)
     select *, $19::timestamptz from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::text[],
        $7::text[], $8::int[], $9::date[], $10::date[], $11::jsonb[], $12::int[], $13::bool[], $14::text[],
        $15::uuid[], $16::uuid[], $17::text[], $18::timestamptz[])`,
    [
      tasks.map((task) => task.committeeId),
      tasks.map((task) => task.id),
      tasks.map((task) => task.instanceId),
      tasks.map((task) => task.kind),
      tasks.map((task) => task.holderAccountId),
      tasks.map((task) => task.holderRole),
      tasks.map((task) => task.ladder),
      tasks.map((task) => task.ruleProfileVersion),
      tasks.map((task) => task.opensOn),
      tasks.map((task) => task.dueOn),
      tasks.map((task) => JSON.stringify(task.dueReason)),
      tasks.map((task) => task.target),
      tasks.map((task) => task.byContribution),
      tasks.map((task) => task.whenAllDone),
      tasks.map((task) => task.leaderAccountId),
      tasks.map((task) => task.holderUnitId),
      tasks.map((task) => task.origin),
      tasks.map((task) => (task.isHeld ? tx.now.toString() : null)),
      tx.now,
    ],
  );
}

/**
 * Ends the open tasks of one kind of a case: done with their day, or cancelled when `doneOn` is null. Answers the ids
 * of those it ended.
 */
export async function closeTasks(
  tx: Tx,
  instance: { committeeId: string; id: string },
  how: {
    kind: string;
    doneOn: string | null;
    by: { accountId: string | null; onBehalfOfAccountId: string | null };
  },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `update task set status = case when $4::date is null then 'cancelled' else 'done' end, done_on = $4::date,
       progress = case when $4::date is null then progress else greatest(progress, target) end,
       recorded_at = $5, recorded_by_account_id = $6, on_behalf_of_account_id = $7, lock_version = lock_version + 1
     where committee_id = $1 and instance_id = $2 and kind = $3 and status = 'open' returning id`,
    [instance.committeeId, instance.id, how.kind, how.doneOn, tx.now, how.by.accountId, how.by.onBehalfOfAccountId],
  );
  return rows.map((row) => row.id);
}

/** Gives the open tasks of one kind of a case new dates. Answers them with their ladders and the dates they had. */
export function moveTasks(
  tx: Tx,
  instance: { committeeId: string; id: string },
  to: { kind: string; opensOn: string; dueOn: string; dueReason: DueReason },
): Promise<{ id: string; ladder: string; previousOpensOn: string; previousDueOn: string }[]> {
  return tx.query(
    `update task set opens_on = $4, due_on = $5, due_reason = $6, lock_version = task.lock_version + 1
     from (select id, opens_on, due_on from task
           where committee_id = $1 and instance_id = $2 and kind = $3 and status = 'open' for update) as before
     where task.committee_id = $1 and task.id = before.id
     returning task.id, task.ladder, before.opens_on as "previousOpensOn",
       before.due_on as "previousDueOn"`,
    [instance.committeeId, instance.id, to.kind, to.opensOn, to.dueOn, JSON.stringify(to.dueReason)],
  );
}

/** A task as rules need it, locked until the transaction ends. */
export interface LockedTask {
  readonly id: string;
  readonly instanceId: string;
  readonly definition: WorkflowName;
  readonly instanceState: string;
  readonly kind: string;
  readonly holderAccountId: string | null;
  readonly holderUnitId: string | null;
  readonly ladder: string;
  readonly ruleProfileVersion: number;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly status: 'open' | 'done' | 'cancelled';
  readonly byContribution: boolean;
  readonly whenAllDone: string | null;
  readonly target: number;
  readonly progress: number;
  readonly heldAt: Temporal.Instant | null;
  /** On hold, put there by nobody: owed by a handling unit that has not been told yet. */
  readonly awaitsRelease: boolean;
  readonly confirmedNotDoneOn: string | null;
  readonly lockVersion: number;
}

/** Locks a task and, before it, its case: parent before child, in this order everywhere. Null when it cannot be seen. */
export async function lockTask(tx: Tx, committeeId: string, taskId: string): Promise<LockedTask | null> {
  await tx.query(
    `select from workflow_instance where committee_id = $1
       and id = (select instance_id from task where committee_id = $1 and id = $2) for update`,
    [committeeId, taskId],
  );
  const [row] = await tx.query<LockedTask>(
    `select t.id, t.instance_id as "instanceId", i.definition,
       i.state as "instanceState", t.kind,
       t.holder_account_id as "holderAccountId", t.holder_unit_id as "holderUnitId", t.ladder,
       t.rule_profile_version as "ruleProfileVersion", t.opens_on as "opensOn", t.due_on as "dueOn", t.status,
       t.by_contribution as "byContribution", t.when_all_done as "whenAllDone", t.target, t.progress,
       t.held_at as "heldAt", t.held_at is not null and t.hold_reason is null as "awaitsRelease",
        t.confirmed_not_done_on as "confirmedNotDoneOn", t.lock_version as "lockVersion"
     from task t join workflow_instance i on i.committee_id = t.committee_id and i.id = t.instance_id
     where t.committee_id = $1 and t.id = $2 for update of t`,
    [committeeId, taskId],
  );
  return row ?? null;
}
