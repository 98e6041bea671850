import { Injectable } from '@nestjs/common';
import {
  amendPlan,
  type DateRules,
  dateIn,
  factsOf,
  type MoveReason,
  type Occurrence,
  type PlanChange,
  type PlanItem,
  type WaitingItem,
} from '@xushi/domain';
import { type EngineActor, loadInstance, type NewCase, WorkflowEngine } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';
import { insertOccurrences, moveOccurrences } from './occurrence.query.js';
import { lockStanding, type StandingRecord } from './standing.query.js';

/** A published plan as it is to be from now on. */
export interface RedatedPlan {
  readonly committeeId: string;
  readonly id: string;
  readonly year: number;
  readonly zone: string;
  readonly items: readonly PlanItem[];
}

/** What a plan's occurrences do when its items, anchors or calendar change, and who had it done for what reason. */
export interface Redating {
  readonly rules: DateRules;
  readonly because: MoveReason;
  readonly actor: EngineActor;
}

/**
 * Carries the changes of a published plan out, case by case: what moves is moved with its tasks and reminders, what
 * goes is withdrawn, what comes is opened. The decision itself is the domain's `amendPlan`, so a preview says exactly
 * what is then done.
 */
@Injectable()
export class RedatePlan {
  constructor(private readonly engine: WorkflowEngine) {}

  /** What would change. Writes nothing; the plan's cases stay locked until the transaction ends. */
  async preview(
    tx: Tx,
    plan: RedatedPlan,
    rules: DateRules,
  ): Promise<{ changes: readonly PlanChange[]; waiting: readonly WaitingItem[] }> {
    const standing = await lockStanding(tx, plan.committeeId, plan.id);
    return amendPlan({ ...plan, standing }, dateIn(plan.zone, tx.now), rules);
  }

  async apply(tx: Tx, plan: RedatedPlan, { rules, because, actor }: Redating): Promise<readonly PlanChange[]> {
    const standing = await lockStanding(tx, plan.committeeId, plan.id);
    const { changes } = amendPlan({ ...plan, standing }, dateIn(plan.zone, tx.now), rules);
    const run: Run = { tx, plan, because, actor, instanceOf: new Map(standing.map((one) => [one.id, one.instanceId])) };
    await this.#withdraw(run, changes);
    await this.#move(run, changes);
    await this.#retitle(run, changes);
    await this.#open(run, changes);
    return changes;
  }

  async #withdraw({ tx, plan, instanceOf }: Run, changes: readonly PlanChange[]): Promise<void> {
    for (const one of changes) {
      if (one.change !== 'dropped' && one.change !== 'replaced') continue;
      const instanceId = known(instanceOf, one.standing.id);
      await this.engine.signal(tx, plan.committeeId, instanceId, 'withdraw');
    }
  }

  async #move({ tx, plan, because, actor, instanceOf }: Run, changes: readonly PlanChange[]): Promise<void> {
    const moved = changes.flatMap((one) =>
      one.change === 'moved' || one.change === 'confirmed' || one.change === 'unconfirmed' ? [one] : [],
    );
    await moveOccurrences(
      tx,
      plan.committeeId,
      moved.map(({ standing, occurrence }) => ({ ...occurrence, id: standing.id })),
    );
    const cases = [];
    for (const { standing, occurrence } of moved) {
      const instanceId = known(instanceOf, standing.id);
      const instance = await loadInstance(tx, plan.committeeId, instanceId, { forUpdate: true });
      if (instance === null) throw new Error(`The case of occurrence ${standing.id} is gone.`);
      cases.push({ instance, facts: { ...instance.facts, ...factsOfDates(occurrence) } });
    }
    await this.engine.reschedule(tx, cases, { actor, because });
  }

  async #retitle({ tx, plan, actor, instanceOf }: Run, changes: readonly PlanChange[]): Promise<void> {
    for (const one of changes) {
      if (one.change !== 'retitled') continue;
      const instanceId = known(instanceOf, one.standing.id);
      const instance = await loadInstance(tx, plan.committeeId, instanceId, { forUpdate: true });
      if (instance === null) continue;
      await this.engine.retitle(tx, instance, one.title, actor);
    }
  }

  /** New occurrences, and new cases for those whose duty is another one now. */
  async #open({ tx, plan, actor }: Run, changes: readonly PlanChange[]): Promise<void> {
    const replaced = changes.flatMap((one) => (one.change === 'replaced' ? [one] : []));
    await moveOccurrences(
      tx,
      plan.committeeId,
      replaced.map(({ standing, occurrence }) => ({ ...occurrence, id: standing.id })),
    );
    const added = changes.flatMap((one) => (one.change === 'added' ? [{ ...one.occurrence, id: newId() }] : []));
    const ids = await insertOccurrences(tx, plan.committeeId, added);
    await this.engine.start(
      tx,
      [
        ...replaced.map(({ standing, occurrence }) => caseFor(plan, occurrence, standing.id)),
        ...added.map((occurrence, index) => caseFor(plan, occurrence, ids[index] ?? occurrence.id)),
      ],
      actor,
    );
  }
}

interface Run {
  readonly tx: Tx;
  readonly plan: RedatedPlan;
  readonly because: MoveReason;
  readonly actor: EngineActor;
  readonly instanceOf: ReadonlyMap<StandingRecord['id'], string>;
}

/** The case that runs for an occurrence of a plan. */
export function caseFor(plan: Pick<RedatedPlan, 'committeeId' | 'items'>, occurrence: Occurrence, id: string): NewCase {
  const item = plan.items.find((one) => one.id === occurrence.itemId);
  if (item === undefined) throw new Error(`Occurrence ${occurrence.key} belongs to no item of the plan.`);
  return {
    committeeId: plan.committeeId,
    definition: item.workflow,
    title: item.title,
    category: item.category,
    occurrenceId: id,
    facts: factsOf(item, occurrence),
  };
}

function factsOfDates({ from, dueOn, dueReason }: Occurrence) {
  return { occurrence: { from, dueOn, dueReason } };
}

function known(ids: ReadonlyMap<string, string>, id: string): string {
  const found = ids.get(id);
  if (found === undefined) throw new Error(`Occurrence ${id} has no case.`);
  return found;
}
