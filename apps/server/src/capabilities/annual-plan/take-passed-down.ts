import { Injectable, type OnModuleInit } from '@nestjs/common';
import { loadInstance, WorkflowEngine, type WorkflowInstance } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';
import { isEditable } from './edit-plan-item.js';
import { lockOffer } from './passed-down.query.js';
import { PlanRepository } from './plan.repository.js';

/**
 * A township that accepts a county's key point gets it as the last item of its own plan of that year, to be edited like
 * any other. The plan must be open for editing: a draft, or a published one that is being amended.
 */
@Injectable()
export class TakePassedDown implements OnModuleInit {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly plans: PlanRepository,
  ) {}

  onModuleInit(): void {
    for (const event of ['accept', 'adapt']) {
      this.engine.beforeTransition(`passed-down-item:${event}`, (tx, instance) => this.#judge(tx, instance));
      this.engine.onTransition(`passed-down-item:${event}`, (tx, instance) => this.#take(tx, instance));
    }
  }

  async #judge(tx: Tx, instance: WorkflowInstance): Promise<'plan-not-open' | null> {
    return (await this.#openPlan(tx, instance)) === null ? 'plan-not-open' : null;
  }

  async #take(tx: Tx, instance: WorkflowInstance): Promise<void> {
    const { committeeId } = instance;
    const plan = await this.#openPlan(tx, instance);
    if (plan === null) throw new Error(`The plan that takes ${instance.id} was closed meanwhile.`);
    const { item } = await lockOffer(tx, committeeId, instance.id);
    const last = (await this.plans.items(tx, committeeId, plan.id)).at(-1)?.position ?? 0;
    const taken = {
      ...item,
      committeeId,
      planId: plan.id,
      id: newId(),
      position: last + 1,
      isRemoved: false,
      // The county's people, groups and offices are not the township's.
      groupId: null,
      responsibleAccountId: null,
      leaderAccountId: null,
      leadOffice: null,
      cooperating: [],
    };
    await this.plans.saveItem(tx, taken);
    await this.plans.touch(tx, plan);
    await tx.query('update passed_down_item set item_id = $3 where committee_id = $1 and instance_id = $2', [
      committeeId,
      instance.id,
      taken.id,
    ]);
  }

  async #openPlan(tx: Tx, { committeeId, id }: WorkflowInstance) {
    const { year } = await lockOffer(tx, committeeId, id);
    const plan = await this.plans.findByYearLocked(tx, committeeId, year);
    if (plan === null) return null;
    const instance = await loadInstance(tx, committeeId, plan.instanceId, { forUpdate: true });
    return instance !== null && isEditable(instance.state) ? plan : null;
  }
}
