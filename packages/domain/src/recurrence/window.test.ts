import fc from 'fast-check';
import { officialYears } from '../calendar/official-years.gen.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import { type AnchorKey, anchorDays, type EventAnchor, isAnchorKey } from './anchor.js';
import { type Cadence, type Offset, type Shift, type Span, shifts } from './cadence.js';
import { validateCadence } from './validate-cadence.js';
import { away, runsOf, shifted } from './window.js';

const calendar = new WorkingCalendar(officialYears);
const on = (iso: string) => Temporal.PlainDate.from(iso);
const rules = (events: readonly EventAnchor[] = [], year = 2026) => ({ calendar, anchors: anchorDays(year, events) });
const runs = (cadence: Cadence, events: readonly EventAnchor[] = []) =>
  runsOf(cadence, 2026, rules(events)).runs.map(({ key, from, to, dueOn }) => `${key}: ${from} ${to} due ${dueOn}`);
const within = (...spans: Span[]): Cadence => ({ kind: 'within', spans });

describe('windows are due on their last working day', () => {
  it.each<[string, Cadence, string[]]>([
    [
      '每季度',
      { kind: 'each', unit: 'quarter' },
      [
        '2026-Q1: 2026-01-01 2026-03-31 due 2026-03-31',
        '2026-Q2: 2026-04-01 2026-06-30 due 2026-06-30',
        '2026-Q3: 2026-07-01 2026-09-30 due 2026-09-30',
        '2026-Q4: 2026-10-01 2026-12-31 due 2026-12-31',
      ],
    ],
    [
      '每半年',
      { kind: 'each', unit: 'half-year' },
      ['2026-H1: 2026-01-01 2026-06-30 due 2026-06-30', '2026-H2: 2026-07-01 2026-12-31 due 2026-12-31'],
    ],
    ['全年', within({ unit: 'year' }), ['2026: 2026-01-01 2026-12-31 due 2026-12-31']],
    ['下半年', within({ unit: 'half-year', number: 2 }), ['2026-H2: 2026-07-01 2026-12-31 due 2026-12-31']],
    ['二季度', within({ unit: 'quarter', number: 2 }), ['2026-Q2: 2026-04-01 2026-06-30 due 2026-06-30']],
    // 28 February 2026 is a Saturday, but worked in exchange for the Spring Festival.
    ['2月', within({ unit: 'month', month: 2 }), ['2026-02: 2026-02-01 2026-02-28 due 2026-02-28']],
    ['5月中旬', within({ unit: 'ten-days', month: 5, part: 2 }), ['2026-05b: 2026-05-11 2026-05-20 due 2026-05-20']],
    [
      '6月中旬和11月下旬, in the order of the year',
      within({ unit: 'ten-days', month: 11, part: 3 }, { unit: 'ten-days', month: 6, part: 2 }),
      ['2026-06b: 2026-06-11 2026-06-20 due 2026-06-18', '2026-11c: 2026-11-21 2026-11-30 due 2026-11-30'],
    ],
    // 31 October 2026 is a Saturday: moved back to Friday the 30th.
    ['10月底前', { kind: 'by', on: '2026-10-31' }, ['2026-10-31: 2026-01-01 2026-10-31 due 2026-10-30']],
    [
      'between days',
      { kind: 'between', from: '2025-12-15', to: '2026-01-20' },
      ['2025-12-15/2026-01-20: 2025-12-15 2026-01-20 due 2026-01-20'],
    ],
    [
      'a window wholly within a holiday is due on its last day',
      { kind: 'between', from: '2026-10-01', to: '2026-10-03' },
      ['2026-10-01/2026-10-03: 2026-10-01 2026-10-03 due 2026-10-03'],
    ],
  ])('%s', (_name, cadence, expected) => {
    expect(runs(cadence)).toEqual(expected);
  });

  it.each([
    ['month', 12, '2026-01', '2026-12'],
    ['ten-days', 36, '2026-01a', '2026-12c'],
  ] as const)('each %s has %i windows, from %s to %s, without gaps', (unit, count, first, last) => {
    const all = runsOf({ kind: 'each', unit }, 2026, rules()).runs;
    expect([all.length, all[0]?.key, all.at(-1)?.key]).toEqual([count, first, last]);
    for (const [index, run] of all.slice(1).entries()) expect(all[index]?.to.add({ days: 1 })).toEqual(run.from);
    expect(all.at(-1)?.to.toString()).toBe('2026-12-31');
  });

  it('says why, and whether the date may still move', () => {
    const [run] = runsOf({ kind: 'by', on: '2026-10-31' }, 2026, rules()).runs;
    expect(run?.reason).toEqual({ rule: 'last-workday-of-window', from: '2026-10-31', provisional: false });
    const [next] = runsOf(within({ unit: 'year' }), 2027, rules([], 2027)).runs;
    expect(next?.reason.provisional).toBe(true);
  });
});

