import fc from 'fast-check';
import { diffYears } from './diff-years.js';
import type { OfficialYear } from './official-year.js';
import { officialYears } from './official-years.gen.js';
import { WorkingCalendar } from './working-calendar.js';

/** An invented notice: 元旦 taken from December, a spring festival of eight days, one exchange. */
const notice2027: OfficialYear = {
  year: 2027,
  status: 'published',
  papers: [],
  off: [
    { name: '元旦', from: '2026-12-31', to: '2027-01-02' },
    { name: '春节', from: '2027-02-05', to: '2027-02-12' },
    { name: '清明节', from: '2027-04-03', to: '2027-04-05' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-02' },
    { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
    { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-03' },
  ],
  worked: [
    { on: '2027-01-03', name: '元旦' },
    { on: '2027-02-20', name: '春节' },
  ],
};

it('lists the days whose working state a new notice changes, in order, also those of the year before', () => {
  expect(diffYears(officialYears, [...officialYears, notice2027])).toEqual([
    { on: '2026-12-31', isWorked: false, nameBefore: null, nameAfter: '元旦' },
    { on: '2027-01-03', isWorked: true, nameBefore: null, nameAfter: '元旦' },
    { on: '2027-02-09', isWorked: false, nameBefore: null, nameAfter: '春节' },
    { on: '2027-02-10', isWorked: false, nameBefore: null, nameAfter: '春节' },
    { on: '2027-02-11', isWorked: false, nameBefore: null, nameAfter: '春节' },
    { on: '2027-02-12', isWorked: false, nameBefore: null, nameAfter: '春节' },
    { on: '2027-02-20', isWorked: true, nameBefore: null, nameAfter: '春节' },
  ]);
});

it('taking the notice back changes the same days the other way', () => {
  const forth = diffYears(officialYears, [...officialYears, notice2027]);
  const back = diffYears([...officialYears, notice2027], officialYears);
  expect(back.map(({ on, isWorked }) => [on, !isWorked])).toEqual(forth.map(({ on, isWorked }) => [on, isWorked]));
});

it.each([
  ['the same notices', officialYears],
  ['another order of them', [...officialYears].reverse()],
  ['another place to read one', officialYears.map((year) => ({ ...year, papers: ['gov.cn'] }))],
])('%s change nothing', (_, after) => {
  expect(diffYears(officialYears, after)).toEqual([]);
});

it('agrees with the two calendars on any day, whichever years are known', () => {
  const someYears = fc.subarray([...officialYears.slice(-3), notice2027]);
  const anyDay = fc.integer({ min: 0, max: 1_520 }).map((days) => new Temporal.PlainDate(2023, 12, 1).add({ days }));
  fc.assert(
    fc.property(someYears, someYears, fc.array(anyDay, { minLength: 40 }), (before, after, days) => {
      const [old, next] = [new WorkingCalendar(before), new WorkingCalendar(after)];
      const changed = new Set(diffYears(before, after).map(({ on }) => on));
      return days.every((day) => (old.isWorkday(day) !== next.isWorkday(day)) === changed.has(day.toString()));
    }),
    { numRuns: 40 },
  );
});
