import { Injectable } from '@nestjs/common';
import { loadInstance, WorkflowEngine } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import { type Actor, actorIn, MemberLinks, tenantsOf } from '../account/index.js';
import { lockTask } from '../task/index.js';

/**
 * Ends every link that was sent about a duty: one was forwarded, or reached the wrong phone. The duty stays as it is,
 * and the next message about it carries a new link. Answers how many were ended, null
 * where there is no such duty; the case's history says by whom.
 */
@Injectable()
export class EndLinks {
  constructor(
    private readonly doors: Doors,
    private readonly links: MemberLinks,
    private readonly engine: WorkflowEngine,
  ) {}

  run(actor: Actor, { committeeId, taskId }: { committeeId: string; taskId: string }): Promise<number | null> {
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      const task = await lockTask(tx, committeeId, taskId);
      if (task === null) return null;
      const ended = await this.links.endAll(tx, { committeeId, taskId });
      const instance = await loadInstance(tx, committeeId, task.instanceId, { forUpdate: false });
      if (ended > 0 && instance !== null) {
        await this.engine.note(
          tx,
          instance,
          { event: 'links-ended', input: { links: ended } },
          actorIn(actor, committeeId),
        );
      }
      return ended;
    });
  }
}
