import * as z from 'zod';
import { refusal } from '../errors.js';
import { committeeRoute } from '../route.js';
import { id, inCommittee, isoDate, isoInstant, page } from '../values.js';

const readers = { roles: ['staff', 'leader', 'administrator'], reach: 'own-and-below' } as const;

/** What became of a message outside the app. */
export const outsideState = z.enum(['waiting', 'retrying', 'in-doubt', 'sent', 'failed', 'dropped', 'outbox']);

const outsideMessage = z.object({
  messageId: id,
  channel: z.enum(['mail']),
  kind: z.enum(['digest', 'immediate']),
  on: isoDate,
  accountId: id,
  name: z.string(),
  /** Where it goes now; null for a person without an address. */
  address: z.string().nullable(),
  state: outsideState,
  /** Why it did not go, or not yet. */
  reason: z.string().nullable(),
  dueAt: isoInstant,
  nextTryAt: isoInstant.nullable(),
  /** Sent after a try whose outcome nobody knows: it may have come twice. */
  mayBeRepeated: z.boolean(),
  tries: z.number().int(),
  lastAt: isoInstant.nullable(),
  lastError: z.string().nullable(),
  titles: z.array(z.string()),
});

export const deliveryContract = {
  list: committeeRoute('GET', '/deliveries', 'Messages outside the app with what became of them, newest first', readers)
    .input(inCommittee.extend({ state: outsideState.optional(), ...page }))
    .output(
      z.object({
        rows: z.array(outsideMessage),
        total: z.number().int(),
        counts: z.record(outsideState, z.number().int()),
      }),
    ),
  get: committeeRoute(
    'GET',
    '/deliveries/{messageId}',
    'One message with its tries, and its mail kept in the outbox',
    readers,
  )
    .input(inCommittee.extend({ messageId: id }))
    .output(
      z.object({
        message: outsideMessage,
        tries: z.array(
          z.object({
            attempt: z.number().int(),
            status: z.enum(['leased', 'delivered', 'deferred', 'in-doubt', 'failed']),
            at: isoInstant,
            said: z.string().nullable(),
          }),
        ),
        mail: z
          .object({
            recipient: z.string(),
            subject: z.string(),
            text: z.string(),
            html: z.string(),
            headers: z.record(z.string(), z.string()),
            renderedAt: isoInstant,
          })
          .nullable(),
      }),
    ),
  sendAgain: committeeRoute('POST', '/deliveries/send', 'Send again what failed, is in doubt or lies in the outbox', {
    roles: ['staff', 'administrator'],
    reach: 'own',
  })
    .input(
      inCommittee.extend({
        messageIds: z.array(id).min(1).max(500),
        /** The mended address of the one person concerned; null leaves addresses as they are. */
        email: z.string().trim().max(200).nullable(),
      }),
    )
    .output(z.object({ queued: z.number().int() }))
    .errors(refusal('email-invalid', 'nothing-to-send', 'several-people', 'no-mail-server')),
};
