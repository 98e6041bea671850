import type { Translated } from '../messages';
import type { workflow as chinese } from '../zh-CN/workflow';

export const workflow: Translated<typeof chinese> = {
  definitions: { 'annual-plan': 'Annual plan', activity: 'Activity', solicitation: 'Solicitation' },
  states: {
    'annual-plan': {
      draft: 'Draft',
      submitted: 'Submitted',
      approved: 'Approved',
      published: 'Published',
      closed: 'Closed',
    },
    activity: {
      planned: 'To be arranged',
      arranged: 'Arranged',
      reporting: 'Report owed',
      closed: 'Done',
      dropped: 'Dropped',
    },
    solicitation: { open: 'Open', closed: 'Closed' },
  },
  events: {
    start: 'Opened',
    submit: 'Submit for approval',
    approve: 'Approve',
    'send-back': 'Send back',
    publish: 'Publish',
    close: 'Close',
    arrange: 'Set the date',
    record: 'Record as held',
    drop: 'Drop this one',
    'hand-in-report': 'Record the report',
    complete: 'All done',
  },
  fields: {
    reason: 'Reason',
    doneOn: 'Done on',
    heldOn: 'To be held on',
    place: 'Place',
    attended: 'People present',
    note: 'Note',
    title: 'Title',
  },
  consequences: {
    'annual-plan': {
      submit: 'A leader is asked to approve it; until then it cannot be changed.',
      approve: 'Once approved, staff can publish it.',
      'send-back': 'Staff can go on editing it; they are told the reason.',
      publish: 'Tasks and reminders begin as rehearsed, and the plan can no longer be changed.',
      close: 'Once closed, this year’s plan does not change any more.',
    },
    activity: {
      arrange: 'Members are told and asked whether they can come.',
      record: 'Whether it was on time is judged by the day it was held.',
      drop: 'Reminders stop; the reason is kept in the history.',
      'hand-in-report': 'Recording the report completes this matter.',
    },
    solicitation: { close: 'Members who have not handed in are no longer reminded.' },
  },
  history: 'History',
  noHistory: 'Nothing has happened yet.',
  byFor: '{{by}} for {{for}}',
  done: '“{{action}}” is done.',
  attended: '{{count}} present',
};
