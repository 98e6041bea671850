import type { CalendarYear } from './api';
import { addDays, daysInMonth, weekdayOf } from './dates';

type SpecialDay = CalendarYear['days'][number];

/** What a day is besides a plain working day or weekend. */
export type DayKind = 'off' | 'worked' | 'closing';

export const kindOf = ({ isWorked, isClosing }: SpecialDay): DayKind =>
  isWorked ? 'worked' : isClosing ? 'closing' : 'off';

/** Days of one kind and name on end, as people say them: 春节 2月15日—23日. */
export interface Stretch {
  readonly kind: DayKind;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** The special days of a stretch of time, those that follow one another as one line. `days` come in order. */
export function stretchesOf(days: readonly SpecialDay[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const day of days) {
    const last = stretches.at(-1);
    const kind = kindOf(day);
    if (last !== undefined && last.kind === kind && last.name === day.name && addDays(last.to, 1) === day.on) {
      stretches[stretches.length - 1] = { ...last, to: day.on };
    } else {
      stretches.push({ kind, name: day.name, from: day.on, to: day.on });
    }
  }
  return stretches;
}

/** A month's weeks from Monday to Sunday, ISO dates; null where a week reaches into the neighbouring month. */
export function weeksOf(isoMonth: string): (string | null)[][] {
  const dates = Array.from(
    { length: daysInMonth(isoMonth) },
    (_, index) => `${isoMonth}-${String(index + 1).padStart(2, '0')}`,
  );
  const before = (weekdayOf(dates[0] ?? '') + 6) % 7;
  const cells = [...Array.from({ length: before }, () => null), ...dates];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** Every day from one to another, both included; none when they are reversed. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let on = from; on <= to && days.length < 60; on = addDays(on, 1)) days.push(on);
  return days;
}
