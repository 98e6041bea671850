import { officialYears } from '../calendar/official-years.gen.js';
import { WorkingCalendar } from '../calendar/working-calendar.js';
import type { Membership } from '../people/roster.js';
import { defaultRuleProfile } from '../rule-profile/rule-profile.js';
import { type CaseFacts, plainFacts } from '../workflow/case-facts.js';
import { definitions } from '../workflow/definitions/index.js';
import { askingStates, askJoiners, type JoinableCase } from './join.js';

const calendar = new WorkingCalendar(officialYears);
const office = (accountId: string, more: Partial<Membership> = {}): Membership => ({
  accountId,
  role: 'member',
  groupId: null,
  from: '2025-01-01',
  to: null,
  ...more,
});
const roster = [
  office('old'),
  office('new', { from: '2026-07-01' }),
  office('new in the east', { from: '2026-07-01', groupId: 'east' }),
  office('new in the farmers', { from: '2026-07-01', sectorId: 'farmers' }),
  office('new clerk', { from: '2026-07-01', role: 'staff' }),
  office('comes in August', { from: '2026-08-01' }),
  office('speaks for roads', { from: '2026-07-01', role: 'unit', unitId: 'roads' }),
  office('spoke for schools', { role: 'unit', unitId: 'schools' }),
];
const dueReason = { rule: 'date-given', from: '2026-10-30', provisional: false } as const;
const twoProposals: CaseFacts = {
  ...plainFacts,
  occurrence: { from: '2026-01-01', dueOn: '2026-10-30', dueReason },
  target: 2,
  participants: 'members',
};
const solicited = (facts: Partial<CaseFacts> = {}, asked: JoinableCase['asked'] = []): JoinableCase => ({
  definition: definitions.solicitation,
  current: { state: 'open', facts: { ...twoProposals, ...facts } },
  entered: {},
  asked,
});
const account = (accountId: string) => ({ kind: 'account', accountId }) as const;

const inShort = (one: JoinableCase, accountIds: readonly string[], on = '2026-07-01') =>
  askJoiners(one, new Set(accountIds), roster, {
    today: Temporal.PlainDate.from(on),
    calendar,
    profile: defaultRuleProfile,
    actor: { accountId: null, roles: ['system'] },
  }).map(
    ({ kind, opensOn, dueOn, target, joiners = [] }) =>
      `${kind} ${opensOn}/${dueOn} ${target} of ${joiners.map((one) => Object.values(one)[1]).join(', ')}`,
  );

describe('somebody new in office on 1 July', () => {
  const all = ['new', 'new in the east', 'new in the farmers', 'new clerk', 'comes in August', 'speaks for roads'];
  const whole = 'contribute 2026-07-01/2026-10-30 2 of';
  it.each([
    ['owes the whole of it, from that day on, due as for all', solicited(), ['new'], [`${whole} new`]],
    [
      'with others; the clerk, and whoever is not in office yet, owe nothing',
      solicited(),
      all,
      [`${whole} new, new in the east, new in the farmers`],
    ],
    ['of a group', solicited({ groupId: 'east' }), all, [`${whole} new in the east`]],
    ['of a sector', solicited({ groupId: 'farmers' }), all, [`${whole} new in the farmers`]],
    [
      'who was asked already is not asked again',
      solicited({}, [{ kind: 'contribute', holder: account('new') }]),
      ['new', 'new in the east'],
      [`${whole} new in the east`],
    ],
    ['a unit, when somebody begins to speak for it', solicited({ participants: 'units' }), all, [`${whole} roads`]],
    ['what asks nobody asks no joiner', solicited({ participants: 'none' }), all, []],
    ['nothing of what has ended', { ...solicited(), current: { state: 'closed', facts: twoProposals } }, all, []],
    ['nobody joins: nothing is asked', solicited(), [], []],
  ] as const)('%s', (_case, one, accountIds, asked) => expect(inShort(one, accountIds)).toEqual(asked));
});

describe('by its days', () => {
  it.each([
    ['begins later: open when it begins', { from: '2026-09-01', dueOn: '2026-10-30' }, ['2026-09-01/2026-10-30']],
    ['due tomorrow', { from: '2026-01-01', dueOn: '2026-07-02' }, ['2026-07-01/2026-07-02']],
    ['due today: no more', { from: '2026-01-01', dueOn: '2026-07-01' }, []],
    ['due before: no more', { from: '2026-01-01', dueOn: '2026-06-30' }, []],
  ])('%s', (_case, dates, expected) => {
    const occurrence = { ...twoProposals.occurrence!, ...dates };
    expect(inShort(solicited({ occurrence }), ['new']).map((line) => line.split(' ')[1])).toEqual(expected);
  });
});

describe('an activity arranged for a day', () => {
  const arranged = (heldOn: string): JoinableCase => ({
    definition: definitions.activity,
    current: { state: 'arranged', facts: { ...twoProposals, participants: 'members' } },
    entered: { heldOn },
    asked: [{ kind: 'answer-invitation', holder: account('old') }],
  });
  it('invites whoever joins while there is time to answer', () => {
    const [asked] = inShort(arranged('2026-07-20'), ['new', 'old']);
    expect(asked).toMatch(/^answer-invitation 2026-07-01\/2026-07-\d\d 1 of new$/);
  });
  it('asks for no answer that would be due at once', () => {
    expect(inShort(arranged('2026-07-02'), ['new'])).toEqual([]);
  });
  it('asks nothing before it is arranged', () => {
    const planned = { ...arranged('2026-07-20'), current: { state: 'planned', facts: twoProposals } };
    expect(inShort(planned, ['new'])).toEqual([]);
  });
});

it('a case asks each participant in these states, and what it asks lives in no other', () => {
  expect(askingStates.map(({ definition, state }) => `${definition} ${state}`).sort()).toEqual([
    'activity arranged',
    'consultation arranged',
    'inspection arranged',
    'oversight arranged',
    'solicitation open',
    'study-session arranged',
  ]);
  for (const { definition, state } of askingStates) {
    const { states } = Object.values(definitions).find(({ name }) => name === definition)!;
    for (const spec of states[state]!.opens!) {
      if (spec.holder.kind === 'each-participant') expect([definition, ...spec.openIn]).toEqual([definition, state]);
    }
  }
});
