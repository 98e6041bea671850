import type { Translated } from '../messages';
import type { handOver as chinese } from '../zh-CN/hand-over';

export const handOver: Translated<typeof chinese> = {
  title: 'Hand-over',
  lead: 'See first what goes, then do it at once. Reminders go along; what was done stays with who did it.',
  who: 'Who to whom',
  from: 'From',
  to: 'To',
  choose: 'Please choose',
  fromTo: '{{from}} → {{to}}',
  what: 'What goes from {{from}} to {{to}}',
  duties: 'Duties',
  nothing: 'This person owes nothing: there is nothing to hand over.',
  all_one: 'The one open duty, with {{cases}} matter(s) and the plans that name the person.',
  all_other: 'All {{count}} open duties, with {{cases}} matter(s) and the plans that name the person.',
  some_one: '{{count}} chosen',
  some_other: '{{count}} chosen',
  everything: 'All',
  do: 'Hand over',
  confirmAll: 'All open duties of {{from}}, and the matters and plans that name them, go to {{to}}.',
  confirmSome_one: 'The chosen duty of {{from}} goes to {{to}}; the rest stays.',
  confirmSome_other: 'The {{count}} chosen duties of {{from}} go to {{to}}; the rest stays.',
  done: 'The duties of {{from}} are with {{to}} now.',
  when: 'When',
  earlier: 'Earlier hand-overs',
  none: 'None so far.',
};
