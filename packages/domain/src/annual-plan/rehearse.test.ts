import { quarterlyActivity as item } from '../../test/quarterly-activity.js';
import { instantIn } from '../calendar/committee-time.js';
import { officialYears } from '../calendar/official-years.gen.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import type { Membership } from '../people/roster.js';
import { anchorDays, type EventAnchor } from '../recurrence/anchor.js';
import { defaultRuleProfile } from '../rule-profile/rule-profile.js';
import { compareRehearsals, digestOf } from './compare-rehearsals.js';
import { judgePlanItem, type PlanItem } from './plan-item.js';
import { rehearse } from './rehearse.js';

const calendar = new WorkingCalendar(officialYears);
const rulesOf = (year: number, events: readonly EventAnchor[] = []) => ({
  calendar,
  profile: defaultRuleProfile,
  anchors: anchorDays(year, events),
});
const rules = rulesOf(2026);
const proposals = item({
  id: 'proposals',
  workflow: 'solicitation',
  cadence: { kind: 'between', from: '2026-09-01', to: '2026-12-12' },
  target: 2,
});
const office = (accountId: string, role: Membership['role'], changes: Partial<Membership> = {}): Membership => ({
  accountId,
  role,
  groupId: null,
  from: '2025-01-01',
  to: null,
  ...changes,
});
const roster: Membership[] = [
  office('clerk', 'staff'),
  office('leader', 'leader'),
  office('a', 'member', { groupId: 'farmers' }),
  office('b', 'member'),
  office('gone', 'member', { to: '2025-12-31' }),
];
const publishedAt = instantIn('Asia/Shanghai', Temporal.PlainDate.from('2026-01-05'), '10:00');
const rehearseItems = (items: readonly PlanItem[], people: readonly Membership[] = roster, by = rules) =>
  rehearse({ year: 2026, items }, people, publishedAt, by);

describe('whom a duty is asked of, and who is told', () => {
  it('asks each member in office separately, and tells the clerk before the leader', () => {
    const [duty] = rehearseItems([proposals]).duties;
    expect(duty?.holders).toEqual([
      { kind: 'account', accountId: 'a' },
      { kind: 'account', accountId: 'b' },
    ]);
    expect(duty?.rungs.map(({ rung, on, recipients }) => `${rung} ${on} ${recipients.join()}`)).toEqual([
      'T-15 2026-11-26 a,b',
      'T-3 2026-12-08 a,b',
      'T+0 2026-12-11 a,b',
      'T+1 2026-12-14 clerk',
      'T+3 2026-12-16 leader',
    ]);
  });

  it.each<[string, Partial<PlanItem>, Membership[], string]>([
    ['only the group named', { groupId: 'farmers' }, roster, 'T-15 a · T-3 a · T+0 a · T+1 clerk · T+3 leader'],
    [
      'the leader in charge alone',
      { leaderAccountId: 'second' },
      [...roster, office('second', 'leader')],
      'T-15 a,b · T-3 a,b · T+0 a,b · T+1 clerk · T+3 second',
    ],
    [
      'every leader, when the one in charge has left',
      { leaderAccountId: 'second' },
      [...roster, office('second', 'leader', { to: '2026-06-30' })],
      'T-15 a,b · T-3 a,b · T+0 a,b · T+1 clerk · T+3 leader',
    ],
    [
      'nobody who leaves before the day',
      {},
      [...roster, office('c', 'member', { to: '2026-12-08' })],
      'T-15 a,b,c · T-3 a,b,c · T+0 a,b · T+1 clerk · T+3 leader',
    ],
  ])('%s', (_name, changes, people, expected) => {
    const [duty] = rehearseItems([{ ...proposals, ...changes }], people).duties;
    expect(duty?.rungs.map(({ rung, recipients }) => `${rung} ${recipients.join()}`).join(' · ')).toBe(expected);
  });

  it('says who hears in whose place, and only on the days agreed', () => {
    const away = { standIns: [{ standInAccountId: 'b', from: '2026-12-01', to: '2026-12-10' }] };
    const people = roster.map((one) =>
      one.accountId === 'a' || one.accountId === 'clerk' ? { ...one, ...away } : one,
    );
    const [duty] = rehearseItems([proposals], people).duties;
    const said = duty?.rungs.map(({ rung, recipients, insteadOf }) =>
      [rung, recipients.join(), ...insteadOf.map((one) => `${one.accountId} for ${one.ofAccountId}`)].join(' '),
    );
    expect(said).toEqual(['T-15 a,b', 'T-3 b b for a', 'T+0 a,b', 'T+1 clerk', 'T+3 leader']);
  });

  it('published on the evening of a due day: the clerk who holds it is asked and not reminded of a day gone by', () => {
    const evening = instantIn('Asia/Shanghai', Temporal.PlainDate.from('2026-03-31'), '19:00');
    const firstQuarter = (people: readonly Membership[], changes: Partial<PlanItem> = {}) => {
      const { duties } = rehearse({ year: 2026, items: [item(changes)] }, people, evening, rules);
      return duties[0]?.rungs
        .slice(-4)
        .map(({ rung, form, outcome, on, recipients }) => [rung, form, outcome, on, recipients.join()].join(' '));
    };
    const climbs = ['T+3 escalation sent 2026-04-03 leader', 'T+7 escalation sent 2026-04-10 leader'];
    const asked = 'T+1 ask-record sent 2026-04-01 clerk';
    expect(firstQuarter(roster)).toEqual(['T+0 due-today superseded 2026-04-01 ', asked, ...climbs]);
    // A member in charge climbs the gentle ladder.
    expect(firstQuarter(roster, { responsibleAccountId: 'a' })?.slice(-3)).toEqual([
      'T+0 past-due sent 2026-04-01 a',
      asked,
      'T+3 escalation sent 2026-04-03 leader',
    ]);
  });

  it('an empty plan and an empty roster cause nothing', () => {
    const nothing = { occurrences: [], waiting: [], duties: [], load: [], clashes: [] };
    expect(rehearseItems([], [])).toEqual(nothing);
    expect(rehearseItems([proposals], []).duties).toEqual([]);
  });
});

