import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CaseFacts, expandPlan, factsOf, type Occurrence } from '@xushi/domain';
import {
  CommitteeRules,
  type EngineActor,
  type NewCase,
  WorkflowEngine,
  type WorkflowInstance,
} from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';
import { loadAnchorDays } from '../work-calendar/index.js';
import { PlanRepository, planItemOf } from './plan.repository.js';

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
    const items = (await this.plans.items(tx, committeeId, plan.id)).map(planItemOf);
    const { calendar } = await this.rules.inForce(tx, committeeId);
    const byId = new Map(items.map((item) => [item.id, item]));
    const anchors = await loadAnchorDays(tx, committeeId, plan.year);
    const expanded = expandPlan(items, plan.year, { calendar, anchors });
    const occurrences = expanded.occurrences.map((occurrence) => ({ id: newId(), ...occurrence }));
    await insertOccurrences(tx, committeeId, occurrences);
    await tx.query(
      `insert into plan_revision (committee_id, plan_id, revision, published_at, published_by, items)
       values ($1, $2, $3, $4, $5, $6)`,
      [committeeId, plan.id, plan.revision + 1, tx.now, actor.accountId, JSON.stringify(items)],
    );
    await tx.query(
      'update plan set revision = revision + 1, lock_version = lock_version + 1 where committee_id = $1 and id = $2',
      [committeeId, plan.id],
    );
    const cases: NewCase[] = occurrences.flatMap((occurrence) => {
      const item = byId.get(occurrence.itemId);
      if (item === undefined) return [];
      const facts: CaseFacts = factsOf(item, occurrence);
      return [
        {
          committeeId,
          definition: item.workflow,
          title: item.title,
          category: item.category,
          occurrenceId: occurrence.id,
          facts,
        },
      ];
    });
    await this.engine.start(tx, cases, actor);
  }
}

async function insertOccurrences(
  tx: Tx,
  committeeId: string,
  occurrences: readonly (Occurrence & { id: string })[],
): Promise<void> {
  await tx.query(
    `insert into occurrence (committee_id, id, plan_item_id, key, from_on, to_on, due_on, due_reason)
     select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[], $6::date[], $7::date[], $8::jsonb[])`,
    [
      committeeId,
      occurrences.map((one) => one.id),
      occurrences.map((one) => one.itemId),
      occurrences.map((one) => one.key),
      occurrences.map((one) => one.from),
      occurrences.map((one) => one.to),
      occurrences.map((one) => one.dueOn),
      occurrences.map((one) => JSON.stringify(one.dueReason)),
    ],
  );
}
