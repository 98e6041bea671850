import type { Translated } from '../messages';
import type { attendance as chinese } from '../zh-CN/attendance';

export const attendance: Translated<typeof chinese> = {
  title: 'Who comes',
  asked_one: 'One person asked',
  asked_other: '{{count}} people asked',
  counts: {
    coming: '{{count}} coming',
    unanswered: '{{count}} without answer',
    'leave-asked': '{{count}} asking for leave',
    'on-leave': '{{count}} on leave',
    'not-coming': '{{count}} not coming',
  },
  answers: {
    coming: 'Coming',
    unanswered: 'No answer yet',
    'leave-asked': 'Asks for leave',
    'on-leave': 'On leave',
    'not-coming': 'Not coming',
  },
  name: 'Name',
  answer: 'Answer',
  group: 'Sector and group',
  phone: 'Phone',
};
