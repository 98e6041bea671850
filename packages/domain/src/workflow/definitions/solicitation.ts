import { note } from './fields.js';
import { drop, itemWorkflow } from './item-workflow.js';

/** Something asked of each participant by a day, so many pieces each (征集): 每个委员至少提交两份提案. */
export const solicitationDefinition = itemWorkflow({
  name: 'solicitation',
  version: 2,
  initial: 'open',
  states: {
    open: {
      opens: [
        {
          kind: 'contribute',
          holder: { kind: 'each-participant' },
          due: { rule: 'occurrence-due' },
          ladder: 'member',
          openIn: ['open'],
          contributions: 'item-target',
          whenAllDone: 'complete',
        },
      ],
      on: {
        complete: [{ to: 'closed', by: ['system'] }],
        close: [{ to: 'closed', by: ['staff'], fields: [note] }],
        drop,
      },
    },
    closed: { final: true },
    dropped: { final: true },
  },
});
