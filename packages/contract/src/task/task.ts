import {
  categories,
  charges,
  invitationAnswers,
  lightMeanings,
  standInKinds,
  taskKinds,
  taskOrigins,
  workflowNames,
} from '@xushi/domain';
import * as z from 'zod';
import { dueReason } from '../annual-plan/cadence.js';
import { conflict, refusal } from '../errors.js';
import { committeeRoute, signedInRoute } from '../route.js';
import { id, inCommittee, isoDate, isoInstant, light, page, role } from '../values.js';
import { caseView } from '../workflow/workflow.js';

export const task = z.object({
  id,
  committeeId: id,
  committeeName: z.string(),
  instanceId: id,
  kind: z.enum(taskKinds),
  /** The plan item's or plan's title. */
  title: z.string(),
  category: z.enum(categories).nullable(),
  occurrenceKey: z.string().nullable(),
  holder: z.object({
    accountId: id.nullable(),
    /** The person's or, where a handling unit owes the task, the unit's. */
    name: z.string().nullable(),
    role: role.nullable(),
    unitId: id.nullable(),
    /** In office as a member and as nothing else that answers for the work: asked, never pressed, and gets no slip. */
    isMember: z.boolean(),
    /** Where an office owes the task: who holds it today, by name. Empty for a person, and for a vacant office. */
    inOffice: z.array(z.string()),
  }),
  /** Of an invitation, and of what is arranged: the day it will be held, and where, if that was said. */
  heldOn: isoDate.nullable(),
  place: z.string().nullable(),
  opensOn: isoDate,
  dueOn: isoDate,
  dueReason,
  /** Working days until due, 0 today, negative when overdue. */
  workdaysLeft: z.number().int(),
  target: z.number().int(),
  progress: z.number().int(),
  byContribution: z.boolean(),
  status: z.enum(['open', 'done', 'cancelled']),
  doneOn: isoDate.nullable(),
  recordedAt: isoInstant.nullable(),
  isDoneLate: z.boolean(),
  /** Open, not paused, and past its date. */
  isLate: z.boolean(),
  /** Null where the reader is the member who owes it: a member sees no colour. */
  light: light.nullable(),
  /** Without a reason: owed by a handling unit, which hears of it when a named person releases it. */
  hold: z.object({ reason: z.string().nullable(), since: isoInstant, byName: z.string().nullable() }).nullable(),
  origin: z.enum(taskOrigins),
  lockVersion: z.number().int(),
});

export const contribution = z.object({
  id,
  amount: z.number().int(),
  doneOn: isoDate,
  recordedAt: isoInstant,
  recordedByName: z.string().nullable(),
  /** Set when somebody entered it for the person who did it. */
  onBehalfOfName: z.string().nullable(),
  /** Entered by the link in a message, without signing in. */
  isByLink: z.boolean(),
  note: z.string().nullable(),
  /** Of an invitation: whether the member comes. */
  answer: z.enum(invitationAnswers).nullable(),
});

export const taskDetail = task.extend({
  /** The reader stands in today for the person who owes it, and may do what that person may. */
  standsIn: z.boolean(),
  contributions: z.array(contribution),
  reminders: z.array(
    z.object({
      /** Unique in the list; not an address. */
      key: z.string(),
      rung: z.string(),
      on: isoDate,
      /** The due date the rung counts from: another one than the task's where the task was moved. */
      dueOn: isoDate,
      outcome: z.enum(['planned', 'sent', 'superseded', 'skipped', 'held', 'cancelled']),
      reason: z.string().nullable(),
      recipients: z.array(z.string()),
    }),
  ),
  urgings: z.array(z.object({ at: isoInstant, byName: z.string().nullable(), text: z.string() })),
  confirmedNotDoneOn: isoDate.nullable(),
  /** Links to this duty that were sent in messages and still open it; 0 for whoever keeps no record. */
  openLinks: z.number().int(),
  /** Whoever keeps no record here sees the case only where there is something for them to do. */
  case: caseView.nullable(),
  /** Of an invitation: the latest request for leave from it. */
  leave: caseView.nullable(),
});

