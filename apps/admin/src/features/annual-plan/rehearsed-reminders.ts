import type { Rehearsal } from '../../lib/api';

type Duty = Rehearsal['duties'][number];
type Rung = Duty['rungs'][number];

/** One rung of one duty, for all who owe it: what is shown as a line. */
export interface RehearsedReminder extends Pick<Duty, 'itemId' | 'occurrenceKey' | 'taskKind' | 'dueOn'> {
  readonly on: string;
  readonly form: Rung['form'];
  readonly outcome: Rung['outcome'];
  /** Tasks this rung is reached by, one for each who owes the duty. */
  readonly tasks: number;
  readonly recipients: readonly string[];
  /** Who of them hears in another's place. */
  readonly insteadOf: Rung['insteadOf'];
}

/** Every rung of a rehearsal in order of its day. */
export function remindersOf({ duties, audiences }: Rehearsal): RehearsedReminder[] {
  return duties
    .flatMap(({ itemId, occurrenceKey, taskKind, dueOn, holders, rungs }) =>
      rungs.map(({ on, form, outcome, audience, insteadOf }) => ({
        itemId,
        occurrenceKey,
        taskKind,
        dueOn,
        on,
        form,
        outcome,
        tasks: holders,
        recipients: audience === null ? [] : (audiences[audience] ?? []),
        insteadOf,
      })),
    )
    .sort((a, b) => a.on.localeCompare(b.on));
}

/** How many reminders these lines stand for. */
export function countReminders(reminders: readonly RehearsedReminder[]): number {
  return reminders.reduce((sum, { tasks }) => sum + tasks, 0);
}
