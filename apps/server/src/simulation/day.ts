import type { WorkingCalendar } from '@xushi/domain';

/** One day on which people act. */
export interface Day {
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly calendar: WorkingCalendar;
}
