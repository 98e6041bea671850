import { attendances, callOutcomes, matterStandings, taskKinds } from '@xushi/domain';
import * as z from 'zod';
import { refusal } from '../errors.js';
import { committeeRoute } from '../route.js';
import { id, inCommittee, isoDate, isoInstant } from '../values.js';

const callOutcome = z.enum(callOutcomes);

/** One person to call about a case: whom, which number, how it stands, which calls there were. */
const personToCall = z.object({
  taskId: id,
  kind: z.enum(taskKinds),
  name: z.string(),
  phone: z.string().nullable(),
  otherPhone: z.string().nullable(),
  dueOn: isoDate,
  standing: z.enum(matterStandings),
  /** What can be ticked now; nothing where nothing is asked any more. */
  outcomes: z.array(callOutcome),
  calls: z.array(z.object({ at: isoInstant, byName: z.string().nullable(), outcome: callOutcome })),
  /** The number of the next call, sent back with its outcome: a double click records one call. */
  nextAttempt: z.number().int(),
});

/** A case's call sheet, and what the text for the group chat says; no person's standing is in that text. */
const callSheet = z.object({
  title: z.string(),
  committeeName: z.string(),
  heldOn: isoDate.nullable(),
  place: z.string().nullable(),
  /** Of the duty asked of most of them; null where nothing is asked any more. */
  asked: z.object({ kind: z.enum(taskKinds), dueOn: isoDate }).nullable(),
  /** Whom the group may call. */
  contact: z.object({ name: z.string(), phone: z.string() }).nullable(),
  people: z.array(personToCall),
  /** When the text was last put into the group chat. */
  posted: z.object({ at: isoInstant, byName: z.string().nullable() }).nullable(),
});

const keepers = { roles: ['staff'], reach: 'own' } as const;
const inCase = inCommittee.extend({ instanceId: id });

export const callSheetContract = {
  read: committeeRoute(
    'GET',
    '/cases/{instanceId}/call-sheet',
    'Whom to call about a case, and the group’s text',
    keepers,
  )
    .input(inCase)
    .output(callSheet),
  attendance: committeeRoute('GET', '/cases/{instanceId}/attendance', 'Who comes to what a case arranged, by name', {
    roles: ['staff', 'leader'],
    reach: 'own-and-below',
  })
    .input(inCase)
    .output(
      z.array(
        z.object({
          accountId: id,
          name: z.string(),
          /** The groups and sectors the person serves in today. */
          groups: z.array(z.string()),
          phone: z.string().nullable(),
          attendance: z.enum(attendances),
          /** Why leave is asked for or was granted. */
          reason: z.string().nullable(),
        }),
      ),
    ),
  recordCall: committeeRoute('POST', '/cases/{instanceId}/calls', 'What a call to one person came to', keepers)
    .input(
      inCase.extend({
        taskId: id,
        outcome: callOutcome,
        /** Why leave is asked for; null for every other outcome. */
        reason: z.string().max(500).nullable(),
        attempt: z.number().int().min(1),
      }),
    )
    .output(callSheet)
    .errors(
      refusal(
        'call-recorded',
        'text-missing',
        'task-not-open',
        'task-not-by-contribution',
        'not-an-invitation',
        'leave-requested',
        'date-in-future',
        'date-before-opening',
        'amount-invalid',
        'answer-missing',
      ),
    ),
  recordPosting: committeeRoute(
    'POST',
    '/cases/{instanceId}/group-text',
    'The text was put into the group chat; once a day',
    keepers,
  )
    .input(inCase)
    .output(callSheet),
};
