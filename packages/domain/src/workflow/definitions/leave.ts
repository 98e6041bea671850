import type { WorkflowDefinition } from '../definition.js';
import { note, reason } from './fields.js';

/**
 * Leave (请假) from an invitation, asked for by the member who is its addressee or by staff for them. Approved, it answers
 * the invitation; it lapses by itself when the invitation ends otherwise. Reference §3.4.
 */
export const leaveDefinition: WorkflowDefinition = {
  name: 'leave',
  version: 1,
  initial: 'requested',
  states: {
    requested: {
      opens: [
        {
          kind: 'decide-leave',
          holder: { kind: 'leader-in-charge' },
          due: { rule: 'workdays-after-entry', within: 'decideLeaveWithinWorkdays' },
          ladder: 'leader',
          openIn: ['requested'],
        },
      ],
      on: {
        approve: [{ to: 'approved', by: ['leader', 'staff'], fields: [note], completes: ['decide-leave'] }],
        refuse: [{ to: 'refused', by: ['leader', 'staff'], fields: [reason], completes: ['decide-leave'] }],
        cancel: [{ to: 'cancelled', by: ['addressee'] }],
        lapse: [{ to: 'lapsed', by: ['system'] }],
      },
    },
    approved: { final: true },
    refused: { final: true },
    cancelled: { final: true },
    lapsed: { final: true },
  },
};
