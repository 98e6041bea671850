import { itemWorkflows } from '@xushi/domain';
import * as z from 'zod';
import { id, isoDate, isoInstant } from '../values.js';

/** One run of a plan. */
const run = z.object({
  instanceId: id,
  title: z.string(),
  key: z.string(),
  dueOn: isoDate,
  workflow: z.enum(itemWorkflows),
  state: z.string(),
  /** Who was in charge; null when the plan names nobody. */
  responsibleName: z.string().nullable(),
});

export const planClosing = z.object({
  title: z.string(),
  year: z.number().int(),
  isClosed: z.boolean(),
  /** By whom and when it was closed, and what was noted; null while it is open. */
  closed: z.object({ at: isoInstant, byName: z.string().nullable(), note: z.string().nullable() }).nullable(),
  /** Of the plan's case: sent back with the closing. */
  lockVersion: z.number().int(),
  /** Whether the reader may close it now. */
  mayClose: z.boolean(),
  done: z.number().int(),
  /** Of those done: after their day. */
  doneLate: z.number().int(),
  /** Runs, done or not, whose day was moved to a later one by an amendment, an event or the calendar. */
  postponed: z.number().int(),
  notDone: z.array(
    run.extend({ reason: z.string().nullable(), at: isoInstant.nullable(), byName: z.string().nullable() }),
  ),
  undone: z.array(
    run.extend({
      lockVersion: z.number().int(),
      /** Its day has not passed yet. */
      isAhead: z.boolean(),
      /** What was done about it so far: pieces that came in, how often it was urged, why it is paused. */
      pieces: z.object({ received: z.number().int(), wanted: z.number().int() }).nullable(),
      urged: z.number().int(),
      holdReason: z.string().nullable(),
    }),
  ),
  owed: z.array(run),
});

export const planClosingInput = {
  lockVersion: z.number().int(),
  note: z.string().trim().max(2000),
  /** Every undone run as it was looked at, with the reason why it was not done. */
  undone: z
    .array(z.object({ instanceId: id, lockVersion: z.number().int(), reason: z.string().trim().max(2000) }))
    .max(10_000),
};

export const planClosingResult = z.object({
  isClosed: z.boolean(),
  /** Runs that are recorded as not done now. */
  notDone: z.number().int(),
  faults: z.array(
    z.object({
      instanceId: id,
      title: z.string(),
      key: z.string(),
      why: z.enum(['reason-missing', 'changed']),
    }),
  ),
});
