import { LegalHoliday } from 'tyme4ts';
import { officialYears } from './official-years.gen.js';
import { statutoryDays } from './statutory-days.js';
import { WorkingCalendar } from './working-calendar.js';

const calendar = new WorkingCalendar(officialYears);

/** Days on which the second source is not followed, and why. */
const EXCEPTIONS = [
  ['2013-04-07', true, '国办发明电〔2012〕33号: Sunday 7 April is worked; the second source lists it neither way'],
  ['2013-10-12', true, '国办发明电〔2012〕33号: Saturday 12 October is worked; the second source lists it neither way'],
] as const;

it('holds 2004 to 2026 without a gap', () => {
  expect(officialYears.map(({ year }) => year)).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
});

it('agrees with a second source on every day of 2004 to 2026, but for the exceptions', () => {
  const differing: string[] = [];
  const last = Temporal.PlainDate.from('2026-12-31');
  for (
    let date = Temporal.PlainDate.from('2004-01-01');
    Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    if (calendar.isWorkday(date) !== workedBySecondSource(date)) differing.push(date.toString());
  }
  expect(differing).toEqual(EXCEPTIONS.map(([on]) => on));
});

it.each(EXCEPTIONS)('%s is worked: %s (%s)', (on, isWorked) => {
  expect(calendar.isWorkday(Temporal.PlainDate.from(on))).toBe(isWorked);
});

function workedBySecondSource(date: Temporal.PlainDate): boolean {
  const listed: LegalHoliday | null = LegalHoliday.fromYmd(date.year, date.month, date.day);
  return listed === null ? date.dayOfWeek <= 5 : listed.isWork();
}

it.each(officialYears)(
  '$year: ranges run forwards, worked days are weekends, all lie in or next to the year',
  (year) => {
    for (const { from, to } of year.off) expect(from <= to).toBe(true);
    for (const { on } of year.worked) expect(Temporal.PlainDate.from(on).dayOfWeek).toBeGreaterThan(5);
    const days = [...year.off.flatMap(({ from, to }) => [from, to]), ...year.worked.map(({ on }) => on)];
    for (const day of days) expect(day >= `${year.year - 1}-12-01` && day <= `${year.year}-12-31`).toBe(true);
  },
);

it.each(officialYears)('$year: every statutory day of its era is off', ({ year }) => {
  const worked = statutoryDays(year).filter(({ on }) => calendar.isWorkday(on));
  expect(worked).toEqual([]);
});
