import * as z from 'zod';
import { committeeRoute, signedInRoute } from '../route.js';
import { id, inCommittee, isoDate, isoInstant, page } from '../values.js';

export const noticeForm = z.enum([
  'notice',
  'approaching',
  'due-today',
  'past-due',
  'ask-record',
  'escalation',
  'urging',
  'assigned',
]);

export const notice = z.object({
  /** Unique among a person's notices; not an address. */
  key: z.string(),
  committeeId: id,
  committeeName: z.string(),
  form: noticeForm,
  taskId: id,
  taskKind: z.string(),
  title: z.string(),
  occurrenceKey: z.string().nullable(),
  dueOn: isoDate,
  holderName: z.string().nullable(),
  /** The words of an urging; null for all other forms, whose text the app writes. */
  text: z.string().nullable(),
  /** The committee's own words, as they were when it was told; null for the product's. */
  wording: z.string().nullable(),
  /** Who urged; null for what no person said. */
  byName: z.string().nullable(),
  at: isoInstant,
});

export const reminderContract = {
  inbox: signedInRoute('GET', '/notices/mine', 'The messages I got, newest first, each with its notices').output(
    z.array(
      z.object({
        messageId: id,
        kind: z.enum(['digest', 'immediate']),
        on: isoDate,
        sentAt: isoInstant,
        notices: z.array(notice),
      }),
    ),
  ),
  sent: committeeRoute('GET', '/reminders', 'Every reminder with its outcome, newest first', {
    roles: ['staff', 'leader'],
    reach: 'own-and-below',
  })
    .input(
      inCommittee.extend({
        outcome: z.enum(['sent', 'superseded', 'skipped', 'held', 'cancelled']).optional(),
        ...page,
      }),
    )
    .output(
      z.object({
        rows: z.array(
          z.object({
            /** Unique in the list; not an address. */
            key: z.string(),
            taskId: id,
            taskKind: z.string(),
            title: z.string(),
            occurrenceKey: z.string().nullable(),
            holderName: z.string().nullable(),
            rung: z.string(),
            form: noticeForm,
            on: isoDate,
            outcome: z.enum(['sent', 'superseded', 'skipped', 'held', 'cancelled']),
            reason: z.string(),
            recordedAt: isoInstant,
            recipients: z.array(
              z.object({
                name: z.string(),
                delivery: z.enum(['waiting', 'delivered', 'in-doubt', 'failed', 'dropped']),
                at: isoInstant.nullable(),
              }),
            ),
          }),
        ),
        total: z.number().int(),
      }),
    ),
};
