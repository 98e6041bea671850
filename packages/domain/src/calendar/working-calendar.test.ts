import fc from 'fast-check';
import { officialYears } from './official-years.js';
import { WorkingCalendar } from './working-calendar.js';

const calendar = new WorkingCalendar(officialYears);
const on = (iso: string) => Temporal.PlainDate.from(iso);

describe('working days after a date, day 0 not counted (reference §5.5)', () => {
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
])('%s worked: %s, name: %s', (date, isWorked, name) => {
  expect(calendar.isWorkday(on(date))).toBe(isWorked);
  expect(calendar.dayName(on(date))).toBe(name);
});

it('calls a year provisional until its notice is known', () => {
  expect([2023, 2024, 2025, 2026, 2027].map((year) => calendar.status(year))).toEqual([
    'provisional',
    'published',
    'published',
    'published',
    'provisional',
  ]);
});

it("closes on a committee's own closing days", () => {
  const closed = new WorkingCalendar(officialYears, [{ on: '2026-03-27', name: '乡庙会' }]);
  expect(closed.isWorkday(on('2026-03-27'))).toBe(false);
  expect(closed.dayName(on('2026-03-27'))).toBe('乡庙会');
  expect(closed.onOrBefore(on('2026-03-29')).toString()).toBe('2026-03-26');
});

it('refuses dates it does not cover, by name', () => {
  expect(() => calendar.isWorkday(on('1989-12-31'))).toThrow('1990 to 2100, not 1989-12-31');
});

const anyDate = fc.integer({ min: 0, max: 1_400 }).map((days) => on('2024-01-01').add({ days }));

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
