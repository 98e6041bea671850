import { categories, moveFaults, taskKinds, workflowNames } from '@xushi/domain';
import * as z from 'zod';
import { dueReason } from '../annual-plan/cadence.js';
import { conflict, refusal } from '../errors.js';
import { committeeRoute } from '../route.js';
import { id, inCommittee, isoDate, light } from '../values.js';

/** What a day is to an entry: something is held on it, is due by it, was done on it, or will not take place. */
export const dayKinds = ['held', 'due', 'done', 'dropped'] as const;

/** One line of the schedule: a run of the plan, or a duty whose date an act made, all who owe it together. */
const entry = z.object({
  instanceId: id,
  /** The run of the plan; null for duties that follow from one, and those beside the plan. */
  occurrenceId: id.nullable(),
  /** Null for a run of the plan. */
  taskKind: z.enum(taskKinds).nullable(),
  /** The reader's own, to open; null where several owe it, or somebody else. */
  taskId: id.nullable(),
  title: z.string(),
  category: z.enum(categories).nullable(),
  definition: z.enum(workflowNames),
  state: z.string(),
  on: isoDate,
  day: z.enum(dayKinds),
  /** The period of a run of the plan, and the days it lies in. */
  occurrenceKey: z.string().nullable(),
  opensOn: isoDate,
  dueOn: isoDate,
  dueReason,
  place: z.string().nullable(),
  /** The day it was planned, or first arranged, for; null where nobody moved it. */
  plannedOn: isoDate.nullable(),
  /** How many owe it, and of them have done it; a member is not told of others. */
  people: z.object({ all: z.number().int(), done: z.number().int() }).nullable(),
  /** Null for members. */
  light: light.nullable(),
});

/** Narrowed to one kind of work, or to what one person owes. */
const narrowed = { category: z.enum(categories).optional(), personId: id.optional() };

const readers = { roles: ['staff', 'leader', 'member'], reach: 'own-and-below' } as const;

/** Reminders by day. */
const reminders = z.array(z.object({ on: isoDate, count: z.number().int() }));

/** Everything that moving a run of the plan to another day does, or after a trial would do. */
const runMove = z.object({
  /** False after a trial: nothing was written. */
  isMade: z.boolean(),
  /** The day it was arranged for, else due on; and the one it moves to. */
  from: isoDate,
  to: isoDate,
  /** The due date of what is arranged, where that moves, too. */
  deadline: z.object({ from: isoDate, to: isoDate }).nullable(),
  tasks: z.array(
    z.object({
      kind: z.enum(taskKinds),
      change: z.enum(['moved', 'asked-again', 'opened', 'withdrawn']),
      people: z.number().int(),
      from: isoDate.nullable(),
      to: isoDate.nullable(),
    }),
  ),
  /** Reminders that do not come any more, and those that come instead. */
  dropped: reminders,
  coming: reminders,
  /** People who were told of the old day; who have answered an invitation that is asked again; who have handed in. */
  told: z.number().int(),
  answered: z.number().int(),
  handedIn: z.number().int(),
  /** What else is held or due on the new day. */
  sameDay: z.array(z.string()),
  warnings: z.array(z.enum(['day-off', 'outside-window', 'deadline-passed'])).readonly(),
  lockVersion: z.number().int(),
});

export const scheduleContract = {
  read: committeeRoute(
    'GET',
    '/schedule',
    'What is held, due and done from one day to another; members read their own',
    readers,
  )
    .input(inCommittee.extend({ from: isoDate, to: isoDate, ...narrowed }))
    .output(
      z.object({
        entries: z.array(entry),
        /** How many there are in all; more than were sent when the stretch holds too many. */
        total: z.number().int(),
      }),
    )
    .errors(refusal('range-invalid')),
  move: committeeRoute(
    'POST',
    '/occurrences/{occurrenceId}/moves',
    'Move one run of the plan to another day, or try what that would do',
    { roles: ['staff'], reach: 'own' },
  )
    .input(
      inCommittee.extend({
        occurrenceId: id,
        to: isoDate,
        reason: z.string().max(500),
        /** The one that the trial answered with. A trial takes any. */
        lockVersion: z.number().int().nullable(),
        isTrial: z.boolean(),
      }),
    )
    .output(runMove)
    .errors({ ...refusal(...moveFaults, 'text-missing'), ...conflict }),
  load: committeeRoute('GET', '/schedule/{year}/load', 'How much each month of a year holds, by kind of work', readers)
    .input(inCommittee.extend({ year: z.coerce.number().int().min(2000).max(2100), ...narrowed }))
    .output(
      z.array(z.object({ month: z.string(), category: z.enum(categories).nullable(), entries: z.number().int() })),
    ),
};
