import fc from 'fast-check';
import { festivals } from '../calendar/festivals.js';
import { type AnchorKey, knownEvents } from './anchor.js';
import { type Cadence, type Offset, type Shift, type Span, shifts } from './cadence.js';
import { readCadence, sayCadence } from './cadence-words.js';
import { nameOfAnchor } from './cadence-words-anchors.js';
import { type Language, languages } from './cadence-words-slots.js';
import { type RuleDay, type Weekday, weekdays, writeRule } from './rule-parts.js';
import { validateCadence } from './validate-cadence.js';

const each = (unit: (Cadence & { kind: 'each' })['unit']): Cadence => ({ kind: 'each', unit });
const within = (...spans: Span[]): Cadence => ({ kind: 'within', spans });
const by = (on: string): Cadence => ({ kind: 'by', on });
const between = (from: string, to = from): Cadence => ({ kind: 'between', from, to });
const rule = (rrule: string, shift: Shift = 'back'): Cadence => ({ kind: 'rule', rrule, shift });
const days = (count: number): Offset => ({ unit: 'calendar-days', count });
const workdays = (count: number): Offset => ({ unit: 'workdays', count });
const months = (count: number): Offset => ({ unit: 'months', count });
const anchored = (anchor: AnchorKey, from: Offset | null, to: Offset, shift: Shift): Cadence => ({
  kind: 'anchored',
  anchor,
  from,
  to,
  shift,
});

const year: Span = { unit: 'year' };
const half = (number: 1 | 2): Span => ({ unit: 'half-year', number });
const quarter = (number: 1 | 2 | 3 | 4): Span => ({ unit: 'quarter', number });
const month = (number: number): Span => ({ unit: 'month', month: number });
const tenDays = (number: number, part: 1 | 2 | 3): Span => ({ unit: 'ten-days', month: number, part });

const festival = 'festival:spring-festival';
const closes = 'event:plenary-closes';
const handOver = 'event:hand-over-meeting';

