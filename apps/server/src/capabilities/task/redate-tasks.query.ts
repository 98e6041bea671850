import type { DueReason } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

/** An open task whose due date was counted in working days. */
export interface TaskByWorkdays {
  readonly committeeId: string;
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly ladder: string;
  readonly ruleProfileVersion: number;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly dueReason: DueReason;
  readonly openedAt: Temporal.Instant;
}

/** Those of some committees, locked after their cases until the transaction ends. */
export function lockTasksByWorkdays(tx: Tx, committeeIds: readonly string[]): Promise<TaskByWorkdays[]> {
  return tx.query<TaskByWorkdays>(
    `select t.committee_id as "committeeId", t.id, i.title, t.kind, t.ladder,
       t.rule_profile_version as "ruleProfileVersion", t.opens_on as "opensOn", t.due_on as "dueOn",
       t.due_reason as "dueReason", t.opened_at as "openedAt"
     from task t join workflow_instance i on i.committee_id = t.committee_id and i.id = t.instance_id
     where t.committee_id = any($1) and t.status = 'open' and t.due_reason ? 'workdays'
     order by t.committee_id, t.instance_id, t.id for update of i, t`,
    [committeeIds],
  );
}

/** Gives a locked task its new due date. */
export async function redateTask(
  tx: Tx,
  task: TaskByWorkdays,
  due: { readonly dueOn: string; readonly dueReason: DueReason },
): Promise<void> {
  await tx.query(
    `update task set due_on = $3, due_reason = $4, lock_version = lock_version + 1
     where committee_id = $1 and id = $2`,
    [task.committeeId, task.id, due.dueOn, JSON.stringify(due.dueReason)],
  );
}
