import type { WorkflowDefinition } from '../definition.js';

/** A year's plan: written by staff, approved by the leader, published by staff; published, it makes the year's duties. */
export const annualPlanDefinition: WorkflowDefinition = {
  name: 'annual-plan',
  version: 1,
  initial: 'draft',
  states: {
    draft: { on: { submit: [{ to: 'submitted', by: ['staff'] }] } },
    submitted: {
      opens: [
        {
          kind: 'approve-plan',
          holder: { kind: 'role', role: 'leader' },
          due: { rule: 'workdays-after-entry', within: 'approveWithinWorkdays' },
          ladder: 'leader',
          openIn: ['submitted'],
        },
      ],
      on: {
        approve: [{ to: 'approved', by: ['leader'], completes: ['approve-plan'] }],
        'send-back': [
          {
            to: 'draft',
            by: ['leader'],
            fields: [{ name: 'reason', type: 'text', required: true }],
            completes: ['approve-plan'],
          },
        ],
      },
    },
    approved: {
      opens: [
        {
          kind: 'publish-plan',
          holder: { kind: 'role', role: 'staff' },
          due: { rule: 'workdays-after-entry', within: 'publishWithinWorkdays' },
          ladder: 'duty-short',
          openIn: ['approved'],
        },
      ],
      on: { publish: [{ to: 'published', by: ['staff'], completes: ['publish-plan'] }] },
    },
    published: { on: { close: [{ to: 'closed', by: ['staff'] }] } },
    closed: { final: true },
  },
};
