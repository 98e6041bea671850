import type { WorkflowDefinition } from '../definition.js';

/** Something asked of each member by a day, so many pieces each: 每个委员至少提交两份提案. */
export const solicitationDefinition: WorkflowDefinition = {
  name: 'solicitation',
  version: 1,
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
        close: [{ to: 'closed', by: ['staff'], fields: [{ name: 'note', type: 'text', required: false }] }],
      },
    },
    closed: { final: true },
  },
};
