import type { Membership } from '../people/roster.js';
import { peopleOf, recipientsOf } from '../reminder/recipients.js';
import { plainFacts } from '../workflow/case-facts.js';
import { holdersByRule } from './holders.js';

const office = (accountId: string, role: Membership['role'], more: Partial<Membership> = {}): Membership => ({
  accountId,
  role,
  groupId: null,
  from: '2025-01-01',
  to: null,
  ...more,
});
const roster: Membership[] = [
  office('clerk', 'staff'),
  office('leader', 'leader'),
  office('east', 'member', { groupId: 'east-group' }),
  office('west', 'member', { groupId: 'west-group' }),
  office('gone', 'member', { groupId: 'east-group', to: '2026-01-31' }),
  office('roads', 'unit', { unitId: 'road-bureau' }),
  office('roads-too', 'unit', { unitId: 'road-bureau' }),
  office('schools', 'unit', { unitId: 'school-bureau' }),
  office('left', 'unit', { unitId: 'closed-bureau', to: '2025-12-31' }),
];
const account = (accountId: string) => ({ kind: 'account', accountId }) as const;
const role = (name: 'staff' | 'leader') => ({ kind: 'role', role: name }) as const;
const unit = (unitId: string) => ({ kind: 'unit', unitId }) as const;

describe('who owes a task', () => {
  it.each([
    ['a role', { kind: 'role', role: 'leader' }, {}, [role('leader')]],
    ['the person in charge', { kind: 'responsible' }, { responsibleAccountId: 'clerk' }, [account('clerk')]],
    ['nobody in charge: the staff', { kind: 'responsible' }, {}, [role('staff')]],
    ['the leader in charge', { kind: 'leader-in-charge' }, { leaderAccountId: 'leader' }, [account('leader')]],
    ['no leader in charge: every leader', { kind: 'leader-in-charge' }, {}, [role('leader')]],
    ['a person addressed', { kind: 'addressee' }, { addressee: account('east') }, [account('east')]],
    ['a unit addressed', { kind: 'addressee' }, { addressee: unit('road-bureau') }, [unit('road-bureau')]],
    ['nobody addressed', { kind: 'addressee' }, {}, []],
    [
      'each member in office',
      { kind: 'each-participant' },
      { participants: 'members' },
      [account('east'), account('west')],
    ],
    [
      'each member of a group',
      { kind: 'each-participant' },
      { participants: 'members', groupId: 'east-group' },
      [account('east')],
    ],
    [
      'each handling unit once, if somebody speaks for it',
      { kind: 'each-participant' },
      { participants: 'units' },
      [unit('road-bureau'), unit('school-bureau')],
    ],
    ['no participants', { kind: 'each-participant' }, { participants: 'none' }, []],
  ] as const)('%s', (_case, rule, facts, holders) => {
    expect(holdersByRule(rule, { ...plainFacts, ...facts }, roster, '2026-02-01')).toEqual(holders);
  });
});

it.each([
  [account('east'), ['east']],
  [account('gone'), []],
  [role('leader'), ['leader']],
  [unit('road-bureau'), ['roads', 'roads-too']],
  [unit('closed-bureau'), []],
] as const)('%j is %j in person', (holder, people) => {
  expect(peopleOf(holder, roster, '2026-02-01')).toEqual(people);
  const duty = { holder, leaderAccountId: null };
  expect(recipientsOf('holder', duty, roster, '2026-02-01')).toEqual(people);
  expect(recipientsOf('record-keeper', duty, roster, '2026-02-01')).toEqual(['clerk']);
  expect(recipientsOf('leader', duty, roster, '2026-02-01')).toEqual(['leader']);
});