describe('days of a rule', () => {
  const on25th = (shift: Shift): Cadence => ({ kind: 'rule', rrule: 'FREQ=MONTHLY;BYMONTHDAY=25', shift });

  it('each window opens the day after the one before', () => {
    expect(runs(on25th('none')).slice(0, 3)).toEqual([
      '2026-01-25: 2026-01-01 2026-01-25 due 2026-01-25',
      '2026-02-25: 2026-01-26 2026-02-25 due 2026-02-25',
      '2026-03-25: 2026-02-26 2026-03-25 due 2026-03-25',
    ]);
  });

  it('a day moved forward stretches its window and narrows the next', () => {
    // 25 January 2026 is a Sunday.
    expect(runs(on25th('forward')).slice(0, 2)).toEqual([
      '2026-01-25: 2026-01-01 2026-01-26 due 2026-01-26',
      '2026-02-25: 2026-01-27 2026-02-25 due 2026-02-25',
    ]);
    expect(runs(on25th('back'))[0]).toBe('2026-01-25: 2026-01-01 2026-01-25 due 2026-01-23');
    expect(runsOf(on25th('back'), 2026, rules()).runs[0]?.reason).toEqual({
      rule: 'day-of-rule',
      from: '2026-01-25',
      provisional: false,
    });
  });
});

it('two days of a rule within one long holiday go to the same working day', () => {
  // Wednesdays 30 September and 7 October 2026: the second is off until the 8th; 21 October is an ordinary one.
  const wednesdays = (shift: Shift) =>
    runs({ kind: 'rule', rrule: 'FREQ=WEEKLY;BYDAY=WE', shift }).filter((line) => /^2026-(09-30|10)/.test(line));
  expect(wednesdays('forward').slice(0, 3)).toEqual([
    '2026-09-30: 2026-09-24 2026-09-30 due 2026-09-30',
    '2026-10-07: 2026-10-01 2026-10-08 due 2026-10-08',
    '2026-10-14: 2026-10-09 2026-10-14 due 2026-10-14',
  ]);
  expect(wednesdays('back').slice(0, 2)).toEqual([
    '2026-09-30: 2026-09-24 2026-09-30 due 2026-09-30',
    '2026-10-07: 2026-09-30 2026-10-07 due 2026-09-30',
  ]);
});

