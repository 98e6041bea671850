import { instantIn } from '../calendar/committee-time.js';
import { officialYears } from '../calendar/official-years.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import type { Membership } from '../people/roster.js';
import { validateCadence } from '../recurrence/window.js';
import { defaultRuleProfile } from '../rule-profile/rule-profile.js';
import { expandPlan } from './expand-plan.js';
import { judgePlanItem, type PlanItem } from './plan-item.js';
import { rehearse } from './rehearse.js';

const rules = { calendar: new WorkingCalendar(officialYears), profile: defaultRuleProfile };
const item = (changes: Partial<PlanItem>): PlanItem => ({
  id: 'activity',
  title: '委员活动',
  category: 'activity',
  workflow: 'activity',
  cadence: { kind: 'each-quarter' },
  target: 1,
  participants: 'members',
  responsibleAccountId: null,
  reportWanted: false,
  ...changes,
});
const proposals = item({
  id: 'proposals',
  workflow: 'solicitation',
  cadence: { kind: 'between', from: '2026-09-01', to: '2026-12-12' },
  target: 2,
});
const member = (accountId: string, to: string | null = null): Membership => ({
  accountId,
  role: 'member',
  from: '2025-01-01',
  to,
});
const roster: Membership[] = [
  { accountId: 'clerk', role: 'staff', from: '2025-01-01', to: null },
  { accountId: 'leader', role: 'leader', from: '2025-01-01', to: null },
  member('a'),
  member('b'),
  member('gone', '2025-12-31'),
];
const publishedAt = instantIn('Asia/Shanghai', Temporal.PlainDate.from('2026-01-05'), '10:00');

it.each([
  [{ kind: 'each-quarter' }, ['2026-Q1 2026-03-31', '2026-Q2 2026-06-30', '2026-Q3 2026-09-30', '2026-Q4 2026-12-31']],
  [{ kind: 'half-year', half: 1 }, ['2026-H1 2026-06-30']],
  [{ kind: 'half-year', half: 2 }, ['2026-H2 2026-12-31']],
  [{ kind: 'whole-year' }, ['2026 2026-12-31']],
  // 10月底前: 31 October 2026 is a Saturday, so Friday the 30th.
  [{ kind: 'between', from: '2026-09-01', to: '2026-10-31' }, ['2026-09-01/2026-10-31 2026-10-30']],
  // A window wholly within a holiday is due on its last day.
  [{ kind: 'between', from: '2026-10-01', to: '2026-10-03' }, ['2026-10-01/2026-10-03 2026-10-03']],
] as const)('%j is due %j', (cadence, expected) => {
  const occurrences = expandPlan([item({ cadence })], 2026, rules.calendar);
  expect(occurrences.map(({ key, dueOn }) => `${key} ${dueOn}`)).toEqual(expected);
});

it('a due date in a year without a notice is marked provisional', () => {
  expect(expandPlan([item({})], 2027, rules.calendar).map(({ dueReason }) => dueReason.provisional)).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

it('asks each member in office separately, and tells the clerk before the leader', () => {
  const { tasks, reminders } = rehearse({ year: 2026, items: [proposals] }, roster, publishedAt, rules);
  expect(tasks.map(({ holder }) => holder)).toEqual([
    { kind: 'account', accountId: 'a' },
    { kind: 'account', accountId: 'b' },
  ]);
  const ofA = reminders.filter(({ holder }) => holder.kind === 'account' && holder.accountId === 'a');
  expect(ofA.map(({ rung, on, recipients }) => `${rung} ${on} ${recipients.join()}`)).toEqual([
    'T-15 2026-11-26 a',
    'T-3 2026-12-08 a',
    'T+0 2026-12-11 a',
    'T+1 2026-12-14 clerk',
    'T+3 2026-12-16 leader',
  ]);
});

it('names clashes: activities due in one week, a person with too much on a day, dates that are provisional', () => {
  const items = ['x', 'y', 'z', 'u', 'v', 'w'].map((id) => item({ id }));
  const { clashes } = rehearse({ year: 2026, items }, roster, publishedAt, rules);
  expect(clashes).toContainEqual(expect.objectContaining({ kind: 'same-week', week: '2026-03-30' }));
  expect(clashes).toContainEqual({ kind: 'busy-day', accountId: 'clerk', on: '2026-03-31', notices: 6 });
  const next = rehearse({ year: 2027, items: [item({})] }, roster, publishedAt, rules);
  expect(next.clashes).toContainEqual({ kind: 'provisional', year: 2027, occurrences: 4 });
});

it('an empty plan and an empty roster cause nothing', () => {
  expect(rehearse({ year: 2026, items: [] }, [], publishedAt, rules)).toEqual({
    occurrences: [],
    tasks: [],
    reminders: [],
    clashes: [],
  });
  const { tasks, reminders } = rehearse({ year: 2026, items: [proposals] }, [], publishedAt, rules);
  expect([tasks, reminders]).toEqual([[], []]);
});

describe('an item that cannot stand in the plan names its field', () => {
  it.each([
    [{ title: '  ' }, { field: 'title', code: 'title-missing' }],
    [{ target: 0 }, { field: 'target', code: 'target-out-of-range' }],
    [{ target: 2.5 }, { field: 'target', code: 'target-out-of-range' }],
    [
      { workflow: 'solicitation', participants: 'none' },
      { field: 'participants', code: 'participants-missing' },
    ],
    [
      { cadence: { kind: 'between', from: '2026-05-02', to: '2026-05-01' } },
      { field: 'cadence', code: 'window-reversed' },
    ],
    [
      { cadence: { kind: 'between', from: '2026-05-02', to: '2027-01-01' } },
      { field: 'cadence', code: 'window-outside-year' },
    ],
    [{}, null],
  ] as const)('%j: %j', (changes, fault) => {
    expect(judgePlanItem(item(changes), 2026)).toEqual(fault);
  });

  it('a window may begin in the year before', () => {
    expect(validateCadence({ kind: 'between', from: '2025-12-01', to: '2026-01-20' }, 2026)).toBeNull();
  });
});
