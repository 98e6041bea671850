import type { WorkflowDefinition } from '../definition.js';
import { note, optionalText, reason, text } from './fields.js';

/**
 * A county's key point in a township (重点工作下达): the township takes it into its plan as it is, adapted with a word on
 * what differs, or declines it with a reason. The county may take it back until then.
 */
export const passedDownItemDefinition: WorkflowDefinition = {
  name: 'passed-down-item',
  version: 1,
  initial: 'offered',
  states: {
    offered: {
      opens: [
        {
          kind: 'answer-passed-down',
          holder: { kind: 'role', role: 'staff' },
          due: { rule: 'workdays-after-entry', within: 'answerPassedDownWithinWorkdays' },
          ladder: 'duty-short',
          openIn: ['offered'],
        },
      ],
      on: {
        accept: [{ to: 'accepted', by: ['staff'], fields: [note], completes: ['answer-passed-down'] }],
        adapt: [{ to: 'adapted', by: ['staff'], fields: [text('differences')], completes: ['answer-passed-down'] }],
        decline: [{ to: 'declined', by: ['staff'], fields: [reason], completes: ['answer-passed-down'] }],
        withdraw: [{ to: 'withdrawn', by: ['system'], fields: [optionalText('reason')] }],
      },
    },
    accepted: { final: true },
    adapted: { final: true },
    declined: { final: true },
    withdrawn: { final: true },
  },
};
