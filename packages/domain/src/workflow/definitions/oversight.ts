import type { ActionField, Transition } from '../definition.js';
import { attended, count, doneOn, note, reason } from './fields.js';
import { drop, itemWorkflow, keepers, untilHeld } from './item-workflow.js';

const rectifyBy: ActionField = { name: 'rectifyBy', type: 'date-planned', required: true };

const record: readonly Transition[] = [
  { to: 'closed', by: keepers, fields: [doneOn, attended, note], completes: ['carry-out-oversight'] },
];
const recordIssues: readonly Transition[] = [
  {
    to: 'rectifying',
    by: keepers,
    fields: [doneOn, count('issues'), rectifyBy, attended, note],
    completes: ['carry-out-oversight'],
  },
];

/**
 * Democratic oversight of the plan (民主监督): carried out, and over if nothing was found; else the issues are to be
 * rectified (整改) by a day named with them, and a look-back (回头看) shows whether they were.
 */
export const oversightDefinition = itemWorkflow({
  name: 'oversight',
  version: 1,
  initial: 'planned',
  states: {
    ...untilHeld('carry-out-oversight', { on: { record, 'record-issues': recordIssues } }),
    rectifying: {
      opens: [
        {
          kind: 'obtain-rectification',
          holder: { kind: 'responsible' },
          due: { rule: 'date-of-field', field: 'rectifyBy' },
          ladder: 'duty',
          openIn: ['rectifying'],
        },
      ],
      on: {
        'record-rectification': [
          { to: 'rectified', by: keepers, fields: [doneOn, note], completes: ['obtain-rectification'] },
        ],
        extend: [{ to: 'rectifying', by: ['leader'], fields: [rectifyBy, reason] }],
        drop,
      },
    },
    rectified: {
      opens: [
        {
          kind: 'look-back',
          holder: { kind: 'responsible' },
          due: { rule: 'workdays-after-done', within: 'lookBackWithinWorkdays' },
          ladder: 'duty-short',
          openIn: ['rectified'],
        },
      ],
      on: {
        'look-back': [{ to: 'closed', by: keepers, fields: [doneOn, note], completes: ['look-back'] }],
        'find-unrectified': [
          { to: 'rectifying', by: keepers, fields: [doneOn, rectifyBy, note], completes: ['look-back'] },
        ],
        drop,
      },
    },
    closed: { final: true },
    dropped: { final: true },
  },
});
