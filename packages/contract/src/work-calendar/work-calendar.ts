import * as z from 'zod';
import { committeeRoute } from '../route.js';
import { inCommittee, isoDate } from '../values.js';

export const workCalendarContract = {
  year: committeeRoute('GET', '/work-calendar/{year}', 'Holidays and worked weekend days of a year', {
    roles: ['staff', 'leader', 'member', 'administrator'],
    reach: 'own-and-below',
  })
    .input(inCommittee.extend({ year: z.coerce.number().int().min(2000).max(2100) }))
    .output(
      z.object({
        year: z.number().int(),
        status: z.enum(['published', 'provisional']),
        /** Only the days that differ from an ordinary week. */
        days: z.array(z.object({ on: isoDate, isWorked: z.boolean(), name: z.string() })),
      }),
    ),
};