describe('what hangs on an anchor moves with it', () => {
  const closes = (day: string | null, isProvisional = false): EventAnchor[] => [
    { key: 'plenary-closes', name: '全会闭幕', on: day, isProvisional },
  ];
  const anchored = (anchor: AnchorKey, from: Offset | null, to: Offset, shift: Shift): Cadence => ({
    kind: 'anchored',
    anchor,
    from,
    to,
    shift,
  });
  const days = (count: number): Offset => ({ unit: 'calendar-days', count });
  const afterSession = anchored('event:plenary-closes', null, days(30), 'forward');

  it.each<[string, Cadence, EventAnchor[], string[]]>([
    [
      '闭幕后30日内: 14 February 2026 is a worked Saturday',
      afterSession,
      closes('2026-01-15'),
      ['2026@event:plenary-closes: 2026-01-15 2026-02-14 due 2026-02-14'],
    ],
    [
      'five days later it falls into the Spring Festival',
      afterSession,
      closes('2026-01-20'),
      ['2026@event:plenary-closes: 2026-01-20 2026-02-24 due 2026-02-24'],
    ],
    [
      '春节前15天内',
      anchored('festival:spring-festival', days(-15), days(-1), 'back'),
      [],
      ['2026@festival:spring-festival: 2026-02-02 2026-02-16 due 2026-02-14'],
    ],
    [
      '重阳节 itself, a Sunday, not moved',
      anchored('festival:double-ninth', days(0), days(0), 'none'),
      [],
      ['2026@festival:double-ninth: 2026-10-18 2026-10-18 due 2026-10-18'],
    ],
    [
      'a day off of its own with nowhere to go back to stays',
      anchored('lunar:09-09', days(0), days(0), 'back'),
      [],
      ['2026@lunar:09-09: 2026-10-18 2026-10-18 due 2026-10-18'],
    ],
    [
      'before an anchor the window opens with the year',
      anchored('festival:national-day', null, days(-1), 'back'),
      [],
      ['2026@festival:national-day: 2026-01-01 2026-09-30 due 2026-09-30'],
    ],
    [
      'working days and months',
      anchored('event:plenary-closes', { unit: 'workdays', count: 5 }, { unit: 'months', count: 1 }, 'none'),
      closes('2026-01-31'),
      ['2026@event:plenary-closes: 2026-02-06 2026-02-28 due 2026-02-28'],
    ],
  ])('%s', (_name, cadence, events, expected) => {
    expect(runs(cadence, events)).toEqual(expected);
  });

  it.each([
    ['open', closes(null)],
    ['not entered', []],
  ])('an anchor that is %s gives no run and is named', (_name, events) => {
    expect(runsOf(afterSession, 2026, rules(events))).toEqual({ runs: [], waitingFor: 'event:plenary-closes' });
  });

  it('a festival that does not fall in the year gives no run: there was no 腊八 in 2023', () => {
    const laba = anchored('festival:laba', null, days(0), 'none');
    expect(runsOf(laba, 2023, rules([], 2023))).toEqual({ runs: [], waitingFor: 'festival:laba' });
    expect(runsOf(anchored('lunar:12-08', null, days(0), 'none'), 2023, rules([], 2023)).runs).toEqual([]);
  });

  it('a settled day in a year without a notice is still provisional, and a festival is never so by itself', () => {
    const settled = { ...closes('2027-01-15')[0]! };
    const provisional = (cadence: Cadence, year: number) =>
      runsOf(cadence, year, rules([settled], year)).runs[0]?.reason.provisional;
    expect(provisional(afterSession, 2027)).toBe(true);
    expect(provisional(anchored('festival:double-ninth', null, days(0), 'none'), 2026)).toBe(false);
    expect(provisional({ kind: 'rule', rrule: 'FREQ=MONTHLY;BYMONTHDAY=25', shift: 'back' }, 2027)).toBe(true);
  });

  it('a window that would begin after its end is the day of its end', () => {
    const cadence = anchored('event:plenary-closes', { unit: 'workdays', count: 5 }, days(3), 'none');
    expect(runs(cadence, closes('2026-01-15'))).toEqual([
      '2026@event:plenary-closes: 2026-01-18 2026-01-18 due 2026-01-18',
    ]);
  });

  it('says what it hangs on, and that it may move', () => {
    expect(runsOf(afterSession, 2026, rules(closes('2026-01-15', true))).runs[0]?.reason).toEqual({
      rule: 'days-from-anchor',
      from: '2026-01-15',
      anchor: 'event:plenary-closes',
      offset: { unit: 'calendar-days', count: 30 },
      provisional: true,
    });
  });

  it.each([
    ['festival:mid-autumn', true],
    ['festival:carnival', false],
    ['lunar:12-30', true],
    ['lunar:13-01', false],
    ['lunar:00-10', false],
    ['lunar:01-31', false],
    ['lunar:109-09', false],
    ['lunar:09-091', false],
    ['moon:09', false],
    ['event', false],
    ['event:plenary-opens', true],
    ['event:', false],
    ['event:新春茶话会', true],
    ['event:a b', false],
    ['plenary-opens', false],
    ['constructor', false],
  ])('%s is an anchor key: %s', (text, expected) => {
    expect(isAnchorKey(text)).toBe(expected);
  });
});

