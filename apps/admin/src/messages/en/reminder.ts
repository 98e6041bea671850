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
  texts: {
    notice: '{{title}}, by {{due}}.',
    approaching: '{{title}}, by {{due}}: the day is near.',
    'due-today': '{{title}} is due today ({{due}}, today included).',
    'ask-record':
      '{{title}} ({{holder}}) was due {{due}}. Done but not recorded? Please record it, or answer “Really not done”.',
    escalation: '{{title}} ({{holder}}) was due {{due}} and is still not done. Please look into it.',
    'past-due': '{{title}} was due {{due}}. Please see to it soon.',
    urging: '{{title}}, due {{due}}.',
    assigned: 'New task: {{title}}, by {{due}}.',
  },
  gentleTexts: {
    contribute: {
      notice: 'A kind reminder: {{title}}. We would be glad to have it by {{due}}.',
      approaching: 'A kind reminder: {{title}}. We would be glad to have it by {{due}}.',
      'due-today': 'A kind reminder: {{title}}. We would be glad to have it today ({{due}}).',
      'past-due': 'A kind reminder: {{title}}. We still look forward to it.',
      urging: '{{title}}: we still look forward to it.',
      assigned: '{{title}}. We would be glad to have it by {{due}}.',
    },
    'answer-invitation': {
      notice: 'A kind reminder: {{title}}. Please let us know by {{due}} whether you can come.',
      approaching: 'A kind reminder: {{title}}. Please let us know by {{due}} whether you can come.',
      'due-today': 'A kind reminder: {{title}}. Please let us know today ({{due}}) whether you can come.',
      'past-due': 'A kind reminder: {{title}}. Please let us know whether you can come.',
      urging: '{{title}}: please let us know whether you can come.',
      assigned: '{{title}}. Please let us know by {{due}} whether you can come.',
    },
  },
};
