import fc from 'fast-check';
import type { OfficialYear } from './official-year.js';
import { officialYears } from './official-years.gen.js';
import { WorkingCalendar } from './working-calendar.js';

const calendar = new WorkingCalendar(officialYears);
const EMPTY: Omit<OfficialYear, 'year'> = { status: 'published', papers: [], off: [], worked: [] };
const on = (iso: string) => Temporal.PlainDate.from(iso);

describe('working days after a date, and before it, day 0 not counted (reference §5.5)', () => {
  it.each([
    ['2026-02-12', 5, '2026-02-26'],
    ['2026-02-12', 10, '2026-03-04'],
    ['2026-04-29', 3, '2026-05-07'],
    ['2026-04-29', 5, '2026-05-09'],
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-09-24', 5, '2026-10-09'],
    ['2026-09-29', 10, '2026-10-19'],
    ['2026-03-02', 5, '2026-03-09'],
    ['2026-03-02', 10, '2026-03-16'],
    ['2026-01-01', 1, '2026-01-04'],
  ])('%s + %i = %s', (from, workdays, to) => {
    expect(calendar.addWorkdays(on(from), workdays).toString()).toBe(to);
    expect(calendar.workdaysBetween(on(from), on(to))).toBe(workdays);
    expect(calendar.workdaysBetween(on(to), on(from))).toBe(-workdays);
  });

  it.each([
    ['2026-02-26', -5, '2026-02-12'],
    ['2026-03-04', -10, '2026-02-12'],
    ['2026-05-07', -3, '2026-04-29'],
    // From a day off the first one counted is the working day before it.
    ['2026-05-03', -1, '2026-04-30'],
    ['2026-10-10', -1, '2026-10-09'],
    ['2026-01-04', -1, '2025-12-31'],
    ['2026-10-19', 0, '2026-10-19'],
    ['2026-10-18', 0, '2026-10-18'],
  ])('%s %i = %s', (from, workdays, to) => {
    expect(calendar.addWorkdays(on(from), workdays).toString()).toBe(to);
  });
});

it('counts the working days of each month of 2026 (248 in all)', () => {
  const months = Array.from({ length: 12 }, (_, index) => {
    const first = new Temporal.PlainDate(2026, index + 1, 1);
    return calendar.workdaysBetween(first.subtract({ days: 1 }), first.add({ months: 1 }).subtract({ days: 1 }));
  });
  expect(months).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]);
});

it.each([
  ['2026-02-16', false, '春节'],
  ['2026-02-14', true, null],
  ['2026-02-28', true, null],
  ['2026-03-07', false, null],
  ['2027-10-01', false, '国庆节'],
  // Lunar days of a year without a notice; nothing is invented around them.
  ['2027-02-05', false, '春节'],
  ['2027-02-09', true, null],
  ['2027-09-15', false, '中秋节'],
  ['2003-05-03', false, '劳动节'],
  // Days of a December that the next year's notice arranges.
  ['2018-12-31', false, '元旦'],
  ['2018-12-29', true, null],
])('%s worked: %s, name: %s', (date, isWorked, name) => {
  expect(calendar.isWorkday(on(date))).toBe(isWorked);
  expect(calendar.dayName(on(date))).toBe(name);
});

it.each([
  ['2026-02-14', '春节'],
  ['2026-09-20', '国庆节'],
  ['2005-12-31', '元旦'],
  ['2026-09-21', null],
  ['2026-10-01', null],
  ['2026-10-11', null],
])('%s is worked in exchange for %s', (date, name) => {
  expect(calendar.exchangedFor(on(date))).toBe(name);
});

it.each([
  [2003, 'provisional'],
  [2004, 'published'],
  [2026, 'published'],
  [2027, 'provisional'],
])('%i is %s until its notice is known', (year, status) => {
  expect(calendar.status(year)).toBe(status);
});

it('follows the later notice where two name the same day, in whatever order they come', () => {
  const years: OfficialYear[] = [
    { ...EMPTY, year: 2028, off: [{ name: '元旦', from: '2027-12-31', to: '2028-01-01' }] },
    { ...EMPTY, year: 2027, worked: [{ on: '2027-12-31', name: '国庆节' }] },
  ];
  for (const order of [years, [...years].reverse()]) {
    expect(new WorkingCalendar(order).dayName(on('2027-12-31'))).toBe('元旦');
  }
});

it("closes on a committee's own closing days", () => {
  const closed = new WorkingCalendar(officialYears, [{ on: '2026-03-27', name: '乡庙会' }]);
  expect(closed.isWorkday(on('2026-03-27'))).toBe(false);
  expect(closed.dayName(on('2026-03-27'))).toBe('乡庙会');
  expect(closed.onOrBefore(on('2026-03-29')).toString()).toBe('2026-03-26');
});

it('refuses dates it does not cover, by name', () => {
  expect(() => calendar.isWorkday(on('1999-12-31'))).toThrow('2000 to 2100, not 1999-12-31');
  expect(() => calendar.isWorkday(on('2101-01-01'))).toThrow('2000 to 2100, not 2101-01-01');
  expect(() => calendar.addWorkdays(on('2000-01-05'), -9)).toThrow(
    '-9 working days from 2000-01-05 leave the calendar',
  );
  expect(() => calendar.addWorkdays(on('2100-12-30'), 9)).toThrow('9 working days from 2100-12-30 leave the calendar');
});

const anyDate = fc.integer({ min: 0, max: 11_000 }).map((days) => on('2002-01-01').add({ days }));

it('adding and counting working days agree, forwards and back, and always land on a working day', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: 1, max: 300 }), (date, count) => {
      const later = calendar.addWorkdays(date, count);
      const earlier = calendar.addWorkdays(date, -count);
      return (
        calendar.isWorkday(later) &&
        calendar.isWorkday(earlier) &&
        calendar.workdaysBetween(date, later) === count &&
        calendar.addWorkdays(calendar.addWorkdays(later, -count), count).equals(later)
      );
    }),
  );
});
