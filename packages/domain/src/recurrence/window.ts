import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { AnchorDays, AnchorKey } from './anchor.js';
import type { Cadence, Offset, Shift, Span } from './cadence.js';
import { datesOfRule } from './rule.js';

/** A stretch of days in which something is to be done, both ends included, with a stable key such as `2026-Q1`. */
export interface Window {
  readonly key: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** Why a due date is what it is: the rule and the day it started from. Shown to people on hover or tap. */
export interface DueReason {
  readonly rule:
    | 'last-workday-of-window'
    | 'day-of-rule'
    | 'days-from-anchor'
    | 'date-given'
    | 'workdays-after-entry'
    | 'workdays-after-done'
    | 'workdays-before-event'
    /** Staff moved it to this day; `from` is the one it was planned for (原定). */
    | 'moved-by-hand';
  readonly from: string;
  readonly workdays?: number;
  readonly anchor?: AnchorKey;
  readonly offset?: Offset;
  /** True when the date rests on a holiday notice not published yet, or on an anchor that may still move. */
  readonly provisional: boolean;
}

/** One dated run of a cadence. */
export interface Run extends Window {
  readonly dueOn: Temporal.PlainDate;
  readonly reason: DueReason;
}

/** What dates are reckoned by. */
export interface DateRules {
  readonly calendar: WorkingCalendar;
  readonly anchors: AnchorDays;
}

/**
 * The runs of a cadence in a plan's year, in order, each with its due day and the reason. A cadence that hangs on an
 * anchor nobody knows the day of yet has no runs and names what it waits for. Refuses nothing: `validateCadence` has
 * judged the input.
 */
export function runsOf(
  cadence: Cadence,
  year: number,
  rules: DateRules,
): { readonly runs: readonly Run[]; readonly waitingFor: AnchorKey | null } {
  const { calendar } = rules;
  switch (cadence.kind) {
    case 'each':
      return settled(eachSpan(cadence.unit).map((span) => dueAtEnd(windowOf(span, year), calendar)));
    case 'within':
      return settled(
        cadence.spans
          .map((span) => dueAtEnd(windowOf(span, year), calendar))
          .sort((a, b) => Temporal.PlainDate.compare(a.from, b.from)),
      );
    case 'between': {
      const [from, to] = [Temporal.PlainDate.from(cadence.from), Temporal.PlainDate.from(cadence.to)];
      return settled([dueAtEnd({ key: `${cadence.from}/${cadence.to}`, from, to }, calendar)]);
    }
    case 'by': {
      const from = new Temporal.PlainDate(year, 1, 1);
      return settled([dueAtEnd({ key: cadence.on, from, to: Temporal.PlainDate.from(cadence.on) }, calendar)]);
    }
    case 'rule':
      return settled(runsOfRule(cadence, year, calendar));
    case 'anchored': {
      const run = runAtAnchor(cadence, year, rules);
      return run === null ? { runs: [], waitingFor: cadence.anchor } : settled([run]);
    }
  }
}

const settled = (runs: readonly Run[]) => ({ runs, waitingFor: null });

/** The window of a named span of a year: 2026-Q1 is 2026-01-01 to 2026-03-31; 2026-05b is 中旬, 11 to 20 May. */
export function windowOf(span: Span, year: number): Window {
  switch (span.unit) {
    case 'year':
      return months(`${year}`, year, 1, 12);
    case 'half-year':
      return months(`${year}-H${span.number}`, year, span.number * 6 - 5, span.number * 6);
    case 'quarter':
      return months(`${year}-Q${span.number}`, year, span.number * 3 - 2, span.number * 3);
    case 'month':
      return months(`${year}-${twoDigits(span.month)}`, year, span.month, span.month);
    case 'ten-days': {
      const { from, to } = months('', year, span.month, span.month);
      return {
        key: `${year}-${twoDigits(span.month)}${['a', 'b', 'c'][span.part - 1]}`,
        from: from.with({ day: span.part * 10 - 9 }),
        to: span.part === 3 ? to : to.with({ day: span.part * 10 }),
      };
    }
  }
}

const twoDigits = (month: number) => String(month).padStart(2, '0');

function months(key: string, year: number, first: number, last: number): Window {
  const from = new Temporal.PlainDate(year, first, 1);
  return { key, from, to: Temporal.PlainYearMonth.from({ year, month: last }).toPlainDate({ day: 31 }) };
}

function eachSpan(unit: 'half-year' | 'quarter' | 'month' | 'ten-days'): Span[] {
  const month = Array.from({ length: 12 }, (_, index) => index + 1);
  switch (unit) {
    case 'half-year':
      return ([1, 2] as const).map((number) => ({ unit, number }));
    case 'quarter':
      return ([1, 2, 3, 4] as const).map((number) => ({ unit, number }));
    case 'month':
      return month.map((one) => ({ unit, month: one }));
    case 'ten-days':
      return month.flatMap((one) => ([1, 2, 3] as const).map((part) => ({ unit, month: one, part }) as const));
  }
}

/**
 * A window's duty is due on its last working day, so that 10月底前 with 31 October on a Saturday is due on Friday the
 * 30th. A window without any working day is due on its last day.
 */
function dueAtEnd(window: Window, calendar: WorkingCalendar): Run {
  const dueOn = notBefore(window.from, calendar.onOrBefore(window.to), window.to);
  const provisional = calendar.status(dueOn.year) === 'provisional';
  return { ...window, dueOn, reason: { rule: 'last-workday-of-window', from: window.to.toString(), provisional } };
}

function runsOfRule(cadence: Cadence & { kind: 'rule' }, year: number, calendar: WorkingCalendar): Run[] {
  let opensOn = new Temporal.PlainDate(year, 1, 1);
  return datesOfRule(cadence.rrule, year).map((date) => {
    const dueOn = shifted(date, cadence.shift, calendar);
    const run: Run = {
      key: date.toString(),
      // Around a long holiday two days of a rule go to the same working day: then their windows share it.
      from: earlierOf(opensOn, dueOn),
      to: laterOf(date, dueOn),
      dueOn,
      reason: {
        rule: 'day-of-rule',
        from: date.toString(),
        provisional: calendar.status(dueOn.year) === 'provisional',
      },
    };
    opensOn = run.to.add({ days: 1 });
    return run;
  });
}

function runAtAnchor(cadence: Cadence & { kind: 'anchored' }, year: number, rules: DateRules): Run | null {
  const anchor = rules.anchors(cadence.anchor);
  if (anchor === null) return null;
  const { calendar } = rules;
  const to = away(anchor.on, cadence.to, calendar);
  const opening =
    cadence.from === null
      ? opensWithout(anchor.on, new Temporal.PlainDate(year, 1, 1), to)
      : away(anchor.on, cadence.from, calendar);
  const from = Temporal.PlainDate.compare(opening, to) > 0 ? to : opening;
  const dueOn = notBefore(from, shifted(to, cadence.shift, calendar), to);
  return {
    key: `${year}@${cadence.anchor}`,
    from,
    to: laterOf(to, dueOn),
    dueOn,
    reason: {
      rule: 'days-from-anchor',
      from: anchor.on.toString(),
      anchor: cadence.anchor,
      offset: cadence.to,
      provisional: anchor.isProvisional || calendar.status(dueOn.year) === 'provisional',
    },
  };
}

/** Without a beginning of its own a window opens on its anchor when it lies after it, else with the year. */
function opensWithout(
  anchor: Temporal.PlainDate,
  yearsFirst: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Temporal.PlainDate {
  return Temporal.PlainDate.compare(to, anchor) > 0 ? anchor : yearsFirst;
}

/** The day an offset away: 2026-01-31 + 1 month is 2026-02-28; working days do not count day 0. */
export function away(day: Temporal.PlainDate, offset: Offset, calendar: WorkingCalendar): Temporal.PlainDate {
  switch (offset.unit) {
    case 'calendar-days':
      return day.add({ days: offset.count });
    case 'months':
      return day.add({ months: offset.count });
    case 'workdays':
      return calendar.addWorkdays(day, offset.count);
  }
}

/** Where a day off goes by a shift; a working day stays. Of two equally near working days the earlier is taken. */
export function shifted(day: Temporal.PlainDate, shift: Shift, calendar: WorkingCalendar): Temporal.PlainDate {
  if (shift === 'none' || calendar.isWorkday(day)) return day;
  const [back, forward] = [calendar.onOrBefore(day), calendar.onOrAfter(day)];
  if (shift === 'back') return back;
  if (shift === 'forward') return forward;
  return back.until(day).days <= day.until(forward).days ? back : forward;
}

function notBefore(
  first: Temporal.PlainDate,
  wanted: Temporal.PlainDate,
  otherwise: Temporal.PlainDate,
): Temporal.PlainDate {
  return Temporal.PlainDate.compare(wanted, first) < 0 ? otherwise : wanted;
}

function laterOf(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) >= 0 ? a : b;
}

function earlierOf(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
}
