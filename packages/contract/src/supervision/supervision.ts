import * as z from 'zod';
import { refusal } from '../errors.js';
import { committeeRoute } from '../route.js';
import { task } from '../task/task.js';
import { id, inCommittee, isoDate, isoInstant, light } from '../values.js';

/** A late task with everything that was already done about it: a red without its story is not shown. */
export const lateTask = task.extend({
  workdaysLate: z.number().int(),
  askedOn: isoDate.nullable(),
  confirmedNotDoneOn: isoDate.nullable(),
  escalatedOn: isoDate.nullable(),
  urged: z.object({ times: z.number().int(), lastAt: isoInstant, lastByName: z.string().nullable() }).nullable(),
  nextStep: z.object({ rung: z.string(), on: isoDate, to: z.enum(['holder', 'record-keeper', 'leader']) }).nullable(),
});

export const supervisionContract = {
  board: committeeRoute('GET', '/supervision/board', 'What is late, who holds it, since when, what was done', {
    roles: ['staff', 'leader'],
    reach: 'own-and-below',
  })
    .input(inCommittee.extend({ below: z.stringbool().default(false) }))
    .output(
      z.object({
        asOf: isoDate,
        /** The longest overdue first, at most 500 of them. */
        late: z.array(lateTask),
        lateCount: z.number().int(),
        lights: z.array(light.extend({ count: z.number().int() })),
      }),
    ),
  urge: committeeRoute('POST', '/supervision/urging', 'Urge the holders of tasks', {
    roles: ['staff', 'leader'],
    reach: 'own-and-below',
  })
    .input(inCommittee.extend({ taskIds: z.array(id).min(1).max(500), text: z.string().max(500) }))
    .output(z.object({ urged: z.number().int(), people: z.number().int() }))
    .errors(refusal('task-not-open', 'task-on-hold', 'urged-today', 'text-missing')),
};
