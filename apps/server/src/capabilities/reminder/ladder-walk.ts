import { type Ladder, type LadderProgress, type Ladders, type RungMoment, rungMoments } from '@xushi/domain';
import type { Rules, Timer } from '../../engine/index.js';

/** The kind of timer that walks a task up its ladder; its subject is the task. */
export const LADDER_TIMER = 'ladder';

const MOST_KEPT = 5_000;
const kept = new WeakMap<object, Map<string, RungMoment[]>>();

/**
 * A task's rung moments. Tasks of one occurrence share them, so they are kept: by calendar, because a new holiday
 * notice makes a new calendar, and by profile version, which never changes once written.
 */
export function momentsOf(
  task: { committeeId: string; ladder: string; opensOn: string; dueOn: string },
  { calendar, profile }: Rules,
): RungMoment[] {
  let ofCalendar = kept.get(calendar);
  if (ofCalendar === undefined || ofCalendar.size > MOST_KEPT) {
    ofCalendar = new Map();
    kept.set(calendar, ofCalendar);
  }
  const key = `${task.committeeId} ${profile.version} ${task.ladder} ${task.opensOn} ${task.dueOn}`;
  let moments = ofCalendar.get(key);
  if (moments === undefined) {
    const duty = { opensOn: Temporal.PlainDate.from(task.opensOn), dueOn: Temporal.PlainDate.from(task.dueOn) };
    moments = rungMoments(ladderOf(task.ladder, profile.ladders), duty, calendar, profile.reminder);
    ofCalendar.set(key, moments);
  }
  return moments;
}

function ladderOf(key: string, ladders: Ladders): Ladder {
  const known = ladders[key];
  if (known === undefined) throw new Error(`There is no ladder ${key}.`);
  return known;
}

/** Progress on the ladder, and how many times the task has been due on its day, as a timer's payload. */
export function payloadOf(progress: LadderProgress, round: number): Timer['payload'] {
  return { settled: progress.settled, askedOn: progress.askedOn?.toString() ?? null, round };
}

/** A ladder timer's payload as progress on the ladder. */
export function progressOf({ payload }: Pick<Timer, 'payload'>): LadderProgress {
  const { settled, askedOn } = payload;
  return {
    settled: Number(settled ?? 0),
    askedOn: typeof askedOn === 'string' ? Temporal.PlainDate.from(askedOn) : null,
  };
}

/** How many times the task has been due on its day: 1, unless it was moved away and back. */
export function roundOf({ payload }: Pick<Timer, 'payload'>): number {
  return Number(payload.round ?? 1);
}
