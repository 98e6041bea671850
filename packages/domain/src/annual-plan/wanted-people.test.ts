import { quarterlyActivity } from '../../test/quarterly-activity.js';
import type { Membership, Role } from '../people/roster.js';
import { wantedPeople } from './wanted-people.js';

const office = (accountId: string, role: Role, more: Partial<Membership> = {}): Membership => ({
  accountId,
  role,
  groupId: null,
  from: '2025-01-01',
  to: null,
  ...more,
});
const roster = [
  office('clerk', 'staff'),
  office('left', 'staff', { to: '2026-10-31' }),
  office('leaving', 'leader', { to: '2026-12-31' }),
  office('chair', 'leader'),
  office('zhang', 'member', { groupId: 'east' }),
];
const people = { roster, groupIds: ['east', 'west'], today: '2026-11-23', toYear: 2027 };
const named = (responsible: string | null, leader: string | null, groupId: string | null, title = '委员活动') => ({
  ...quarterlyActivity({ title, responsibleAccountId: responsible, leaderAccountId: leader, groupId }),
  sourceText: null as string | null,
});
const nobody = named(null, null, null);

it.each([
  ['nobody was ever named', nobody, [nobody], []],
  ['everybody is there', named('clerk', 'chair', 'east'), [], []],
  ['who did it left', nobody, [named('left', null, null)], ['responsibleAccountId left']],
  ['who did it left, another was filled in', named('clerk', null, null), [named('left', null, null)], []],
  ['who did it is there and was taken out on purpose', nobody, [named('clerk', 'chair', 'east')], []],
  ['the leader leaves before the year begins', nobody, [named(null, 'leaving', null)], ['leaderAccountId leaving']],
  ['nobody serves in the group any more', nobody, [named(null, null, 'west')], ['groupId west']],
  ['somebody named leaves while the plan is a draft', named('left', null, null), [], ['responsibleAccountId left']],
  ['another item named them', nobody, [named('left', null, null, '读书活动')], []],
])('%s', (_name, item, before, wanted) => {
  const found = wantedPeople(item, { year: 2026, items: before }, people);
  expect(found.map(({ field, formerId }) => `${field} ${formerId}`)).toEqual(wanted);
});

it('without a plan before, only who is named and gone is wanted', () => {
  expect(wantedPeople(nobody, null, people)).toEqual([]);
  expect(wantedPeople(named('left', null, null), null, people)).toHaveLength(1);
});

it('knows an item again whose name holds the year, and of two of one name the one of the same words', () => {
  const item = { ...nobody, title: '2027年春节慰问', sourceText: '二' };
  const before = [
    { ...named(null, 'leaving', null, '2026年春节慰问'), sourceText: '一' },
    { ...named('left', null, null, '2026年春节慰问'), sourceText: '二' },
  ];
  expect(wantedPeople(item, { year: 2026, items: before }, people)).toEqual([
    { field: 'responsibleAccountId', formerId: 'left' },
  ]);
});
