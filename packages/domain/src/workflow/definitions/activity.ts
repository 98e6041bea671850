import type { ActionField, Transition, WorkflowDefinition } from '../definition.js';

const recordFields: readonly ActionField[] = [
  { name: 'doneOn', type: 'date-done', required: true },
  { name: 'attended', type: 'count', required: false },
  { name: 'note', type: 'text', required: false },
];

const record: readonly Transition[] = [
  {
    to: 'reporting',
    when: 'report-wanted',
    by: ['staff'],
    fields: recordFields,
    completes: ['hold-activity'],
  },
  {
    to: 'closed',
    by: ['staff'],
    fields: recordFields,
    completes: ['hold-activity'],
  },
];
const drop: readonly Transition[] = [
  { to: 'dropped', by: ['leader'], fields: [{ name: 'reason', type: 'text', required: true }] },
];
const arrange: readonly Transition[] = [
  {
    to: 'arranged',
    by: ['staff'],
    fields: [
      { name: 'heldOn', type: 'date-planned', required: true },
      { name: 'place', type: 'text', required: false },
    ],
  },
];

/**
 * An activity, study session or inspection of the plan: held within its window, members asked to come, a report owed
 * afterwards where the plan wants one. Whether it was late is judged by the day it was held.
 */
export const activityDefinition: WorkflowDefinition = {
  name: 'activity',
  version: 1,
  initial: 'planned',
  states: {
    planned: {
      opens: [
        {
          kind: 'hold-activity',
          holder: { kind: 'responsible' },
          due: { rule: 'occurrence-due' },
          ladder: 'duty',
          openIn: ['planned', 'arranged'],
        },
      ],
      on: { arrange, record, drop },
    },
    arranged: {
      opens: [
        {
          kind: 'answer-invitation',
          holder: { kind: 'each-participant' },
          due: { rule: 'workdays-before-event', within: 'answerBeforeEventWorkdays' },
          ladder: 'answer',
          openIn: ['arranged'],
          contributions: 'one',
        },
      ],
      on: { arrange, record, drop },
    },
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
          {
            to: 'closed',
            by: ['staff'],
            fields: [
              { name: 'doneOn', type: 'date-done', required: true },
              { name: 'title', type: 'text', required: true },
            ],
            completes: ['write-report'],
          },
        ],
      },
    },
    closed: { final: true },
    dropped: { final: true },
  },
};
