import type { CalendarYear, ScheduleEntry } from '../../lib/api';

/** What every view of days gets: the months, what they hold, and which of their days are off or worked. */
export interface ShownDays {
  readonly months: readonly string[];
  readonly entries: readonly ScheduleEntry[];
  readonly days: CalendarYear['days'];
  readonly today: string;
  onOpen(entry: ScheduleEntry): void;
}

export const entryKey = ({ instanceId, taskKind, dueOn, taskId }: ScheduleEntry): string =>
  `${instanceId} ${taskKind ?? ''} ${taskId ?? ''} ${dueOn}`;
