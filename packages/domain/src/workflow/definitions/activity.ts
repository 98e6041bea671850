import type { Transition } from '../definition.js';
import { attended, doneOn, note, text } from './fields.js';
import { itemWorkflow, keepers, untilHeld } from './item-workflow.js';

const recorded = { by: keepers, fields: [doneOn, attended, note], completes: ['hold-activity'] } as const;
const record: readonly Transition[] = [
  { to: 'reporting', when: 'report-wanted', ...recorded },
  { to: 'closed', ...recorded },
];

/**
 * An activity of the plan (委员活动): held within its window, members asked to come, a report owed afterwards where the
 * plan wants one. Whether it was late is judged by the day it was held.
 */
export const activityDefinition = itemWorkflow({
  name: 'activity',
  version: 2,
  initial: 'planned',
  states: {
    ...untilHeld('hold-activity', { on: { record } }),
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
        'hand-in-report': [{ to: 'closed', by: keepers, fields: [doneOn, text('title')], completes: ['write-report'] }],
      },
    },
    closed: { final: true },
    dropped: { final: true },
  },
});
