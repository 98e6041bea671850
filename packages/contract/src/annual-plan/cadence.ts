import { type AnchorKey, isAnchorKey, shifts } from '@xushi/domain';
import * as z from 'zod';
import { isoDate } from '../values.js';

/** A day that plan items hang on: `festival:double-ninth`, `lunar:09-09`, `event:plenary-opens`. */
export const anchorKey = z.custom<AnchorKey>((value) => typeof value === 'string' && isAnchorKey(value));

const offset = z.object({ unit: z.enum(['calendar-days', 'workdays', 'months']), count: z.number().int() });
const shift = z.enum(shifts);

const span = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('year') }),
  z.object({ unit: z.literal('half-year'), number: z.literal([1, 2]) }),
  z.object({ unit: z.literal('quarter'), number: z.literal([1, 2, 3, 4]) }),
  z.object({ unit: z.literal('month'), month: z.number().int() }),
  z.object({ unit: z.literal('ten-days'), month: z.number().int(), part: z.literal([1, 2, 3]) }),
]);

/** When a plan item is to be done, as the plan words it. */
export const cadence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('each'), unit: z.enum(['half-year', 'quarter', 'month', 'ten-days']) }),
  z.object({ kind: z.literal('within'), spans: z.array(span).max(36).readonly() }),
  z.object({ kind: z.literal('between'), from: isoDate, to: isoDate }),
  z.object({ kind: z.literal('by'), on: isoDate }),
  z.object({ kind: z.literal('rule'), rrule: z.string().max(500), shift }),
  z.object({ kind: z.literal('anchored'), anchor: anchorKey, from: offset.nullable(), to: offset, shift }),
]);

/** A cadence as a plan would word it: 每季度至少两次. */
export const cadenceWords = z.object({ zh: z.string(), en: z.string() });

/** Why a due date is what it is. */
export const dueReason = z.object({
  rule: z.enum([
    'last-workday-of-window',
    'day-of-rule',
    'days-from-anchor',
    'date-given',
    'workdays-after-entry',
    'workdays-after-done',
    'workdays-before-event',
    'moved-by-hand',
  ]),
  from: isoDate,
  workdays: z.number().int().optional(),
  anchor: anchorKey.optional(),
  offset: offset.optional(),
  provisional: z.boolean(),
});