describe('a cadence in words, and the words read back', () => {
  it.each<[Cadence, number, string, string]>([
    [each('quarter'), 1, '每季度至少一次', 'at least once a quarter'],
    [each('month'), 2, '每月至少两次', 'at least twice a month'],
    [each('half-year'), 3, '每半年至少三次', 'at least three times a half-year'],
    [each('ten-days'), 1, '每旬至少一次', 'at least once a ten-day period'],
    [within(year), 1, '全年', 'in the course of the year'],
    [within(year), 12, '全年，至少十二次', 'in the course of the year, at least twelve times'],
    [within(half(2)), 1, '下半年', 'in the second half of the year'],
    [within(quarter(1), quarter(3)), 1, '一季度和三季度', 'in the first quarter and the third quarter'],
    [within(month(3), month(6), month(9)), 1, '3月、6月和9月', 'in March, June and September'],
    [within(tenDays(5, 2)), 1, '5月中旬', 'in mid-May'],
    [
      within(tenDays(6, 2), tenDays(11, 3)),
      2,
      '6月中旬和11月下旬，至少两次',
      'in mid-June and late November, at least twice',
    ],
    [by('2026-10-31'), 1, '10月底前', 'by the end of October'],
    [by('2026-08-05'), 1, '8月5日前', 'by 5 August'],
    [between('2026-09-01', '2026-12-10'), 1, '9月1日至12月10日', 'from 1 September to 10 December'],
    [
      between('2025-12-15', '2026-01-20'),
      1,
      '2025年12月15日至2026年1月20日',
      'from 15 December 2025 to 20 January 2026',
    ],
    [between('2026-05-04'), 1, '5月4日', 'on 4 May'],
    [rule('FREQ=MONTHLY;BYMONTHDAY=25'), 1, '每月25日', 'on the 25th of each month'],
    [
      rule('FREQ=MONTHLY;BYMONTHDAY=25', 'forward'),
      1,
      '每月25日（遇休息日顺延）',
      'on the 25th of each month, or the next working day',
    ],
    [
      rule('FREQ=MONTHLY;BYMONTHDAY=10,-2', 'nearest'),
      2,
      '每月10日和倒数第二天（遇休息日就近），至少两次',
      'on the 10th and the second to last day of each month, or the nearest working day, at least twice',
    ],
    [rule('FREQ=MONTHLY;BYMONTHDAY=-1'), 1, '每月最后一个工作日', 'on the last working day of each month'],
    [rule('FREQ=MONTHLY;BYMONTHDAY=1', 'forward'), 1, '每月第一个工作日', 'on the first working day of each month'],
    [
      rule('FREQ=MONTHLY;BYMONTHDAY=-1', 'none'),
      1,
      '每月最后一天（遇休息日不变）',
      'on the last day of each month, day off or not',
    ],
    [
      rule('FREQ=MONTHLY;BYDAY=1MO,-1FR'),
      1,
      '每月第一个星期一和最后一个星期五',
      'on the first Monday and the last Friday of each month',
    ],
    [
      rule('FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=25'),
      1,
      '从1月起每2个月的25日',
      'every 2 months from January, on the 25th',
    ],
    [rule('FREQ=WEEKLY;BYDAY=WE'), 1, '每周三', 'every Wednesday'],
    [rule('FREQ=WEEKLY;BYDAY=MO,WE,SU'), 1, '每周一、三、日', 'every Monday, Wednesday and Sunday'],
    [
      rule('FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', 'none'),
      1,
      '从年初起每2周的星期三（遇休息日不变）',
      'every 2 weeks from 1 January, on Wednesday, day off or not',
    ],
    [rule('FREQ=YEARLY;BYMONTH=5;BYDAY=2FR'), 1, '每年5月第二个星期五', 'on the second Friday of May each year'],
    [rule('FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4'), 1, '每年5月4日', 'on the 4th of May each year'],
    [
      rule('FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=15'),
      1,
      '每年3月和9月的15日',
      'on the 15th of March and September each year',
    ],
    [
      rule('FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO'),
      1,
      '按规则FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
      'by the rule FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
    ],
    [anchored(festival, null, days(-1), 'back'), 1, '春节前', 'before the Spring Festival'],
    [anchored(festival, days(-15), days(-1), 'back'), 1, '春节前15日内', 'in the 15 days before the Spring Festival'],
    [
      anchored(festival, null, days(-15), 'back'),
      1,
      '不迟于春节前15日',
      'no later than 15 days before the Spring Festival',
    ],
    [anchored('festival:double-ninth', days(0), days(0), 'none'), 1, '重阳节', 'on the Double Ninth Festival'],
    [anchored('lunar:09-09', days(0), days(0), 'none'), 1, '农历九月初九', 'on the 9th day of the 9th lunar month'],
    [
      anchored('lunar:12-23', null, days(-1), 'back'),
      1,
      '农历腊月二十三前',
      'before the 23rd day of the 12th lunar month',
    ],
    [
      anchored(closes, null, days(30), 'forward'),
      1,
      '全会闭幕后30日内',
      'within 30 days after the close of the plenary session',
    ],
    [
      anchored(closes, null, months(1), 'back'),
      1,
      '全会闭幕后1个月内（遇休息日提前）',
      'within 1 month after the close of the plenary session, or the working day before',
    ],
    [
      anchored(handOver, null, workdays(10), 'forward'),
      1,
      '交办会后10个工作日内',
      'within 10 working days after the hand-over meeting',
    ],
    [anchored(handOver, days(0), days(0), 'none'), 1, '交办会当日', 'on the day of the hand-over meeting'],
    [
      anchored(handOver, null, days(0), 'none'),
      1,
      '不迟于交办会当日',
      'no later than the day of the hand-over meeting',
    ],
    [
      anchored(handOver, workdays(5), months(1), 'forward'),
      1,
      '自交办会后5个工作日至后1个月',
      'from 5 working days after the hand-over meeting to 1 month after it',
    ],
    [
      anchored(festival, days(0), days(1), 'none'),
      1,
      '自春节当日至后1日（遇休息日不变）',
      'from the day of the Spring Festival to 1 day after it, day off or not',
    ],
  ])('%j, %i times: %s, "%s"', (cadence, times, chinese, english) => {
    expect([sayCadence(cadence, times, 'zh'), sayCadence(cadence, times, 'en')]).toEqual([chinese, english]);
    for (const text of [chinese, english]) expect(readCadence(text, { year: 2026 })).toEqual({ cadence, times });
  });
});

