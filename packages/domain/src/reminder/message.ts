import type { RungForm } from './ladder.js';

/** What a notice can say: a rung's form, or one of the things people do to each other. */
export type NoticeForm = RungForm | 'urging' | 'assigned';

/** Notices about today's matters go at once, each as its own message; all others share the person's digest of the day. */
export function isImmediate(form: NoticeForm): boolean {
  return form === 'due-today' || form === 'urging';
}
