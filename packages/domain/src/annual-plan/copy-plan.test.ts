import { quarterlyActivity } from '../../test/quarterly-activity.js';
import { officialYears } from '../calendar/official-years.gen.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import { anchorDays, type EventAnchor } from '../recurrence/anchor.js';
import type { Cadence, Offset } from '../recurrence/cadence.js';
import { type CopiedItem, copyItem, type PlanCopyRules } from './copy-plan.js';

const calendar = new WorkingCalendar(officialYears);
const event = (on: string | null, isProvisional = false): EventAnchor => ({
  key: 'plenary-closes',
  name: '全会闭幕',
  on,
  isProvisional,
});

const anItem: CopiedItem = {
  ...quarterlyActivity({
    reportWanted: true,
    sites: ['东部新城'],
    leadOffice: '经济委',
    cooperating: ['发改局'],
  }),
  sourceText: null,
};
const rules = (changes: Partial<PlanCopyRules> & { events?: readonly EventAnchor[] } = {}): PlanCopyRules => {
  const { fromYear = 2026, toYear = 2027, events = [] } = changes;
  return {
    fromYear,
    toYear,
    before: { calendar, anchors: anchorDays(fromYear, []) },
    after: { calendar, anchors: anchorDays(toYear, events) },
    roster: [],
    groupIds: [],
    today: '2026-12-10',
    ...changes,
  };
};
const copied = (item: Partial<CopiedItem>, how = rules()) => copyItem({ ...anItem, ...item }, how);
const codes = (notes: readonly { readonly code: string }[]) => notes.map(({ code }) => code);

const by = (on: string): Cadence => ({ kind: 'by', on });
const between = (from: string, to: string): Cadence => ({ kind: 'between', from, to });
const rule = (rrule: string): Cadence => ({ kind: 'rule', rrule, shift: 'back' });
const days = (count: number): Offset => ({ unit: 'calendar-days', count });
const near = (anchor: Extract<Cadence, { kind: 'anchored' }>['anchor'], from: Offset | null, to: Offset): Cadence => ({
  kind: 'anchored',
  anchor,
  from,
  to,
  shift: 'back',
});

