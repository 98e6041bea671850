import type { WorkingCalendar } from '../calendar/working-calendar.js';

/** What a task's dates and state say about it. ISO dates. */
export interface TaskDates {
  readonly opensOn: string;
  readonly dueOn: string;
  readonly status: 'open' | 'done' | 'cancelled';
  readonly doneOn: string | null;
  readonly onHold: boolean;
}

/** Open, not paused, and past its date. A limit includes its day (含当日): due today is not late. */
export function isLate(task: TaskDates, today: Temporal.PlainDate): boolean {
  return task.status === 'open' && !task.onHold && task.dueOn < today.toString();
}

/** Working days left until the due date, 0 on the day itself, negative when overdue. */
export function workdaysLeft(dueOn: string, today: Temporal.PlainDate, calendar: WorkingCalendar): number {
  return calendar.workdaysBetween(today, Temporal.PlainDate.from(dueOn));
}

/** Done after its due date. Judged by the day it was done, not the day it was recorded (promise 9). */
export function isDoneLate(task: TaskDates): boolean {
  return task.status === 'done' && task.doneOn !== null && task.doneOn > task.dueOn;
}
