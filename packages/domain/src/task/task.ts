import type { WorkingCalendar } from '../calendar/working-calendar.js';

/** What a task's dates and state say about it. ISO dates. */
export interface TaskDates {
  readonly opensOn: string;
  readonly dueOn: string;
  readonly status: 'open' | 'done' | 'cancelled';
  readonly doneOn: string | null;
  readonly onHold: boolean;
}

/** 灰 未开始 · 绿 正常 · 黄 临期 · 红 逾期 · 蓝 已办结 · paused 暂停 · cancelled 已取消. Never shown to a member. */
export const lights = ['grey', 'green', 'yellow', 'red', 'blue', 'paused', 'cancelled'] as const;
export type Light = (typeof lights)[number];

/** The traffic light of a task on a day. Due today is not overdue: a limit includes its day (含当日). */
export function light(
  task: TaskDates,
  today: Temporal.PlainDate,
  calendar: WorkingCalendar,
  nearDueWorkdays: number,
): Light {
  if (task.status === 'done') return 'blue';
  if (task.status === 'cancelled') return 'cancelled';
  if (task.onHold) return 'paused';
  const now = today.toString();
  if (task.dueOn < now) return 'red';
  if (now < task.opensOn) return 'grey';
  return calendar.workdaysBetween(today, Temporal.PlainDate.from(task.dueOn)) <= nearDueWorkdays ? 'yellow' : 'green';
}

/** Working days left until the due date, 0 on the day itself, negative when overdue. */
export function workdaysLeft(dueOn: string, today: Temporal.PlainDate, calendar: WorkingCalendar): number {
  return calendar.workdaysBetween(today, Temporal.PlainDate.from(dueOn));
}

/** Done after its due date. Judged by the day it was done, not the day it was recorded (promise 9). */
export function isDoneLate(task: TaskDates): boolean {
  return task.status === 'done' && task.doneOn !== null && task.doneOn > task.dueOn;
}
