import { dateIn, instantIn, minuteOfDay, minutesOf } from '../calendar/committee-time.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { ReminderRules } from './reminder-rules.js';

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
