import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ActionInput, officeChanges } from '@xushi/domain';
import { CommitteeRules, type EngineActor, WorkflowEngine, type WorkflowInstance } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { type DateMove, loadAnchorDays } from '../work-calendar/index.js';
import { PlanRepository, planItemOf, publishedItemOf } from './plan.repository.js';
import type { PlanRow } from './plan.row.js';
import { addRevision, publishedItems } from './plan-revision.query.js';
import { presentChanges, presentOfficeChanges } from './present-changes.js';
import { type RedatedPlan, RedatePlan } from './redate-plan.js';

/**
 * A published plan is amended in three steps: staff edit its items, see what would move, and publish the amendment
 * with a reason. Until then everything runs by the last revision; an amendment that is discarded leaves no trace but
 * the line in the history.
 */
@Injectable()
export class AmendPlan implements OnModuleInit {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly rules: CommitteeRules,
    private readonly plans: PlanRepository,
    private readonly redatePlan: RedatePlan,
  ) {}

  onModuleInit(): void {
    this.engine.beforeTransition('annual-plan:publish-amendment', (tx, instance) => this.#judge(tx, instance));
    this.engine.onTransition('annual-plan:publish-amendment', (tx, instance, actor, input) =>
      this.#publish(tx, instance, actor, input),
    );
    this.engine.onTransition('annual-plan:discard-amendment', (tx, instance) => this.#discard(tx, instance));
  }

  /** What publishing the amendment now would change; null when there is no such plan. Writes nothing. */
  async preview(tx: Tx, committeeId: string, planId: string) {
    const plan = await this.plans.find(tx, committeeId, planId);
    if (plan === null) return null;
    const { redated, rules } = await this.#asEdited(tx, plan);
    const { changes, waiting } = await this.redatePlan.preview(tx, redated, rules);
    return {
      changes: [...presentChanges(redated, changes), ...(await this.#reassigned(tx, redated))],
      waiting: [...waiting],
    };
  }

  async #judge(tx: Tx, { committeeId, id }: WorkflowInstance): Promise<'plan-empty' | null> {
    const plan = await this.#planOf(tx, committeeId, id);
    return (await this.plans.items(tx, committeeId, plan.id)).length === 0 ? 'plan-empty' : null;
  }

  async #publish(tx: Tx, { committeeId, id }: WorkflowInstance, actor: EngineActor, input: ActionInput): Promise<void> {
    const plan = await this.#planOf(tx, committeeId, id);
    const { redated, rules } = await this.#asEdited(tx, plan);
    const changes = await this.redatePlan.apply(tx, redated, { rules, because: 'plan-amended', actor });
    const presented = [...presentChanges(redated, changes), ...(await this.#reassigned(tx, redated))];
    await addRevision(tx, {
      committeeId,
      planId: plan.id,
      publishedBy: actor.accountId,
      reason: String(input.reason ?? ''),
      items: (await this.plans.items(tx, committeeId, plan.id)).map(publishedItemOf),
      changes: presented,
    });
  }

  async #discard(tx: Tx, { committeeId, id }: WorkflowInstance): Promise<void> {
    const plan = await this.#planOf(tx, committeeId, id);
    await this.plans.restoreItems(tx, plan, await publishedItems(tx, committeeId, plan.id));
    await this.plans.touch(tx, plan);
  }

  /** Items that name other offices than the last revision: no case of theirs changes. */
  async #reassigned(tx: Tx, { committeeId, id, items }: RedatedPlan): Promise<DateMove[]> {
    return presentOfficeChanges(committeeId, officeChanges(await publishedItems(tx, committeeId, id), items));
  }

  async #asEdited(tx: Tx, { committeeId, id, year }: PlanRow) {
    const { calendar, profile } = await this.rules.inForce(tx, committeeId);
    const items = (await this.plans.items(tx, committeeId, id)).map(planItemOf);
    const redated = { committeeId, id, year, zone: profile.reminder.zone, items };
    return { redated, rules: { calendar, anchors: await loadAnchorDays(tx, committeeId, year) } };
  }

  async #planOf(tx: Tx, committeeId: string, instanceId: string): Promise<PlanRow> {
    const plan = await this.plans.findByInstance(tx, committeeId, instanceId);
    if (plan === null) throw new Error(`Case ${instanceId} is of a plan that does not exist.`);
    return plan;
  }
}