describe('what an item of 2026 becomes in 2027', () => {
  it.each<[words: string, before: Cadence, after: Cadence, notes: string[]]>([
    ['每季度委员活动', { kind: 'each', unit: 'quarter' }, { kind: 'each', unit: 'quarter' }, []],
    [
      '5月中旬视察',
      { kind: 'within', spans: [{ unit: 'ten-days', month: 5, part: 2 }] },
      { kind: 'within', spans: [{ unit: 'ten-days', month: 5, part: 2 }] },
      [],
    ],
    ['每月25日报送', rule('FREQ=MONTHLY;BYMONTHDAY=25'), rule('FREQ=MONTHLY;BYMONTHDAY=25'), []],
    ['每周三接待', rule('FREQ=WEEKLY;BYDAY=WE'), rule('FREQ=WEEKLY;BYDAY=WE'), []],
    [
      '6月底前每周三接待',
      rule('FREQ=WEEKLY;BYDAY=WE;UNTIL=20260630'),
      rule('FREQ=WEEKLY;BYDAY=WE;UNTIL=20270630'),
      ['until-moved'],
    ],
    // 31 October is a Sunday in 2027.
    ['10月底前办结', by('2026-10-31'), by('2027-10-31'), ['same-day', 'day-off']],
    ['9月8日视察', between('2026-09-08', '2026-09-08'), between('2027-09-08', '2027-09-08'), ['same-day']],
    ['3月上半月', between('2026-03-01', '2026-03-15'), between('2027-03-01', '2027-03-15'), ['same-day']],
    ['2月底前', by('2026-02-28'), by('2027-02-28'), ['same-day', 'day-off']],
    ['跨年征集提案', between('2025-12-01', '2026-01-20'), between('2026-12-01', '2027-01-20'), ['same-day']],
    // The Spring Festival is 17 February 2026 and 6 February 2027.
    ['春节前走访慰问', by('2026-02-10'), near('festival:spring-festival', null, days(-7)), ['festival-followed']],
    [
      '中秋茶话会',
      between('2026-09-20', '2026-09-24'),
      near('festival:mid-autumn', days(-5), days(-1)),
      ['festival-followed'],
    ],
    [
      '重阳敬老',
      between('2026-10-18', '2026-10-18'),
      near('festival:double-ninth', days(0), days(0)),
      ['festival-followed'],
    ],
    [
      'Visits before the Spring Festival',
      by('2026-02-10'),
      near('festival:spring-festival', null, days(-7)),
      ['festival-followed'],
    ],
    // National Day stays where it is, Mid-Autumn does not.
    ['国庆座谈', by('2026-09-29'), by('2027-09-29'), ['same-day']],
    ['中秋国庆走访', by('2026-09-24'), by('2027-09-24'), ['same-day', 'festival-unclear']],
    // Named, but far from its day: not its reason.
    ['春节慰问情况总结', by('2026-06-30'), by('2027-06-30'), ['same-day']],
    // 8 May 2026 is the second Friday, so is 14 May 2027.
    [
      '5月第二个周五协商',
      between('2026-05-08', '2026-05-08'),
      between('2027-05-14', '2027-05-14'),
      ['weekday-followed'],
    ],
    ['11月最后一个星期五例会', by('2026-11-27'), by('2027-11-26'), ['weekday-followed']],
    // The day named in brackets is no tie to the weekday.
    [
      '5月8日(周五)协商',
      between('2026-05-08', '2026-05-08'),
      between('2027-05-08', '2027-05-08'),
      ['same-day', 'day-off'],
    ],
    // The words say another Friday than the date: the date counts.
    [
      '第三个周五协商',
      between('2026-05-08', '2026-05-08'),
      between('2027-05-08', '2027-05-08'),
      ['same-day', 'day-off'],
    ],
    // May 2026 has a fifth Friday, May 2027 has none.
    ['5月第五个周五', by('2026-05-29'), by('2027-05-29'), ['same-day', 'day-off']],
    [
      '全会后30日内',
      near('event:plenary-closes', null, days(30)),
      near('event:plenary-closes', null, days(30)),
      ['anchor-open'],
    ],
    ['端午走访', near('festival:dragon-boat', null, days(0)), near('festival:dragon-boat', null, days(0)), []],
  ])('%s', (title, cadence, after, notes) => {
    const copy = copied({ title, cadence });
    expect(copy).toMatchObject({ fault: null, item: { cadence: after } });
    expect(codes(copy.notes)).toEqual(notes);
  });

  it.each<[from: number, to: number, words: string, before: Cadence, after: Cadence, note: string]>([
    [2027, 2028, '2月底前', by('2027-02-28'), by('2028-02-29'), 'month-end'],
    [2027, 2028, '2月28日前', by('2027-02-28'), by('2028-02-28'), 'same-day'],
    [2028, 2029, '2月底前', by('2028-02-29'), by('2029-02-28'), 'leap-day'],
    [2028, 2029, '2月29日', between('2028-02-29', '2028-02-29'), between('2029-02-28', '2029-02-28'), 'leap-day'],
    [2027, 2028, '2月下半月', between('2027-02-16', '2027-02-28'), between('2028-02-16', '2028-02-29'), 'month-end'],
    // A window that begins on the 28th begins on the 28th.
    [2027, 2028, '2月下旬起', between('2027-02-28', '2027-03-10'), between('2028-02-28', '2028-03-10'), 'same-day'],
    [2024, 2026, '10月底前', by('2024-10-31'), by('2026-10-31'), 'same-day'],
  ])('from %i to %i: %s', (fromYear, toYear, title, cadence, after, note) => {
    const copy = copied({ title, cadence }, rules({ fromYear, toYear }));
    expect(copy.item.cadence).toEqual(after);
    expect(codes(copy.notes)[0]).toBe(note);
  });

  it('the source’s words tie a day as well as the title', () => {
    const copy = copied({ title: '走访慰问', sourceText: '在春节前夕走访慰问困难群众', cadence: by('2026-02-10') });
    expect(copy.item.cadence).toEqual(near('festival:spring-festival', null, days(-7)));
    expect(copy.dueBefore).toEqual(['2026-02-10']);
    // 30 January 2027, seven days before the festival, is a Saturday.
    expect(copy.dueAfter).toEqual(['2027-01-29']);
  });

  it('a festival that the new year does not have is not followed', () => {
    // 腊八 of calendar year 2022 was 10 January, 2023 had none.
    const copy = copied({ title: '腊八送温暖', cadence: by('2022-01-09') }, rules({ fromYear: 2022, toYear: 2023 }));
    expect(copy.item.cadence).toEqual(by('2023-01-09'));
    expect(codes(copy.notes)).toEqual(['same-day', 'festival-unclear']);
  });

  it('a rule without a day in the new year cannot stand there', () => {
    const leapDay = rule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29');
    const copy = copied({ cadence: leapDay }, rules({ fromYear: 2028, toYear: 2029 }));
    expect(copy).toMatchObject({ fault: 'rule-without-dates', dueBefore: ['2028-02-29'], dueAfter: [] });
  });

  it.each<[string, EventAnchor[], string[], string[]]>([
    ['nobody entered', [], ['anchor-open'], []],
    ['is open', [event(null)], ['anchor-open'], []],
    ['may still move', [event('2027-01-15', true)], ['anchor-provisional'], ['2027-02-04']],
    ['is settled', [event('2027-01-15')], [], ['2027-02-04']],
  ])('an anchor whose day in the new year %s', (_name, events, notes, dueAfter) => {
    // 21 days after 15 January 2027 is the Spring Festival's eve, a day off by law.
    const copy = copied({ cadence: near('event:plenary-closes', null, days(21)) }, rules({ events }));
    expect(codes(copy.notes)).toEqual(notes);
    expect(copy.dueAfter).toEqual(dueAfter);
  });
});