it("counts a person's load: tasks, notices, messages as days with any, and by week", () => {
  const { load } = rehearseItems([proposals, { ...proposals, id: 'opinions', target: 1 }]);
  expect(load.map(({ accountId, tasks, notices, messages }) => [accountId, tasks, notices, messages])).toEqual([
    ['a', 2, 6, 3],
    ['b', 2, 6, 3],
    ['clerk', 0, 2, 1],
    ['leader', 0, 2, 1],
  ]);
  expect(load[0]?.weeks).toEqual([
    { week: '2026-11-23', due: 0, notices: 2 },
    { week: '2026-12-07', due: 2, notices: 4 },
  ]);
});

it('a rehearsal says what changed since the one before', () => {
  const gathering = item({ title: '委员活动' });
  const digest = (...items: PlanItem[]) => digestOf(rehearseItems(items), items);
  const before = digest(gathering, { ...proposals, title: '提案' });
  const after = digest(
    { ...gathering, cadence: { kind: 'each', unit: 'half-year' } },
    {
      ...proposals,
      title: '提案',
      participants: 'members',
    },
  );
  expect(before).toMatchObject({ tasks: 6, messages: 44 });
  expect(compareRehearsals(before, after)).toEqual([
    { change: 'dropped', title: '委员活动', key: '2026-Q1', from: '2026-03-31', to: null },
    { change: 'added', title: '委员活动', key: '2026-H1', from: null, to: '2026-06-30' },
    { change: 'dropped', title: '委员活动', key: '2026-Q2', from: '2026-06-30', to: null },
    { change: 'dropped', title: '委员活动', key: '2026-Q3', from: '2026-09-30', to: null },
    { change: 'added', title: '委员活动', key: '2026-H2', from: null, to: '2026-12-31' },
    { change: 'dropped', title: '委员活动', key: '2026-Q4', from: '2026-12-31', to: null },
  ]);
  expect(compareRehearsals(before, before)).toEqual([]);
  const later = { ...before, occurrences: before.occurrences.map((one) => ({ ...one, dueOn: '2026-12-30' })) };
  expect(compareRehearsals(before, later).map(({ change, from, to }) => `${change} ${from} ${to}`)).toContain(
    'moved 2026-03-31 2026-12-30',
  );
});

