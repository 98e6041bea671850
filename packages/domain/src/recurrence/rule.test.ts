import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { datesOfRule, judgeRule } from './rule.js';
import { type RuleFault, type RuleParts, readRule, type Weekday, weekdays, writeRule } from './rule-parts.js';

const iso = (dates: readonly Temporal.PlainDate[]) => dates.map(String);

describe('days of a rule in a plan year', () => {
  it.each([
    ['FREQ=MONTHLY;BYMONTH=1,2,3;BYMONTHDAY=25', 2026, ['2026-01-25', '2026-02-25', '2026-03-25']],
    ['FREQ=MONTHLY;BYMONTH=1,2,4;BYMONTHDAY=-1', 2028, ['2028-01-31', '2028-02-29', '2028-04-30']],
    ['FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3', 2026, ['2026-01-31', '2026-03-31', '2026-05-31']],
    ['FREQ=YEARLY;BYMONTH=5;BYDAY=2FR', 2026, ['2026-05-08']],
    ['FREQ=MONTHLY;BYDAY=5FR', 2026, ['2026-01-30', '2026-05-29', '2026-07-31', '2026-10-30']],
    ['FREQ=WEEKLY;BYDAY=WE;UNTIL=20260121', 2026, ['2026-01-07', '2026-01-14', '2026-01-21']],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;COUNT=2', 2026, ['2026-01-14', '2026-01-28']],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20', 2026, ['2026-01-20', '2026-04-20', '2026-07-20', '2026-10-20']],
    ['FREQ=YEARLY;BYMONTH=6;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 2026, ['2026-06-30']],
    ['FREQ=YEARLY;BYYEARDAY=100', 2028, ['2028-04-09']],
    ['freq=yearly;bymonth=10;bymonthday=1', 2026, ['2026-10-01']],
  ])('%s in %i', (rule, year, dates) => {
    expect(iso(datesOfRule(rule, year))).toEqual(dates);
  });

  it('gives the days that end December and those that begin January to the plan of their calendar year', () => {
    const lastWeek = 'FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO,TU,WE,TH,FR,SA,SU';
    expect(iso(datesOfRule(lastWeek, 2026))).toEqual(['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31']);
    expect(iso(datesOfRule(lastWeek, 2027))).toEqual(['2027-01-01', '2027-01-02', '2027-01-03']);
  });

  it('throws on a rule that was not judged', () => {
    expect(() => datesOfRule('FREQ=MONTHLY', 2026)).toThrow('rule-incomplete: FREQ=MONTHLY');
  });
});

