import type { Membership, Role } from '../people/roster.js';
import type { Ladder } from '../reminder/ladder.js';
import { defaultRuleProfile } from '../rule-profile/rule-profile.js';
import type { TaskHolderRule } from '../workflow/definition.js';
import { chooseLadder } from './ladder-choice.js';
import type { TaskHolder } from './task-holder.js';

const office = (accountId: string, role: Role, to: string | null = null): Membership => ({
  accountId,
  role,
  groupId: null,
  from: '2025-01-01',
  to,
});
const roster = [
  office('clerk', 'staff'),
  office('chair', 'member'),
  office('chair', 'leader', '2026-06-30'),
  office('member', 'member'),
  office('gone', 'member', '2025-12-31'),
];
const some: Ladder = [{ name: 'T-1', offset: { unit: 'workdays', days: -1 }, to: 'holder', form: 'approaching' }];
const responsible: TaskHolderRule = { kind: 'responsible' };
const person = (accountId: string): TaskHolder => ({ kind: 'account', accountId });

/** On 1 April 2026, a duty of kind write-report whose definition names `duty-short`; own ladders beside the defaults. */
it.each<[string, TaskHolderRule, TaskHolder, readonly string[], string]>([
  ['a clerk', responsible, person('clerk'), [], 'duty-short'],
  ['a member', responsible, person('member'), [], 'duty-short/member'],
  // Whoever leads acts as a leader, also when a member.
  ['the chair', responsible, person('chair'), [], 'duty-short/leader'],
  ['the chair, asked as a participant', { kind: 'each-participant' }, person('chair'), [], 'duty-short/member'],
  ['somebody who has left', responsible, person('gone'), [], 'duty-short'],
  ['a role', { kind: 'role', role: 'staff' }, { kind: 'role', role: 'staff' }, [], 'duty-short'],
  [
    'a role with its own',
    { kind: 'role', role: 'staff' },
    { kind: 'role', role: 'staff' },
    ['duty-short/staff'],
    'duty-short/staff',
  ],
  ['a unit', { kind: 'addressee' }, { kind: 'unit', unitId: 'water' }, ['duty-short/unit'], 'duty-short/unit'],
  ['a kind with its own', responsible, person('clerk'), ['write-report'], 'write-report'],
  ['a kind with its own, a member', responsible, person('member'), ['write-report'], 'write-report'],
  [
    'a kind with its own for members',
    responsible,
    person('member'),
    ['write-report', 'write-report/member'],
    'write-report/member',
  ],
  ['another kind', responsible, person('clerk'), ['hold-activity'], 'duty-short'],
])('%s', (_, rule, holder, own, expected) => {
  const ladders = { ...defaultRuleProfile.ladders, ...Object.fromEntries(own.map((key) => [key, some])) };
  const wanted = { ladder: 'duty-short', kind: 'write-report', rule, holder } as const;
  expect(chooseLadder(ladders, wanted, roster, '2026-04-01')).toBe(expected);
});

it('who led until yesterday owes it as a member', () => {
  const wanted = { ladder: 'duty', kind: 'hold-activity', rule: responsible, holder: person('chair') } as const;
  expect(chooseLadder(defaultRuleProfile.ladders, wanted, roster, '2026-06-30')).toBe('duty/leader');
  expect(chooseLadder(defaultRuleProfile.ladders, wanted, roster, '2026-07-01')).toBe('duty/member');
});
