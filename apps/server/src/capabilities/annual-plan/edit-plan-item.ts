import { Injectable } from '@nestjs/common';
import { dateIn, isInOffice, judgePlanItem, type Membership, type PlanItem, type PlanItemFault } from '@xushi/domain';
import { loadInstance } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';
import { conflict, missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, loadRoster, tenantsOf } from '../account/index.js';
import { PlanRepository } from './plan.repository.js';
import type { PlanRow } from './plan.row.js';

export interface PlanItemTarget {
  readonly committeeId: string;
  readonly planId: string;
  readonly lockVersion: number;
}

type Refusal = 'plan-not-editable' | PlanItemFault['code'] | 'responsible-unknown' | 'leader-unknown' | 'group-unknown';

/** A plan's items change while it is a draft, and while a published one is being amended. */
export function isEditable(state: string): boolean {
  return state === 'draft' || state === 'amending';
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
      const unknown = await this.#unknownPeople(tx, committeeId, item);
      if (unknown !== null) return unknown;
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

  /** The person and the leader in charge hold an office today, the leader that of a leader; the group exists. */
  async #unknownPeople(tx: Tx, committeeId: string, item: Omit<PlanItem, 'id'>) {
    const { responsibleAccountId, leaderAccountId, groupId } = item;
    const accountIds = [responsibleAccountId, leaderAccountId].filter((id) => id !== null);
    const roster = (await loadRoster(tx, [committeeId], { roles: [], accountIds })).get(committeeId) ?? [];
    const today = dateIn('Asia/Shanghai', tx.now).toString();
    const isHere = (accountId: string | null, isMeant: (office: Membership) => boolean) =>
      accountId === null || roster.some((one) => one.accountId === accountId && isMeant(one) && isInOffice(one, today));
    if (!isHere(responsibleAccountId, () => true)) return refused('responsible-unknown', 'responsibleAccountId');
    if (!isHere(leaderAccountId, ({ role }) => role === 'leader')) return refused('leader-unknown', 'leaderAccountId');
    if (groupId !== null && !(await this.plans.hasGroup(tx, committeeId, groupId))) {
      return refused('group-unknown', 'groupId');
    }
    return null;
  }

  #edit<Reason extends string>(
    actor: Actor,
    target: PlanItemTarget,
    work: (tx: Tx, plan: PlanRow) => Promise<Result<null, Reason>>,
  ): Promise<Result<null, Reason | 'plan-not-editable'>> {
    return this.doors.inTenant(tenantsOf(actor, target.committeeId), async (tx) => {
      const plan = await this.plans.findLocked(tx, target.committeeId, target.planId);
      if (plan === null) return missing;
      if (plan.lockVersion !== target.lockVersion) return conflict(plan.lockVersion);
      // The case is locked too: nobody submits the plan between the question and the save.
      const instance = await loadInstance(tx, target.committeeId, plan.instanceId, { forUpdate: true });
      if (instance === null || !isEditable(instance.state)) return refused('plan-not-editable');
      const result = await work(tx, plan);
      if (result.ok) await this.plans.touch(tx, plan);
      return result;
    });
  }
}
