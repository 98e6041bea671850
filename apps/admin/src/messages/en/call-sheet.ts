import type { Translated } from '../messages';
import type { callSheet as chinese } from '../zh-CN/call-sheet';

export const callSheet: Translated<typeof chinese> = {
  title: 'Call sheet',
  open: 'Group text and calls',
  group: {
    title: 'Text for the group',
    note: 'Copy it into the members’ group chat. It says nothing of how anybody stands.',
    label: 'Text for the group',
    copy: 'Copy',
    copied: 'Copied; paste it into the group.',
    notCopied: 'This browser cannot copy by itself: please select the text and copy it.',
    posted: 'It is in the group',
    postedOk: 'Noted: the text is in the group.',
    last: 'put into the group {{at}} by {{name}}',
  },
  texts: {
    'answer-invitation':
      '[{{committee}}] Dear members, “{{title}}” will be held {{heldOn}}{{place}}. Please let us know by {{due}} (that day included) whether you can come; whoever has done so need not again. {{contact}}Thank you!',
    contribute:
      '[{{committee}}] A kind reminder about “{{title}}”: we would be glad to have it by {{due}} (that day included); whoever has handed it in need not again. {{contact}}Thank you!',
    other:
      '[{{committee}}] A kind reminder about “{{title}}”: please see to it by {{due}} (that day included). {{contact}}Thank you!',
    at: ', at {{place}}',
    soon: 'soon',
    contact: 'Any question? Please call {{name}}: {{phone}}. ',
  },
  say: {
    title: 'What to say',
    'answer-invitation':
      '“Good day, this is {{me}} of {{committee}}. “{{title}}” will be held {{heldOn}}{{place}}; may I ask whether you can come?”',
    contribute:
      '“Good day, this is {{me}} of {{committee}}. It is about “{{title}}”: we would be glad to have it by {{due}}. Can we help in any way?”',
    other: '“Good day, this is {{me}} of {{committee}}. It is about “{{title}}”, by {{due}}. Can we help in any way?”',
  },
  people: 'People to call',
  toCall_one: '{{count}} person still to call',
  toCall_other: '{{count}} people still to call',
  noneToCall: 'Everybody has answered; nobody need be called.',
  person: 'Name',
  phone: 'Phone',
  noPhone: 'no number',
  result: 'Outcome',
  calls: 'Calls made',
  outcomes: { coming: 'Coming', leave: 'Leave', later: 'Answers later', 'not-reached': 'Not reached' },
  outcomeOf: '{{name}}: {{outcome}}',
  call: '{{at}} {{outcome}} ({{name}})',
  standings: {
    asked: 'to answer',
    'leave-asked': 'leave asked for',
    'leave-refused': 'leave refused',
    paused: 'paused',
    coming: 'coming',
    'on-leave': 'on leave',
    'not-coming': 'not coming',
    received: 'received',
    'called-off': 'called off',
    'not-needed': 'ended',
  },
  recorded: 'Recorded: {{name}}, {{outcome}}.',
  leaveFor: 'Asking for leave for {{name}}; staff or a leader then decide.',
  empty: 'Nobody to call',
  emptyText: 'Once a day is arranged and invitations are out, the people to call appear here.',
  people_note: 'Each outcome says that you entered it for them; not reached, called again, is recorded again.',
};
