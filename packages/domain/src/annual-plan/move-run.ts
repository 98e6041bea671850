import { isCountable } from '../calendar/official-year.js';
import type { ActionInput, CaseState, DecideContext } from '../workflow/case-context.js';
import { dueWithOccurrence, rescheduleCase, type WorkflowEffect } from '../workflow/case-tasks.js';
import { decide } from '../workflow/decide.js';
import type { WorkflowDefinition } from '../workflow/definition.js';
import type { Occurrence } from './expand-plan.js';

/** A run of a published plan with the case that runs for it, as moving it to another day finds it. */
export interface MovableRun {
  readonly occurrence: Occurrence;
  /** The same run as the plan dates it today; null when the plan has no such run any more. */
  readonly planned: Occurrence | null;
  readonly planYear: number;
  readonly definition: WorkflowDefinition;
  readonly current: CaseState;
  readonly isClosed: boolean;
  readonly isOnHold: boolean;
  /** What was said when it was last arranged, the day (`heldOn`) among it; null while it is not. */
  readonly arrangement: ActionInput | null;
}

/** Why a run stays where it is; the first four are no matter of the day asked for. */
export const moveFaults = [
  'run-closed',
  'run-held',
  'run-on-hold',
  'run-due',
  'date-in-past',
  'date-outside-year',
  'date-unchanged',
] as const;
export type MoveFault = (typeof moveFaults)[number];

/** What somebody should know before a run is moved, and what does not keep them from it. */
export type MoveWarning = 'day-off' | 'outside-window' | 'deadline-passed';

/** What moving a run does: new dates, a new arrangement, or both, and with them the tasks that move, end and open. */
export interface RunMove {
  /** The day it was held or due on before. */
  readonly from: string;
  readonly to: string;
  /** The run's dates from now on; null when only the day moves for which it is arranged. */
  readonly occurrence: Occurrence | null;
  /** What it is arranged for from now on; null where it is not arranged yet. */
  readonly arrangement: ActionInput | null;
  readonly effects: readonly WorkflowEffect[];
  readonly warnings: readonly MoveWarning[];
}

/**
 * Moves one run of a plan to another day by hand. While it is not arranged, the day by which it is due moves; once it is,
 * it is arranged anew for the other day and everybody is asked again, and its due date follows only where the day would
 * lie behind it. The due date then tells the day it was planned for, and back on that day it is the plan's own again.
 *
 * Refused: what is closed, held or on hold; what is due already, whose lateness stays true; a day gone by, outside the
 * plan's year, or the very day it has. A day off, or outside the plan's window, is only pointed out: whoever moves it by
 * hand knows why. Example: due 2026-09-30, moved to 2026-10-12, is due on 12 October, planned for 30 September.
 */
export function moveRun(run: MovableRun, to: Temporal.PlainDate, context: DecideContext): RunMove | MoveFault {
  const from = String(run.arrangement?.heldOn ?? run.occurrence.dueOn);
  const fault = judgeRun(run, context.today) ?? judgeDay(run, from, to, context.today);
  if (fault !== null) return fault;
  const day = to.toString();
  const occurrence = datesFor(run, day, context.today);
  const arrangement = run.arrangement === null ? null : { ...run.arrangement, heldOn: day };
  const facts = occurrence === null ? run.current.facts : { ...run.current.facts, occurrence: datesOf(occurrence) };
  const moved = rescheduleCase(run.definition, run.current, facts, 'moved-by-hand');
  if (arrangement === null)
    return { from, to: day, occurrence, arrangement, effects: moved, warnings: warningsOf(run, to, context) };
  const command = { event: 'arrange', input: arrangement };
  const arranged = decide(run.definition, { ...run.current, facts }, command, context);
  if (!arranged.ok) return 'run-held';
  const effects = [...moved, ...arranged.effects];
  return { from, to: day, occurrence, arrangement, effects, warnings: warningsOf(run, to, context) };
}

/** Whether a run can be moved at all; null when it can. */
export function judgeRun(run: MovableRun, today: Temporal.PlainDate): MoveFault | null {
  if (run.isClosed) return 'run-closed';
  const isAhead = dueWithOccurrence(run.definition).some(({ openIn }) => openIn.includes(run.current.state));
  if (!isAhead) return 'run-held';
  if (run.isOnHold) return 'run-on-hold';
  // What is arranged for a day may be arranged for a later one although it is late: its due date stays.
  return run.arrangement === null && run.occurrence.dueOn <= today.toString() ? 'run-due' : null;
}

function judgeDay(run: MovableRun, from: string, to: Temporal.PlainDate, today: Temporal.PlainDate): MoveFault | null {
  const order = Temporal.PlainDate.compare(to, today);
  // Due today would be late tomorrow without a reminder; what is arranged may be held this very day.
  if (order < 0 || (order === 0 && run.arrangement === null)) return 'date-in-past';
  const isOfYear = to.year === run.planYear || to.year === Number(run.occurrence.dueOn.slice(0, 4));
  if (!isOfYear || !isCountable(to)) return 'date-outside-year';
  return to.toString() === from ? 'date-unchanged' : null;
}

/** The dates of a run that is to be due, or held, on a day; null when they stay. */
function datesFor(
  { occurrence, planned, arrangement }: MovableRun,
  day: string,
  today: Temporal.PlainDate,
): Occurrence | null {
  const isByHand = occurrence.dueReason.rule === 'moved-by-hand';
  if (arrangement === null) return day === planned?.dueOn ? planned : movedByHand(occurrence, day, today);
  if (occurrence.dueOn <= today.toString()) return null;
  if (day > occurrence.dueOn) return movedByHand(occurrence, day, today);
  // Postponed before, and now early enough for the plan again.
  const isBack = isByHand && planned !== null && planned.dueOn < occurrence.dueOn && day <= planned.dueOn;
  return isBack ? planned : null;
}

/** A run's dates with another due date; what comes before its window brings the window along, not further than today. */
function movedByHand(occurrence: Occurrence, dueOn: string, today: Temporal.PlainDate): Occurrence {
  const { from, to, dueReason } = occurrence;
  const lead = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(occurrence.dueOn));
  const earlier = Temporal.PlainDate.from(dueOn).subtract(lead);
  const opensOn = dueOn >= from ? from : later(earlier, today).toString();
  const plannedOn = dueReason.rule === 'moved-by-hand' ? dueReason.from : occurrence.dueOn;
  return {
    ...occurrence,
    from: opensOn,
    to: to > dueOn ? to : dueOn,
    dueOn,
    dueReason: { rule: 'moved-by-hand', from: plannedOn, provisional: false },
  };
}

function warningsOf(
  { planned, occurrence, arrangement }: MovableRun,
  to: Temporal.PlainDate,
  { calendar, today }: DecideContext,
) {
  const day = to.toString();
  const window = planned ?? occurrence;
  const warnings: MoveWarning[] = [];
  if (!calendar.isWorkday(to)) warnings.push('day-off');
  if (day < window.from || day > window.to) warnings.push('outside-window');
  if (arrangement !== null && occurrence.dueOn <= today.toString()) warnings.push('deadline-passed');
  return warnings;
}

const datesOf = ({ from, dueOn, dueReason }: Occurrence) => ({ from, dueOn, dueReason });

const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) > 0 ? one : other;
