import * as z from 'zod';
import { conflict, refusal } from '../errors.js';
import { committeeRoute } from '../route.js';
import { inCommittee, isoDate } from '../values.js';
import { namedDateMove } from './date-move.js';

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
  /** Says what would move and does nothing. */
  isTrial: z.boolean(),
});

const readers = { roles: ['staff', 'leader', 'administrator'], reach: 'own-and-below' } as const;
const keepers = { roles: ['staff'], reach: 'own' } as const;

export const anchorContract = {
  list: committeeRoute('GET', '/anchors/{year}', 'Events of a year that plan items hang on', readers)
    .input(inYear)
    .output(z.array(anchor)),
  save: committeeRoute('POST', '/anchors/{year}', 'Enter an event or its new day, or try what that would move', keepers)
    .input(anchorInput)
    .output(
      z.object({
        /** False after a trial run: nothing was written. */
        isMade: z.boolean(),
        moves: z.array(namedDateMove).readonly(),
        anchors: z.array(anchor),
      }),
    )
    .errors({
      ...refusal('name-missing', 'anchor-key-invalid', 'provisional-without-date', 'date-outside-year'),
      ...conflict,
    }),
};
