import type { Transition } from '../definition.js';
import { attended, count, doneOn, note, optionalCount, optionalText, reason, text } from './fields.js';
import { itemWorkflow, keepers, untilHeld } from './item-workflow.js';

const record: readonly Transition[] = [
  {
    to: 'reporting',
    by: keepers,
    fields: [doneOn, optionalText('sites'), attended, note],
    completes: ['hold-inspection'],
  },
];

/**
 * An inspection, investigation or field study of the plan (视察、调研、考察): sites and team, a report always owed, then,
 * if there are any, suggestions to departments (建议) and what became of them (采纳). Reference §3.2.
 */
export const inspectionDefinition = itemWorkflow({
  name: 'inspection',
  version: 1,
  initial: 'planned',
  states: {
    ...untilHeld('hold-inspection', { arranged: [optionalText('sites'), optionalText('team')], on: { record } }),
    reporting: {
      opens: [
        {
          kind: 'write-report',
          holder: { kind: 'responsible' },
          due: { rule: 'workdays-after-done', within: 'reportWithinWorkdays' },
          ladder: 'duty-short',
          openIn: ['reporting'],
        },
      ],
      on: {
        'hand-in-report': [
          { to: 'reported', by: keepers, fields: [doneOn, text('title')], completes: ['write-report'] },
        ],
      },
    },
    // Nothing is owed here: whether the report makes suggestions is for the committee to say, at any time.
    reported: {
      on: {
        'send-suggestions': [
          { to: 'suggested', by: keepers, fields: [doneOn, text('departments'), optionalCount('suggestions')] },
        ],
        close: [{ to: 'closed', by: keepers, fields: [note] }],
      },
    },
    suggested: {
      opens: [
        {
          kind: 'record-adoption',
          holder: { kind: 'responsible' },
          due: { rule: 'workdays-after-done', within: 'replyWithinWorkdays' },
          ladder: 'duty-short',
          openIn: ['suggested'],
        },
      ],
      on: {
        'record-adoption': [
          { to: 'closed', by: keepers, fields: [doneOn, count('adopted'), note], completes: ['record-adoption'] },
        ],
        close: [{ to: 'closed', by: keepers, fields: [reason] }],
      },
    },
    closed: { final: true },
    dropped: { final: true },
  },
});
