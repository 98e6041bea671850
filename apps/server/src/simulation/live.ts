import type { INestApplicationContext } from '@nestjs/common';
import { dateIn, instantIn, type WorkingCalendar } from '@xushi/domain';
import { TimerScheduler } from '../engine/index.js';
import type { MovableClock } from '../platform/clock/clock.js';

const ZONE = 'Asia/Shanghai';
const PEOPLE_ACT_AT = '10:30';

/**
 * Lets time pass on a server from event to event: due timers, and once each working day the people. Nothing is
 * skipped and nothing waits for a real clock. Ends with everything done that falls before `until`.
 */
export async function live(
  app: INestApplicationContext,
  clock: MovableClock,
  calendar: WorkingCalendar,
  until: Temporal.Instant,
  peopleAct: (now: Temporal.Instant) => Promise<void>,
): Promise<void> {
  const scheduler = app.get(TimerScheduler);
  let day = dateIn(ZONE, clock.now());
  for (;;) {
    const timersAt = await scheduler.runDue();
    day = nextPeopleDay(day, clock, calendar);
    const peopleAt = instantIn(ZONE, day, PEOPLE_ACT_AT);
    const timersFirst = timersAt !== null && Temporal.Instant.compare(timersAt, peopleAt) <= 0;
    const next = timersFirst ? timersAt : peopleAt;
    if (Temporal.Instant.compare(next, until) >= 0) break;
    clock.moveTo(next);
    if (!timersFirst) await peopleAct(next);
  }
  clock.moveTo(until);
}

function nextPeopleDay(day: Temporal.PlainDate, clock: MovableClock, calendar: WorkingCalendar): Temporal.PlainDate {
  const worked = calendar.onOrAfter(day);
  const at = instantIn(ZONE, worked, PEOPLE_ACT_AT);
  return Temporal.Instant.compare(at, clock.now()) > 0 ? worked : calendar.addWorkdays(worked, 1);
}
