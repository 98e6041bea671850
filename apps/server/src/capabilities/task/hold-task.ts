import { Injectable } from '@nestjs/common';
import { definitions, heldAlong } from '@xushi/domain';
import { CommitteeRules, WorkflowEngine } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict, missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, tenantsOf } from '../account/index.js';
import { holdTasks, releaseTasks } from './hold.query.js';
import { type LockedTask, lockTask } from './task.query.js';
import { TaskListeners } from './task-listeners.js';

interface Target {
  readonly committeeId: string;
  readonly taskId: string;
  readonly lockVersion: number;
}

/**
 * Pauses a task with a reason and lets it go on, and with it the tasks of its case that are held along: who is invited
 * to an activity that is paused is not asked to answer. Releases what a handling unit owes to it. While it is on hold
 * its rungs are recorded as held and nobody is written to; those that passed are not made up for afterwards.
 */
@Injectable()
export class HoldTask {
  constructor(
    private readonly doors: Doors,
    private readonly engine: WorkflowEngine,
    private readonly rules: CommitteeRules,
    private readonly listeners: TaskListeners,
  ) {}

  hold(
    actor: Actor,
    target: Target,
    reason: string,
  ): Promise<Result<null, 'task-not-open' | 'already-on-hold' | 'text-missing'>> {
    return this.#change(actor, target, async (tx, task) => {
      if (reason.trim() === '') return refused('text-missing', 'reason');
      if (task.heldAt !== null) return refused('already-on-hold');
      const held = { by: actor.accountId, reason: reason.trim() };
      await holdTasks(
        tx,
        { ...target, instanceId: task.instanceId },
        heldAlong(definitions[task.definition], task.kind),
        held,
      );
      await this.#note(tx, actor, target, task, 'held', { reason: reason.trim() });
      return ok(null);
    });
  }

  release(actor: Actor, target: Target): Promise<Result<null, 'task-not-open' | 'not-on-hold'>> {
    return this.#change(actor, target, async (tx, task) => {
      if (task.heldAt === null) return refused('not-on-hold');
      await releaseTasks(
        tx,
        { ...target, instanceId: task.instanceId },
        heldAlong(definitions[task.definition], task.kind),
      );
      await this.#note(tx, actor, target, task, 'released', {});
      if (task.awaitsRelease) await this.#begin(tx, target.committeeId, task);
      return ok(null);
    });
  }

  /** Outside units hear of a task from the day a named person released it. */
  async #begin(tx: Tx, committeeId: string, task: LockedTask): Promise<void> {
    const rules = (await this.rules.forCases(tx, [committeeId]))(committeeId, task.ruleProfileVersion);
    await this.listeners.opened(tx, [{ ...task, committeeId, rules }]);
  }

  #change<Reason extends string>(
    actor: Actor,
    target: Target,
    change: (tx: Tx, task: LockedTask) => Promise<Result<null, Reason>>,
  ): Promise<Result<null, Reason | 'task-not-open'>> {
    return this.doors.inTenant(tenantsOf(actor, target.committeeId), async (tx) => {
      const task = await lockTask(tx, target.committeeId, target.taskId);
      if (task === null) return missing;
      if (task.status !== 'open') return refused('task-not-open');
      if (task.lockVersion !== target.lockVersion) return conflict(task.lockVersion);
      return change(tx, task);
    });
  }

  #note(tx: Tx, actor: Actor, target: Target, task: LockedTask, event: string, input: Record<string, string>) {
    return this.engine.note(
      tx,
      { committeeId: target.committeeId, id: task.instanceId, state: task.instanceState },
      { event, input: { task: task.kind, ...input } },
      actorIn(actor, target.committeeId, ['staff', 'leader']),
    );
  }
}
