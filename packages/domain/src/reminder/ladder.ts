import { dateIn, instantIn } from '../calendar/committee-time.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { messageMoment } from './quiet-hours.js';
import type { ReminderRules } from './reminder-rules.js';

/** Who a rung speaks to: who owes the task, the clerk who keeps the record, or the leader in charge. */
export const rungRecipients = ['holder', 'record-keeper', 'leader'] as const;
export type RungRecipient = (typeof rungRecipients)[number];

/**
 * What a rung says.
 * - `notice`, `approaching`, `due-today`: before or on the due date.
 * - `past-due`: to the holder, after it: still to be done.
 * - `ask-record`: to the clerk: done but not recorded?
 * - `escalation`: to the leader. Never before the clerk was asked.
 */
export const rungForms = ['notice', 'approaching', 'due-today', 'past-due', 'ask-record', 'escalation'] as const;
export type RungForm = (typeof rungForms)[number];

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
  /** The rung's place in its ladder, the foot being 0: the same under every calendar. */
  readonly order: number;
  readonly rung: string;
  readonly to: RungRecipient;
  readonly form: RungForm;
  readonly dueOn: Temporal.PlainDate;
  readonly onDate: Temporal.PlainDate;
  readonly at: Temporal.Instant;
}

/** What became of a rung when it was reached. */
export interface RungOutcome {
  readonly moment: RungMoment;
  /** What is said: the rung's own form as long as that is true on the day it can be read. */
  readonly form: RungForm;
  readonly outcome: 'sent' | 'superseded' | 'held';
  readonly reason: 'reached' | 'overtaken' | 'on-hold';
}

/**
 * How far a task has come on its ladder: how many of the ladder's rungs, from its foot, are settled, and the day the
 * clerk was asked. It counts rungs of the ladder and not moments, because a new holiday notice makes other moments.
 */
export interface LadderProgress {
  readonly settled: number;
  readonly askedOn: Temporal.PlainDate | null;
}

/** What one look at a ladder found, how far the task has come by it, and when to look again (null: it has ended). */
export interface LadderStep {
  readonly outcomes: RungOutcome[];
  readonly progress: LadderProgress;
  readonly nextAt: Temporal.Instant | null;
}

/** The start of every ladder. */
export const atLadderFoot: LadderProgress = { settled: 0, askedOn: null };

/**
 * The days and moments of a ladder for a duty that opens on `opensOn` and is due on `dueOn`, in the order of the
 * ladder, which is also that of time. A rung on a day off moves to the working day before; one that would then not come
 * before the next rung of the same recipient merges into it, and one of another recipient comes no later than the rung
 * above it; a rung before the duty opens is not part of it. Reference §5.3: T−30 and T−15 are calendar days, nearer
 * ones working days (2026-10-10, a worked Saturday, −1 working day is Friday 2026-10-09).
 */
export function rungMoments(
  ladder: Ladder,
  duty: { opensOn: Temporal.PlainDate; dueOn: Temporal.PlainDate },
  calendar: WorkingCalendar,
  rules: ReminderRules,
): RungMoment[] {
  const moments: RungMoment[] = [];
  // A duty entered after its day still asks the clerk before it climbs.
  const from = Temporal.PlainDate.compare(duty.opensOn, duty.dueOn) < 0 ? duty.opensOn : duty.dueOn;
  const nearest = new Map<RungRecipient, Temporal.PlainDate>();
  let above: Temporal.PlainDate | null = null;
  for (const [order, rung] of [...ladder.entries()].reverse()) {
    const ownDay = dayOf(rung, duty.dueOn, calendar);
    const onDate: Temporal.PlainDate = above !== null && Temporal.PlainDate.compare(ownDay, above) > 0 ? above : ownDay;
    const next = nearest.get(rung.to);
    if (next !== undefined && Temporal.PlainDate.compare(onDate, next) >= 0) continue;
    if (Temporal.PlainDate.compare(onDate, from) < 0) continue;
    above = onDate;
    nearest.set(rung.to, onDate);
    const at = instantIn(rules.zone, onDate, rules.remindAt);
    moments.unshift({ order, rung: rung.name, to: rung.to, form: rung.form, dueOn: duty.dueOn, onDate, at });
  }
  return moments;
}

