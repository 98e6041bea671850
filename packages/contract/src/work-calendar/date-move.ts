import * as z from 'zod';
import { id, isoDate } from '../values.js';

const offices = z.object({ leadOffice: z.string().nullable(), cooperating: z.array(z.string()).readonly() });

/** One date that moves when the plan or the days change, or stays although the plan now says otherwise, and why. */
export const dateMove = z.object({
  committeeId: id,
  title: z.string(),
  what: z.union([
    z.object({ occurrenceKey: z.string() }),
    z.object({ taskKind: z.string() }),
    // `reassigned`, without a date: who leads and who helps in an item, all its runs alike.
    z.object({ before: offices, after: offices }),
  ]),
  change: z.enum([
    'moved',
    'confirmed',
    'unconfirmed',
    'replaced',
    'retitled',
    'reassigned',
    'added',
    'dropped',
    'kept',
    'skipped',
  ]),
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  why: z.string().nullable(),
});

/** The same where several committees may be concerned. */
export const namedDateMove = dateMove.extend({ committeeName: z.string() });
