import type { WorkflowDefinition } from '../definition.js';
import { note, reason } from './fields.js';

/** A hand-over (交接) of one person's open duties to another: looked at first, then carried out whole or abandoned. */
export const handOverDefinition: WorkflowDefinition = {
  name: 'hand-over',
  version: 1,
  initial: 'prepared',
  states: {
    prepared: {
      opens: [
        {
          kind: 'carry-out-hand-over',
          holder: { kind: 'role', role: 'staff' },
          due: { rule: 'workdays-after-entry', within: 'handOverWithinWorkdays' },
          ladder: 'duty-short',
          openIn: ['prepared'],
        },
      ],
      on: {
        'carry-out': [
          { to: 'carried-out', by: ['staff', 'leader'], fields: [note], completes: ['carry-out-hand-over'] },
        ],
        abandon: [{ to: 'abandoned', by: ['staff', 'leader'], fields: [reason] }],
      },
    },
    'carried-out': { final: true },
    abandoned: { final: true },
  },
};
