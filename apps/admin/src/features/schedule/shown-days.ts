import type { CalendarYear, ScheduleEntry } from '../../lib/api';

/** What every view of days gets: the months, what they hold, and which of their days are off or worked. */
export interface ShownDays {
  readonly months: readonly string[];
  readonly entries: readonly ScheduleEntry[];
  readonly days: CalendarYear['days'];
  readonly today: string;
  onOpen(entry: ScheduleEntry): void;
  /** An entry was dragged to a day; absent where nothing may be moved. */
  readonly onMove?: (entry: MovableEntry, to: string) => void;
}

/** A run of the plan that is still to be held or done. Whether it may be moved, and where to, the server judges. */
export type MovableEntry = ScheduleEntry & { readonly occurrenceId: string };

export const isMovable = (entry: ScheduleEntry): entry is MovableEntry =>
  entry.occurrenceId !== null && entry.taskKind === null && (entry.day === 'held' || entry.day === 'due');

export const entryKey = ({ instanceId, taskKind, dueOn, taskId }: ScheduleEntry): string =>
  `${instanceId} ${taskKind ?? ''} ${taskId ?? ''} ${dueOn}`;
