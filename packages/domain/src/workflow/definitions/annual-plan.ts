import type { Transition, WorkflowDefinition } from '../definition.js';
import { note, optionalText, reason, text } from './fields.js';

/** A meeting approved the plan (会议审定): staff enter which, when and under which document number. */
const approvedByMeeting = {
  to: 'approved',
  by: ['staff'],
  fields: [text('meeting'), { name: 'approvedOn', type: 'date-done', required: true }, optionalText('documentNumber')],
} as const satisfies Transition;

/**
 * A year's plan: written by staff, approved by the leader or a meeting, published by staff; published, it makes the
 * year's duties, which an amendment changes with a reason.
 */
export const annualPlanDefinition: WorkflowDefinition = {
  name: 'annual-plan',
  version: 2,
  initial: 'draft',
  states: {
    draft: { on: { submit: [{ to: 'submitted', by: ['staff'] }], 'record-approval': [approvedByMeeting] } },
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
        'record-approval': [{ ...approvedByMeeting, completes: ['approve-plan'] }],
        'send-back': [{ to: 'draft', by: ['leader'], fields: [reason], completes: ['approve-plan'] }],
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
    published: {
      on: {
        amend: [{ to: 'amending', by: ['staff'] }],
        close: [{ to: 'closed', by: ['staff'], fields: [note] }],
      },
    },
    amending: {
      on: {
        'publish-amendment': [{ to: 'published', by: ['staff'], fields: [reason] }],
        'discard-amendment': [{ to: 'published', by: ['staff'] }],
      },
    },
    closed: { final: true },
  },
};