describe('a day off', () => {
  it.each<[string, Shift, string]>([
    // Saturday 7 March 2026, Sunday 8 March.
    ['2026-03-07', 'back', '2026-03-06'],
    ['2026-03-07', 'forward', '2026-03-09'],
    ['2026-03-07', 'nearest', '2026-03-06'],
    ['2026-03-08', 'nearest', '2026-03-09'],
    ['2026-03-08', 'none', '2026-03-08'],
    // 4 to 6 April: two days to either side of Sunday the 5th, the earlier wins.
    ['2026-04-05', 'nearest', '2026-04-03'],
    ['2026-03-09', 'back', '2026-03-09'],
    ['2026-03-09', 'forward', '2026-03-09'],
  ])('%s %s: %s', (day, shift, expected) => {
    expect(shifted(on(day), shift, calendar).toString()).toBe(expected);
  });

  it.each<[string, Offset, string]>([
    ['2026-01-31', { unit: 'months', count: 1 }, '2026-02-28'],
    ['2026-03-31', { unit: 'months', count: -1 }, '2026-02-28'],
    ['2026-02-12', { unit: 'workdays', count: 5 }, '2026-02-26'],
    ['2026-02-26', { unit: 'workdays', count: -5 }, '2026-02-12'],
    ['2026-02-26', { unit: 'calendar-days', count: -26 }, '2026-01-31'],
  ])('%s and %j: %s', (day, offset, expected) => {
    expect(away(on(day), offset, calendar).toString()).toBe(expected);
  });

  const anyDay = fc.integer({ min: 0, max: 1000 }).map((days) => on('2024-03-01').add({ days }));
  it('goes to a working day, and no working day lies between', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...shifts), (day, shift) => {
        const to = shifted(day, shift, calendar);
        if (shift === 'none') return to.equals(day);
        const [first, last] = Temporal.PlainDate.compare(to, day) < 0 ? [to, day] : [day, to];
        return calendar.isWorkday(to) && Math.abs(calendar.workdaysBetween(first, last)) <= 1;
      }),
    );
  });
});

describe('a cadence that cannot be used names its fault', () => {
  const anchored = (changes: Partial<Cadence & { kind: 'anchored' }>): Cadence => ({
    kind: 'anchored',
    anchor: 'festival:qingming',
    from: null,
    to: { unit: 'calendar-days', count: 0 },
    shift: 'none',
    ...changes,
  });
  const days = (count: number): Offset => ({ unit: 'calendar-days', count });

  it.each<[Cadence, string | null]>([
    [{ kind: 'each', unit: 'month' }, null],
    [within(), 'spans-missing'],
    [within({ unit: 'month', month: 12 }), null],
    [within({ unit: 'month', month: 13 }), 'span-out-of-range'],
    [within({ unit: 'month', month: 5 }, { unit: 'month', month: 13 }), 'span-out-of-range'],
    [within({ unit: 'month', month: 0 }), 'span-out-of-range'],
    [within({ unit: 'month', month: 1.5 }), 'span-out-of-range'],
    [within({ unit: 'ten-days', month: 13, part: 1 }), 'span-out-of-range'],
    [within({ unit: 'ten-days', month: 1, part: 4 as 3 }), 'span-out-of-range'],
    [within({ unit: 'quarter', number: 5 as 4 }), 'span-out-of-range'],
    [within({ unit: 'half-year', number: 3 as 2 }), 'span-out-of-range'],
    [within({ unit: 'month', month: 5 }, { unit: 'month', month: 5 }), 'span-twice'],
    [{ kind: 'between', from: '2026-05-01', to: '2026-05-01' }, null],
    [{ kind: 'between', from: '2026-05-02', to: '2026-05-01' }, 'window-reversed'],
    [{ kind: 'between', from: '2026-05-02', to: '2027-01-01' }, 'window-outside-year'],
    [{ kind: 'between', from: '2025-12-01', to: '2026-01-20' }, null],
    [{ kind: 'between', from: '2024-12-31', to: '2026-01-20' }, 'window-outside-year'],
    [{ kind: 'by', on: '2026-12-31' }, null],
    [{ kind: 'by', on: '2027-01-01' }, 'window-outside-year'],
    [{ kind: 'rule', rrule: 'FREQ=MONTHLY;BYMONTHDAY=25', shift: 'back' }, null],
    [{ kind: 'rule', rrule: 'every now and then', shift: 'back' }, 'rule-unreadable'],
    [anchored({}), null],
    [anchored({ anchor: 'event:' }), 'anchor-unknown'],
    [anchored({ to: days(367) }), 'offset-out-of-range'],
    [anchored({ to: days(366) }), null],
    [anchored({ from: days(-367) }), 'offset-out-of-range'],
    [anchored({ to: { unit: 'months', count: 13 } }), 'offset-out-of-range'],
    [anchored({ to: { unit: 'workdays', count: 0.5 } }), 'offset-out-of-range'],
    [anchored({ from: days(1), to: days(0) }), 'window-reversed'],
    [anchored({ from: days(5), to: days(1) }), 'window-reversed'],
    [anchored({ from: days(0), to: days(0) }), null],
    [anchored({ from: { unit: 'months', count: 1 }, to: days(-1) }), 'window-reversed'],
    [anchored({ from: { unit: 'months', count: -1 }, to: days(-1) }), null],
  ])('%j: %s', (cadence, fault) => {
    expect(validateCadence(cadence, 2026)).toBe(fault);
  });
});
