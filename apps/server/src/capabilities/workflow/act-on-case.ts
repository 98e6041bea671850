import { Injectable } from '@nestjs/common';
import type { ActionInput, RefusalCode } from '@xushi/domain';
import { type ActResult, type EngineActor, loadInstance, WorkflowEngine } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict, missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, stoodFor, tenantsOf } from '../account/index.js';
import { type CaseView, namedIn, readCase } from './case.query.js';

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
      let result = await this.engine.act(tx, input, command, actorIn(actor, committeeId));
      // What no office of one's own allows, one may do for somebody: in their name, and the history says so.
      for (const by of isClosed(result) ? await inPlaceOf(tx, actor, input) : []) {
        if (isClosed(result)) result = await this.engine.act(tx, input, command, by);
      }
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

const isClosed = (result: ActResult): boolean =>
  !result.ok && result.why === 'refused' && result.code === 'role-not-allowed';

/** Whom one may act for in a case: a leader as their delegate, people named in it as their stand-in. */
async function inPlaceOf(
  tx: Tx,
  actor: Actor,
  { committeeId, instanceId }: { committeeId: string; instanceId: string },
): Promise<EngineActor[]> {
  const delegate = actorIn(actor, committeeId, ['leader']);
  const instance = await loadInstance(tx, committeeId, instanceId, { forUpdate: false });
  const stood = instance === null ? [] : await stoodFor(tx, actor, committeeId, namedIn(instance));
  return [
    ...(delegate.onBehalfOfAccountId === null ? [] : [delegate]),
    ...stood.map((accountId) => ({
      ...actorIn(actor, committeeId),
      standsInFor: [accountId],
      onBehalfOfAccountId: accountId,
    })),
  ];
}