describe('rules that are refused, with the part at fault', () => {
  it.each([
    ['', 'rule-unreadable', ''],
    ['每月25日', 'rule-unreadable', '每月25日'],
    ['RRULE:FREQ=DAILY', 'rule-unreadable', 'RRULE:FREQ=DAILY'],
    ['BYMONTHDAY=25', 'rule-unreadable', 'BYMONTHDAY=25'],
    ['FREQ=DAILY;', 'rule-unreadable', ''],
    ['FREQ=DAILY;INTERVAL=0', 'rule-unreadable', 'INTERVAL=0'],
    ['FREQ=DAILY;INTERVAL=2=3', 'rule-unreadable', 'INTERVAL=2=3'],
    ['FREQ=DAILY;INTERVAL=2;INTERVAL=3', 'rule-unreadable', 'INTERVAL=3'],
    ['FREQ=DAILY;COUNT=-1', 'rule-unreadable', 'COUNT=-1'],
    ['FREQ=DAILY;UNTIL=20260230', 'rule-unreadable', 'UNTIL=20260230'],
    ['FREQ=DAILY;UNTIL=20261301', 'rule-unreadable', 'UNTIL=20261301'],
    ['FREQ=DAILY;UNTIL=20260100', 'rule-unreadable', 'UNTIL=20260100'],
    ['FREQ=DAILY;UNTIL=2026-01-01', 'rule-unreadable', 'UNTIL=2026-01-01'],
    ['FREQ=DAILY;X-COLOUR=RED', 'rule-unreadable', 'X-COLOUR=RED'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'rule-unreadable', 'BYMONTHDAY=0'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'rule-unreadable', 'BYMONTHDAY=32'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,,2', 'rule-unreadable', 'BYMONTHDAY=1,,2'],
    ['FREQ=MONTHLY;BYMONTH=13;BYMONTHDAY=1', 'rule-unreadable', 'BYMONTH=13'],
    ['FREQ=MONTHLY;BYDAY=6MO', 'rule-unreadable', 'BYDAY=6MO'],
    ['FREQ=YEARLY;BYMONTH=5;BYDAY=-6MO', 'rule-unreadable', 'BYDAY=-6MO'],
    ['FREQ=YEARLY;BYDAY=54MO', 'rule-unreadable', 'BYDAY=54MO'],
    ['FREQ=YEARLY;BYYEARDAY=367', 'rule-unreadable', 'BYYEARDAY=367'],
    ['FREQ=YEARLY;BYWEEKNO=54;BYDAY=MO', 'rule-unreadable', 'BYWEEKNO=54'],
    ['FREQ=WEEKLY;BYDAY=MO;WKST=XX', 'rule-unreadable', 'WKST=XX'],
    [`FREQ=YEARLY;BYYEARDAY=${'1,'.repeat(200)}1`, 'rule-unreadable', 'FREQ=YEARLY;BYYEARDA…'],
    ['FREQ=HOURLY', 'rule-too-fine', 'FREQ=HOURLY'],
    ['FREQ=DAILY;BYHOUR=9', 'rule-too-fine', 'BYHOUR=9'],
    ['FREQ=DAILY;UNTIL=20260630T090000Z', 'rule-too-fine', 'UNTIL=20260630T090000Z'],
    ['FREQ=DAILY;COUNT=3;UNTIL=20260630', 'rule-contradictory', 'COUNT=3;UNTIL=20260630'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'rule-contradictory', 'FREQ=WEEKLY;BYDAY=1MO'],
    ['FREQ=DAILY;BYDAY=1MO', 'rule-contradictory', 'FREQ=DAILY;BYDAY=1MO'],
    ['FREQ=WEEKLY;BYMONTHDAY=1', 'rule-contradictory', 'FREQ=WEEKLY;BYMONTHDAY=1'],
    ['FREQ=MONTHLY;BYYEARDAY=1', 'rule-contradictory', 'FREQ=MONTHLY;BYYEARDAY=1'],
    ['FREQ=MONTHLY;BYWEEKNO=1;BYDAY=MO', 'rule-contradictory', 'FREQ=MONTHLY;BYWEEKNO=1'],
    ['FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO', 'rule-contradictory', 'BYWEEKNO=1;BYDAY=1MO'],
    ['RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=9', 'rule-unsupported', 'RSCALE=CHINESE'],
    ['FREQ=MONTHLY;BYDAY=FR,1MO', 'rule-unsupported', 'FREQ=MONTHLY;BYDAY=FR,1MO'],
    ['FREQ=YEARLY;BYYEARDAY=100;BYDAY=FR', 'rule-unsupported', 'BYYEARDAY=100;BYDAY=FR'],
    ['FREQ=YEARLY;BYMONTH=1;BYYEARDAY=1;BYMONTHDAY=1', 'rule-unsupported', 'BYYEARDAY=1;BYMONTHDAY=1'],
    ['FREQ=YEARLY;BYWEEKNO=1;BYYEARDAY=1;BYDAY=MO', 'rule-unsupported', 'BYYEARDAY=1;BYDAY=MO'],
    ['FREQ=YEARLY;BYMONTH=1;BYWEEKNO=1;BYMONTHDAY=1;BYDAY=MO', 'rule-unsupported', 'BYWEEKNO=1;BYMONTHDAY=1'],
    ['FREQ=YEARLY;BYWEEKNO=1,2;BYDAY=MO;BYSETPOS=1', 'rule-unsupported', 'BYWEEKNO=1,2;BYSETPOS=1'],
    ['FREQ=YEARLY;BYDAY=1MO,-1FR;BYSETPOS=1', 'rule-unsupported', 'BYDAY=1MO,-1FR;BYSETPOS=1'],
    ['FREQ=DAILY;BYDAY=MO;BYSETPOS=1', 'rule-unsupported', 'FREQ=DAILY;BYSETPOS=1'],
    ['FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYMONTHDAY=1', 'rule-beyond-year', 'INTERVAL=2'],
    ['FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=1', 'rule-beyond-year', 'INTERVAL=12'],
    ['FREQ=WEEKLY;INTERVAL=54;BYDAY=MO', 'rule-beyond-year', 'INTERVAL=54'],
    ['FREQ=DAILY;INTERVAL=366', 'rule-beyond-year', 'INTERVAL=366'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'rule-without-dates', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'],
    ['FREQ=DAILY;UNTIL=20251231', 'rule-without-dates', 'FREQ=DAILY;UNTIL=20251231'],
  ])('%s: %s', (rule, code, part) => {
    expect(judgeRule(rule, 2026)).toEqual({ code, part });
  });

  it.each([
    ['FREQ=WEEKLY', 'FREQ=WEEKLY', ['BYDAY']],
    ['FREQ=MONTHLY', 'FREQ=MONTHLY', ['BYMONTHDAY', 'BYDAY']],
    ['FREQ=MONTHLY;BYMONTH=6', 'FREQ=MONTHLY', ['BYMONTHDAY', 'BYDAY']],
    ['FREQ=YEARLY', 'FREQ=YEARLY', ['BYMONTHDAY', 'BYDAY', 'BYYEARDAY']],
    ['FREQ=YEARLY;BYMONTH=6', 'FREQ=YEARLY', ['BYMONTHDAY', 'BYDAY', 'BYYEARDAY']],
    ['FREQ=YEARLY;BYMONTHDAY=15', 'FREQ=YEARLY', ['BYMONTH']],
    ['FREQ=YEARLY;BYWEEKNO=20', 'BYWEEKNO=20', ['BYDAY']],
  ])('%s needs one of %s %j', (rule, part, add) => {
    expect(judgeRule(rule, 2026)).toEqual({ code: 'rule-incomplete', part, add });
  });
});

/** `01:05,12-14 03:31` as in rule.vectors.txt. */
const byMonth = (dates: readonly Temporal.PlainDate[]) => {
  const two = (value: number) => String(value).padStart(2, '0');
  const months = Map.groupBy(dates, (date) => date.month);
  return [...months]
    .map(([month, days]) => {
      const runs: [number, number][] = [];
      for (const { day } of days) {
        const last = runs.at(-1);
        if (last !== undefined && last[1] === day - 1) last[1] = day;
        else runs.push([day, day]);
      }
      return `${two(month)}:${runs.map(([a, b]) => (a === b ? two(a) : `${two(a)}-${two(b)}`)).join(',')}`;
    })
    .join(' ');
};

const vectors = readFileSync(new URL('rule.vectors.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [rule = '', year = '', ...months] = line.split(' ');
    return { rule, year: Number(year), days: months.join(' ') };
  });

describe('rules against python3-dateutil (rule.vectors.txt)', () => {
  const differing = vectors.flatMap(({ rule, year, days }) => {
    const ours = byMonth(datesOfRule(rule, year));
    return ours === days ? [] : [{ rule, year, ours, dateutil: days }];
  });

  it('agrees on each rule and year but three, and refuses none', () => {
    expect(vectors.length).toBeGreaterThan(1800);
    expect(differing.map(({ rule, year }) => `${rule} in ${year}`)).toEqual([
      'FREQ=WEEKLY;BYDAY=TH,FR,SA,SU;BYSETPOS=1 in 2027',
      'FREQ=YEARLY;BYWEEKNO=-53;BYDAY=MO,WE in 2025',
      'FREQ=YEARLY;BYWEEKNO=-52;BYDAY=TU in 2024',
    ]);
    expect(vectors.filter(({ rule, year, days }) => (judgeRule(rule, year) === null) !== (days !== ''))).toEqual([
      expect.objectContaining({ rule: 'FREQ=YEARLY;BYWEEKNO=-53;BYDAY=MO,WE', year: 2025 }),
    ]);
  });

  // In all three dateutil is wrong: RFC 5545 §3.3.10 lets a set of BYSETPOS "start at the beginning of the interval",
  // here Monday 28 December 2026, also when the first date asked for lies later in that week; and week 1 of 2026
  // (53 weeks) and of 2025 (52 weeks), which begin on 29 December 2025 and 30 December 2024, are their weeks -53, -52.
  it.each([
    ['FREQ=WEEKLY;BYDAY=TH,FR,SA,SU;BYSETPOS=1', '', '01:01'],
    ['FREQ=YEARLY;BYWEEKNO=-53;BYDAY=MO,WE', '12:29,31', ''],
    ['FREQ=YEARLY;BYWEEKNO=-52;BYDAY=TU', '01:02 12:31', '01:02'],
  ])('%s: %j against %j', (rule, ours, dateutil) => {
    const found = differing.find((one) => one.rule === rule);
    const first = (days = '') => (rule.includes('SETPOS') ? days.replace(/^(01:01)?.*$/, '$1') : days);
    expect([first(found?.ours), first(found?.dateutil)]).toEqual([ours, dateutil]);
  });
});

const jan1 = (year: number) => new Temporal.PlainDate(year, 1, 1);
const refused = (fault: RuleFault): never => {
  throw new Error(`${fault.code}: ${fault.part}`);
};
const anyDay = fc.constantFrom<Weekday>(...weekdays);
const nonZero = (max: number) => fc.integer({ min: 1, max }).chain((n) => fc.constantFrom(n, -n));
const some = <T>(values: fc.Arbitrary<T>) => fc.uniqueArray(values, { minLength: 1, maxLength: 4 });
const months = some(fc.integer({ min: 1, max: 12 }));
const eachDay = some(anyDay).map((days) => days.map((weekday) => ({ ordinal: 0, weekday })));
const nthDay = fc.tuple(nonZero(5), anyDay).map(([ordinal, weekday]) => [{ ordinal, weekday }]);
const interval = fc.integer({ min: 1, max: 10 });
const monthDays = some(nonZero(31));

/** Rules that may stand in a plan: the days by one of these, and until when by one of those below. */
const anyRule: fc.Arbitrary<RuleParts> = fc
  .tuple(
    fc.oneof(
      fc.record({ freq: fc.constant('DAILY' as const), interval, byMonth: months, byMonthDay: monthDays }),
      fc.record({ freq: fc.constant('WEEKLY' as const), interval, byDay: eachDay, bySetPos: some(nonZero(5)) }),
      fc.record({ freq: fc.constant('MONTHLY' as const), interval, byMonthDay: monthDays, byDay: eachDay }),
      fc.record({ freq: fc.constant('MONTHLY' as const), byMonth: months, byDay: nthDay }),
      fc.record({ freq: fc.constant('MONTHLY' as const), byDay: eachDay, bySetPos: some(nonZero(5)) }),
      fc.record({ freq: fc.constant('YEARLY' as const), byMonth: months, byMonthDay: monthDays }),
      fc.record({ freq: fc.constant('YEARLY' as const), byMonth: months, byDay: fc.oneof(eachDay, nthDay) }),
      fc.record({ freq: fc.constant('YEARLY' as const), byYearDay: some(nonZero(366)) }),
      fc.record({ freq: fc.constant('YEARLY' as const), byWeekNo: some(nonZero(53)), byDay: eachDay }),
    ),
    fc.oneof(
      fc.constant({}),
      fc.record({ wkst: anyDay }),
      fc.record({ count: fc.integer({ min: 1, max: 50 }) }),
      fc.record({ until: fc.integer({ min: 0, max: 40_000 }).map((days) => jan1(2000).add({ days }).toString()) }),
    ),
  )
  .map(([days, end]) => readRule(writeRule({ ...days, ...end })))
  .map((parts) => ('code' in parts ? refused(parts) : parts));
const anyYear = fc.integer({ min: 2000, max: 2099 });

describe('whatever the rule', () => {
  it('is written as it was read', () => {
    fc.assert(fc.property(anyRule, (parts) => expect(readRule(writeRule(parts))).toEqual(parts)));
  });

  it('names days of the year in order, each once, on its weekdays, months, days and up to its end', () => {
    fc.assert(
      fc.property(anyRule, anyYear, (parts, year) => {
        const dates = datesOfRule(writeRule(parts), year);
        const ordered = dates.every((date, i) => i === 0 || Temporal.PlainDate.compare(dates[i - 1]!, date) < 0);
        const allowed = dates.every(
          (date) =>
            date.year === year &&
            (parts.byDay.length === 0 || parts.byDay.some((day) => day.weekday === weekdays[date.dayOfWeek - 1])) &&
            (parts.byMonth.length === 0 || parts.byMonth.includes(date.month)) &&
            (parts.byMonthDay.length === 0 ||
              parts.byMonthDay.some((day) => date.day === (day > 0 ? day : date.daysInMonth + day + 1))) &&
            (parts.until === null || date.toString() <= parts.until),
        );
        return ordered && allowed && (parts.count === null || dates.length <= parts.count);
      }),
    );
  });

  it('names every day that a rule without ordinals, positions and intervals allows', () => {
    fc.assert(
      fc.property(eachDay, months, anyYear, (byDay, byMonth, year) => {
        const days = new Set(byDay.map((day) => day.weekday));
        const rule = writeRule({ freq: 'WEEKLY', byMonth, byDay });
        const start = jan1(year);
        const expected = Array.from({ length: start.daysInYear }, (_, i) => start.add({ days: i })).filter(
          (date) => byMonth.includes(date.month) && days.has(weekdays[date.dayOfWeek - 1]!),
        );
        expect(iso(datesOfRule(rule, year))).toEqual(iso(expected));
      }),
    );
  });
});
