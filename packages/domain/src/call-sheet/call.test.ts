import type { Matter } from '../member-page/matter.js';
import { callOutcomesFor } from './call.js';

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

test.each<[string, Partial<Matter>, string[]]>([
  ['an invitation has all four', {}, ['coming', 'leave', 'later', 'not-reached']],
  ['leave is asked for once', { leaveState: 'requested' }, ['coming', 'later', 'not-reached']],
  ['pieces are not handed in by phone', { kind: 'contribute' }, ['later', 'not-reached']],
  ['nobody is called about what is done', { status: 'done', answer: 'coming' }, []],
  ['nor about what was called off', { status: 'cancelled' }, []],
  ['nor about what rests', { onHold: true }, []],
])('%s', (_, change, outcomes) => {
  expect(callOutcomesFor({ ...invitation, ...change }, Temporal.PlainDate.from('2026-03-27'))).toEqual(outcomes);
});