function dayOf({ offset }: Rung, dueOn: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDate {
  const { unit, days } = offset;
  return calendar.onOrBefore(unit === 'workdays' ? calendar.addWorkdays(dueOn, days) : dueOn.add({ days }));
}

/** The rungs still to be settled, the nearest first. */
export function pendingRungs(moments: readonly RungMoment[], { settled }: LadderProgress): RungMoment[] {
  return moments.filter(({ order }) => order >= settled);
}

/**
 * The first moment at which a ladder must be looked at after its duty was opened at `openedAt`; null when it has no
 * rung. Published late, that is the next working morning.
 */
export function firstMoment(
  moments: readonly RungMoment[],
  openedAt: Temporal.Instant,
  calendar: WorkingCalendar,
  rules: ReminderRules,
): Temporal.Instant | null {
  return nextLook(moments, { progress: atLadderFoot, now: openedAt }, calendar, rules);
}

/**
 * When a ladder must be looked at next; null when it has ended. A rung that already lies in the past waits for the next
 * working morning: nobody is written to at midnight because a clerk pressed a button. One that climbs to a leader waits
 * until the clerk, asked, had the agreed working days to answer.
 */
export function nextLook(
  moments: readonly RungMoment[],
  { progress, now }: { progress: LadderProgress; now: Temporal.Instant },
  calendar: WorkingCalendar,
  rules: ReminderRules,
): Temporal.Instant | null {
  const [next] = pendingRungs(moments, progress);
  if (next === undefined) return null;
  if (Temporal.Instant.compare(next.at, now) > 0) return next.at;
  if (next.form === 'escalation' && progress.askedOn !== null) {
    const climbsAt = instantIn(rules.zone, climbsOn(progress.askedOn, calendar, rules), rules.remindAt);
    if (Temporal.Instant.compare(climbsAt, now) > 0) return climbsAt;
  }
  return nextMorning(now, calendar, rules);
}

/** The first day on which a leader may hear of what the clerk was asked on `askedOn`. */
function climbsOn(askedOn: Temporal.PlainDate, calendar: WorkingCalendar, rules: ReminderRules): Temporal.PlainDate {
  return calendar.addWorkdays(askedOn, rules.askBeforeClimbingWorkdays);
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
): LadderStep {
  const today = dateIn(rules.zone, at.now);
  const reached = pendingRungs(moments, progress).filter((moment) => Temporal.Instant.compare(moment.at, at.now) <= 0);
  let { askedOn } = progress;

  const goOn = (outcomes: RungOutcome[]): LadderStep => {
    const last = outcomes.at(-1)?.moment;
    const next = { settled: last === undefined ? progress.settled : last.order + 1, askedOn };
    return { outcomes, progress: next, nextAt: nextLook(moments, { progress: next, now: at.now }, calendar, rules) };
  };
  if (at.onHold) {
    // A hold is put by a named person who knows that the duty is open: that is an answer to the clerk's question.
    if (reached.some(({ form }) => form === 'ask-record')) askedOn = today;
    return goOn(reached.map((moment) => ({ moment, form: moment.form, outcome: 'held', reason: 'on-hold' })));
  }
  // Asked is who can read the question: over a night or a holiday it waits with all other messages.
  const readOn = dateIn(rules.zone, messageMoment(at.now, calendar, rules));
  let waitsAt = 0;
  for (const { form } of reached) {
    if (form === 'ask-record') askedOn = readOn;
    if (form === 'escalation' && askedOn !== null && isBefore(today, climbsOn(askedOn, calendar, rules))) break;
    waitsAt++;
  }
  return goOn(settle(reached.slice(0, waitsAt), readOn));
}

const isBefore = (day: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(day, other) < 0;

function settle(reached: readonly RungMoment[], readOn: Temporal.PlainDate): RungOutcome[] {
  return reached.map((moment, index) => {
    const overtaken = reached.some((later, position) => position > index && later.to === moment.to);
    return overtaken
      ? { moment, form: moment.form, outcome: 'superseded', reason: 'overtaken' }
      : { moment, form: trueForm(moment, readOn), outcome: 'sent', reason: 'reached' };
  });
}

/** Nothing is "due today" before or after its day, and nothing "approaches" that has passed. */
function trueForm({ form, dueOn }: RungMoment, readOn: Temporal.PlainDate): RungForm {
  if (form === 'ask-record' || form === 'escalation') return form;
  const order = Temporal.PlainDate.compare(readOn, dueOn);
  if (order > 0) return 'past-due';
  return form === 'due-today' && order < 0 ? 'approaching' : form;
}

/** One step as it will happen when the server runs on time and nobody acts. */
export interface ForeseenStep {
  /** When the outcomes are recorded and what is sent goes out. */
  readonly happensAt: Temporal.Instant;
  readonly outcomes: readonly RungOutcome[];
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
): ForeseenStep[] {
  const foreseen: ForeseenStep[] = [];
  let { progress, nextAt } = from;
  while (nextAt !== null) {
    const step = stepLadder(moments, progress, { now: nextAt, onHold: false }, calendar, rules);
    foreseen.push({ happensAt: nextAt, outcomes: step.outcomes });
    ({ progress, nextAt } = step);
  }
  return foreseen;
}
