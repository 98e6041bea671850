import { categories, planItemFaults } from '@xushi/domain';
import * as z from 'zod';
import { id, isoDate } from '../values.js';
import { anchorKey, cadenceWords } from './cadence.js';

/** One thing to know about an item before it is copied, and what it is about. */
const copyNote = z.object({
  code: z.enum([
    'same-day',
    'month-end',
    'leap-day',
    'festival-followed',
    'festival-unclear',
    'weekday-followed',
    'until-moved',
    'day-off',
    'anchor-open',
    'anchor-provisional',
    'title-year',
    'title-session',
    'responsible-left',
    'leader-left',
    'group-ended',
  ]),
  on: isoDate.nullable(),
  anchor: anchorKey.nullable(),
  /** The old title, or the name of the person or group that is no longer there. */
  text: z.string().nullable(),
});

const copyRow = z.object({
  id,
  /** Entered beside the plan (计划外): offered, not assumed. */
  isUnplanned: z.boolean(),
  title: z.string(),
  category: z.enum(categories),
  wordsBefore: cadenceWords,
  wordsAfter: cadenceWords,
  dueBefore: z.array(isoDate),
  dueAfter: z.array(isoDate),
  notes: z.array(copyNote),
  /** Why it cannot stand in the new year as it is; it is left out. */
  fault: z.enum(planItemFaults).nullable(),
  held: z.number().int(),
  missed: z.array(z.object({ key: z.string(), dueOn: isoDate, isDropped: z.boolean(), reason: z.string().nullable() })),
});

export const planCopyPreview = z.object({
  fromYear: z.number().int(),
  lockVersion: z.number().int(),
  /** No holiday notice for the new year yet: every date of it may still move. */
  isProvisional: z.boolean(),
  rows: z.array(copyRow),
});

export const planCopyInput = {
  year: z.number().int(),
  title: z.string().max(200),
  lockVersion: z.number().int(),
  /** The rows to be copied. */
  itemIds: z.array(id).max(1000),
};
