import { Injectable } from '@nestjs/common';
import { plainFacts } from '@xushi/domain';
import { loadInstance, WorkflowEngine } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, tenantsOf } from '../account/index.js';
import { isHolder, mayEnterFor } from './is-holder.js';
import { lockTask } from './task.query.js';

interface LeaveAsked {
  readonly committeeId: string;
  readonly taskId: string;
  readonly reason: string;
}
type LeaveRefusal = 'text-missing' | 'task-not-open' | 'not-an-invitation' | 'leave-requested';

/**
 * Asks for leave (请假) from an invitation, by the member who was invited, or by staff or a stand-in for them. A leader or the staff
 * decide; until then the invitation stays open. Answers the case of the request.
 */
@Injectable()
export class RequestLeave {
  constructor(
    private readonly doors: Doors,
    private readonly engine: WorkflowEngine,
  ) {}

  run(actor: Actor, input: LeaveAsked): Promise<Result<string, LeaveRefusal>> {
    return this.doors.inTenant(tenantsOf(actor, input.committeeId), (tx) => this.within(tx, actor, input));
  }

  /** The same in a transaction that is open already. */
  async within(tx: Tx, actor: Actor, input: LeaveAsked): Promise<Result<string, LeaveRefusal>> {
    const { committeeId, taskId } = input;
    const reason = input.reason.trim();
    if (reason === '') return refused('text-missing', 'reason');
    const task = await lockTask(tx, committeeId, taskId);
    if (task === null) return missing;
    const isOwn = isHolder(actor, committeeId, task);
    if (!isOwn && !(await mayEnterFor(tx, actor, committeeId, task))) return missing;
    if (task.kind !== 'answer-invitation' || task.holderAccountId === null) return refused('not-an-invitation');
    if (task.status !== 'open') return refused('task-not-open');
    const asked = await tx.query(
      `select from workflow_instance
       where committee_id = $1 and about_task_id = $2 and definition = 'leave' and not is_final`,
      [committeeId, taskId],
    );
    if (asked.length > 0) return refused('leave-requested');
    const parent = await loadInstance(tx, committeeId, task.instanceId, { forUpdate: false });
    if (parent === null) throw new Error(`Task ${taskId} belongs to no case.`);
    const by = { ...actorIn(actor, committeeId), onBehalfOfAccountId: isOwn ? null : task.holderAccountId };
    const [leave] = await this.engine.start(
      tx,
      [
        {
          committeeId,
          definition: 'leave',
          title: parent.title,
          category: parent.category,
          occurrenceId: null,
          parentId: parent.id,
          aboutTaskId: taskId,
          facts: {
            ...plainFacts,
            addressee: { kind: 'account', accountId: task.holderAccountId },
            leaderAccountId: parent.facts.leaderAccountId,
          },
          input: { reason },
        },
      ],
      by,
    );
    if (leave === undefined) throw new Error('The engine opened no case for the leave.');
    await this.engine.note(tx, parent, { event: 'leave-requested', input: { task: task.kind, reason } }, by);
    return ok(leave.id);
  }
}
