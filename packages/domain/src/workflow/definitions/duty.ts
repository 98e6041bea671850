import { doneOn, note } from './fields.js';
import { drop, itemWorkflow, keepers } from './item-workflow.js';

/**
 * One thing to be done by a day by the person in charge (一般事项): what no other workflow fits, of the plan or entered
 * beside it (计划外).
 */
export const dutyDefinition = itemWorkflow({
  name: 'duty',
  version: 1,
  initial: 'open',
  states: {
    open: {
      opens: [
        {
          kind: 'do-duty',
          holder: { kind: 'responsible' },
          due: { rule: 'occurrence-due' },
          ladder: { short: 'duty-short', long: 'duty', shortUpToWorkdays: 10 },
          openIn: ['open'],
        },
      ],
      on: {
        finish: [{ to: 'closed', by: keepers, fields: [doneOn, note], completes: ['do-duty'] }],
        drop,
      },
    },
    closed: { final: true },
    dropped: { final: true },
  },
});
