import { Injectable } from '@nestjs/common';
import { judgePlanItem, type PlanItem, type PlanItemFault } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import { newId } from '../../platform/ids.js';
import { ok, type Result } from '../../platform/refusal.js';
import { type Actor, tenantsOf } from '../account/index.js';
import { lockForEdit, type PlanItemTarget } from './edit-plan-item.js';
import { judgePeople, type PeopleFault } from './judge-people.js';
import { PlanRepository } from './plan.repository.js';

type NewItem = Omit<PlanItem, 'id'> & { readonly sourceText: string | null };

/** What keeps one of many items out of the plan, by its place in what was sent and its field. */
export interface ItemFault {
  readonly index: number;
  readonly field: string;
  readonly reason: PlanItemFault['code'] | PeopleFault['code'];
}

export interface ItemsTaken {
  readonly taken: number;
  readonly lockVersion: number;
  readonly faults: readonly ItemFault[];
}

/** Takes many items into a plan in one act: all of them, or none with every fault named. */
@Injectable()
export class TakeItems {
  constructor(
    private readonly doors: Doors,
    private readonly plans: PlanRepository,
  ) {}

  run(
    actor: Actor,
    input: PlanItemTarget & { readonly items: readonly NewItem[] },
  ): Promise<Result<ItemsTaken, 'plan-not-editable'>> {
    const { committeeId, items } = input;
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      const locked = await lockForEdit(tx, this.plans, input);
      if (!locked.ok) return locked;
      const plan = locked.value;
      const peopleFault = await judgePeople(tx, this.plans, committeeId, items);
      const faults = items.flatMap((item, index) =>
        [judgePlanItem(item, plan.year), peopleFault(item)].flatMap((fault) =>
          fault === null ? [] : [{ index, field: fault.field, reason: fault.code }],
        ),
      );
      if (faults.length > 0) return ok({ taken: 0, lockVersion: plan.lockVersion, faults });
      const last = (await this.plans.items(tx, committeeId, plan.id)).at(-1)?.position ?? 0;
      await this.plans.addItems(
        tx,
        items.map((item, index) => ({
          ...item,
          title: item.title.trim(),
          committeeId,
          planId: plan.id,
          isRemoved: false,
          id: newId(),
          position: last + 1 + index,
        })),
      );
      await this.plans.touch(tx, plan);
      return ok({ taken: items.length, lockVersion: plan.lockVersion + 1, faults });
    });
  }
}
