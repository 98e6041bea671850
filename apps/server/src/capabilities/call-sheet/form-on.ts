import type { NoticeForm } from '@xushi/domain';

/** What telling somebody about a duty says, by where the day stands to its due date. */
export function formOn(dueOn: string, today: Temporal.PlainDate): NoticeForm {
  const on = today.toString();
  if (on === dueOn) return 'due-today';
  return on < dueOn ? 'notice' : 'past-due';
}
