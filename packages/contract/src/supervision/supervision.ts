import * as z from 'zod';
import { refusal } from '../errors.js';
import { noticeForm } from '../reminder/reminder.js';
import { committeeRoute } from '../route.js';
import { task } from '../task/task.js';
import { id, inCommittee, isoDate, isoInstant, light, page, role } from '../values.js';

/** A late task with everything that was already done about it: a red without its story is not shown. */
export const lateTask = task.extend({
  workdaysLate: z.number().int(),
  askedOn: isoDate.nullable(),
  confirmedNotDoneOn: isoDate.nullable(),
  escalatedOn: isoDate.nullable(),
  urged: z.object({ times: z.number().int(), lastAt: isoInstant, lastByName: z.string().nullable() }).nullable(),
  /** The slip about it that is not closed yet, else the latest that was. */
  slip: z
    .object({
      instanceId: id,
      year: z.number().int(),
      number: z.number().int(),
      state: z.string(),
      isFinal: z.boolean(),
      /** What it waits for: the holder's reply, then the leader's judgement of it. Null once it is closed. */
      waitsFor: z.object({ kind: z.enum(['answer-slip', 'judge-slip-reply']), dueOn: isoDate }).nullable(),
    })
    .nullable(),
  nextStep: z.object({ rung: z.string(), on: isoDate, to: z.enum(['holder', 'record-keeper', 'leader']) }).nullable(),
});

/** What the board can be divided by: the committee, who holds it, the kind of work. */
export const boardDivision = z.enum(['committee', 'holder', 'category']);

/** A supervision slip as a line of the register: 督办〔2026〕3号. */
export const supervisionSlip = z.object({
  instanceId: id,
  year: z.number().int(),
  number: z.number().int(),
  demand: z.string(),
  issuedOn: isoDate,
  issuedByName: z.string().nullable(),
  title: z.string(),
  state: z.string(),
  isFinal: z.boolean(),
  lockVersion: z.number().int(),
  taskId: id,
  addresseeName: z.string().nullable(),
  addresseeRole: role.nullable(),
  /** Null once there is a reply. */
  replyDueOn: isoDate.nullable(),
  isReplyLate: z.boolean(),
  reply: z.string().nullable(),
});

export const supervisionContract = {
  board: committeeRoute('GET', '/supervision/board', 'What is late, who holds it, since when, what was done', {
    roles: ['staff', 'leader'],
    reach: 'own-and-below',
  })
    .input(
      inCommittee.extend({
        below: z.stringbool().default(false),
        /** Counts what is late by this; with `part`, only what is late there is listed. */
        by: boardDivision.optional(),
        /** The key of one of the parts. */
        part: z.string().max(100).optional(),
        ...page,
      }),
    )
    .output(
      z.object({
        asOf: isoDate,
        /** One page of what is listed, the longest overdue first. */
        late: z.array(lateTask),
        /** How many are listed over all pages: all that is late, or what is late in the part. */
        listedCount: z.number().int(),
        /** Of all that is late, whatever part is listed. */
        lateCount: z.number().int(),
        /** Where it is late, the most first, at most 100; empty unless `by` says what to divide by. */
        parts: z.array(
          z.object({
            key: z.string(),
            count: z.number().int(),
            oldestDueOn: isoDate,
            committeeName: z.string(),
            holder: task.shape.holder,
            category: task.shape.category,
          }),
        ),
        /** What is on hold, the nearest date first, at most 200 of them. */
        paused: z.array(task),
        lights: z.array(light.extend({ count: z.number().int() })),
      }),
    ),
  slips: committeeRoute('GET', '/supervision/slips', 'Supervision slips of a year, the latest first', {
    roles: ['staff', 'leader'],
    reach: 'own-and-below',
  })
    .input(inCommittee.extend({ year: z.coerce.number().int().min(2000).max(2100) }))
    .output(z.array(supervisionSlip)),
  nextSlip: committeeRoute('GET', '/supervision/slips/next', 'The number and date a slip would have if issued now', {
    roles: ['staff', 'leader'],
    reach: 'own',
  })
    .input(inCommittee)
    .output(z.object({ year: z.number().int(), number: z.number().int(), issuedOn: isoDate })),
  issueSlips: committeeRoute('POST', '/supervision/slips', 'Issue a slip about each of some overdue tasks', {
    roles: ['staff', 'leader'],
    reach: 'own',
  })
    .input(
      inCommittee.extend({
        taskIds: z.array(id).min(1).max(100),
        demand: z.string().max(500),
        /** Where staff register it: the leader who ordered it. A leader issues in their own name. */
        leaderAccountId: id.nullable().default(null),
      }),
    )
    .output(z.array(z.object({ instanceId: id, taskId: id, year: z.number().int(), number: z.number().int() })))
    .errors(
      refusal(
        'text-missing',
        'leader-unknown',
        'task-not-open',
        'task-on-hold',
        'task-not-overdue',
        'holder-is-member',
        'slip-open',
      ),
    ),
  contacts: committeeRoute('GET', '/supervision/contacts', 'Whom to call about some duties, and the last contact', {
    roles: ['staff', 'leader'],
    reach: 'own-and-below',
  })
    .input(inCommittee.extend({ taskIds: z.array(id).min(1).max(50) }))
    .output(
      z.array(
        z.object({
          taskId: id,
          people: z.array(
            z.object({ name: z.string(), phone: z.string().nullable(), otherPhone: z.string().nullable() }),
          ),
          /** The latest that reached them, or on the phone failed to; null where nobody was told yet. */
          last: z
            .object({
              at: isoInstant,
              channel: z.enum(['in-app', 'mail', 'phone', 'group-text']),
              form: noticeForm,
              /** Who wrote or called; null for what the system sent. */
              byName: z.string().nullable(),
              wasReached: z.boolean(),
            })
            .nullable(),
        }),
      ),
    ),
  urge: committeeRoute('POST', '/supervision/urging', 'Urge the holders of tasks', {
    roles: ['staff', 'leader'],
    reach: 'own-and-below',
  })
    .input(
      inCommittee.extend({
        taskIds: z.array(id).min(1).max(500),
        text: z.string().max(500),
        /** It was said on the phone: put on record, not sent. */
        byPhone: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        urged: z.number().int(),
        people: z.number().int(),
        /** When the messages go, if not at once: in quiet hours and on days off nobody is written to. */
        goesAt: isoInstant.nullable(),
      }),
    )
    .errors(refusal('task-not-open', 'task-on-hold', 'urged-today', 'text-missing')),
};
