import { Injectable, type OnModuleInit } from '@nestjs/common';
import { expandPlan } from '@xushi/domain';
import { CommitteeRules, type EngineActor, WorkflowEngine, type WorkflowInstance } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';
import { loadAnchorDays } from '../work-calendar/index.js';
import { insertOccurrences } from './occurrence.query.js';
import { PlanRepository, planItemOf, publishedItemOf } from './plan.repository.js';
import { addRevision } from './plan-revision.query.js';
import { caseFor } from './redate-plan.js';

/**
 * What publishing a plan sets going: its occurrences, a case for each, and with the cases their tasks and reminders.
 * Runs in the transaction of the publishing itself: a plan is published whole or not at all.
 */
@Injectable()
export class PublishPlan implements OnModuleInit {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly rules: CommitteeRules,
    private readonly plans: PlanRepository,
  ) {}

  onModuleInit(): void {
    this.engine.beforeTransition('annual-plan:submit', (tx, instance) => this.#judge(tx, instance));
    this.engine.beforeTransition('annual-plan:record-approval', (tx, instance) => this.#judge(tx, instance));
    this.engine.onTransition('annual-plan:publish', (tx, instance, actor) => this.run(tx, instance, actor));
  }

  async #judge(tx: Tx, { committeeId, id }: WorkflowInstance): Promise<'plan-empty' | null> {
    const plan = await this.plans.findByInstance(tx, committeeId, id);
    const items = plan === null ? [] : await this.plans.items(tx, committeeId, plan.id);
    return items.length === 0 ? 'plan-empty' : null;
  }

  async run(tx: Tx, instance: WorkflowInstance, actor: EngineActor): Promise<void> {
    const { committeeId } = instance;
    const plan = await this.plans.findByInstance(tx, committeeId, instance.id);
    if (plan === null) throw new Error(`Case ${instance.id} publishes a plan that does not exist.`);
    const rows = await this.plans.items(tx, committeeId, plan.id);
    const items = rows.map(planItemOf);
    const { calendar } = await this.rules.inForce(tx, committeeId);
    const anchors = await loadAnchorDays(tx, committeeId, plan.year);
    const expanded = expandPlan(items, plan.year, { calendar, anchors });
    const occurrences = expanded.occurrences.map((occurrence) => ({ id: newId(), ...occurrence }));
    await insertOccurrences(tx, committeeId, occurrences);
    await addRevision(tx, {
      committeeId,
      planId: plan.id,
      publishedBy: actor.accountId,
      reason: null,
      items: rows.map(publishedItemOf),
      changes: [],
    });
    const cases = occurrences.map((occurrence) => caseFor({ committeeId, items }, occurrence, occurrence.id));
    await this.engine.start(tx, cases, actor);
  }
}
