import type { Membership, Role } from '../people/roster.js';
import { type TaskKind, taskKinds } from '../workflow/definition.js';
import type { WorkflowName } from '../workflow/workflow-name.js';
import { handOverCautions, type NamingCase, reachOfHandOver, transferableKinds } from './hand-over.js';
import type { TaskHolder } from './task-holder.js';

it('a hand-over takes every kind of duty along but what each participant was asked for', () => {
  expect(taskKinds.filter((kind) => !transferableKinds.includes(kind))).toEqual(['answer-invitation', 'contribute']);
  expect(new Set(transferableKinds).size).toBe(transferableKinds.length);
});

describe('what goes over when Ann hands over', () => {
  const task = (id: string, kind: TaskKind, holder: string | null, leader: string | null = null) => ({
    id,
    instanceId: `case of ${id}`,
    kind,
    holderAccountId: holder,
    leaderAccountId: leader,
  });
  const named = (
    id: string,
    facts: { responsible?: string; leader?: string; addressee?: TaskHolder },
    definition: WorkflowName = 'activity',
  ): NamingCase => ({
    id,
    definition,
    facts: {
      responsibleAccountId: facts.responsible ?? null,
      leaderAccountId: facts.leader ?? null,
      addressee: facts.addressee ?? null,
    },
  });
  const item = (id: string, responsibleAccountId: string | null, leaderAccountId: string | null = null) => ({
    id,
    responsibleAccountId,
    leaderAccountId,
  });
  const account = (accountId: string): TaskHolder => ({ kind: 'account', accountId });

  const everything = {
    tasks: [
      task('visit', 'hold-activity', 'ann'),
      task('report', 'write-report', 'ann', 'ann'),
      task('answer', 'answer-invitation', 'ann'),
      task('talks', 'hold-study-session', 'bo', 'ann'),
      task('minutes', 'write-minutes', 'bo'),
    ],
    cases: [
      named('case of visit', { responsible: 'ann', leader: 'ann' }),
      named('case of report', {}),
      named('later', { leader: 'ann' }),
      named('slip', { addressee: account('ann') }, 'supervision-slip'),
      named('leave', { addressee: account('ann') }, 'leave'),
      named('to the staff', { addressee: { kind: 'role', role: 'staff' } }, 'urging'),
      named('case of minutes', { responsible: 'bo' }),
    ],
    items: [item('visits', 'ann', 'ann'), item('talks', 'bo', 'ann'), item('theirs', 'bo')],
  };
  const said = (chosen: readonly string[] | null) => {
    const { duties, led, cases, items, stays } = reachOfHandOver(everything, 'ann', chosen);
    const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);
    const charged = (all: readonly { id: string; charges: readonly string[] }[]) =>
      all.map(({ id, charges }) => [id, ...charges].join(' '));
    return { duties: ids(duties), led: ids(led), cases: charged(cases), items: charged(items), stays: ids(stays) };
  };

  it('everything by office and charge goes; what Ann was asked as a member, and a request for leave, stay', () => {
    expect(said(null)).toEqual({
      duties: ['visit', 'report'],
      led: ['report', 'talks'],
      cases: ['case of visit responsible leader', 'case of report', 'later leader', 'slip addressee'],
      items: ['visits responsible leader', 'talks leader'],
      stays: ['answer'],
    });
  });

  it.each<[string, readonly string[], object]>([
    ['one duty', ['visit'], { duties: ['visit'], led: [], cases: ['case of visit responsible leader'] }],
    ['one duty Ann also leads', ['report'], { duties: ['report'], led: ['report'], cases: ['case of report'] }],
    ['what was asked of Ann as a member', ['answer'], { duties: [], led: [], cases: [] }],
    ['somebody else’s', ['minutes'], { duties: [], led: [], cases: [] }],
  ])('of chosen duties only these go, with their cases and no plan item: %s', (_, chosen, reach) => {
    expect(said(chosen)).toEqual({ ...reach, items: [], stays: ['answer'] });
  });
});

describe('what to think about before Bo takes over from Ann on 10 March', () => {
  const office = (accountId: string, role: Role, more: Partial<Membership> = {}): Membership => ({
    accountId,
    role,
    groupId: null,
    from: '2025-01-01',
    to: null,
    ...more,
  });
  const away = (standInAccountId: string, to: string | null = null) => ({
    standIns: [{ standInAccountId, from: '2026-03-09', to }],
  });
  it.each<[string, readonly Membership[], readonly object[]]>([
    ['one of the staff to another', [office('ann', 'staff'), office('bo', 'staff')], []],
    ['a member to another', [office('ann', 'member'), office('bo', 'member')], []],
    ['staff to a member', [office('ann', 'staff'), office('bo', 'member')], [{ code: 'to-merely-member' }]],
    [
      'a leader who has left, to a member',
      [office('ann', 'leader', { to: '2026-02-28' }), office('bo', 'member')],
      [{ code: 'to-merely-member' }],
    ],
    ['to a member who is staff, too', [office('ann', 'staff'), office('bo', 'member'), office('bo', 'staff')], []],
    [
      'to somebody away until a day',
      [office('ann', 'staff'), office('bo', 'staff', away('cy', '2026-03-20')), office('cy', 'staff')],
      [{ code: 'to-away', hearerAccountId: 'cy', until: '2026-03-20' }],
    ],
    [
      'to somebody away whose stand-in is away, too',
      [
        office('ann', 'staff'),
        office('bo', 'staff', away('cy')),
        office('cy', 'staff', away('di')),
        office('di', 'staff'),
      ],
      [{ code: 'to-away', hearerAccountId: 'di', until: null }],
    ],
    [
      'to somebody whose stand-in has left',
      [office('ann', 'staff'), office('bo', 'staff', away('cy')), office('cy', 'staff', { to: '2026-03-01' })],
      [],
    ],
    [
      'to somebody who stands in for their own stand-in: each hears for themselves',
      [office('ann', 'staff'), office('bo', 'staff', away('cy')), office('cy', 'staff', away('bo'))],
      [],
    ],
    [
      'to somebody who leaves',
      [office('ann', 'staff'), office('bo', 'staff', { to: '2026-03-31' })],
      [{ code: 'to-leaves', lastOn: '2026-03-31' }],
    ],
    [
      'one of two offices ends',
      [office('ann', 'staff'), office('bo', 'staff', { to: '2026-03-31' }), office('bo', 'leader')],
      [],
    ],
  ])('%s', (_, roster, cautions) => {
    expect(handOverCautions({ fromAccountId: 'ann', toAccountId: 'bo' }, roster, '2026-03-10')).toEqual(cautions);
  });
});
