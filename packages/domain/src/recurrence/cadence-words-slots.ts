import type { AnchorKey } from './anchor.js';
import type { Cadence, Offset, Shift, Span } from './cadence.js';
import type { RuleDay, Weekday } from './rule-parts.js';

/** The languages in which a cadence is said and read. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** What stands in the gaps of a form, by name. Days are ISO dates. */
export interface Values {
  stretch: (Cadence & { kind: 'each' })['unit'];
  spans: readonly Span[];
  on: string;
  from: string;
  to: string;
  /** The same, said with the year. */
  fromInYear: string;
  toInYear: string;
  /** The first day of a month or quarter, and the last one, where a stretch is named by its ends: 3月至5月中旬. */
  opening: string;
  closing: string;
  /** The last day where the words say so: 10月底, 年底. */
  end: string;
  /** Numbers whose month stands elsewhere: the 1 of "1 to 15 September", the 15 of 9月1日至15日, the 3 of 3至5月. */
  firstDay: number;
  lastDay: number;
  firstMonth: number;
  anchor: AnchorKey;
  /** A distance, counted upwards: 15日, 10个工作日. */
  length: Offset;
  /** A distance to either side: 前15日, 当日, 后1个月. */
  opens: Offset;
  closes: Offset;
  interval: number;
  months: readonly number[];
  monthDays: readonly number[];
  weekdays: readonly Weekday[];
  nthDays: readonly RuleDay[];
  rule: string;
}

/** What reading needs beside the text: the plan's year, and what the anchors are called in the language. */
export interface Reading {
  readonly year: number;
  readonly anchors: ReadonlyMap<string, AnchorKey>;
}

/** One gap: the texts that may stand there (source of a regular expression without named groups), and what they mean. */
export interface Slot<T> {
  readonly pattern: string;
  /** Null when the text means nothing, such as 2月30日. */
  readonly read: (text: string, reading: Reading) => T | null;
  readonly say: (value: T, nameOf: (key: AnchorKey) => string) => string;
}

/** A language: what stands in the gaps, how a text is made plain before it is read, and what may surround a form. */
export interface Tongue {
  readonly slots: { readonly [K in keyof Values]: Slot<Values[K]> };
  /** Makes texts alike that differ only in width, case, blanks or a year that is the plan's anyway. */
  readonly plain: (text: string, year: number) => string;
  /** Each with the named groups `core` and, where they may stand, `shift` and `times`. */
  readonly frames: readonly RegExp[];
  readonly readTimes: (text: string) => number | null;
  readonly readShift: (text: string) => Shift | null;
  readonly sayShift: (shift: Shift) => string;
  /** The number of times joined to what is already said; `isEach`: of each stretch, where it is said even when it is 1. */
  readonly sayTimes: (said: string, times: number, isEach: boolean) => string;
}

/** One text out of several, as source of a regular expression; longer ones first, so that none hides another. */
export function alternatives(...patterns: readonly string[]): string {
  return `(?:${patterns.toSorted((a, b) => b.length - a.length).join('|')})`;
}

/** A gap that holds several of a kind. `inherit`: an ending that members may leave to the one after them (3、6、9月). */
export function listOf<T>(member: {
  readonly pattern: string;
  readonly and: string;
  readonly read: (text: string) => T | null;
  readonly say: (value: T) => string;
  readonly join: (texts: readonly string[]) => string;
  readonly inherit?: RegExp;
}): Slot<readonly T[]> {
  const { pattern, and, inherit } = member;
  return {
    pattern: `${pattern}(?:(?:${and})${pattern})*`,
    read: (text) => {
      let ending = '';
      const values = text
        .split(new RegExp(`(?:${and})`))
        .reverse()
        .map((one) => {
          ending = inherit?.exec(one)?.[0] ?? ending;
          return member.read(one) ?? member.read(one + ending);
        });
      return values.every((value) => value !== null) ? values.reverse() : null;
    },
    say: (values) => member.join(values.map(member.say)),
  };
}

/** The number, if it is one from 1 to `most`. */
export function upTo(most: number, value: number | null): number | null {
  return value !== null && value >= 1 && value <= most ? value : null;
}

/** An ISO date, or null when there is no such day. */
export function isoDay(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null || upTo(12, month) === null || upTo(31, day) === null) return null;
  const date = Temporal.PlainDate.from({ year, month: month as number, day: day as number });
  return date.day === day ? date.toString() : null;
}

/** Year, month and day of an ISO date. */
export function partsOfDay(iso: string): { year: number; month: number; day: number } {
  const { year, month, day } = Temporal.PlainDate.from(iso);
  return { year, month, day };
}
