import { dateIn, instantIn } from '../calendar/committee-time.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { messageMoment } from './quiet-hours.js';
import type { ReminderRules } from './reminder-rules.js';

/** Who a rung speaks to: who owes the task, the clerk who keeps the record, or the leader in charge. */
export type RungRecipient = 'holder' | 'record-keeper' | 'leader';

/**
 * What a rung says.
 * - `notice`, `approaching`, `due-today`: to the holder, before or on the due date.
 * - `ask-record`: to the clerk: done but not recorded?
 * - `escalation`: to the leader. Never before the clerk was asked.
 */
export type RungForm = 'notice' | 'approaching' | 'due-today' | 'ask-record' | 'escalation';

/** One rung of a ladder (提醒方案): so many days from the due date, negative before it. */
export interface Rung {
  readonly name: string;
  readonly offset: { readonly unit: 'calendar-days' | 'workdays'; readonly days: number };
  readonly to: RungRecipient;
  readonly form: RungForm;
}

export type Ladder = readonly Rung[];

/** A rung with its day and moment for one due date. */
export interface RungMoment {
  readonly rung: string;
  readonly to: RungRecipient;
  readonly form: RungForm;
  readonly onDate: Temporal.PlainDate;
  readonly at: Temporal.Instant;
}

/** What became of a rung when it was reached. */
export interface RungOutcome {
  readonly moment: RungMoment;
  readonly outcome: 'sent' | 'superseded' | 'held';
  readonly reason: 'reached' | 'overtaken' | 'on-hold';
}

/** How far a task has come on its ladder: the next rung's position, and the day the clerk was asked. */
export interface LadderProgress {
  readonly position: number;
  readonly askedOn: Temporal.PlainDate | null;
}

/** Null when a ladder can be used, else what is wrong: rungs out of order, or a leader told before the clerk is asked. */
export function validateLadder(ladder: Ladder): 'rungs-out-of-order' | 'leader-before-question' | null {
  const names = new Set(ladder.map((rung) => rung.name));
  const ordered = ladder.every((rung, index) => {
    const next = ladder[index + 1];
    return next === undefined || rung.offset.days < next.offset.days;
  });
  if (!ordered || names.size !== ladder.length) return 'rungs-out-of-order';
  const climbs = ladder.findIndex((rung) => rung.to === 'leader' && rung.form === 'escalation');
  const asks = ladder.findIndex((rung) => rung.form === 'ask-record');
  return climbs >= 0 && (asks < 0 || asks > climbs) ? 'leader-before-question' : null;
}

/** The start of every ladder. */
export const atLadderFoot: LadderProgress = { position: 0, askedOn: null };

/**
 * The days and moments of a ladder for a duty that opens on `opensOn` and is due on `dueOn`, in order of time.
 * A rung on a day off moves to the working day before; rungs of one recipient that then share a day merge and the
 * later one of the ladder wins; a rung before the duty opens is not part of it. Reference §5.3: T−30 and T−15 are
 * calendar days, nearer ones working days (2026-10-10, a worked Saturday, −1 working day is Friday 2026-10-09).
 */
export function rungMoments(
  ladder: Ladder,
  duty: { opensOn: Temporal.PlainDate; dueOn: Temporal.PlainDate },
  calendar: WorkingCalendar,
  rules: ReminderRules,
): RungMoment[] {
  const kept = new Map<string, { rung: Rung; onDate: Temporal.PlainDate }>();
  for (const rung of ladder) {
    const { unit, days } = rung.offset;
    const raw = unit === 'workdays' && days !== 0 ? calendar.addWorkdays(duty.dueOn, days) : duty.dueOn.add({ days });
    const onDate = calendar.onOrBefore(raw);
    if (Temporal.PlainDate.compare(onDate, duty.opensOn) < 0) continue;
    kept.set(`${rung.to} ${onDate.toString()}`, { rung, onDate });
  }
  return [...kept.values()]
    .map(({ rung, onDate }) => ({
      rung: rung.name,
      to: rung.to,
      form: rung.form,
      onDate,
      at: instantIn(rules.zone, onDate, rules.remindAt),
    }))
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at));
}

/**
 * The first moment at which a ladder must be looked at after its duty was opened at `openedAt`. When rungs already
 * lie in the past (published late), that is the next working morning: nobody is written to at midnight because a
 * clerk pressed a button.
 */
export function firstMoment(
  moments: readonly RungMoment[],
  openedAt: Temporal.Instant,
  calendar: WorkingCalendar,
  rules: ReminderRules,
): Temporal.Instant | null {
  const [first] = moments;
  if (first === undefined) return null;
  if (Temporal.Instant.compare(first.at, openedAt) > 0) return first.at;
  return nextMorning(openedAt, calendar, rules);
}

