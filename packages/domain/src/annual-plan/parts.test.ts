import type { Membership } from '../people/roster.js';
import { type Part, partsIn } from './parts.js';

const office = (accountId: string, role: Membership['role'], more: Partial<Membership> = {}): Membership => ({
  accountId,
  role,
  groupId: null,
  from: '2022-01-01',
  to: null,
  ...more,
});
const roster = [
  office('clerk', 'staff'),
  office('second clerk', 'staff'),
  office('chair', 'leader'),
  office('chair', 'member'),
  office('farmer', 'member', { groupId: 'agriculture' }),
  office('teacher', 'member', { groupId: 'education' }),
  office('retired', 'member', { to: '2025-12-31' }),
  office('bureau', 'unit', { unitId: 'u1' }),
];
const nobody = { responsibleAccountId: null, leaderAccountId: null, participants: 'none', groupId: null } as const;

describe('who has which part in an item', () => {
  const cases: [string, Parameters<typeof partsIn>[0], Record<string, Part>][] = [
    ['nobody named: the staff', nobody, { clerk: 'in-charge', 'second clerk': 'in-charge' }],
    ['somebody named', { ...nobody, responsibleAccountId: 'clerk' }, { clerk: 'in-charge' }],
    [
      'every member in office',
      { ...nobody, responsibleAccountId: 'clerk', participants: 'members' },
      { clerk: 'in-charge', chair: 'participant', farmer: 'participant', teacher: 'participant' },
    ],
    [
      'the members of a group',
      { ...nobody, responsibleAccountId: 'clerk', participants: 'members', groupId: 'education' },
      { clerk: 'in-charge', teacher: 'participant' },
    ],
    [
      'a leader who is asked as a member, too, is named once',
      { responsibleAccountId: 'clerk', leaderAccountId: 'chair', participants: 'members', groupId: null },
      { clerk: 'in-charge', chair: 'leader', farmer: 'participant', teacher: 'participant' },
    ],
    [
      'handling units, by those who speak for them',
      { ...nobody, responsibleAccountId: 'clerk', participants: 'units' },
      { clerk: 'in-charge', bureau: 'participant' },
    ],
  ];
  it.each(cases)('%s', (_name, item, expected) => {
    const found = partsIn(item, roster, '2026-03-01');
    expect(Object.fromEntries(found.map(({ accountId, part }) => [accountId, part]))).toEqual(expected);
    expect(found).toHaveLength(Object.keys(expected).length);
  });
});