describe('titles', () => {
  it.each([
    ['2026年新春茶话会', '2027年新春茶话会', ['title-year']],
    ['筹备六届五次全会', '筹备六届五次全会', ['title-session']],
    ['2026年六届五次会议提案交办', '2027年六届五次会议提案交办', ['title-year', 'title-session']],
    ['2026号文件学习', '2026号文件学习', []],
  ])('%s', (title, after, notes) => {
    const copy = copied({ title });
    expect(copy.item.title).toBe(after);
    expect(codes(copy.notes)).toEqual(notes);
  });
});

describe('people and groups', () => {
  const office = (accountId: string, role: 'staff' | 'leader' | 'member', changes: object = {}) => ({
    accountId,
    role,
    groupId: null,
    from: '2025-01-01',
    to: null,
    ...changes,
  });
  const item = { responsibleAccountId: 'clerk', leaderAccountId: 'chair', groupId: 'group' };
  const all = [office('clerk', 'staff'), office('chair', 'leader'), office('m', 'member', { groupId: 'group' })];

  it.each([
    ['all are there', all, ['group'], []],
    [
      'the clerk left',
      [office('clerk', 'staff', { to: '2026-11-30' }), ...all.slice(1)],
      ['group'],
      ['responsible-left'],
    ],
    [
      'the clerk leaves with the year',
      [office('clerk', 'staff', { to: '2026-12-31' }), ...all.slice(1)],
      ['group'],
      ['responsible-left'],
    ],
    ['the chair is a member now', [all[0]!, office('chair', 'member'), all[2]!], ['group'], ['leader-left']],
    ['nobody serves in the group', all.slice(0, 2), ['group'], ['group-ended']],
    ['the group is gone', all, [], ['group-ended']],
    ['nobody is left', [], [], ['responsible-left', 'leader-left', 'group-ended']],
  ])('%s', (_name, roster, groupIds, notes) => {
    const copy = copied(item, rules({ roster, groupIds }));
    expect(codes(copy.notes)).toEqual(notes);
    const kept = (code: string, value: string) => (notes.includes(code) ? null : value);
    expect(copy.item).toMatchObject({
      responsibleAccountId: kept('responsible-left', 'clerk'),
      leaderAccountId: kept('leader-left', 'chair'),
      groupId: kept('group-ended', 'group'),
      reportWanted: true,
      sites: ['东部新城'],
      // Offices are names and have no term of office.
      leadOffice: '经济委',
      cooperating: ['发改局'],
    });
  });
});
