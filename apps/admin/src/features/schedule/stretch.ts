import { addDays, daysInMonth } from '../../lib/dates';
import type { ScheduleView } from '../../lib/urls';

/** What is shown at once: a month, a quarter or a year, all named by one of their months. */
export interface Stretch {
  readonly months: readonly string[];
  readonly from: string;
  readonly to: string;
}

const LENGTH = { month: 1, quarter: 3, year: 12 } as const;

/** The stretch that holds a month: `2026-08` as a quarter is July to September. */
export function stretchOf(view: ScheduleView | undefined, month: string): Stretch {
  const length = LENGTH[view ?? 'month'];
  const first = Math.floor((monthNumber(month) - 1) / length) * length + 1;
  const year = month.slice(0, 4);
  const months = Array.from({ length }, (_, index) => `${year}-${String(first + index).padStart(2, '0')}`);
  const last = months.at(-1) ?? month;
  return { months, from: `${months[0]}-01`, to: `${last}-${daysInMonth(last)}` };
}

/** The month by which the stretch before or after is named. */
export function monthBeside(view: ScheduleView | undefined, month: string, direction: 1 | -1): string {
  const { from, to } = stretchOf(view, month);
  return (direction === 1 ? addDays(to, 1) : addDays(from, -1)).slice(0, 7);
}

export const monthNumber = (month: string): number => Number(month.slice(5, 7));

export const quarterOf = (month: string): 1 | 2 | 3 | 4 => Math.ceil(monthNumber(month) / 3) as 1 | 2 | 3 | 4;
