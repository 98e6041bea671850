import * as z from 'zod';
import { conflict, refusal } from '../errors.js';
import { committeeRoute } from '../route.js';
import { inCommittee, isoDate } from '../values.js';
import { dateMove } from './date-move.js';

/** An event of a committee's year that plan items hang on: settled, provisional, or open (待定: no day yet). */
const anchor = z.object({
  key: z.string(),
  name: z.string(),
  on: isoDate.nullable(),
  isProvisional: z.boolean(),
  /** Taken from the committee above, which alone may change it there; saving it here makes one of one's own. */
  isFromAbove: z.boolean(),
  /** Null until it has been entered here. */
  lockVersion: z.number().int().nullable(),
});

const inYear = inCommittee.extend({ year: z.coerce.number().int().min(2000).max(2100) });
const anchorInput = inYear.extend({
  key: z.string().max(60),
  name: z.string().max(60),
  on: isoDate.nullable(),
  isProvisional: z.boolean(),
  lockVersion: z.number().int().nullable(),
});

const readers = { roles: ['staff', 'leader', 'administrator'], reach: 'own-and-below' } as const;
const keepers = { roles: ['staff'], reach: 'own' } as const;
const faults = refusal('name-missing', 'anchor-key-invalid', 'provisional-without-date', 'date-outside-year');

export const anchorContract = {
  list: committeeRoute('GET', '/anchors/{year}', 'Events of a year that plan items hang on', readers)
    .input(inYear)
    .output(z.array(anchor)),
  preview: committeeRoute('POST', '/anchors/{year}/preview', 'What an event would move if it were saved so', keepers)
    .input(anchorInput)
    .output(z.array(dateMove))
    .errors(faults),
  save: committeeRoute('POST', '/anchors/{year}', 'Enter an event, or its new day, and move what hangs on it', keepers)
    .input(anchorInput)
    .output(z.object({ anchors: z.array(anchor), moves: z.array(dateMove) }))
    .errors({ ...faults, ...conflict }),
};