const inTask = inCommittee.extend({ taskId: id });
/** Only these duties; null: all, and whatever else names the person. */
const chosenDuties = z.array(id).min(1).max(500).nullable().default(null);
const kindCount = z.object({ kind: z.enum(taskKinds), count: z.number().int() });
/** What somebody holds in a committee, by what a hand-over would take along and what stays their own. */
export const held = z.object({
  accountId: id,
  duties: z.array(kindCount),
  ownDuties: z.array(kindCount),
  /** Open cases that name them. */
  cases: z.number().int(),
  /** Items of plans not closed that name them. */
  items: z.number().int(),
});
const handOverPeople = { fromAccountId: id, toAccountId: id };
const keepers = { roles: ['staff'], reach: 'own' } as const;

export const taskContract = {
  mine: signedInRoute('GET', '/tasks/mine', 'What I owe, in all my committees, the nearest first')
    .input(z.object({ status: z.enum(['open', 'done']).default('open') }))
    .output(z.array(task)),
  stoodFor: signedInRoute(
    'GET',
    '/tasks/stood-for',
    'For whom I stand in, today or later, and what they owe by name',
  ).output(
    z.array(
      z.object({
        committeeId: id,
        committeeName: z.string(),
        accountId: id,
        name: z.string(),
        kind: z.enum(standInKinds),
        fromOn: isoDate,
        /** Null: until it is ended. */
        toOn: isoDate.nullable(),
        /** Begins on a later day: nothing is to be done yet. */
        isAhead: z.boolean(),
        tasks: z.array(task),
      }),
    ),
  ),
  list: committeeRoute('GET', '/tasks', 'Tasks of a committee', { roles: ['staff', 'leader'], reach: 'own-and-below' })
    .input(
      inCommittee.extend({
        status: z.enum(['open', 'done', 'cancelled', 'all']).default('open'),
        light: z.enum(lightMeanings).optional(),
        category: z.enum(categories).optional(),
        search: z.string().max(100).optional(),
        ...page,
      }),
    )
    .output(z.object({ rows: z.array(task), total: z.number().int() })),
  get: committeeRoute('GET', '/tasks/{taskId}', 'A task with what was done and sent', {
    roles: ['staff', 'leader', 'member', 'unit'],
    reach: 'own-and-below',
  })
    .input(inTask)
    .output(taskDetail),
  leftBehind: committeeRoute('GET', '/tasks/left-behind', 'What people who left still owe, by person', {
    roles: ['staff', 'leader'],
    reach: 'own',
  })
    .input(inCommittee)
    .output(
      z.array(
        z.object({
          accountId: id,
          name: z.string(),
          /** The last day in office. */
          leftOn: isoDate,
          openTasks: z.number().int(),
          /** Of them, those that a hand-over takes along. */
          transferable: z.number().int(),
          nextDueOn: isoDate,
        }),
      ),
    ),
  enterDuty: committeeRoute('POST', '/duties', 'Enter a duty beside the plan', {
    roles: ['staff', 'leader'],
    reach: 'own',
  })
    .input(
      inCommittee.extend({
        title: z.string().max(200),
        category: z.enum(categories),
        dueOn: isoDate,
        /** Null: whoever is on the staff. */
        responsibleAccountId: id.nullable(),
        note: z.string().max(500).nullable(),
        /** Made by the screen once per form, so that a double click enters one. */
        idempotencyKey: id,
      }),
    )
    .output(taskDetail)
    .errors(refusal('title-missing', 'date-in-past', 'year-out-of-range', 'responsible-unknown')),
  requestLeave: committeeRoute('POST', '/tasks/{taskId}/leave', 'Ask for leave from an invitation', {
    roles: ['staff', 'member'],
    reach: 'own',
  })
    .input(inTask.extend({ reason: z.string().max(500) }))
    .output(caseView)
    .errors(refusal('text-missing', 'task-not-open', 'not-an-invitation', 'leave-requested')),
  held: committeeRoute(
    'GET',
    '/hand-overs/held/{accountId}',
    'What a person holds: duties by kind, cases, plan items',
    {
      roles: ['staff', 'leader', 'administrator'],
      reach: 'own',
    },
  )
    .input(inCommittee.extend({ accountId: id }))
    .output(held),
  // A post, though it writes nothing: hundreds of chosen duties do not fit into an address.
  previewHandOver: committeeRoute(
    'POST',
    '/hand-overs/preview',
    'Everything that a hand-over of one person’s duties to another would change; writes nothing',
    { roles: ['staff', 'leader'], reach: 'own' },
  )
    .input(inCommittee.extend({ ...handOverPeople, taskIds: chosenDuties }))
    .output(
      z.object({
        fromName: z.string(),
        toName: z.string(),
        tasks: z.array(task),
        /** Owed by others, with the one as leader in charge until now. */
        led: z.array(task),
        /** Open cases that name the one and will name the other, with or without an open task. */
        cases: z.array(
          z.object({
            id,
            definition: z.enum(workflowNames),
            title: z.string(),
            occurrenceKey: z.string().nullable(),
            charges: z.array(z.enum(charges)),
          }),
        ),
        /** Items of plans that are not closed. */
        items: z.array(
          z.object({ id, planId: id, planTitle: z.string(), title: z.string(), charges: z.array(z.enum(charges)) }),
        ),
        /** Asked of the one as a member, and left. */
        stays: z.array(kindCount),
        /** What to think about before; it forbids nothing. */
        cautions: z.array(
          z.discriminatedUnion('code', [
            z.object({ code: z.literal('to-merely-member') }),
            /** Who hears instead, and until when (null: until ended). */
            z.object({ code: z.literal('to-away'), hearerName: z.string(), until: isoDate.nullable() }),
            z.object({ code: z.literal('to-leaves'), lastOn: isoDate }),
          ]),
        ),
      }),
    )
    .errors(refusal('same-person', 'person-unknown')),
  prepareHandOver: committeeRoute('POST', '/hand-overs', 'Prepare a hand-over; its case is then carried out', {
    roles: ['staff', 'leader'],
    reach: 'own',
  })
    .input(
      inCommittee.extend({
        ...handOverPeople,
        taskIds: chosenDuties,
        note: z.string().max(500).nullable(),
      }),
    )
    .output(caseView)
    .errors(refusal('same-person', 'person-unknown', 'nothing-to-hand-over')),
  handOvers: committeeRoute('GET', '/hand-overs', 'Hand-overs of duties, the latest first, at most 100', {
    roles: ['staff', 'leader', 'administrator'],
    reach: 'own-and-below',
  })
    .input(inCommittee)
    .output(
      z.array(
        z.object({
          instanceId: id,
          fromName: z.string(),
          toName: z.string(),
          state: z.string(),
          /** How many duties were chosen; null: all. */
          chosen: z.number().int().nullable(),
          preparedAt: isoInstant,
          preparedByName: z.string().nullable(),
        }),
      ),
    ),
  contribute: committeeRoute('POST', '/tasks/{taskId}/contributions', 'Record something done towards a task', {
    roles: ['staff', 'member', 'unit'],
    reach: 'own',
  })
    .input(
      inTask.extend({
        amount: z.number().int(),
        doneOn: isoDate,
        note: z.string().max(500).nullable(),
        /** Asked for where the task is to answer an invitation. */
        answer: z.enum(invitationAnswers).nullable().default(null),
        /** Made by the screen once per form, so that a double click records once. */
        idempotencyKey: id,
      }),
    )
    .output(taskDetail)
    .errors(
      refusal(
        'task-not-open',
        'task-not-by-contribution',
        'date-in-future',
        'date-before-opening',
        'amount-invalid',
        'answer-missing',
        'not-your-task',
      ),
    ),
  confirmNotDone: committeeRoute(
    'POST',
    '/tasks/{taskId}/not-done',
    'The clerk’s answer: it really is not done',
    keepers,
  )
    .input(inTask)
    .output(taskDetail)
    .errors(refusal('task-not-open', 'task-not-overdue')),
  hold: committeeRoute('POST', '/tasks/{taskId}/hold', 'Pause a task with a reason', {
    roles: ['staff', 'leader'],
    reach: 'own',
  })
    .input(inTask.extend({ reason: z.string().max(500), lockVersion: z.number().int() }))
    .output(taskDetail)
    .errors({ ...refusal('task-not-open', 'already-on-hold', 'text-missing'), ...conflict }),
  release: committeeRoute('POST', '/tasks/{taskId}/release', 'Let a paused task go on', {
    roles: ['staff', 'leader'],
    reach: 'own',
  })
    .input(inTask.extend({ lockVersion: z.number().int() }))
    .output(taskDetail)
    .errors({ ...refusal('task-not-open', 'not-on-hold'), ...conflict }),
};
