import { Injectable } from '@nestjs/common';
import { loadInstance } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { type Actor, actorIn, todayIn } from '../account/index.js';
import { type ClosingRun, listForClosing, readClose } from './closing.query.js';
import { listPlans } from './plan.query.js';

/** What became of a plan, before and after it is closed; null when there is no such plan. Writes nothing. */
@Injectable()
export class ReadClosing {
  async run(tx: Tx, actor: Actor, { committeeId, planId }: { committeeId: string; planId: string }) {
    const [plan] = await listPlans(tx, committeeId, planId);
    if (plan === undefined) return null;
    const instance = await loadInstance(tx, committeeId, plan.instanceId, { forUpdate: false });
    if (instance === null) throw new Error(`Plan ${planId} has no case.`);
    const today = todayIn(actor, committeeId).toString();
    const runs = await listForClosing(tx, committeeId, planId);
    const those = (standing: ClosingRun['standing']) => runs.filter((run) => run.standing === standing);
    const done = those('done');
    return {
      title: plan.title,
      year: plan.year,
      isClosed: plan.state === 'closed',
      closed: await readClose(tx, committeeId, plan.instanceId),
      lockVersion: instance.lockVersion,
      mayClose: plan.state === 'published' && actorIn(actor, committeeId).roles.includes('staff'),
      done: done.length,
      doneLate: done.filter(({ doneOn, dueOn }) => doneOn !== null && doneOn > dueOn).length,
      postponed: runs.filter(({ isPostponed }) => isPostponed).length,
      notDone: those('not-done').map((run) => ({
        ...runOf(run),
        reason: run.reason,
        at: run.droppedAt?.toString() ?? null,
        byName: run.droppedByName,
      })),
      undone: those('undone').map((run) => ({
        ...runOf(run),
        lockVersion: run.lockVersion,
        isAhead: run.dueOn >= today,
        pieces: run.wanted === null ? null : { received: run.received ?? 0, wanted: run.wanted },
        urged: run.urged,
        holdReason: run.holdReason,
      })),
      owed: those('owed').map(runOf),
    };
  }
}

const runOf = ({ instanceId, title, key, dueOn, workflow, state, responsibleName }: ClosingRun) => ({
  instanceId,
  title,
  key,
  dueOn,
  workflow,
  state,
  responsibleName,
});
