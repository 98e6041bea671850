import type { WorkingCalendar } from '../calendar/working-calendar.js';

/**
 * When a plan item is to be done, as the plan words it.
 * - `each-quarter`: 每季度(至少)一次, four windows a year.
 * - `half-year`: 上半年 (1) or 下半年 (2).
 * - `whole-year`: 全年.
 * - `between`: named days, ISO dates, both included.
 */
export type Cadence =
  | { readonly kind: 'each-quarter' }
  | { readonly kind: 'half-year'; readonly half: 1 | 2 }
  | { readonly kind: 'whole-year' }
  | { readonly kind: 'between'; readonly from: string; readonly to: string };

/** A stretch of days in which something is to be done, both ends included, with a stable key such as `2026-Q1`. */
export interface Window {
  readonly key: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** Why a due date is what it is: the rule and the day it started from. Shown to people on hover or tap. */
export interface DueReason {
  readonly rule: 'last-workday-of-window' | 'workdays-after-entry' | 'workdays-after-done' | 'workdays-before-event';
  readonly from: string;
  readonly workdays?: number;
  /** True when the due date lies in a year whose holiday notice is not published yet. */
  readonly provisional: boolean;
}

const span = (key: string, year: number, firstMonth: number, lastMonth: number): Window => ({
  key,
  from: new Temporal.PlainDate(year, firstMonth, 1),
  to: Temporal.PlainYearMonth.from({ year, month: lastMonth }).toPlainDate({ day: 31 }),
});

/** The windows of a cadence in a calendar year, in order. Refuses nothing: `validateCadence` has judged the input. */
export function windowsOf(cadence: Cadence, year: number): Window[] {
  switch (cadence.kind) {
    case 'each-quarter':
      return [1, 2, 3, 4].map((quarter) => span(`${year}-Q${quarter}`, year, quarter * 3 - 2, quarter * 3));
    case 'half-year':
      return [cadence.half === 1 ? span(`${year}-H1`, year, 1, 6) : span(`${year}-H2`, year, 7, 12)];
    case 'whole-year':
      return [span(`${year}`, year, 1, 12)];
    case 'between':
      return [
        {
          key: `${cadence.from}/${cadence.to}`,
          from: Temporal.PlainDate.from(cadence.from),
          to: Temporal.PlainDate.from(cadence.to),
        },
      ];
  }
}

/** Null when the cadence can be used for a plan of `year`, else the code of what is wrong. */
export function validateCadence(cadence: Cadence, year: number): 'window-reversed' | 'window-outside-year' | null {
  if (cadence.kind !== 'between') return null;
  const from = Temporal.PlainDate.from(cadence.from);
  const to = Temporal.PlainDate.from(cadence.to);
  if (Temporal.PlainDate.compare(from, to) > 0) return 'window-reversed';
  return to.year === year && from.year >= year - 1 ? null : 'window-outside-year';
}

/**
 * The day by which a window's duty is due: its last working day, so that 10月底前 with 31 October on a Saturday is
 * due on Friday the 30th. A window without any working day is due on its last day.
 */
export function dueOfWindow(
  window: Window,
  calendar: WorkingCalendar,
): { dueOn: Temporal.PlainDate; reason: DueReason } {
  const back = calendar.onOrBefore(window.to);
  const dueOn = Temporal.PlainDate.compare(back, window.from) < 0 ? window.to : back;
  return {
    dueOn,
    reason: {
      rule: 'last-workday-of-window',
      from: window.to.toString(),
      provisional: calendar.status(dueOn.year) === 'provisional',
    },
  };
}
