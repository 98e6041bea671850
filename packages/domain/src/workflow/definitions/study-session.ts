import type { Transition } from '../definition.js';
import { attended, doneOn, note, optionalText, text } from './fields.js';
import { itemWorkflow, keepers, untilHeld } from './item-workflow.js';

const recorded = {
  by: keepers,
  fields: [doneOn, text('topic'), attended, note],
  completes: ['hold-study-session'],
} as const;
const record: readonly Transition[] = [
  { to: 'minutes-owed', when: 'report-wanted', ...recorded },
  { to: 'closed', ...recorded },
];

/** A study session of the plan (学习座谈): held within its window on a topic, minutes owed where the plan wants them. */
export const studySessionDefinition = itemWorkflow({
  name: 'study-session',
  version: 1,
  initial: 'planned',
  states: {
    ...untilHeld('hold-study-session', { arranged: [optionalText('topic')], on: { record } }),
    'minutes-owed': {
      opens: [
        {
          kind: 'write-minutes',
          holder: { kind: 'responsible' },
          due: { rule: 'workdays-after-done', within: 'reportWithinWorkdays' },
          ladder: 'duty-short',
          openIn: ['minutes-owed'],
        },
      ],
      on: {
        'hand-in-minutes': [
          { to: 'closed', by: keepers, fields: [doneOn, optionalText('title')], completes: ['write-minutes'] },
        ],
      },
    },
    closed: { final: true },
    dropped: { final: true },
  },
});
