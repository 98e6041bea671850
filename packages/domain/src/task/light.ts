import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { type BandMeaning, bandMeanings, type LightColour, type LightScheme } from '../rule-profile/light-scheme.js';
import { isLate, type TaskDates } from './task.js';

/**
 * What a light says, in the order in which it is listed: 未开始, the words of the scheme in use, 暂停, 已办结, 已取消. What
 * is not running is kept apart from the bands.
 */
export const lightMeanings = ['not-started', ...bandMeanings, 'paused', 'done', 'cancelled'] as const;
export type LightMeaning = (typeof lightMeanings)[number];

/** The light of a task: its word, and the colour the committee gives it. Never shown to a member. */
export interface Light {
  readonly meaning: LightMeaning;
  readonly colour: LightColour;
}

/** The light of a task on a day. Due today is not overdue: a limit includes its day (含当日). */
export function light(
  task: TaskDates,
  today: Temporal.PlainDate,
  calendar: WorkingCalendar,
  scheme: LightScheme,
): Light {
  if (task.status === 'done') return { meaning: 'done', colour: scheme.doneColour };
  if (task.status === 'cancelled') return { meaning: 'cancelled', colour: 'grey' };
  if (task.onHold) return { meaning: 'paused', colour: 'grey' };
  const isPast = isLate(task, today);
  if (!isPast && today.toString() < task.opensOn) return { meaning: 'not-started', colour: 'grey' };
  const left = calendar.workdaysBetween(today, Temporal.PlainDate.from(task.dueOn));
  const reached = scheme.bands.findLast(({ begins }) => {
    if (begins === null) return true;
    return begins.side === 'before-due' ? isPast || left <= begins.workdays : isPast && -left >= begins.workdays;
  });
  if (reached === undefined) throw new Error('A scheme of lights has a band that begins with the task.');
  return { meaning: reached.meaning, colour: reached.colour };
}

/** A light as the scheme shows it, with the side of the due date on which its band begins. */
export interface SchemeLight extends Light {
  readonly side: 'before-due' | 'after-due' | null;
}

/** Every light a scheme knows, in the order in which they are listed. */
export function lightsOf(scheme: LightScheme): SchemeLight[] {
  return [
    { meaning: 'not-started', colour: 'grey', side: null },
    ...scheme.bands.map(({ meaning, colour, begins }) => ({ meaning, colour, side: begins?.side ?? null })),
    { meaning: 'paused', colour: 'grey', side: null },
    { meaning: 'done', colour: scheme.doneColour, side: null },
    { meaning: 'cancelled', colour: 'grey', side: null },
  ];
}

/** A band, and the last due date under which a running task stands under it, or a graver one, today (null: any). */
export interface BandDates {
  readonly meaning: BandMeaning;
  readonly colour: LightColour;
  readonly dueUntil: Temporal.PlainDate | null;
}

/**
 * A scheme as due dates on one day, for asking many tasks at once: a running task that has opened or is past its date
 * stands under the last band whose `dueUntil` is not before its due date. The same rule as `light`.
 */
export function bandDates(scheme: LightScheme, today: Temporal.PlainDate, calendar: WorkingCalendar): BandDates[] {
  return scheme.bands.map(({ meaning, colour, begins }) => {
    if (begins === null) return { meaning, colour, dueUntil: null };
    const { side, workdays } = begins;
    if (side === 'before-due') {
      // The last day with so many working days left is the day before the next working day.
      return { meaning, colour, dueUntil: calendar.addWorkdays(today, workdays + 1).subtract({ days: 1 }) };
    }
    const first = workdays === 0 ? today : calendar.addWorkdays(calendar.onOrBefore(today), 1 - workdays);
    return { meaning, colour, dueUntil: first.subtract({ days: 1 }) };
  });
}
