import { Injectable } from '@nestjs/common';
import type { MoveFault, MoveWarning } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import { conflict, missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, tenantsOf } from '../account/index.js';
import { MoveRun } from '../annual-plan/index.js';
import { MoveRipple } from './move-ripple.js';

export interface MoveInput {
  readonly committeeId: string;
  readonly occurrenceId: string;
  readonly to: string;
  readonly reason: string;
  /** The one that the trial answered with; a trial takes any. */
  readonly lockVersion: number | null;
  readonly isTrial: boolean;
}

type MoveAnswer = Awaited<ReturnType<MoveRipple['of']>> & {
  readonly isMade: boolean;
  readonly from: string;
  readonly to: string;
  readonly deadline: { readonly from: string; readonly to: string } | null;
  readonly warnings: readonly MoveWarning[];
  readonly lockVersion: number;
};

const ofTheDay: readonly MoveFault[] = ['date-in-past', 'date-outside-year', 'date-unchanged'];

/** Moves one run of the plan to another day, or tries what that would do. Who saw an older state is told. */
@Injectable()
export class MoveEntry {
  constructor(
    private readonly doors: Doors,
    private readonly moveRun: MoveRun,
    private readonly ripple: MoveRipple,
  ) {}

  run(actor: Actor, input: MoveInput) {
    const { committeeId, occurrenceId, reason, isTrial } = input;
    const by = actorIn(actor, committeeId);
    return this.doors.inTenant(
      tenantsOf(actor, committeeId),
      async (tx): Promise<Result<MoveAnswer, MoveFault | 'text-missing'>> => {
        const target = { committeeId, occurrenceId, to: Temporal.PlainDate.from(input.to) };
        const looked = await this.moveRun.look(tx, target, by);
        if (looked === null) return missing;
        const { instance, rules, move } = looked;
        if (!isTrial && input.lockVersion !== instance.lockVersion) return conflict(instance.lockVersion);
        if (typeof move === 'string') return ofTheDay.includes(move) ? refused(move, 'to') : refused(move);
        if (!isTrial && reason.trim() === '') return refused('text-missing', 'reason');
        const ripple = await this.ripple.of(tx, instance, move, rules);
        if (!isTrial) await this.moveRun.apply(tx, instance, move, { actor: by, reason: reason.trim() });
        const before = instance.facts.occurrence?.dueOn ?? null;
        const after = move.occurrence?.dueOn ?? null;
        const hasDeadline = move.arrangement !== null && before !== null && after !== null;
        return ok({
          isMade: !isTrial,
          from: move.from,
          to: move.to,
          deadline: hasDeadline ? { from: before, to: after } : null,
          warnings: move.warnings,
          ...ripple,
          lockVersion: instance.lockVersion,
        });
      },
    );
  }
}
