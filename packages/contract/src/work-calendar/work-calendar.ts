import { noticeFaultCodes } from '@xushi/domain';
import * as z from 'zod';
import { conflict, refusal } from '../errors.js';
import { committeeRoute } from '../route.js';
import { inCommittee, isoDate, isoInstant } from '../values.js';
import { namedDateMove } from './date-move.js';

/** What is wrong with a notice: `at` is the place in the file (`days[3].date`), `found` what stands there. */
const noticeFault = z.object({ code: z.enum(noticeFaultCodes), at: z.string(), found: z.string() });

/** A day that is worked before and off after, or the other way round; names are holidays, exchanged ones included. */
const changedDay = z.object({
  on: isoDate,
  isWorked: z.boolean(),
  nameBefore: z.string().nullable(),
  nameAfter: z.string().nullable(),
});

const calendarChange = z.object({
  /** False after a trial run: nothing was written. */
  isMade: z.boolean(),
  changedDays: z.array(changedDay).readonly(),
  moves: z.array(namedDateMove).readonly(),
});

/** What was done with a year's notice, by whom; a person of another committee is not named. */
const yearChange = z.object({
  change: z.enum(['entered', 'replaced', 'taken-back']),
  at: isoInstant,
  byName: z.string().nullable(),
});

const yearNumber = z.coerce.number().int().min(2000).max(2100);

const closing = z.object({ on: isoDate, name: z.string() });

/** Says what would happen and does nothing. */
const isTrial = z.boolean();

const readers = { roles: ['staff', 'leader', 'member', 'administrator'], reach: 'own-and-below' } as const;
const keepers = { roles: ['staff', 'administrator'], reach: 'own' } as const;

export const workCalendarContract = {
  year: committeeRoute('GET', '/work-calendar/{year}', 'Holidays and worked weekend days of a year', readers)
    .input(inCommittee.extend({ year: yearNumber }))
    .output(
      z.object({
        year: z.number().int(),
        status: z.enum(['published', 'provisional']),
        /** Addresses of the notice; empty when the source of the days named none. */
        papers: z.array(z.string()).readonly(),
        /** When the notice was entered here; null when it came with the product, or there is none. */
        enteredAt: isoInstant.nullable(),
        /** Everything done with this year's notice here, oldest first, also what was taken back. */
        changes: z.array(yearChange).readonly(),
        /** Only the days that differ from an ordinary week; a worked weekend day has the holiday it is exchanged for. */
        days: z.array(z.object({ on: isoDate, isWorked: z.boolean(), isClosing: z.boolean(), name: z.string() })),
      }),
    ),
  importYear: committeeRoute('POST', '/work-calendar', "Enter a year's holiday notice, or try what it would change", {
    roles: ['administrator'],
    reach: 'own',
  })
    .input(
      inCommittee.extend({
        /** `{year, papers, days: [{name, date, isOffDay}]}`, as the public data set holiday-cn has it. */
        notice: z.unknown(),
        /** The one that the trial run answered with. A trial run takes any. */
        lockVersion: z.number().int(),
        isTrial,
      }),
    )
    .output(
      calendarChange.extend({
        /** Null when the notice cannot be read. */
        year: z.number().int().nullable(),
        /** Why the notice cannot be read. Only a trial run answers with any. */
        faults: z.array(noticeFault).readonly(),
        lockVersion: z.number().int(),
      }),
    )
    .errors({ ...refusal('not-the-top-committee', 'notice-faulty'), ...conflict }),
  takeBackYear: committeeRoute(
    'POST',
    '/work-calendar/{year}/taking-back',
    "Take back a year's notice entered by mistake, or try what that would change",
    { roles: ['administrator'], reach: 'own' },
  )
    .input(
      inCommittee.extend({
        year: yearNumber,
        /** The one that the trial run answered with. A trial run takes any. */
        lockVersion: z.number().int(),
        isTrial,
      }),
    )
    .output(
      calendarChange.extend({
        year: z.number().int(),
        /** Published where a notice came with the product, which then stands again. */
        becomes: z.enum(['published', 'provisional']),
        lockVersion: z.number().int(),
      }),
    )
    .errors({
      ...refusal('not-the-top-committee', 'notice-not-entered', 'notice-came-with-product'),
      ...conflict,
    }),
  closings: committeeRoute('GET', '/closings', "A committee's own closing days", readers)
    .input(inCommittee)
    .output(z.array(closing).readonly()),
  addClosing: committeeRoute('POST', '/closings', 'Close on a day, or try what that would change', keepers)
    .input(inCommittee.extend({ on: isoDate, name: z.string().max(50), isTrial }))
    .output(calendarChange)
    .errors(
      refusal('closing-name-missing', 'closing-in-past', 'year-out-of-range', 'closing-exists', 'closing-needless'),
    ),
  removeClosing: committeeRoute('POST', '/closings/{on}/removal', 'Open again, or try what that would change', keepers)
    .input(inCommittee.extend({ on: isoDate, isTrial }))
    .output(calendarChange)
    .errors(refusal('closing-in-past')),
};
