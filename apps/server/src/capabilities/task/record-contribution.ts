import { Injectable } from '@nestjs/common';
import { type ContributionRefusal, contribute, dateIn, type InvitationAnswer } from '@xushi/domain';
import { CommitteeRules, type EngineActor, WorkflowEngine } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, tenantsOf } from '../account/index.js';
import { isHolder, mayEnterFor } from './is-holder.js';
import { type LockedTask, lockTask } from './task.query.js';
import { TaskListeners } from './task-listeners.js';

export interface ContributionInput {
  readonly committeeId: string;
  readonly taskId: string;
  readonly amount: number;
  readonly doneOn: string;
  readonly note: string | null;
  /** Whether the member comes; kept for an invitation only. */
  readonly answer: InvitationAnswer | null;
  readonly idempotencyKey: string;
}

/**
 * Records something done towards a task, by the person who owes it or by staff on their behalf; at the target the task
 * is done and its reminders stop. The idempotency key is the contribution's id: a double click records once.
 */
@Injectable()
export class RecordContribution {
  constructor(
    private readonly doors: Doors,
    private readonly engine: WorkflowEngine,
    private readonly rules: CommitteeRules,
    private readonly listeners: TaskListeners,
  ) {}

  run(actor: Actor, input: ContributionInput): Promise<Result<null, ContributionRefusal>> {
    return this.doors.inTenant(tenantsOf(actor, input.committeeId), (tx) => this.within(tx, actor, input));
  }

  /** The same in a transaction that is open already. */
  async within(tx: Tx, actor: Actor, input: ContributionInput): Promise<Result<null, ContributionRefusal>> {
    const { committeeId } = input;
    const task = await lockTask(tx, committeeId, input.taskId);
    if (task === null) return missing;
    const isOwn = isHolder(actor, committeeId, task);
    // Somebody else's matter is for the staff or a stand-in to record; a fellow member is told nothing about it.
    if (!isOwn && !(await mayEnterFor(tx, actor, committeeId, task))) return missing;
    const [known] = await tx.query<{ task_id: string }>(
      'select task_id from contribution where committee_id = $1 and id = $2',
      [committeeId, input.idempotencyKey],
    );
    // A key that stands for another task's entry is not this one's second click: nothing of this was recorded.
    if (known !== undefined) return known.task_id === task.id ? ok(null) : missing;
    const { profile } = await this.rules.inForce(tx, committeeId);
    const decision = contribute(task, input, dateIn(profile.reminder.zone, tx.now));
    if (!decision.ok) return refused(decision.code, fieldOf(decision.code));
    const by: EngineActor = {
      ...actorIn(actor, committeeId),
      onBehalfOfAccountId: isOwn ? null : task.holderAccountId,
    };
    await this.save(tx, task, { ...input, kind: task.kind }, decision, by);
    return ok(null);
  }

  /** Writes what was judged already, for callers that hold the lock: an entry, or leave that was granted. */
  async save(
    tx: Tx,
    task: LockedTask,
    input: ContributionInput & { readonly kind: string },
    decision: { progress: number; isDone: boolean },
    by: EngineActor,
  ): Promise<void> {
    const { committeeId } = input;
    const answer = task.kind === 'answer-invitation' ? input.answer : null;
    await tx.query(
      `insert into contribution (committee_id, id, task_id, kind, amount, done_on, recorded_at,
         recorded_by_account_id, on_behalf_of_account_id, note, answer, by_link)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        committeeId,
        input.idempotencyKey,
        task.id,
        input.kind,
        input.amount,
        input.doneOn,
        tx.now,
        by.accountId,
        by.onBehalfOfAccountId,
        input.note,
        answer,
        by.isByLink ?? false,
      ],
    );
    // Done on the day of the last piece that was needed, whenever it was recorded.
    await tx.query(
      `update task set progress = $3, lock_version = lock_version + 1, recorded_at = $4, recorded_by_account_id = $5,
         on_behalf_of_account_id = $6, status = case when $7 then 'done' else status end,
         done_on = case when $7 then (select max(done_on) from contribution where committee_id = $1 and task_id = $2) end
       where committee_id = $1 and id = $2`,
      [committeeId, task.id, decision.progress, tx.now, by.accountId, by.onBehalfOfAccountId, decision.isDone],
    );
    await this.engine.note(
      tx,
      { committeeId, id: task.instanceId, state: task.instanceState },
      {
        event: input.kind === 'leave' ? 'leave-granted' : 'contributed',
        input: {
          task: task.kind,
          ...(answer === null ? { amount: input.amount } : { answer }),
          doneOn: input.doneOn,
        },
      },
      by,
    );
    if (!decision.isDone) return;
    await this.listeners.closed(tx, committeeId, [task.id]);
    if (task.whenAllDone !== null) {
      const open = await tx.query(
        `select from task where committee_id = $1 and instance_id = $2 and kind = $3 and status = 'open' limit 1`,
        [committeeId, task.instanceId, task.kind],
      );
      if (open.length === 0) await this.engine.signal(tx, committeeId, task.instanceId, task.whenAllDone);
    }
  }
}

function fieldOf(code: ContributionRefusal): string | undefined {
  if (code === 'amount-invalid') return 'amount';
  if (code === 'answer-missing') return 'answer';
  return code === 'date-in-future' || code === 'date-before-opening' ? 'doneOn' : undefined;
}
