import type { Translated } from '../messages';
import type { reminder as chinese } from '../zh-CN/reminder';

export const reminder: Translated<typeof chinese> = {
  sentTitle: 'Reminders',
  sentLead: 'Every reminder has an outcome: sent, merged or not sent, all kept here.',
  outcome: 'Outcome',
  on: 'Its day',
  item: 'Matter',
  form: 'What',
  recipients: 'Recipients and delivery',
  none: 'No reminders yet',
  noneText: 'Once a plan is published, each reminder and its outcome is listed here.',
  noneFiltered: 'None of this kind',
  noneFilteredText: 'Choose another outcome.',
  total_one: '{{count}} reminder',
  total_other: '{{count}} reminders',
  inboxTitle: 'My messages',
  inboxEmpty: 'No messages yet',
  inboxEmptyText: 'When something comes near or concerns you, it is told here: one digest a day at most.',
  kinds: { digest: 'Digest of the day', immediate: 'At once' },
  open: 'Open',
};
