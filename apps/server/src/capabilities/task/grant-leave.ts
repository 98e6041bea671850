import { Injectable, type OnModuleInit } from '@nestjs/common';
import { contribute, dateIn } from '@xushi/domain';
import { CommitteeRules, type EngineActor, WorkflowEngine, type WorkflowInstance } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';
import { RecordContribution } from './record-contribution.js';
import { lockTask } from './task.query.js';

/** Leave that was approved answers the invitation: the member does not come, with leave. */
@Injectable()
export class GrantLeave implements OnModuleInit {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly rules: CommitteeRules,
    private readonly contributions: RecordContribution,
  ) {}

  onModuleInit(): void {
    this.engine.onTransition('leave:approve', (tx, leave, actor) => this.run(tx, leave, actor));
  }

  async run(tx: Tx, leave: WorkflowInstance, actor: EngineActor): Promise<void> {
    const { committeeId, aboutTaskId } = leave;
    const task = aboutTaskId === null ? null : await lockTask(tx, committeeId, aboutTaskId);
    if (task === null) throw new Error(`Leave ${leave.id} is about no task.`);
    const { profile } = await this.rules.inForce(tx, committeeId);
    const today = dateIn(profile.reminder.zone, tx.now);
    const [asked] = await tx.query<{ reason: string | null }>(
      `select input ->> 'reason' as reason from workflow_event where committee_id = $1 and instance_id = $2 and seq = 1`,
      [committeeId, leave.id],
    );
    const entry = {
      committeeId,
      taskId: task.id,
      kind: 'leave',
      amount: 1,
      doneOn: today.toString(),
      note: asked?.reason ?? null,
      answer: 'not-coming',
      idempotencyKey: newId(),
    } as const;
    const decision = contribute(task, entry, today);
    // An invitation that ended took the request with it: it lapsed, and nobody approves it any more.
    if (!decision.ok) throw new Error(`Leave ${leave.id} answers nothing: ${decision.code}.`);
    await this.contributions.save(tx, task, entry, decision, {
      ...actor,
      onBehalfOfAccountId: task.holderAccountId,
    });
  }
}
