import { Injectable } from '@nestjs/common';
import { coverageOf } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { type Actor, actorIn } from '../account/index.js';
import { readCase } from '../workflow/index.js';
import { wordsOf } from './cadence-words.js';
import { isEditable } from './edit-plan-item.js';
import { listItems, listOccurrences, listPlans } from './plan.query.js';

/** A plan with its items, occurrences and case; null when there is no such plan. */
@Injectable()
export class ReadPlan {
  async run(tx: Tx, actor: Actor, committeeId: string, planId: string) {
    const [plan] = await listPlans(tx, committeeId, planId);
    if (plan === undefined) return null;
    const view = await readCase(tx, { committeeId, instanceId: plan.instanceId }, actor);
    if (view === null) throw new Error(`Plan ${planId} has no case.`);
    const isClerk = actorIn(actor, committeeId).roles.includes('staff');
    const occurrences = await listOccurrences(tx, committeeId, planId);
    return {
      ...plan,
      items: (await listItems(tx, committeeId, planId)).map((item) => ({ ...item, cadenceWords: wordsOf(item) })),
      occurrences,
      coverage: coverageOf(occurrences),
      case: view,
      isEditable: isEditable(plan.state) && isClerk,
    };
  }
}
