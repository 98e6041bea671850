import type { AnchorKey, Cadence, Offset, Shift, Span } from '@xushi/domain';

/*
 * The words in which scenarios say when: each is one cadence of the domain.
 */

/** 每季度, 每月, 每半年. */
export const each = (unit: 'half-year' | 'quarter' | 'month'): Cadence => ({ kind: 'each', unit });

/** 全年; 上半年; 二、三季度; 6月中旬. */
export const within = (...spans: Span[]): Cadence => ({ kind: 'within', spans });

export const wholeYear: Span = { unit: 'year' };
export const half = (number: 1 | 2): Span => ({ unit: 'half-year', number });
export const quarter = (number: 1 | 2 | 3 | 4): Span => ({ unit: 'quarter', number });
export const month = (number: number): Span => ({ unit: 'month', month: number });
/** 6月中旬 is `tenDays(6, 2)`. */
export const tenDays = (number: number, part: 1 | 2 | 3): Span => ({ unit: 'ten-days', month: number, part });

/** 10月底前. */
export const by = (on: string): Cadence => ({ kind: 'by', on });

/** 6月15日至7月15日, both included. */
export const between = (from: string, to: string): Cadence => ({ kind: 'between', from, to });

/** 每月25日; on a day off the working day before. */
export const monthlyOn = (day: number): Cadence => ({
  kind: 'rule',
  rrule: `FREQ=MONTHLY;BYMONTHDAY=${day}`,
  shift: 'back',
});

const workdays = (count: number): Offset => ({ unit: 'workdays', count });
const days = (count: number): Offset => ({ unit: 'calendar-days', count });
const months = (count: number): Offset => ({ unit: 'months', count });
export const away = { workdays, days, months };

/** 全会前7个工作日; 重阳节前10天内. Without `from` from the year's first day, or from the anchor when `to` lies after it. */
export const around = (
  anchor: AnchorKey,
  { from = null, to, shift = 'back' }: { from?: Offset | null; to: Offset; shift?: Shift },
): Cadence => ({ kind: 'anchored', anchor, from, to, shift });