describe('words of real plans', () => {
  it.each<[string, Cadence, number?]>([
    // The three source documents (reference §1: 2, 3, 9, 10, 25).
    ['至少一个季度组织委员活动一次', each('quarter')],
    ['在下半年', within(half(2))],
    ['下半年一次', within(half(2))],
    ['到10月底', by('2026-10-31')],
    ['全年开展一次', within(year)],
    // Others (reference §2.5, §3, §8).
    ['每季度不少于一次', each('quarter')],
    ['每季度开展两次活动', each('quarter'), 2],
    ['每季度２次', each('quarter'), 2],
    ['每个季度至少一次', each('quarter')],
    ['按季度', each('quarter')],
    ['一个月一次', each('month')],
    ['半年一次', each('half-year')],
    ['每旬1次', each('ten-days')],
    ['全年至少4次', within(year), 4],
    ['每年至少两次', within(year), 2],
    ['一年内四次以上', within(year), 4],
    ['年内完成', within(year)],
    ['上、下半年各一次', within(half(1), half(2))],
    ['上下半年各至少一次', within(half(1), half(2))],
    ['第三季度', within(quarter(3))],
    ['一、三季度', within(quarter(1), quarter(3))],
    ['5月份', within(month(5))],
    ['5月召开', within(month(5))],
    ['3、6、9月', within(month(3), month(6), month(9))],
    ['3月，6月，9月', within(month(3), month(6), month(9))],
    ['2026年5月中旬', within(tenDays(5, 2))],
    ['二〇二六年上半年', within(half(1))],
    ['二○二六年十一月下旬', within(tenDays(11, 3))],
    ['6 月上旬和 11 月下旬', within(tenDays(6, 1), tenDays(11, 3))],
    ['10月底前完成', by('2026-10-31')],
    ['１０月３１日前', by('2026-10-31')],
    ['十月三十一日以前', by('2026-10-31')],
    ['2026年10月31日前', by('2026-10-31')],
    ['不迟于8月5日', by('2026-08-05')],
    ['6月末前', by('2026-06-30')],
    ['2月底前', by('2026-02-28')],
    ['二季度末前', by('2026-06-30')],
    ['上半年底前', by('2026-06-30')],
    ['2026年底前', by('2026-12-31')],
    ['年底前', by('2026-12-31')],
    ['自9月1日起至12月10日止', between('2026-09-01', '2026-12-10')],
    ['二〇二六年九月一日至十二月十日', between('2026-09-01', '2026-12-10')],
    ['1月12日—15日', between('2026-01-12', '2026-01-15')],
    ['3至5月', between('2026-03-01', '2026-05-31')],
    ['3月-5月', between('2026-03-01', '2026-05-31')],
    ['5月上旬至6月中旬', between('2026-05-01', '2026-06-20')],
    ['9月初至年底', between('2026-09-01', '2026-12-31')],
    ['9月至12月10日', between('2026-09-01', '2026-12-10')],
    ['9月8日', between('2026-09-08')],
    ['每月25日前', rule('FREQ=MONTHLY;BYMONTHDAY=25')],
    ['每月10、20日', rule('FREQ=MONTHLY;BYMONTHDAY=10,20')],
    ['每月最后一天', rule('FREQ=MONTHLY;BYMONTHDAY=-1')],
    ['每月二十五号(逢节假日顺延)', rule('FREQ=MONTHLY;BYMONTHDAY=25', 'forward')],
    ['每星期三', rule('FREQ=WEEKLY;BYDAY=WE')],
    ['每周一、周三和周五', rule('FREQ=WEEKLY;BYDAY=MO,WE,FR')],
    ['每月倒数第二个周五', rule('FREQ=MONTHLY;BYDAY=-2FR')],
    ['每年3、9月的15日', rule('FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=15')],
    ['春节前两周内', anchored(festival, days(-14), days(-1), 'back')],
    ['春节前15天之内', anchored(festival, days(-15), days(-1), 'back')],
    ['春节前半个月内', anchored(festival, days(-15), days(-1), 'back')],
    ['春节15天前', anchored(festival, null, days(-15), 'back')],
    ['国庆之前', anchored('festival:national-day', null, days(-1), 'back')],
    ['重阳节当天', anchored('festival:double-ninth', days(0), days(0), 'none')],
    ['农历腊月廿三', anchored('lunar:12-23', days(0), days(0), 'none')],
    ['农历九月九日前', anchored('lunar:09-09', null, days(-1), 'back')],
    ['阴历冬月初一', anchored('lunar:11-01', days(0), days(0), 'none')],
    ['政协全会闭幕后三十日内', anchored(closes, null, days(30), 'forward')],
    ['全会召开前三个月内', anchored('event:plenary-opens', months(-3), days(-1), 'back')],
    ['提案交办会后5个工作日以内', anchored(handOver, null, workdays(5), 'forward')],
    ['once a quarter', each('quarter')],
    ['At least once every quarter.', each('quarter')],
    ['quarterly', each('quarter')],
    ['twice a year', within(year), 2],
    ['in May', within(month(5))],
    ['in mid-May 2026', within(tenDays(5, 2))],
    ['at least twice in the first half of the year', within(half(1)), 2],
    ['in the first and the third quarter', within(quarter(1), quarter(3))],
    ['by 31 October', by('2026-10-31')],
    ['by October 31, 2026', by('2026-10-31')],
    ['no later than 31st October', by('2026-10-31')],
    ['by the end of the year', by('2026-12-31')],
    ['by the end of the second quarter', by('2026-06-30')],
    ['before the end of June', by('2026-06-30')],
    ['1 to 15 September', between('2026-09-01', '2026-09-15')],
    ['from March to mid-May', between('2026-03-01', '2026-05-20')],
    ['between 1 September and 10 December', between('2026-09-01', '2026-12-10')],
    ['by the 25th of every month', rule('FREQ=MONTHLY;BYMONTHDAY=25')],
    ['within 30 days after the plenary session closes', anchored(closes, null, days(30), 'forward')],
    ['within a month after the close of the plenary session', anchored(closes, null, months(1), 'forward')],
    ['within two weeks before the Spring Festival', anchored(festival, days(-14), days(-1), 'back')],
    ['on the day the plenary session closes', anchored(closes, days(0), days(0), 'none')],
  ])('%s', (text, cadence, times = 1) => {
    expect(readCadence(text, { year: 2026 })).toEqual({ cadence, times });
  });

  it.each([
    // Nothing is said about when.
    '',
    '适时',
    '待定',
    '不定期',
    '尽快',
    '经常性',
    '长期坚持',
    '按上级安排',
    'in due course',
    'to be decided',
    'as needed',
    // A number without a time, a bound above, a number that is none.
    '两次',
    'twice',
    '每季度最多一次',
    '每季度一两次',
    '每季度0次',
    // Could mean more than one day or stretch.
    '6月前',
    'before 31 October',
    '10月底',
    '年中',
    '年初',
    '6月中旬前',
    '春节前后',
    '国庆期间',
    '全会后',
    '会后10日内',
    '春节前15天',
    '交办会',
    '五六月',
    '每周一次',
    '每两周的周三',
    '每两个月一次',
    '每季度末',
    '每年',
    // What working days a month has, only the calendar knows.
    '每月第五个工作日',
    // No such day, or not in the plan's year.
    '2月30日前',
    '13月',
    '五季度',
    '农历十三月初一',
    '农历九月三十一',
    '2025年10月31日前',
    '12月15日至1月20日',
    '12月10日至9月1日',
    '明年上半年',
    '每月32日',
    '每年2月30日',
    'by 30 February',
    'in the fifth quarter',
    'on the 22th of each month',
    'within 1 days after the hand-over meeting',
    // Named twice, or a shift where nothing moves.
    '5月和5月',
    '10月底前（遇休息日顺延）',
    '每月最后一个工作日（遇休息日顺延）',
    // Rules that are refused.
    '按规则FREQ=MONTHLY',
    '按规则每月25日',
    // More than a time.
    '每季度组织一次学习并于年底前形成报告',
  ])('%j is not read', (text) => {
    expect(readCadence(text, { year: 2026 })).toBeNull();
  });

  it('takes the days from the plan’s year', () => {
    expect(readCadence('2月底前', { year: 2028 })?.cadence).toEqual(by('2028-02-29'));
    expect(readCadence('每年2月29日', { year: 2028 })?.cadence).toEqual(rule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'));
    expect(readCadence('每年2月29日', { year: 2026 })).toBeNull();
  });
});

/** Events of a committee's own, some with names that sound like times. */
const events = [
  { key: 'report-meeting', name: '调研成果汇报会' },
  { key: 'eve', name: '国庆前夕座谈会' },
  { key: 'second-standing', name: '第二次常委会' },
  { key: 'members-day', name: 'Members’ Day' },
  { key: 'may-hearing', name: '5月听证会' },
];
const ownName = (key: AnchorKey, language: Language) =>
  events.find((event) => key === `event:${event.key}`)?.name ?? nameOfAnchor(key, language);

describe('events of a committee’s own', () => {
  it('are said and read by their names', () => {
    const cadence = anchored('event:report-meeting', null, workdays(10), 'forward');
    expect(sayCadence(cadence, 1, 'zh', ownName)).toBe('调研成果汇报会后10个工作日内');
    expect(readCadence('调研成果汇报会后10个工作日内', { year: 2026, events })).toEqual({ cadence, times: 1 });
    expect(readCadence('调研成果汇报会后10个工作日内', { year: 2026 })).toBeNull();
  });

  it('without a name are said by their key', () => {
    expect(sayCadence(anchored('event:report-meeting', null, days(-1), 'back'), 1, 'zh')).toBe('report-meeting前');
  });

  it('with a name that also means a time make the text unsure', () => {
    const unlucky = [{ key: 'year-end', name: '年底' }];
    expect(readCadence('年底前', { year: 2026, events: unlucky })).toBeNull();
    expect(readCadence('年底后5日内', { year: 2026, events: unlucky })?.cadence).toEqual(
      anchored('event:year-end', null, days(5), 'forward'),
    );
  });
});

const inYear = fc
  .integer({ min: 0, max: 364 })
  .map((n) => new Temporal.PlainDate(2026, 1, 1).add({ days: n }).toString());
const monthNumber = fc.integer({ min: 1, max: 12 });
const anySpan: fc.Arbitrary<Span> = fc.oneof(
  fc.constant(year),
  fc.constantFrom(half(1), half(2), quarter(1), quarter(2), quarter(3), quarter(4)),
  monthNumber.map(month),
  fc.tuple(monthNumber, fc.constantFrom(1, 2, 3)).map(([of, part]) => tenDays(of, part as 1 | 2 | 3)),
);
const nonZero = (most: number) => fc.integer({ min: 1, max: most }).chain((n) => fc.constantFrom(n, -n));
const some = <T>(values: fc.Arbitrary<T>) => fc.uniqueArray(values, { minLength: 1, maxLength: 4, selector: String });
const anyShift = fc.constantFrom(...shifts);
const weekday = fc.constantFrom<Weekday>(...weekdays);
const eachDay = some(weekday).map((list) => list.map((one): RuleDay => ({ ordinal: 0, weekday: one })));
const nthDay = fc.record({ ordinal: nonZero(5), weekday });
const anyRule: fc.Arbitrary<string> = fc
  .oneof(
    fc.record({ freq: fc.constant('MONTHLY' as const), byMonthDay: some(nonZero(31)) }),
    fc.record({
      freq: fc.constant('MONTHLY' as const),
      interval: fc.integer({ min: 1, max: 6 }),
      byMonthDay: some(nonZero(31)),
    }),
    fc.record({ freq: fc.constant('MONTHLY' as const), byDay: fc.uniqueArray(nthDay, { minLength: 1, maxLength: 3 }) }),
    fc.record({ freq: fc.constant('WEEKLY' as const), interval: fc.integer({ min: 1, max: 4 }), byDay: eachDay }),
    fc.record({ freq: fc.constant('YEARLY' as const), byMonth: some(monthNumber), byMonthDay: some(nonZero(31)) }),
    fc.record({ freq: fc.constant('YEARLY' as const), byMonth: some(monthNumber), byDay: nthDay.map((one) => [one]) }),
    fc.record({ freq: fc.constant('YEARLY' as const), byWeekNo: some(nonZero(52)), byDay: eachDay, wkst: weekday }),
    fc.record({ freq: fc.constant('DAILY' as const), byMonth: some(monthNumber), until: inYear }),
    fc.record({
      freq: fc.constant('MONTHLY' as const),
      byDay: eachDay,
      bySetPos: some(nonZero(2)),
      count: monthNumber,
    }),
  )
  .map(writeRule);
const anyOffset: fc.Arbitrary<Offset> = fc.oneof(
  fc.constant(days(0)),
  nonZero(366).map(days),
  nonZero(260).map(workdays),
  nonZero(12).map(months),
);
const two = (value: number) => String(value).padStart(2, '0');
const anyAnchor: fc.Arbitrary<AnchorKey> = fc.oneof(
  fc.constantFrom(...festivals).map((name): AnchorKey => `festival:${name}`),
  fc.tuple(monthNumber, fc.integer({ min: 1, max: 30 })).map(([of, day]): AnchorKey => `lunar:${two(of)}-${two(day)}`),
  fc.constantFrom(...knownEvents, ...events.map(({ key }) => key)).map((name): AnchorKey => `event:${name}`),
);

const kinds: Record<Cadence['kind'], fc.Arbitrary<Cadence>> = {
  each: fc.constantFrom('half-year', 'quarter', 'month', 'ten-days').map((unit) => each(unit as 'month')),
  within: fc
    .uniqueArray(anySpan, { minLength: 1, maxLength: 5, selector: JSON.stringify })
    .map((spans) => within(...spans)),
  between: fc
    .tuple(fc.integer({ min: 0, max: 700 }), inYear)
    .map(([back, to]) => between(Temporal.PlainDate.from(to).subtract({ days: back }).toString(), to)),
  by: inYear.map(by),
  rule: fc.tuple(anyRule, anyShift).map(([rrule, shift]) => rule(rrule, shift)),
  anchored: fc
    .tuple(anyAnchor, fc.option(anyOffset), anyOffset, anyShift)
    .map(([anchor, from, to, shift]) => anchored(anchor, from, to, shift)),
};

describe('whatever a plan can say is read as it was said', () => {
  it.each(Object.entries(kinds).flatMap(([kind, any]) => languages.map((language) => [kind, language, any] as const)))(
    '%s in %s',
    (_kind, language, any) => {
      const valid = any.filter((cadence) => validateCadence(cadence, 2026) === null);
      fc.assert(
        fc.property(valid, fc.integer({ min: 1, max: 12 }), (cadence, times) => {
          const words = sayCadence(cadence, times, language, ownName);
          expect({ words, ...readCadence(words, { year: 2026, events }) }).toEqual({ words, cadence, times });
        }),
        { numRuns: 100 },
      );
    },
  );

  it('and what is read can be used', () => {
    const pieces =
      '每 季度 月 半年 一次 两次 至少 5月 10日 中旬 底 前 后 内 春节 全会闭幕 15日 至 和 、 at least once a quarter by in May 31'.split(
        ' ',
      );
    const text = fc.array(fc.constantFrom(...pieces, ' '), { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (words) => {
        const found = readCadence(words, { year: 2026 });
        return found === null || (validateCadence(found.cadence, 2026) === null && found.times >= 1);
      }),
      { numRuns: 500 },
    );
  });
});
