import { diffYears } from './diff-years.js';
import type { OfficialYear } from './official-year.js';
import { officialYears } from './official-years.gen.js';
import { takeBackNotice } from './take-back-notice.js';
import { WorkingCalendar } from './working-calendar.js';

/** Invented notices of one holiday each. */
const notice = (year: number, from: string, to: string): OfficialYear => ({
  year,
  status: 'published',
  papers: [],
  off: [{ name: '国庆节', from, to }],
  worked: [],
});
const shipped = [notice(2026, '2026-10-01', '2026-10-07')];
const came = (one: OfficialYear) => ({ notice: one, isEntered: false });
const entered = (one: OfficialYear) => ({ notice: one, isEntered: true });
const wrong2026 = notice(2026, '2026-10-01', '2026-10-06');
const wrong2027 = notice(2027, '2027-10-01', '2027-10-08');

it.each([
  {
    name: 'a year nothing came for becomes provisional',
    inForce: [came(shipped[0]!), entered(wrong2027)],
    year: 2027,
    expected: { ok: true, restored: null, after: shipped },
  },
  {
    name: 'a year that came with the product goes back to what came; other years entered stay',
    inForce: [entered(wrong2026), entered(wrong2027)],
    year: 2026,
    expected: { ok: true, restored: shipped[0], after: [shipped[0], wrong2027] },
  },
  {
    name: 'entered with the very days that came, it can be taken back all the same',
    inForce: [entered(shipped[0]!)],
    year: 2026,
    expected: { ok: true, restored: shipped[0], after: shipped },
  },
  {
    name: 'what came with the product cannot be taken back',
    inForce: [came(shipped[0]!), entered(wrong2027)],
    year: 2026,
    expected: { ok: false, reason: 'notice-came-with-product' },
  },
  {
    name: 'a year with nothing entered has nothing to take back',
    inForce: [came(shipped[0]!)],
    year: 2027,
    expected: { ok: false, reason: 'notice-not-entered' },
  },
])('$name', ({ inForce, year, expected }) => {
  expect(takeBackNotice(inForce, year, shipped)).toEqual(expected);
});

it('undoes day by day what entering had done, into the year before, and leaves the statutory days', () => {
  const reaching: OfficialYear = { ...wrong2027, off: [{ name: '元旦', from: '2026-12-31', to: '2027-01-01' }] };
  const before = officialYears.map(came);
  const back = takeBackNotice([...before, entered(reaching)], 2027, officialYears);
  if (!back.ok) throw new Error(back.reason);
  expect(diffYears(officialYears, back.after)).toEqual([]);
  const calendar = new WorkingCalendar(back.after);
  expect(calendar.status(2027)).toBe('provisional');
  expect(calendar.isWorkday(Temporal.PlainDate.from('2026-12-31'))).toBe(true);
  expect(calendar.dayName(Temporal.PlainDate.from('2027-10-01'))).toBe('国庆节');
});
