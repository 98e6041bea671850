import type { AnchorKey } from './anchor.js';

/** A named stretch of a plan's year: 全年, 上半年, 三季度, 5月, 5月中旬 (上旬 1–10, 中旬 11–20, 下旬 21 to the end). */
export type Span =
  | { readonly unit: 'year' }
  | { readonly unit: 'half-year'; readonly number: 1 | 2 }
  | { readonly unit: 'quarter'; readonly number: 1 | 2 | 3 | 4 }
  | { readonly unit: 'month'; readonly month: number }
  | { readonly unit: 'ten-days'; readonly month: number; readonly part: 1 | 2 | 3 };

/** A distance from a day; negative: before it. Months keep the day's number, clipped to the month's end. */
export interface Offset {
  readonly unit: 'calendar-days' | 'workdays' | 'months';
  readonly count: number;
}

/** Where a date on a day off goes: to the working day before, after, the nearer of both (before on a tie), or nowhere. */
export const shifts = ['back', 'forward', 'nearest', 'none'] as const;
export type Shift = (typeof shifts)[number];

/**
 * When a plan item is to be done, as the plan words it.
 * - `each`: 每季度, 每月: a window for each such stretch of the year.
 * - `within`: 全年, 上半年, 5月中旬, 6月中旬和11月下旬: a window for each span named.
 * - `between`: named days, ISO dates, both included; the first may lie in the year before.
 * - `by`: 10月底前, from the year's first day up to and including the day.
 * - `rule`: the days of an RFC 5545 rule in the plan's year; each day's window opens the day after the one before.
 * - `anchored`: from and up to so long from a day that may still move or be open. Without `from` the window opens on
 *   the anchor when `to` lies after it, else on the year's first day.
 */
export type Cadence =
  | { readonly kind: 'each'; readonly unit: 'half-year' | 'quarter' | 'month' | 'ten-days' }
  | { readonly kind: 'within'; readonly spans: readonly Span[] }
  | { readonly kind: 'between'; readonly from: string; readonly to: string }
  | { readonly kind: 'by'; readonly on: string }
  | { readonly kind: 'rule'; readonly rrule: string; readonly shift: Shift }
  | {
      readonly kind: 'anchored';
      readonly anchor: AnchorKey;
      readonly from: Offset | null;
      readonly to: Offset;
      readonly shift: Shift;
    };
