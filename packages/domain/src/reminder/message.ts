import { dateIn, instantIn, minuteOfDay, minutesOf } from '../calendar/committee-time.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { ReminderRules, RungForm } from './ladder.js';

/** What a notice can say: a rung's form, or one of the things people do to each other. */
export type NoticeForm = RungForm | 'urging' | 'assigned';

/** Notices about today's matters go at once, each as its own message; all others share the person's digest of the day. */
export function isImmediate(form: NoticeForm): boolean {
  return form === 'due-today' || form === 'urging';
}

/**
 * When a message may reach a person: now, or the end of quiet hours on the next working day. Nobody is written to on
 * a day off. Product promise 7 (quiet).
 */
export function messageMoment(
  now: Temporal.Instant,
  calendar: WorkingCalendar,
  rules: ReminderRules,
): Temporal.Instant {
  const today = dateIn(rules.zone, now);
  const minute = minuteOfDay(rules.zone, now);
  const from = minutesOf(rules.quietFrom);
  const until = minutesOf(rules.quietUntil);
  if (calendar.isWorkday(today)) {
    if (minute >= until && minute < from) return now;
    if (minute < until) return instantIn(rules.zone, today, rules.quietUntil);
  }
  return instantIn(rules.zone, calendar.addWorkdays(today, 1), rules.quietUntil);
}
