import { Injectable } from '@nestjs/common';
import { dateIn } from '@xushi/domain';
import { CommitteeRules, WorkflowEngine } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import { missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, tenantsOf } from '../account/index.js';
import { lockTask } from './task.query.js';

/** The clerk's answer to "done but not recorded?": it really is not done. The leader then sees a red that is true. */
@Injectable()
export class ConfirmNotDone {
  constructor(
    private readonly doors: Doors,
    private readonly engine: WorkflowEngine,
    private readonly rules: CommitteeRules,
  ) {}

  run(
    actor: Actor,
    { committeeId, taskId }: { committeeId: string; taskId: string },
  ): Promise<Result<null, 'task-not-open' | 'task-not-overdue'>> {
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      const task = await lockTask(tx, committeeId, taskId);
      if (task === null) return missing;
      if (task.status !== 'open') return refused('task-not-open');
      const { profile } = await this.rules.inForce(tx, committeeId);
      const today = dateIn(profile.reminder.zone, tx.now).toString();
      if (task.dueOn >= today) return refused('task-not-overdue');
      // A double click is one answer; asked again another day, the clerk may say so again.
      if (task.confirmedNotDoneOn === today) return ok(null);
      await tx.query(
        `update task set confirmed_not_done_on = $3, lock_version = lock_version + 1
         where committee_id = $1 and id = $2`,
        [committeeId, taskId, today],
      );
      await this.engine.note(
        tx,
        { committeeId, id: task.instanceId, state: task.instanceState },
        { event: 'confirmed-not-done', input: { task: task.kind } },
        actorIn(actor, committeeId),
      );
      return ok(null);
    });
  }
}
