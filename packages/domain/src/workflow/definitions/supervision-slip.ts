import type { Transition, WorkflowDefinition } from '../definition.js';
import { note, reason, text } from './fields.js';

const reply: readonly Transition[] = [
  { to: 'replied', by: ['addressee', 'staff'], fields: [text('reply')], completes: ['answer-slip'] },
];
const rescind: readonly Transition[] = [{ to: 'rescinded', by: ['leader'], fields: [reason] }];

/**
 * A supervision slip (督办单): a leader's numbered demand about an overdue duty. Its addressee acknowledges and replies
 * within days; the leader closes it or demands it again. Reference §5.1, §6.2.
 */
export const supervisionSlipDefinition: WorkflowDefinition = {
  name: 'supervision-slip',
  version: 1,
  initial: 'issued',
  states: {
    issued: {
      opens: [
        {
          kind: 'answer-slip',
          holder: { kind: 'addressee' },
          due: { rule: 'workdays-after-entry', within: 'answerSlipWithinWorkdays' },
          ladder: 'duty-short',
          openIn: ['issued', 'acknowledged'],
        },
      ],
      on: { acknowledge: [{ to: 'acknowledged', by: ['addressee', 'staff'] }], reply, rescind },
    },
    acknowledged: { on: { reply, rescind } },
    replied: {
      opens: [
        {
          kind: 'judge-slip-reply',
          holder: { kind: 'leader-in-charge' },
          due: { rule: 'workdays-after-entry', within: 'approveWithinWorkdays' },
          ladder: 'leader',
          openIn: ['replied'],
        },
      ],
      on: {
        close: [{ to: 'closed', by: ['leader'], fields: [note], completes: ['judge-slip-reply'] }],
        'demand-again': [{ to: 'issued', by: ['leader'], fields: [reason], completes: ['judge-slip-reply'] }],
      },
    },
    closed: { final: true },
    rescinded: { final: true },
  },
};
