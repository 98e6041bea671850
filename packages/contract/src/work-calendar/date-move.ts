import * as z from 'zod';
import { id, isoDate } from '../values.js';

/** One date that moves when the plan or the days change, or stays although the plan now says otherwise, and why. */
export const dateMove = z.object({
  committeeId: id,
  title: z.string(),
  what: z.union([z.object({ occurrenceKey: z.string() }), z.object({ taskKind: z.string() })]),
  change: z.enum(['moved', 'confirmed', 'replaced', 'retitled', 'added', 'dropped', 'kept', 'skipped']),
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  why: z.string().nullable(),
});

/** The same where several committees may be concerned. */
export const namedDateMove = dateMove.extend({ committeeName: z.string() });
