import type { Transition } from '../definition.js';
import { attended, doneOn, note, optionalCount, optionalText, reason, text } from './fields.js';
import { itemWorkflow, keepers, untilHeld } from './item-workflow.js';

const record: readonly Transition[] = [
  {
    to: 'opinions-owed',
    by: keepers,
    fields: [doneOn, text('topic'), attended, note],
    completes: ['hold-consultation'],
  },
];
const close: readonly Transition[] = [{ to: 'closed', by: keepers, fields: [reason] }];

/**
 * A consultation of the plan (协商议政): held on a topic, its opinions sent to whom they concern, their reply awaited and
 * recorded. Closed with a reason where no opinions are sent or no reply will come. Reference §3.2.
 */
export const consultationDefinition = itemWorkflow({
  name: 'consultation',
  version: 1,
  initial: 'planned',
  states: {
    ...untilHeld('hold-consultation', { arranged: [optionalText('topic')], on: { record } }),
    'opinions-owed': {
      opens: [
        {
          kind: 'send-opinions',
          holder: { kind: 'responsible' },
          due: { rule: 'workdays-after-done', within: 'reportWithinWorkdays' },
          ladder: 'duty-short',
          openIn: ['opinions-owed'],
        },
      ],
      on: {
        'send-opinions': [
          {
            to: 'reply-awaited',
            by: keepers,
            fields: [doneOn, text('departments'), optionalCount('opinions')],
            completes: ['send-opinions'],
          },
        ],
        close,
      },
    },
    'reply-awaited': {
      opens: [
        {
          kind: 'obtain-reply',
          holder: { kind: 'responsible' },
          due: { rule: 'workdays-after-done', within: 'replyWithinWorkdays' },
          ladder: 'duty',
          openIn: ['reply-awaited'],
        },
      ],
      on: {
        'record-reply': [{ to: 'closed', by: keepers, fields: [doneOn, note], completes: ['obtain-reply'] }],
        close,
      },
    },
    closed: { final: true },
    dropped: { final: true },
  },
});