/** The first reminder hour of a working day strictly after an instant. */
export function nextMorning(
  after: Temporal.Instant,
  calendar: WorkingCalendar,
  rules: ReminderRules,
): Temporal.Instant {
  const today = dateIn(rules.zone, after);
  const sameDay = instantIn(rules.zone, today, rules.remindAt);
  if (calendar.isWorkday(today) && Temporal.Instant.compare(sameDay, after) > 0) return sameDay;
  return instantIn(rules.zone, calendar.addWorkdays(today, 1), rules.remindAt);
}

/**
 * One look at a task's ladder at `now`: what becomes of every rung reached since the last look, and when to look
 * again (null: the ladder has ended). Of several rungs reached at once only the highest of each recipient is sent,
 * the others are superseded: this is what a late publication, an outage and an amendment have in common. A rung to
 * the leader waits until the clerk was asked and had the agreed working days to answer, however long the outage.
 */
export function stepLadder(
  moments: readonly RungMoment[],
  progress: LadderProgress,
  at: { now: Temporal.Instant; onHold: boolean },
  calendar: WorkingCalendar,
  rules: ReminderRules,
): { outcomes: RungOutcome[]; progress: LadderProgress; nextAt: Temporal.Instant | null } {
  const today = dateIn(rules.zone, at.now);
  const asks = moments.some((moment) => moment.form === 'ask-record');
  let { askedOn } = progress;

  let end = progress.position;
  while (end < moments.length && Temporal.Instant.compare(momentAt(moments, end).at, at.now) <= 0) end++;
  let reached = moments.slice(progress.position, end);
  if (at.onHold) {
    // A hold is put by a named person who knows that the duty is open: that is an answer to the clerk's question.
    if (reached.some((moment) => moment.form === 'ask-record')) askedOn = today;
    return {
      outcomes: reached.map((moment) => ({ moment, outcome: 'held', reason: 'on-hold' })),
      progress: { position: end, askedOn },
      nextAt: moments[end]?.at ?? null,
    };
  }

  if (asks) {
    // Asked is who can read the question: over a night or a holiday it waits with all other messages.
    const isAskedNow = reached.some((moment) => moment.form === 'ask-record');
    if (isAskedNow) askedOn = dateIn(rules.zone, messageMoment(at.now, calendar, rules));
    const climbsAt = reached.findIndex((moment) => moment.form === 'escalation');
    if (climbsAt >= 0) {
      const earliest = calendar.addWorkdays(askedOn ?? today, rules.askBeforeClimbingWorkdays);
      if (Temporal.PlainDate.compare(today, earliest) < 0) {
        reached = reached.slice(0, climbsAt);
        const position = progress.position + climbsAt;
        return {
          outcomes: settle(reached),
          progress: { position, askedOn },
          nextAt: instantIn(rules.zone, earliest, rules.remindAt),
        };
      }
    }
  }
  return { outcomes: settle(reached), progress: { position: end, askedOn }, nextAt: moments[end]?.at ?? null };
}

function settle(reached: readonly RungMoment[]): RungOutcome[] {
  return reached.map((moment, index) => {
    const overtaken = reached.some((later, position) => position > index && later.to === moment.to);
    return overtaken
      ? { moment, outcome: 'superseded', reason: 'overtaken' }
      : { moment, outcome: 'sent', reason: 'reached' };
  });
}

/** A rung as it will happen when the server runs on time and nobody acts. */
export interface ForeseenRung extends RungOutcome {
  /** When the outcome is recorded and, if sent, the message goes out. */
  readonly happensAt: Temporal.Instant;
}

/**
 * The rest of a ladder from a point on, foreseen by the very steps the server will take. From the foot of the ladder
 * and `firstMoment` it is the whole of it.
 */
export function foreseeLadder(
  moments: readonly RungMoment[],
  from: { progress: LadderProgress; nextAt: Temporal.Instant | null },
  calendar: WorkingCalendar,
  rules: ReminderRules,
): ForeseenRung[] {
  const foreseen: ForeseenRung[] = [];
  let { progress, nextAt } = from;
  while (nextAt !== null) {
    const step = stepLadder(moments, progress, { now: nextAt, onHold: false }, calendar, rules);
    for (const outcome of step.outcomes) foreseen.push({ ...outcome, happensAt: nextAt });
    ({ progress, nextAt } = step);
  }
  return foreseen;
}

function momentAt(moments: readonly RungMoment[], index: number): RungMoment {
  const moment = moments[index];
  if (moment === undefined) throw new RangeError(`A ladder of ${moments.length} rungs has no rung ${index}.`);
  return moment;
}
