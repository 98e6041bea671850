import { Injectable } from '@nestjs/common';
import { plainFacts } from '@xushi/domain';
import { WorkflowEngine } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import { missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, committeeOf, tenantsOf } from '../account/index.js';
import { alreadyOffered, insertOffers } from './passed-down.query.js';
import { PlanRepository, publishedItemOf } from './plan.repository.js';

/**
 * Offers an item of a county's plan to townships below it. Each has it before it as a case of its own and answers for
 * itself: a county does not edit its townships' plans. All townships or none.
 */
@Injectable()
export class PassDownItem {
  constructor(
    private readonly doors: Doors,
    private readonly engine: WorkflowEngine,
    private readonly plans: PlanRepository,
  ) {}

  run(
    actor: Actor,
    input: { committeeId: string; planId: string; itemId: string; committeeIds: readonly string[] },
  ): Promise<Result<null, 'townships-missing' | 'not-below' | 'passed-down-already'>> {
    const { committeeId, planId } = input;
    const townships = [...new Set(input.committeeIds)];
    const below = new Set(actor.committees.filter((one) => one.parentId === committeeId).map(({ id }) => id));
    return this.doors.inTenant(
      tenantsOf(actor, committeeId, ...townships.filter((id) => below.has(id))),
      async (tx) => {
        // Locked: two clerks passing the same item down take turns.
        const plan = await this.plans.findLocked(tx, committeeId, planId);
        const item = (await this.plans.items(tx, committeeId, planId)).find(({ id }) => id === input.itemId);
        if (plan === null || item === undefined) return missing;
        if (townships.length === 0) return refused('townships-missing', 'committeeIds');
        if (!townships.every((id) => below.has(id))) return refused('not-below', 'committeeIds');
        if ((await alreadyOffered(tx, item.id, townships)).length > 0) {
          return refused('passed-down-already', 'committeeIds');
        }
        const offers = [];
        for (const township of townships) {
          const [instance] = await this.engine.start(
            tx,
            [
              {
                committeeId: township,
                definition: 'passed-down-item',
                title: item.title,
                category: item.category,
                occurrenceId: null,
                facts: plainFacts,
              },
            ],
            actorIn(actor, committeeId),
          );
          if (instance === undefined) throw new Error('The engine opened no case for the offer.');
          offers.push({ committeeId: township, instanceId: instance.id });
        }
        const name = committeeOf(actor, committeeId)?.name ?? '';
        await insertOffers(tx, { committeeId, name, year: plan.year, item: publishedItemOf(item) }, offers);
        return ok(null);
      },
    );
  }
}
