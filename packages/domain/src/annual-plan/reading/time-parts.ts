import type { EventAnchor } from '../../recurrence/anchor.js';
import type { Cadence, Offset } from '../../recurrence/cadence.js';
import { readChineseNumber } from '../../recurrence/cadence-words-numbers.js';

/** Words on time found in a passage, with what they mean; null: they are on time, but say no day (适时). */
export interface TimeWords {
  readonly at: number;
  readonly text: string;
  readonly cadence: Cadence | null;
  /** 春节、重阳节: the same again from other days. */
  readonly also?: readonly Cadence[];
}

export interface TimeContext {
  readonly year: number;
  readonly events?: readonly Pick<EventAnchor, 'key' | 'name'>[];
  /** What words were found to mean before: the same ones stand in a plan again and again, and reading takes 0.8 ms. */
  readonly known?: Map<string, Cadence | null>;
}

/** A number of one or two figures, or in words, as source of a regular expression. */
export const N = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';

export const days = (count: number): Offset => ({ unit: 'calendar-days', count });
export const numberOf = (text: string | undefined) => readChineseNumber(text ?? '') ?? 0;

/** So many days before and after a day are 前后. It is said nowhere: docs/operations/plan-read.md. */
export const AROUND = 7;
