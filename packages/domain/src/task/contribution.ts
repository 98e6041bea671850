/** Something done towards a task, as its record-keeper or its holder tells it. */
export interface NewContribution {
  readonly doneOn: string;
  readonly amount: number;
}

export type ContributionRefusal =
  | 'task-not-open'
  | 'task-not-by-contribution'
  | 'date-in-future'
  | 'date-before-opening'
  | 'amount-invalid';

/**
 * What a contribution makes of a task: its new progress, and the day it was done when the target is reached. More
 * than the target is welcome and counted. Refuses a closed task, a future day, a day before the duty opened, and an
 * amount that is not a whole number from 1 to 99.
 */
export function contribute(
  task: {
    readonly status: 'open' | 'done' | 'cancelled';
    readonly byContribution: boolean;
    readonly opensOn: string;
    readonly target: number;
    readonly progress: number;
  },
  contribution: NewContribution,
  today: Temporal.PlainDate,
): { ok: true; progress: number; isDone: boolean } | { ok: false; code: ContributionRefusal } {
  if (task.status !== 'open') return { ok: false, code: 'task-not-open' };
  if (!task.byContribution) return { ok: false, code: 'task-not-by-contribution' };
  if (!Number.isInteger(contribution.amount) || contribution.amount < 1 || contribution.amount > 99) {
    return { ok: false, code: 'amount-invalid' };
  }
  if (contribution.doneOn > today.toString()) return { ok: false, code: 'date-in-future' };
  if (contribution.doneOn < task.opensOn) return { ok: false, code: 'date-before-opening' };
  const progress = task.progress + contribution.amount;
  return { ok: true, progress, isDone: progress >= task.target };
}
