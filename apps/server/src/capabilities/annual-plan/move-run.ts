import { Injectable } from '@nestjs/common';
import { dateIn, type MoveFault, moveRun, type RunMove } from '@xushi/domain';
import {
  CommitteeRules,
  type EngineActor,
  type Rules,
  WorkflowEngine,
  type WorkflowInstance,
} from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { loadMovableRun, lockRun } from './movable-run.query.js';
import { moveOccurrences } from './occurrence.query.js';

/** A run looked at, its case locked, and what moving it would do. */
export interface LookedAt {
  readonly instance: WorkflowInstance;
  readonly rules: Rules;
  readonly move: RunMove | MoveFault;
}

/**
 * Moves one run of a published plan by hand. The domain's `moveRun` says what that does; what is shown is what is then
 * done. Its case is locked from the look until it is done, so that two people, an amendment and a holiday notice come
 * one after the other.
 */
@Injectable()
export class MoveRun {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly rules: CommitteeRules,
  ) {}

  /** Null when there is no such run. Writes nothing. */
  async look(
    tx: Tx,
    target: { readonly committeeId: string; readonly occurrenceId: string; readonly to: Temporal.PlainDate },
    actor: EngineActor,
  ): Promise<LookedAt | null> {
    const { committeeId, occurrenceId, to } = target;
    const locked = await lockRun(tx, committeeId, occurrenceId);
    if (locked === null) return null;
    const { instance } = locked;
    const rules = (await this.rules.forCases(tx, [committeeId]))(committeeId, instance.ruleProfileVersion);
    const today = dateIn(rules.profile.reminder.zone, tx.now);
    const move = moveRun(await loadMovableRun(tx, locked, rules), to, { today, ...rules, actor });
    return { instance, rules, move };
  }

  /** Does what was looked at in the same transaction: dates, tasks and reminders, or the new arrangement, or both. */
  async apply(tx: Tx, instance: WorkflowInstance, move: RunMove, by: { actor: EngineActor; reason: string }) {
    const { committeeId, id, occurrenceId } = instance;
    const { occurrence, arrangement, from, to } = move;
    if (occurrence !== null && occurrenceId !== null) {
      const { from: opensOn, dueOn, dueReason } = occurrence;
      await moveOccurrences(tx, committeeId, [{ ...occurrence, id: occurrenceId }]);
      const facts = { ...instance.facts, occurrence: { from: opensOn, dueOn, dueReason } };
      await this.engine.reschedule(tx, [{ instance, facts }], { ...by, because: 'moved-by-hand' });
    }
    if (arrangement === null) return;
    await this.engine.note(tx, instance, { event: 'day-changed', input: { from, to, reason: by.reason } }, by.actor);
    const target = { committeeId, instanceId: id, lockVersion: null };
    const arranged = await this.engine.act(tx, target, { event: 'arrange', input: arrangement }, by.actor);
    if (!arranged.ok) throw new Error(`Case ${id} was to be arranged anew and was not: ${arranged.why}.`);
  }
}
