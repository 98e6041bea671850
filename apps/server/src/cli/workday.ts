import { FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR, officialYears, WorkingCalendar } from '@xushi/domain';
import type { Arguments, Outcome } from './command.js';
import { type Bilingual, WrongUsage } from './wrong-usage.js';

/** A day that was passed over, and why. */
interface SkippedDay {
  readonly on: string;
  readonly why: 'holiday' | 'weekend';
  readonly name: string | null;
}

/** `workday 2026-02-12 5`: the date so many working days away, by the State Council's days that come with the product. */
export function workday(given: Arguments): Outcome {
  const from = readDate(given.operand('DATE'));
  const count = readCount(given.operand('COUNT'));
  const calendar = new WorkingCalendar(officialYears);
  const on = away(calendar, from, count);
  const touched = [Math.min(from.year, on.year), Math.max(from.year, on.year)] as const;
  const provisional = yearsBetween(...touched).filter((year) => calendar.status(year) === 'provisional');
  return {
    exit: 0,
    json: {
      from: from.toString(),
      count,
      on: on.toString(),
      isProvisional: provisional.length > 0,
      provisionalYears: provisional,
      skipped: skippedBetween(calendar, from, on),
      exchanged: exchangedBetween(calendar, from, on),
    },
    text: on.toString(),
    notes: provisional.map(provisionalNote),
  };
}

function readDate(text: string): Temporal.PlainDate {
  const date = parseDate(text);
  if (date === null || date.year < FIRST_CALENDAR_YEAR || date.year > LAST_CALENDAR_YEAR) {
    const years = [FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR];
    throw new WrongUsage(
      'DATE',
      `DATE "${text}" is not a date from ${years.join(' to ')}; write it as 2026-02-12.`,
      `DATE "${text}" 不是 ${years.join('—')} 年间的有效日期，请写成 2026-02-12。`,
    );
  }
  return date;
}

function parseDate(text: string): Temporal.PlainDate | null {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Temporal.PlainDate.from(text) : null;
  } catch {
    return null;
  }
}

function readCount(text: string): number {
  if (/^[+-]?\d{1,6}$/.test(text)) return Number(text);
  throw new WrongUsage(
    'COUNT',
    `COUNT "${text}" is not a whole number; write a number of working days such as 5 or -3.`,
    `COUNT "${text}" 不是整数，请写工作日数，如 5 或 -3。`,
  );
}

function away(calendar: WorkingCalendar, from: Temporal.PlainDate, count: number): Temporal.PlainDate {
  try {
    return calendar.addWorkdays(from, count);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new WrongUsage(
      'COUNT',
      `COUNT ${count} leads out of the years ${FIRST_CALENDAR_YEAR} to ${LAST_CALENDAR_YEAR}; write a smaller number.`,
      `COUNT ${count} 超出 ${FIRST_CALENDAR_YEAR}—${LAST_CALENDAR_YEAR} 年范围，请改用较小的数。`,
    );
  }
}

/** The days off between two dates, both left out, in the order of the calendar. */
function skippedBetween(calendar: WorkingCalendar, a: Temporal.PlainDate, b: Temporal.PlainDate): SkippedDay[] {
  return daysBetween(a, b)
    .filter((day) => !calendar.isWorkday(day))
    .map((day) => {
      const name = calendar.dayName(day);
      return { on: day.toString(), why: name === null ? 'weekend' : 'holiday', name };
    });
}

/** The weekend days among them that are worked in exchange (调休), each with its holiday. */
function exchangedBetween(calendar: WorkingCalendar, a: Temporal.PlainDate, b: Temporal.PlainDate) {
  return daysBetween(a, b).flatMap((day) => {
    const name = calendar.exchangedFor(day);
    return name === null ? [] : [{ on: day.toString(), name }];
  });
}

function daysBetween(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate[] {
  const [first, last] = Temporal.PlainDate.compare(a, b) <= 0 ? [a, b] : [b, a];
  return Array.from({ length: Math.max(0, first.until(last).days - 1) }, (_, index) => first.add({ days: index + 1 }));
}

function yearsBetween(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function provisionalNote(year: number): Bilingual {
  return {
    english: `${year} is provisional: the State Council's notice of its holidays is not known; weekends and statutory days only.`,
    chinese: `${year} 年为暂定：放假通知尚未公布或未收录，仅按周末和法定节假日计算。`,
  };
}
