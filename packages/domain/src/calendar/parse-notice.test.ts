import fc from 'fast-check';
import { officialYears } from './official-years.gen.js';
import { type NoticeFault, type NoticeFaultCode, parseNotice } from './parse-notice.js';
import { statutoryDays } from './statutory-days.js';

interface FileDay {
  name: unknown;
  date: unknown;
  isOffDay: unknown;
}
const off = (name: string, ...dates: string[]): FileDay[] => dates.map((date) => ({ name, date, isOffDay: true }));
const work = (name: string, ...dates: string[]): FileDay[] => dates.map((date) => ({ name, date, isOffDay: false }));

/** An invented notice of 2027 as the data set would have it; days 0 … 17. */
const days = [
  ...off('元旦', '2026-12-31', '2027-01-01', '2027-01-02'),
  ...work('元旦', '2027-01-03'),
  ...off('春节', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09'),
  ...work('春节', '2027-02-20'),
  ...off('清明节', '2027-04-05'),
  ...off('劳动节', '2027-05-01', '2027-05-02'),
  ...off('端午节', '2027-06-09'),
  ...off('中秋节', '2027-09-15'),
  ...off('国庆节', '2027-10-01', '2027-10-02', '2027-10-03'),
];
const file = { year: 2027, papers: ['https://www.gov.cn/notice'], days };

/** The invented file with some entries changed. */
const withDay = (index: number, change: Partial<FileDay>) => ({
  ...file,
  days: days.map((day, at) => (at === index ? { ...day, ...change } : day)),
});
const without = (date: string) => ({ ...file, days: days.filter((day) => day.date !== date) });

function faultsOf(json: unknown): readonly NoticeFault[] {
  const parsed = parseNotice(json);
  return parsed.ok ? [] : parsed.faults;
}

it('reads a notice: days off as ranges, worked weekend days with their holiday, December days with the year', () => {
  expect(parseNotice(file)).toEqual({
    ok: true,
    year: {
      year: 2027,
      status: 'published',
      papers: ['https://www.gov.cn/notice'],
      off: [
        { name: '元旦', from: '2026-12-31', to: '2027-01-02' },
        { name: '春节', from: '2027-02-05', to: '2027-02-09' },
        { name: '清明节', from: '2027-04-05', to: '2027-04-05' },
        { name: '劳动节', from: '2027-05-01', to: '2027-05-02' },
        { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
        { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
        { name: '国庆节', from: '2027-10-01', to: '2027-10-03' },
      ],
      worked: [
        { on: '2027-01-03', name: '元旦' },
        { on: '2027-02-20', name: '春节' },
      ],
    },
  });
});

describe('reads the same year', () => {
  const expected = parseNotice(file);
  it.each([
    ['from days in another order', { ...file, days: [...days].reverse() }],
    ['when a day stands twice', { ...file, days: [...days, days[4]] }],
    ['with other keys beside', { $schema: 'https://example.org/schema.json', $id: '2027.json', ...file }],
    ['with blanks around a name', withDay(10, { name: ' 清明节 ' })],
  ])('%s', (_, changed) => {
    expect(parseNotice(changed)).toEqual(expected);
  });

  it('without naming papers', () => {
    expect(parseNotice({ year: 2027, days })).toEqual({ ok: true, year: expect.objectContaining({ papers: [] }) });
  });
});

it.each([
  ['a statutory day on a weekend that the file leaves out', without('2027-05-01')],
  ['a day of the January after', { ...file, days: [...days, ...work('国庆节', '2028-01-01')] }],
  ['the first of the December before', { ...file, days: [...days, ...off('元旦', '2026-12-01')] }],
])('accepts %s', (_, changed) => {
  expect(parseNotice(changed)).toMatchObject({ ok: true });
});

describe('refuses, naming place and finding', () => {
  it.each<[NoticeFaultCode, string, string, unknown]>([
    ['not-an-object', '', '2027', '2027'],
    ['not-an-object', '', '[]', []],
    ['not-an-object', '', 'null', null],
    ['year-missing', 'year', '', { papers: [], days }],
    ['year-missing', 'year', '2027', { ...file, year: '2027' }],
    ['year-missing', 'year', '2027.5', { ...file, year: 2027.5 }],
    ['papers-unreadable', 'papers', 'gov.cn', { ...file, papers: 'gov.cn' }],
    ['papers-unreadable', 'papers', '[7]', { ...file, papers: [7] }],
    ['days-missing', 'days', '', { year: 2027 }],
    ['days-missing', 'days', '{}', { ...file, days: {} }],
    ['day-unreadable', 'days[18]', '2027-10-04', { ...file, days: [...days, '2027-10-04'] }],
    ['name-missing', 'days[10].name', '  ', withDay(10, { name: '  ' })],
    ['name-missing', 'days[10].name', '5', withDay(10, { name: 5 })],
    ['kind-missing', 'days[10].isOffDay', '1', withDay(10, { isOffDay: 1 })],
    ['date-unreadable', 'days[10].date', '2027-4-5', withDay(10, { date: '2027-4-5' })],
    ['date-unreadable', 'days[10].date', '2027-02-29', withDay(10, { date: '2027-02-29' })],
    ['date-unreadable', 'days[10].date', '2027-04-05T00:00', withDay(10, { date: '2027-04-05T00:00' })],
    ['date-unreadable', 'days[10].date', '20270405', withDay(10, { date: 20_270_405 })],
    ['date-outside-year', 'days[10].date', '2072-04-05', withDay(10, { date: '2072-04-05' })],
    ['date-outside-year', 'days[18].date', '2026-11-30', { ...file, days: [...days, ...off('元旦', '2026-11-30')] }],
    ['date-outside-year', 'days[18].date', '2028-02-01', { ...file, days: [...days, ...off('元旦', '2028-02-01')] }],
    ['date-contradicted', 'days[18].date', '2027-02-20', { ...file, days: [...days, ...off('春节', '2027-02-20')] }],
    [
      'worked-day-not-weekend',
      'days[18].date',
      '2027-02-19',
      { ...file, days: [...days, ...work('春节', '2027-02-19')] },
    ],
    ['statutory-day-worked', 'days', '2027-02-05 春节', without('2027-02-05')],
    ['statutory-day-worked', 'days', '2027-06-09 端午节', without('2027-06-09')],
    ['statutory-day-worked', 'days', '2027-05-01 劳动节', withDay(11, { isOffDay: false })],
  ])('%s at "%s": %s', (code, at, found, json) => {
    expect(parseNotice(json)).toEqual({ ok: false, faults: [{ code, at, found }] });
  });

  it('the statutory days alone: no year is published by what is known without a notice', () => {
    const statutory = statutoryDays(2027).map(({ on, name }) => ({ name, date: on.toString(), isOffDay: true }));
    const found = String(statutory.length);
    expect(parseNotice({ ...file, days: statutory })).toEqual({
      ok: false,
      faults: [{ code: 'statutory-days-only', at: 'days', found }],
    });
    const [first] = off('国庆节', '2027-10-04');
    expect(parseNotice({ ...file, days: [...statutory, first] })).toMatchObject({ ok: true });
  });

  it.each([1999, 2101])('year-out-of-range: %i', (year) => {
    const faults = faultsOf({ ...file, year });
    expect(faults[0]).toEqual({ code: 'year-out-of-range', at: 'year', found: String(year) });
  });

  it('a file without any day off, by that', () => {
    const onlyWork = { ...file, days: work('元旦', '2027-01-03') };
    expect(parseNotice(onlyWork)).toEqual({ ok: false, faults: [{ code: 'no-day-off', at: 'days', found: '1' }] });
  });

  it('every fault at once, each entry by its own', () => {
    const broken = { year: 2027, papers: 3, days: [...days, { name: '', date: 'soon', isOffDay: 'yes' }, null] };
    const faults = faultsOf(broken);
    expect(faults.map(({ code, at }) => `${at} ${code}`)).toEqual([
      'papers papers-unreadable',
      'days[18].name name-missing',
      'days[18].isOffDay kind-missing',
      'days[18].date date-unreadable',
      'days[19] day-unreadable',
    ]);
  });

  it('what is long, shortened', () => {
    const faults = faultsOf(withDay(10, { date: 'x'.repeat(500) }));
    expect(faults[0]?.found).toBe(`${'x'.repeat(60)}…`);
  });
});

it.each(officialYears)('the committed notice of $year survives being written out and read back', (year) => {
  const written = {
    year: year.year,
    papers: year.papers,
    days: [
      ...year.off.flatMap(({ name, from, to }) => off(name, ...datesBetween(from, to))),
      ...year.worked.flatMap(({ name, on }) => work(name, on)),
    ],
  };
  expect(parseNotice(written)).toEqual({ ok: true, year });
});

function datesBetween(from: string, to: string): string[] {
  const first = Temporal.PlainDate.from(from);
  const length = first.until(to).days + 1;
  return Array.from({ length }, (_, index) => first.add({ days: index }).toString());
}

it('answers with a year or with faults, whatever it is given', () => {
  const anyFile = fc.record({
    year: fc.oneof(fc.constant(2027), fc.anything()),
    papers: fc.anything(),
    days: fc.array(fc.anything()),
  });
  fc.assert(
    fc.property(fc.oneof(fc.anything(), anyFile), (json) => {
      const parsed = parseNotice(json);
      return parsed.ok || parsed.faults.length > 0;
    }),
  );
});
