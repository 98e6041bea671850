import { FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR, type OfficialYear } from './official-year.js';
import { WorkingCalendar } from './working-calendar.js';

/** A day that is worked under one set of notices and off under another. */
export interface ChangedDay {
  readonly on: string;
  readonly isWorked: boolean;
  /** The holiday the day belongs to, or is exchanged for, before and after; null on an ordinary day. */
  readonly nameBefore: string | null;
  readonly nameAfter: string | null;
}

/**
 * The days whose working state changes when the notices `before` are replaced by `after`, in order. A notice may change
 * days of a year that is not its own: entering 2027's can make 2026-12-31 a day off.
 */
export function diffYears(before: readonly OfficialYear[], after: readonly OfficialYear[]): readonly ChangedDay[] {
  const [old, next] = [new WorkingCalendar(before), new WorkingCalendar(after)];
  const changed: ChangedDay[] = [];
  for (const year of yearsToCompare(before, after)) {
    const first = new Temporal.PlainDate(year, 1, 1);
    for (let i = 0; i < first.daysInYear; i++) {
      const date = first.add({ days: i });
      const isWorked = next.isWorkday(date);
      if (old.isWorkday(date) === isWorked) continue;
      changed.push({ on: date.toString(), isWorked, nameBefore: nameOf(old, date), nameAfter: nameOf(next, date) });
    }
  }
  return changed;
}

function nameOf(calendar: WorkingCalendar, date: Temporal.PlainDate): string | null {
  return calendar.dayName(date) ?? calendar.exchangedFor(date);
}

/** Years whose notice differs, and their neighbours, into which a notice may reach. */
function yearsToCompare(before: readonly OfficialYear[], after: readonly OfficialYear[]): readonly number[] {
  const [old, next] = [noticeTexts(before), noticeTexts(after)];
  const years: number[] = [];
  for (let year = FIRST_CALENDAR_YEAR; year <= LAST_CALENDAR_YEAR; year++) {
    if ([year - 1, year, year + 1].some((near) => old.get(near) !== next.get(near))) years.push(year);
  }
  return years;
}

function noticeTexts(years: readonly OfficialYear[]): ReadonlyMap<number, string> {
  return new Map(years.map((year) => [year.year, JSON.stringify(year)]));
}
