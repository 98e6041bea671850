import { instantIn } from '../calendar/committee-time.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import {
  atLadderFoot,
  firstMoment,
  foreseeLadder,
  type RungForm,
  type RungOutcome,
  type RungRecipient,
  rungMoments,
} from '../reminder/ladder.js';
import { messageMoment } from '../reminder/quiet-hours.js';
import { type Light, light } from '../task/light.js';
import type { ProfileRules } from './profile-changes.js';

/** A rung as one duty would meet it: the moment it can be read, and what it says then. */
export interface TriedRung {
  readonly rung: string;
  readonly to: RungRecipient;
  readonly form: RungForm;
  readonly outcome: RungOutcome['outcome'];
  readonly readAt: Temporal.Instant;
}

/** From which day on a duty shows a light. */
export interface TriedLight {
  readonly light: Light;
  readonly from: Temporal.PlainDate;
}

/** Lights are looked for that many days past the due date: a scheme's gravest begins within weeks. */
const DAYS_PAST = 60;

/**
 * What a profile would do with one duty that opens on `opensOn`, is due on `dueOn` and is done by nobody: its reminders
 * in the order in which they are read, by the very steps the server takes. Asks for a profile without faults.
 */
export function tryLadder(
  profile: ProfileRules,
  key: string,
  duty: { opensOn: Temporal.PlainDate; dueOn: Temporal.PlainDate },
  calendar: WorkingCalendar,
): TriedRung[] {
  const { reminder, ladders } = profile;
  const moments = rungMoments(ladders[key] ?? [], duty, calendar, reminder);
  const openedAt = instantIn(reminder.zone, duty.opensOn, '00:00');
  const nextAt = firstMoment(moments, openedAt, calendar, reminder);
  return foreseeLadder(moments, { progress: atLadderFoot, nextAt }, calendar, reminder).flatMap(
    ({ happensAt, outcomes }) =>
      outcomes.map(({ moment, form, outcome }) => ({
        rung: moment.rung,
        to: moment.to,
        form,
        outcome,
        readAt: messageMoment(happensAt, calendar, reminder),
      })),
  );
}

/** The lights the same duty would show one after the other, each with its first day. */
export function tryLights(
  { lights }: Pick<ProfileRules, 'lights'>,
  { opensOn, dueOn }: { opensOn: Temporal.PlainDate; dueOn: Temporal.PlainDate },
  calendar: WorkingCalendar,
): TriedLight[] {
  const task = {
    status: 'open',
    onHold: false,
    opensOn: opensOn.toString(),
    dueOn: dueOn.toString(),
    doneOn: null,
  } as const;
  const shown: TriedLight[] = [];
  const until = dueOn.add({ days: DAYS_PAST });
  for (let on = opensOn; Temporal.PlainDate.compare(on, until) <= 0; on = on.add({ days: 1 })) {
    const now = light(task, on, calendar, lights);
    if (shown.at(-1)?.light.meaning !== now.meaning) shown.push({ light: now, from: on });
  }
  return shown;
}