describe('clashes are named', () => {
  const inMay = { kind: 'within', spans: [{ unit: 'ten-days', month: 5, part: 2 }] } as const;
  const plenary = { kind: 'anchored', anchor: 'event:plenary-closes', from: null, shift: 'forward' } as const;
  const afterPlenary = { ...plenary, to: { unit: 'calendar-days', count: 30 } } as const;

  it.each<[string, PlanItem[], EventAnchor[], unknown]>([
    [
      'two gatherings that can only be held in one week',
      [item({ id: 'x', cadence: inMay }), item({ id: 'y', cadence: inMay })],
      [],
      {
        kind: 'same-week',
        week: '2026-05-18',
        occurrences: [
          { itemId: 'x', key: '2026-05b' },
          { itemId: 'y', key: '2026-05b' },
        ],
      },
    ],
    [
      'many duties of one person due in one week',
      ['1', '2', '3', '4', '5', '6'].map((id) => ({ ...proposals, id })),
      [],
      { kind: 'busy-week', week: '2026-12-07', accountIds: ['a', 'b'], due: 6 },
    ],
    [
      'what can only be done around the Spring Festival',
      [item({ cadence: { kind: 'between', from: '2026-02-10', to: '2026-02-20' } })],
      [],
      {
        kind: 'festival-week',
        festival: 'spring-festival',
        on: '2026-02-17',
        occurrences: [{ itemId: 'activity', key: '2026-02-10/2026-02-20' }],
      },
    ],
    [
      'an item whose anchor has no day yet',
      [item({ cadence: afterPlenary })],
      [{ key: 'plenary-closes', name: '全会闭幕', on: null, isProvisional: false }],
      { kind: 'anchor-open', anchor: 'event:plenary-closes', itemIds: ['activity'] },
    ],
    [
      'an item whose anchor may still move',
      [item({ cadence: afterPlenary })],
      [{ key: 'plenary-closes', name: '全会闭幕', on: '2026-01-15', isProvisional: true }],
      { kind: 'anchor-provisional', anchor: 'event:plenary-closes', itemIds: ['activity'] },
    ],
  ])('%s', (_name, items, events, expected) => {
    const { clashes } = rehearseItems(items, roster, rulesOf(2026, events));
    expect(clashes).toContainEqual(expected);
  });

  it('one message more than the cap is one too many', () => {
    const twoDays = [proposals];
    const capped = (cap: number) => {
      const profile = {
        ...defaultRuleProfile,
        reminder: { ...defaultRuleProfile.reminder, mostMessagesPerPersonYear: cap },
      };
      return rehearseItems(twoDays, roster, { ...rules, profile }).clashes.filter(({ kind }) => kind === 'over-cap');
    };
    expect(capped(3)).toEqual([]);
    expect(capped(2)).toEqual([{ kind: 'over-cap', accountIds: ['a', 'b'], messages: 3, cap: 2 }]);
  });

  it('dates that rest on an unpublished notice', () => {
    const next = rehearse({ year: 2027, items: [item({})] }, roster, publishedAt, rulesOf(2027));
    expect(next.clashes).toEqual([{ kind: 'provisional', year: 2027, occurrences: 4 }]);
  });

  it('quarterly things that share a quarter are no clash', () => {
    expect(rehearseItems(['x', 'y'].map((id) => item({ id }))).clashes).toEqual([]);
  });
});

describe('an item that cannot stand in the plan names its field', () => {
  it.each([
    [{ title: '  ' }, { field: 'title', code: 'title-missing' }],
    [{ target: 0 }, { field: 'target', code: 'target-out-of-range' }],
    [{ target: 100 }, { field: 'target', code: 'target-out-of-range' }],
    [{ target: 2.5 }, { field: 'target', code: 'target-out-of-range' }],
    [{ times: 0 }, { field: 'times', code: 'times-out-of-range' }],
    [{ times: 13 }, { field: 'times', code: 'times-out-of-range' }],
    [
      { workflow: 'solicitation', participants: 'none' },
      { field: 'participants', code: 'participants-missing' },
    ],
    [
      { cadence: { kind: 'between', from: '2026-05-02', to: '2026-05-01' } },
      { field: 'cadence', code: 'window-reversed' },
    ],
    [{ times: 12, target: 99 }, null],
  ] as const)('%j: %j', (changes, fault) => {
    expect(judgePlanItem(item(changes), 2026)).toEqual(fault);
  });
});
