/** What a member says to an invitation. */
export const invitationAnswers = ['coming', 'not-coming'] as const;
export type InvitationAnswer = (typeof invitationAnswers)[number];

/** Something done towards a task, as its record-keeper or its holder tells it. */
export interface NewContribution {
  readonly doneOn: string;
  readonly amount: number;
  /** Of an invitation: whether the member comes. Null for everything else. */
  readonly answer: InvitationAnswer | null;
}

export type ContributionRefusal =
  | 'task-not-open'
  | 'task-not-by-contribution'
  | 'date-in-future'
  | 'date-before-opening'
  | 'amount-invalid'
  | 'answer-missing';

/**
 * What a contribution makes of a task: its new progress, and the day it was done when the target is reached. More
 * than the target is welcome and counted. Refuses a closed task, a future day, a day before the duty opened, an
 * amount that is not a whole number from 1 to 99, and a reply to an invitation that leaves open whether the member
 * comes.
 */
export function contribute(
  task: {
    readonly kind: string;
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
  if (task.kind === 'answer-invitation' && contribution.answer === null) return { ok: false, code: 'answer-missing' };
  const progress = task.progress + contribution.amount;
  return { ok: true, progress, isDone: progress >= task.target };
}
