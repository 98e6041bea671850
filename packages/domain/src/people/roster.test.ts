import { isMerelyMember, type Membership, type Role } from './roster.js';

const office = (role: Role, from = '2025-01-01', to: string | null = null): Membership => ({
  accountId: 'ann',
  role,
  groupId: null,
  from,
  to,
});

describe('on 2026-03-10 Ann is merely a member', () => {
  it.each<[string, readonly Membership[], boolean]>([
    ['as a member', [office('member')], true],
    ['as a member who also speaks for a unit', [office('member'), office('unit')], true],
    ['not as a member who is on the staff, too', [office('member'), office('staff')], false],
    ['not as a member who is a leader, too', [office('leader'), office('member')], false],
    [
      'as a member who was on the staff until yesterday',
      [office('member'), office('staff', '2025-01-01', '2026-03-09')],
      true,
    ],
    ['not when the membership ended yesterday', [office('member', '2025-01-01', '2026-03-09')], false],
    ['not as a stranger', [], false],
  ])('%s', (_, roster, expected) => {
    expect(isMerelyMember('ann', roster, '2026-03-10')).toBe(expected);
  });

  it('whatever others are', () => {
    expect(isMerelyMember('bo', [office('member')], '2026-03-10')).toBe(false);
  });
});
