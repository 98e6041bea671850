import { RRuleTemporal } from 'rrule-temporal';
import { type RuleFault, type RuleParts, readRule, textOfDay } from './rule-parts.js';

/**
 * The days of `year` that a recurrence rule names (RFC 5545, `FREQ=MONTHLY;BYMONTHDAY=25`), ascending, each once; at
 * most 366. INTERVAL and COUNT count from 1 January of `year`, weeks from the one that holds it. Throws on a rule that
 * `judgeRule` refuses as such.
 *
 * `FREQ=YEARLY;BYMONTH=5;BYDAY=2FR` in 2026: 8 May.
 */
export function datesOfRule(rrule: string, year: number): Temporal.PlainDate[] {
  const parts = readRule(rrule);
  if ('code' in parts) throw new Error(`${parts.code}: ${parts.part} in ${rrule}`);
  return datesOf(parts, year);
}

/** What keeps a rule from standing in the plan of `year`; null when nothing does. */
export function judgeRule(rrule: string, year: number): RuleFault | null {
  const parts = readRule(rrule);
  if ('code' in parts) return parts;
  return datesOf(parts, year).length > 0 ? null : { code: 'rule-without-dates', part: rrule };
}

function datesOf(parts: RuleParts, year: number): Temporal.PlainDate[] {
  const first = new Temporal.PlainDate(year, 1, 1);
  const last = lastDay(parts.until, year);
  // The days of January that still belong to the last week of the year before come from that year.
  const start = parts.byWeekNo.length > 0 ? first.subtract({ years: 1 }) : first;
  const dates = new RRuleTemporal({
    freq: parts.freq,
    interval: parts.interval,
    wkst: parts.wkst,
    dtstart: start.toZonedDateTime('UTC'),
    until: last.toZonedDateTime('UTC'),
    ...listed('byMonth', parts.byMonth),
    ...listed('byWeekNo', parts.byWeekNo),
    ...listed('byYearDay', parts.byYearDay),
    ...listed('byMonthDay', parts.byMonthDay),
    ...listed('byDay', parts.byDay.map(textOfDay)),
    ...listed('bySetPos', parts.bySetPos),
  })
    .all()
    .map((at) => at.toPlainDate())
    .filter((date) => date.year === year);
  return parts.count === null ? dates : dates.slice(0, parts.count);
}

function lastDay(until: string | null, year: number): Temporal.PlainDate {
  const end = new Temporal.PlainDate(year, 12, 31);
  if (until === null) return end;
  const date = Temporal.PlainDate.from(until);
  return Temporal.PlainDate.compare(date, end) < 0 ? date : end;
}

function listed<K extends string, T>(name: K, values: readonly T[]): Partial<Record<K, T[]>> {
  return values.length > 0 ? ({ [name]: [...values] } as Record<K, T[]>) : {};
}
