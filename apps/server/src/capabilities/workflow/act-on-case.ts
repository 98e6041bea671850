import { Injectable } from '@nestjs/common';
import type { ActionInput, RefusalCode } from '@xushi/domain';
import { WorkflowEngine } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import { conflict, missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, tenantsOf } from '../account/index.js';
import { type CaseView, readCase } from './case.query.js';

/** Takes one of a case's allowed actions for the caller. The definition judges role, state and fields. */
@Injectable()
export class ActOnCase {
  constructor(
    private readonly doors: Doors,
    private readonly engine: WorkflowEngine,
  ) {}

  run(
    actor: Actor,
    input: { committeeId: string; instanceId: string; lockVersion: number; event: string; input: ActionInput },
  ): Promise<Result<CaseView, RefusalCode>> {
    const { committeeId } = input;
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      const command = { event: input.event, input: input.input };
      const own = await this.engine.act(tx, input, command, actorIn(actor, committeeId));
      // What no office of one's own allows, a delegate may do in the leader's name.
      const delegate = actorIn(actor, committeeId, ['leader']);
      const isClosed = !own.ok && own.why === 'refused' && own.code === 'role-not-allowed';
      const result =
        isClosed && delegate.onBehalfOfAccountId !== null ? await this.engine.act(tx, input, command, delegate) : own;
      if (result.ok) {
        const view = await readCase(tx, input, actor);
        return view === null ? missing : ok(view);
      }
      if (result.why === 'missing') return missing;
      if (result.why === 'conflict') return conflict(result.currentLockVersion);
      return refused(result.code, result.field);
    });
  }
}
