import type { WorkflowDefinition } from '../definition.js';
import { text } from './fields.js';

/**
 * An urging (催办): somebody's own words to whoever owes an open duty. Its addressee says how things stand; it is settled
 * by itself once the duty ends. Urged again before an answer, it asks anew.
 */
export const urgingDefinition: WorkflowDefinition = {
  name: 'urging',
  version: 1,
  initial: 'urged',
  states: {
    urged: {
      opens: [
        {
          kind: 'answer-urging',
          holder: { kind: 'addressee' },
          due: { rule: 'workdays-after-entry', within: 'answerUrgingWithinWorkdays' },
          ladder: 'answer',
          openIn: ['urged'],
        },
      ],
      on: {
        answer: [{ to: 'answered', by: ['addressee', 'staff'], fields: [text('reply')], completes: ['answer-urging'] }],
        'urge-again': [{ to: 'urged', by: ['leader', 'staff'], fields: [text('text')] }],
        settle: [{ to: 'settled', by: ['system'] }],
      },
    },
    answered: { final: true },
    settled: { final: true },
  },
};
