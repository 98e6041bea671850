import { Injectable, type OnModuleInit } from '@nestjs/common';
import { chooseLadder, dateIn, holdersByRule, type Membership, type OpenTask } from '@xushi/domain';
import { type StepEffects, WorkflowEngine } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';
import { loadRoster } from '../account/index.js';
import { holdWithOthers } from './hold.query.js';
import { closeTasks, insertTasks, moveTasks, type NewTask } from './task.query.js';
import { TaskListeners } from './task-listeners.js';

/** What workflow steps mean for tasks: opened for the people the rules name, moved, completed, cancelled. */
@Injectable()
export class TaskEffects implements OnModuleInit {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly listeners: TaskListeners,
  ) {}

  onModuleInit(): void {
    this.engine.onEffects((tx, steps) => this.apply(tx, steps));
  }

  async apply(tx: Tx, steps: readonly StepEffects[]): Promise<void> {
    for (const step of steps) {
      await this.#close(tx, step);
      await this.#move(tx, step);
    }
    const opening = steps.filter((step) => step.effects.some((one) => one.effect === 'open-task'));
    if (opening.length === 0) return;
    const committeeIds = [...new Set(opening.map((step) => step.instance.committeeId))];
    const rosters = await loadRoster(tx, committeeIds);
    const opened = opening.flatMap((step) =>
      step.effects
        .filter((effect) => effect.effect === 'open-task')
        .flatMap((effect) => tasksOpenedBy(tx, step, effect, rosters.get(step.instance.committeeId) ?? [])),
    );
    if (opened.length === 0) return;
    await insertTasks(tx, opened);
    await holdWithOthers(tx, opened);
    // What awaits its release begins, for those who owe it, the day it is released.
    await this.listeners.opened(
      tx,
      opened.filter((task) => !task.isHeld),
    );
  }

  async #close(tx: Tx, { instance, effects, actor }: StepEffects): Promise<void> {
    const closed: string[] = [];
    const by = { accountId: actor.accountId, onBehalfOfAccountId: actor.onBehalfOfAccountId };
    for (const effect of effects) {
      if (effect.effect !== 'complete-task' && effect.effect !== 'cancel-task') continue;
      const doneOn = effect.effect === 'complete-task' ? effect.doneOn : null;
      closed.push(...(await closeTasks(tx, instance, { kind: effect.kind, doneOn, by })));
    }
    await this.listeners.closed(tx, instance.committeeId, closed);
  }

  async #move(tx: Tx, { instance, effects, rules }: StepEffects): Promise<void> {
    const { committeeId } = instance;
    for (const effect of effects) {
      if (effect.effect !== 'move-task') continue;
      const { opensOn, dueOn } = effect;
      const moved = (await moveTasks(tx, instance, effect))
        .filter((task) => task.previousOpensOn !== opensOn || task.previousDueOn !== dueOn)
        .map((task) => ({ committeeId, ...task, opensOn, dueOn, rules }));
      await this.listeners.moved(tx, moved, effect.because);
    }
  }
}

/** The tasks an effect opens, one for each who owes it by its rule. Writes nothing. */
export function tasksOpenedBy(
  tx: Tx,
  { instance, rules }: StepEffects,
  effect: OpenTask,
  roster: readonly Membership[],
): (NewTask & { rules: StepEffects['rules'] })[] {
  const today = dateIn(rules.profile.reminder.zone, tx.now).toString();
  const holders = effect.joiners ?? holdersByRule(effect.holder, instance.facts, roster, today);
  return holders.map((holder) => ({
    committeeId: instance.committeeId,
    id: newId(),
    instanceId: instance.id,
    kind: effect.kind,
    holderAccountId: holder.kind === 'account' ? holder.accountId : null,
    holderRole: holder.kind === 'role' ? holder.role : null,
    holderUnitId: holder.kind === 'unit' ? holder.unitId : null,
    leaderAccountId: instance.facts.leaderAccountId,
    ladder: chooseLadder(rules.profile.ladders, { ...effect, rule: effect.holder, holder }, roster, today),
    ruleProfileVersion: instance.ruleProfileVersion,
    opensOn: effect.opensOn,
    dueOn: effect.dueOn,
    dueReason: effect.dueReason,
    target: effect.target,
    byContribution: effect.byContribution,
    whenAllDone: effect.whenAllDone,
    origin: effect.origin,
    isHeld: effect.heldUntilReleased,
    heldWith: effect.heldWith,
    rules,
  }));
}
