import { recipientsOf } from '../reminder/recipients.js';
import type { Membership, Role, StandingIn } from './roster.js';
import { hearerOf } from './stand-in.js';

const office = (accountId: string, standIns: readonly StandingIn[], role: Role = 'member', to: string | null = null) =>
  ({ accountId, role, groupId: null, from: '2025-01-01', to, standIns }) satisfies Membership;
const by = (standInAccountId: string, from: string, to: string | null = null): StandingIn => ({
  standInAccountId,
  from,
  to,
});

describe('who hears on a day what is meant for Ann', () => {
  it.each<[string, readonly Membership[], string, string]>([
    ['nobody stands in', [office('ann', [])], '2026-03-10', 'ann'],
    ['not yet', [office('ann', [by('bo', '2026-03-11')]), office('bo', [])], '2026-03-10', 'ann'],
    ['from the first day', [office('ann', [by('bo', '2026-03-10')]), office('bo', [])], '2026-03-10', 'bo'],
    ['to the last', [office('ann', [by('bo', '2026-03-01', '2026-03-10')]), office('bo', [])], '2026-03-10', 'bo'],
    ['not after it', [office('ann', [by('bo', '2026-03-01', '2026-03-09')]), office('bo', [])], '2026-03-10', 'ann'],
    [
      'two overlap: who began last',
      [office('ann', [by('cy', '2026-03-05'), by('bo', '2026-03-01')]), office('bo', []), office('cy', [])],
      '2026-03-10',
      'cy',
    ],
    [
      'two began on one day: the later entered',
      [office('ann', [by('bo', '2026-03-01'), by('cy', '2026-03-01')]), office('bo', []), office('cy', [])],
      '2026-03-10',
      'cy',
    ],
    [
      'who began last has left: the other',
      [
        office('ann', [by('bo', '2026-03-01'), by('cy', '2026-03-05')]),
        office('bo', []),
        office('cy', [], 'member', '2026-03-09'),
      ],
      '2026-03-10',
      'bo',
    ],
    [
      'out of office',
      [office('ann', [by('bo', '2026-03-01')]), office('bo', [], 'member', '2026-03-09')],
      '2026-03-10',
      'ann',
    ],
    ['never in office here', [office('ann', [by('bo', '2026-03-01')])], '2026-03-10', 'ann'],
    [
      'a chain: the last of it',
      [office('ann', [by('bo', '2026-03-01')]), office('bo', [by('cy', '2026-03-01')]), office('cy', [])],
      '2026-03-10',
      'cy',
    ],
    [
      'a chain whose last link has left: the one before',
      [office('ann', [by('bo', '2026-03-01')]), office('bo', [by('cy', '2026-03-01')])],
      '2026-03-10',
      'bo',
    ],
    [
      'each for the other',
      [office('ann', [by('bo', '2026-03-01')]), office('bo', [by('ann', '2026-03-01')])],
      '2026-03-10',
      'ann',
    ],
    ['for oneself', [office('ann', [by('ann', '2026-03-01')])], '2026-03-10', 'ann'],
    [
      'behind a ring of others',
      [
        office('ann', [by('bo', '2026-03-01')]),
        office('bo', [by('cy', '2026-03-01')]),
        office('cy', [by('bo', '2026-03-01')]),
      ],
      '2026-03-10',
      'ann',
    ],
  ])('%s', (_, roster, on, expected) => {
    expect(hearerOf('ann', roster, on)).toBe(expected);
  });
});

describe('a rung speaks to who stands in', () => {
  const roster = [
    office('clerk', [by('second', '2026-03-01', '2026-03-31')], 'staff'),
    office('second', [], 'staff'),
    office('chair', [by('vice', '2026-03-01')], 'leader'),
    office('vice', [], 'leader'),
    office('ann', [by('bo', '2026-03-01')]),
    office('bo', []),
  ];
  const duty = (accountId: string) => ({ holder: { kind: 'account', accountId }, leaderAccountId: 'chair' }) as const;

  it.each([
    ['holder', 'ann', '2026-03-10', ['bo']],
    ['holder', 'ann', '2026-02-28', ['ann']],
    // Both are meant, and one hears for both: once.
    ['record-keeper', 'ann', '2026-03-10', ['second']],
    ['record-keeper', 'ann', '2026-04-01', ['clerk', 'second']],
    ['leader', 'ann', '2026-03-10', ['vice']],
  ] as const)('%s of the duty of %s on %s: %j', (to, accountId, on, expected) => {
    expect(recipientsOf(to, duty(accountId), roster, on)).toEqual(expected);
  });

  it('nobody stands in for who has left', () => {
    const left = [office('ann', [by('bo', '2026-03-01')], 'member', '2026-03-09'), office('bo', [])];
    expect(recipientsOf('holder', duty('ann'), left, '2026-03-10')).toEqual([]);
  });
});
