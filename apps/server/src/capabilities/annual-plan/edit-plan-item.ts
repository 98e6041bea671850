import { Injectable } from '@nestjs/common';
import { judgePlanItem, type PlanItem, type PlanItemFault } from '@xushi/domain';
import { loadInstance } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';
import { conflict, missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, tenantsOf } from '../account/index.js';
import { judgePeople, type PeopleFault } from './judge-people.js';
import { PlanRepository } from './plan.repository.js';
import type { PlanRow } from './plan.row.js';

export interface PlanItemTarget {
  readonly committeeId: string;
  readonly planId: string;
  readonly lockVersion: number;
}

type Refusal = 'plan-not-editable' | PlanItemFault['code'] | PeopleFault['code'];

/** A plan's items change while it is a draft, and while a published one is being amended. */
export function isEditable(state: string): boolean {
  return state === 'draft' || state === 'amending';
}

/** The plan, locked as its editor saw it. Refuses one that somebody else changed since, or that is not edited now. */
export async function lockForEdit(
  tx: Tx,
  plans: PlanRepository,
  { committeeId, planId, lockVersion }: PlanItemTarget,
): Promise<Result<PlanRow, 'plan-not-editable'>> {
  const plan = await plans.findLocked(tx, committeeId, planId);
  if (plan === null) return missing;
  if (plan.lockVersion !== lockVersion) return conflict(plan.lockVersion);
  // The case is locked too: nobody submits the plan between the question and the save.
  const instance = await loadInstance(tx, committeeId, plan.instanceId, { forUpdate: true });
  return instance !== null && isEditable(instance.state) ? ok(plan) : refused('plan-not-editable');
}

/**
 * Adds, changes and removes items of a draft or an amendment. A plan that was submitted is not edited until it is sent
 * back.
 */
@Injectable()
export class EditPlanItem {
  constructor(
    private readonly doors: Doors,
    private readonly plans: PlanRepository,
  ) {}

  save(
    actor: Actor,
    target: PlanItemTarget & { itemId: string | null },
    item: Omit<PlanItem, 'id'> & { sourceText: string | null },
  ): Promise<Result<null, Refusal>> {
    const { committeeId } = target;
    return this.#edit(actor, target, async (tx, plan) => {
      const fault = judgePlanItem(item, plan.year);
      if (fault !== null) return refused(fault.code, fault.field);
      const unknown = (await judgePeople(tx, this.plans, committeeId, [item]))(item);
      if (unknown !== null) return refused(unknown.code, unknown.field);
      const items = await this.plans.items(tx, committeeId, plan.id);
      const known = items.find((one) => one.id === target.itemId);
      if (target.itemId !== null && known === undefined) return missing;
      const last = items.at(-1)?.position ?? 0;
      await this.plans.saveItem(tx, {
        ...item,
        title: item.title.trim(),
        committeeId,
        planId: plan.id,
        isRemoved: false,
        id: known?.id ?? newId(),
        position: known?.position ?? last + 1,
      });
      return ok(null);
    });
  }

  remove(actor: Actor, target: PlanItemTarget, itemId: string): Promise<Result<null, 'plan-not-editable'>> {
    return this.#edit(actor, target, async (tx, plan) => {
      await this.plans.removeItem(tx, target.committeeId, plan.id, itemId);
      return ok(null);
    });
  }

  #edit<Reason extends string>(
    actor: Actor,
    target: PlanItemTarget,
    work: (tx: Tx, plan: PlanRow) => Promise<Result<null, Reason>>,
  ): Promise<Result<null, Reason | 'plan-not-editable'>> {
    return this.doors.inTenant(tenantsOf(actor, target.committeeId), async (tx) => {
      const locked = await lockForEdit(tx, this.plans, target);
      if (!locked.ok) return locked;
      const result = await work(tx, locked.value);
      if (result.ok) await this.plans.touch(tx, locked.value);
      return result;
    });
  }
}
