import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ClosingFault, judgeClosing, type UndoneRun } from '@xushi/domain';
import {
  type ActResult,
  type EngineActor,
  loadInstance,
  WorkflowEngine,
  type WorkflowInstance,
} from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict, missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, tenantsOf } from '../account/index.js';
import { type ClosingRun, listForClosing } from './closing.query.js';
import { PlanRepository } from './plan.repository.js';
import { lockStanding } from './standing.query.js';

/** The end of a plan as its clerk writes it. */
export interface PlanClosingInput {
  readonly committeeId: string;
  readonly planId: string;
  /** Of the plan's case. */
  readonly lockVersion: number;
  readonly note: string;
  readonly undone: readonly (UndoneRun & { readonly reason: string })[];
}

export interface PlanClosed {
  readonly isClosed: boolean;
  readonly notDone: number;
  readonly faults: readonly (ClosingFault & Pick<ClosingRun, 'title' | 'key'>)[];
}

/**
 * Closes a published plan. What was not done is dropped with its reason, so that its tasks end and nobody is reminded
 * of it again; what was held and only lacks its report stays open and owed. All of it, or nothing with every fault
 * named. There is no other way to close a plan while anything of it is undone.
 */
@Injectable()
export class ClosePlan implements OnModuleInit {
  constructor(
    private readonly doors: Doors,
    private readonly engine: WorkflowEngine,
    private readonly plans: PlanRepository,
  ) {}

  onModuleInit(): void {
    this.engine.beforeTransition('annual-plan:close', (tx, instance) => this.#judge(tx, instance));
  }

  run(actor: Actor, input: PlanClosingInput): Promise<Result<PlanClosed, 'action-not-known-here'>> {
    const { committeeId } = input;
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      const plan = await this.plans.find(tx, committeeId, input.planId);
      if (plan === null) return missing;
      const target = { committeeId, instanceId: plan.instanceId, lockVersion: input.lockVersion };
      const instance = await loadInstance(tx, committeeId, plan.instanceId, { forUpdate: true });
      if (instance === null) throw new Error(`Plan ${plan.id} has no case.`);
      if (instance.state !== 'published') return refused('action-not-known-here');
      if (instance.lockVersion !== input.lockVersion) return conflict(instance.lockVersion);
      // Locked first and read after: whoever records something now is either seen here or told to look again.
      await lockStanding(tx, committeeId, plan.id);
      const runs = await listForClosing(tx, committeeId, plan.id);
      const undone = runs.filter(({ standing }) => standing === 'undone');
      if (input.undone.some((one) => !runs.some(({ instanceId }) => instanceId === one.instanceId))) return missing;
      const faults = judgeClosing(undone, input.undone);
      if (faults.length > 0) return ok({ isClosed: false, notDone: 0, faults: faults.map((one) => named(one, runs)) });
      const by = actorIn(actor, committeeId);
      await this.#drop(tx, input, by);
      const note = input.note.trim();
      carriedOut(await this.engine.act(tx, target, { event: 'close', input: note === '' ? {} : { note } }, by));
      return ok({ isClosed: true, notDone: undone.length, faults: [] });
    });
  }

  /** In the closing clerk's name, by the right of the system: no clerk calls off a single matter of a running year. */
  async #drop(tx: Tx, { committeeId, undone }: PlanClosingInput, by: EngineActor): Promise<void> {
    for (const { instanceId, lockVersion, reason } of undone) {
      const command = { event: 'drop', input: { reason: reason.trim() } };
      const target = { committeeId, instanceId, lockVersion };
      carriedOut(await this.engine.act(tx, target, command, { ...by, roles: ['system'] }));
    }
  }

  async #judge(tx: Tx, { committeeId, id }: WorkflowInstance): Promise<'plan-has-undone' | null> {
    const plan = await this.plans.findByInstance(tx, committeeId, id);
    const runs = plan === null ? [] : await listForClosing(tx, committeeId, plan.id);
    return runs.some(({ standing }) => standing === 'undone') ? 'plan-has-undone' : null;
  }
}

function named(fault: ClosingFault, runs: readonly ClosingRun[]) {
  const { title = '', key = '' } = runs.find(({ instanceId }) => instanceId === fault.instanceId) ?? {};
  return { ...fault, title, key };
}

/** Everything was judged under lock: a refusal now is a defect, and thrown it undoes what was written. */
function carriedOut(result: ActResult): void {
  if (!result.ok) throw new Error(`A plan judged fit to be closed was not: ${JSON.stringify(result)}`);
}
