import { isAnchorKey } from './anchor.js';
import type { Cadence, Offset, Span } from './cadence.js';
import { judgeRule } from './rule.js';
import { ruleFaults } from './rule-parts.js';

/** What can be wrong with a cadence. */
export const cadenceFaults = [
  'window-reversed',
  'window-outside-year',
  'spans-missing',
  'span-out-of-range',
  'span-twice',
  'anchor-unknown',
  'offset-out-of-range',
  ...ruleFaults,
] as const;
export type CadenceFault = (typeof cadenceFaults)[number];

/** The farthest a window may lie from its anchor. */
const FARTHEST: Readonly<Record<Offset['unit'], number>> = { 'calendar-days': 366, workdays: 260, months: 12 };

/** Null when the cadence can be used for a plan of `year`, else the code of what is wrong. */
export function validateCadence(cadence: Cadence, year: number): CadenceFault | null {
  switch (cadence.kind) {
    case 'each':
      return null;
    case 'within':
      return judgeSpans(cadence.spans);
    case 'between':
      if (cadence.from > cadence.to) return 'window-reversed';
      return yearOf(cadence.to) === year && yearOf(cadence.from) >= year - 1 ? null : 'window-outside-year';
    case 'by':
      return yearOf(cadence.on) === year ? null : 'window-outside-year';
    case 'rule':
      return judgeRule(cadence.rrule, year)?.code ?? null;
    case 'anchored':
      if (!isAnchorKey(cadence.anchor)) return 'anchor-unknown';
      if (!isInReach(cadence.to) || (cadence.from !== null && !isInReach(cadence.from))) return 'offset-out-of-range';
      return isReversed(cadence.from, cadence.to) ? 'window-reversed' : null;
  }
}

function judgeSpans(spans: readonly Span[]): CadenceFault | null {
  if (spans.length === 0) return 'spans-missing';
  if (!spans.every(isSpan)) return 'span-out-of-range';
  return new Set(spans.map((span) => JSON.stringify(span))).size < spans.length ? 'span-twice' : null;
}

function isSpan(span: Span): boolean {
  const isOf = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most;
  switch (span.unit) {
    case 'year':
      return true;
    case 'half-year':
      return isOf(span.number, 2);
    case 'quarter':
      return isOf(span.number, 4);
    case 'month':
      return isOf(span.month, 12);
    case 'ten-days':
      return isOf(span.month, 12) && isOf(span.part, 3);
  }
}

function isInReach({ unit, count }: Offset): boolean {
  return Number.isInteger(count) && Math.abs(count) <= FARTHEST[unit];
}

/** Lengths in different units are compared only by their sign: whether 1 month is more than 30 days depends on the day. */
function isReversed(from: Offset | null, to: Offset): boolean {
  if (from === null) return false;
  return from.unit === to.unit ? from.count > to.count : Math.sign(from.count) > Math.sign(to.count);
}

const yearOf = (iso: string) => Number(iso.slice(0, 4));
