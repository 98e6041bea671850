import type { INestApplicationContext } from '@nestjs/common';
import { dateIn, instantIn, type WorkingCalendar } from '@xushi/domain';
import { TimerScheduler } from '../engine/index.js';
import type { MovableClock } from '../platform/clock/clock.js';
import { JobQueue } from '../platform/jobs/job-queue.js';

const ZONE = 'Asia/Shanghai';
const PEOPLE_ACT_AT = '10:30';

/** What happens in the time that passes. */
export interface Life {
  readonly calendar: WorkingCalendar;
  readonly until: Temporal.Instant;
  /** People act on each so many-th working day; 1 if nothing is said. */
  readonly everyWorkdays?: number;
  readonly peopleAct: (now: Temporal.Instant) => Promise<void>;
}

/**
 * Lets time pass on a server from event to event: due timers and their jobs, and on working days the people. No timer is skipped and
 * nothing waits for a real clock. Ends with everything done that falls before `until`.
 */
export async function live(
  app: INestApplicationContext,
  clock: MovableClock,
  { calendar, until, everyWorkdays = 1, peopleAct }: Life,
): Promise<void> {
  const scheduler = app.get(TimerScheduler);
  const jobs = app.get(JobQueue);
  let peopleAt = firstPeopleAt(clock, calendar);
  for (;;) {
    const timersAt = await scheduler.runDue();
    await jobs.drain();
    const timersFirst = timersAt !== null && Temporal.Instant.compare(timersAt, peopleAt) <= 0;
    const next = timersFirst ? timersAt : peopleAt;
    if (Temporal.Instant.compare(next, until) >= 0) break;
    clock.moveTo(next);
    if (timersFirst) continue;
    await peopleAct(next);
    peopleAt = instantIn(ZONE, calendar.addWorkdays(dateIn(ZONE, next), everyWorkdays), PEOPLE_ACT_AT);
  }
  await jobs.drain();
  clock.moveTo(until);
}

function firstPeopleAt(clock: MovableClock, calendar: WorkingCalendar): Temporal.Instant {
  const today = calendar.onOrAfter(dateIn(ZONE, clock.now()));
  const at = instantIn(ZONE, today, PEOPLE_ACT_AT);
  return Temporal.Instant.compare(at, clock.now()) > 0
    ? at
    : instantIn(ZONE, calendar.addWorkdays(today, 1), PEOPLE_ACT_AT);
}
