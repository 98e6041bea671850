import { Injectable } from '@nestjs/common';
import { coverageOf, placeholdersOf, type WantedPerson, wantedPeople } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { type Actor, actorIn, loadRoster, todayIn } from '../account/index.js';
import { readCase } from '../workflow/index.js';
import { wordsOf } from './cadence-words.js';
import { isEditable } from './edit-plan-item.js';
import { listItems, listOccurrences, listPlans } from './plan.query.js';
import { PlanRepository } from './plan.repository.js';

type Item = Awaited<ReturnType<typeof listItems>>[number];

/** A plan with its items, occurrences and case; null when there is no such plan. */
@Injectable()
export class ReadPlan {
  constructor(private readonly plans: PlanRepository) {}

  async run(tx: Tx, actor: Actor, committeeId: string, planId: string) {
    const [plan] = await listPlans(tx, committeeId, planId);
    if (plan === undefined) return null;
    const view = await readCase(tx, { committeeId, instanceId: plan.instanceId }, actor);
    if (view === null) throw new Error(`Plan ${planId} has no case.`);
    const isClerk = actorIn(actor, committeeId).roles.includes('staff');
    const occurrences = await listOccurrences(tx, committeeId, planId);
    const isEdited = isEditable(plan.state) && isClerk;
    const items = await listItems(tx, committeeId, planId);
    const wanted = isEdited ? await this.#wanted(tx, actor, { committeeId, year: plan.year, items }) : null;
    return {
      ...plan,
      items: items.map((item) => ({
        ...item,
        cadenceWords: wordsOf(item),
        wanted: wanted?.get(item.id) ?? [],
        placeholders: placeholdersOf(item),
      })),
      occurrences,
      coverage: coverageOf(occurrences),
      case: view,
      isEditable: isEdited,
    };
  }

  /** Whom each item still wants, by the plan of the year before it and by who is in office. */
  async #wanted(
    tx: Tx,
    actor: Actor,
    { committeeId, year, items }: { committeeId: string; year: number; items: readonly Item[] },
  ) {
    const earlier = (await listPlans(tx, committeeId)).find((one) => one.year < year);
    const itemsBefore = earlier === undefined ? [] : await listItems(tx, committeeId, earlier.id);
    const before = earlier === undefined ? null : { year: earlier.year, items: itemsBefore };
    const people = {
      roster: (await loadRoster(tx, [committeeId])).get(committeeId) ?? [],
      groupIds: await this.plans.groupIds(tx, committeeId),
      today: todayIn(actor, committeeId).toString(),
      toYear: year,
    };
    const named = [...items, ...itemsBefore];
    return new Map(
      items.map((item) => [
        item.id,
        wantedPeople(item, before, people).map(({ field, formerId }) => ({
          field,
          formerName: nameIn(named, { field, formerId }),
        })),
      ]),
    );
  }
}

const names = { responsibleAccountId: 'responsibleName', leaderAccountId: 'leaderName', groupId: 'groupName' } as const;

/** What a person or group that some item names is called. */
function nameIn(items: readonly Item[], { field, formerId }: WantedPerson): string {
  return items.find((item) => item[field] === formerId)?.[names[field]] ?? '';
}
