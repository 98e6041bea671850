import { actsFor, isLinkAlive, type Matter, standingOf } from './matter.js';

const today = Temporal.PlainDate.from('2026-03-27');
const invitation: Matter = {
  kind: 'answer-invitation',
  status: 'open',
  byContribution: true,
  opensOn: '2026-03-20',
  onHold: false,
  answer: null,
  isOnLeave: false,
  leaveState: null,
  caseState: 'arranged',
};

test.each<[string, Partial<Matter>, string, string[]]>([
  ['an invitation is answered or leave is asked for', {}, 'asked', ['come', 'ask-leave']],
  ['from the day it opens', { opensOn: '2026-03-27' }, 'asked', ['come', 'ask-leave']],
  ['before it opens there is nothing to do', { opensOn: '2026-03-28' }, 'asked', []],
  ['while it rests there is nothing to do', { onHold: true }, 'paused', []],
  ['leave is asked for once, and one may come after all', { leaveState: 'requested' }, 'leave-asked', ['come']],
  ['leave that was refused may be asked for anew', { leaveState: 'refused' }, 'leave-refused', ['come', 'ask-leave']],
  ['leave that was taken back leaves the question open', { leaveState: 'cancelled' }, 'asked', ['come', 'ask-leave']],
  ['who comes is done', { status: 'done', answer: 'coming' }, 'coming', []],
  ['who does not come is done', { status: 'done', answer: 'not-coming' }, 'not-coming', []],
  ['granted leave says so', { status: 'done', answer: 'not-coming', isOnLeave: true }, 'on-leave', []],
  ['called off with an answer', { status: 'done', answer: 'coming', caseState: 'dropped' }, 'called-off', []],
  ['called off without one', { status: 'cancelled', caseState: 'dropped' }, 'called-off', []],
  ['ended otherwise', { status: 'cancelled', caseState: 'closed' }, 'not-needed', []],
  ['a piece is handed in', { kind: 'contribute', caseState: 'open' }, 'asked', ['contribute']],
  ['all pieces are in', { kind: 'contribute', caseState: 'open', status: 'done' }, 'received', []],
  ['who is in charge acts with the staff', { kind: 'hold-activity', byContribution: false }, 'asked', []],
])('%s', (_, change, standing, acts) => {
  const matter = { ...invitation, ...change };
  expect({ standing: standingOf(matter), acts: actsFor(matter, today) }).toEqual({ standing, acts });
});

test.each([
  ['open', null, true],
  ['done', '2026-03-27', true],
  ['cancelled', '2026-03-27', true],
  ['done', '2026-03-26', false],
  ['cancelled', null, false],
] as const)('a link of a duty that is %s since %s lives: %s', (status, endedOn, lives) => {
  expect(isLinkAlive({ status, endedOn }, today)).toBe(lives);
});
