import { cadenceFaults, categories, festivals, itemWorkflows, participants, planItemFaults } from '@xushi/domain';
import * as z from 'zod';
import { conflict, documentRefusals, refusal } from '../errors.js';
import { committeeRoute } from '../route.js';
import { id, inCommittee, isoDate, isoInstant } from '../values.js';
import { dateMove } from '../work-calendar/date-move.js';
import { caseView } from '../workflow/workflow.js';
import { anchorKey, cadence, cadenceWords, dueReason } from './cadence.js';
import { planClosing, planClosingInput, planClosingResult } from './plan-closing.js';
import { planCopyInput, planCopyPreview } from './plan-copy.js';
import { itemsTaken, planReading, planSource } from './plan-reading.js';

/** An office of the committee or a unit outside it, as the plan names it. */
const officeName = z.string().trim().min(1).max(100);

export const planItemInput = z.object({
  title: z.string().max(200),
  category: z.enum(categories),
  workflow: z.enum(itemWorkflows),
  cadence,
  times: z.number().int(),
  target: z.number().int(),
  participants: z.enum(participants),
  groupId: id.nullable(),
  responsibleAccountId: id.nullable(),
  leaderAccountId: id.nullable(),
  leadOffice: officeName.nullable(),
  cooperating: z.array(officeName).max(30).readonly(),
  reportWanted: z.boolean(),
  sites: z.array(z.string().max(100)).max(50).readonly(),
  /** The words of the source document this item was read from. */
  sourceText: z.string().max(2000).nullable(),
});

export const planItem = planItemInput.extend({
  id,
  position: z.number().int(),
  cadenceWords,
  groupName: z.string().nullable(),
  responsibleName: z.string().nullable(),
  leaderName: z.string().nullable(),
  /** While the plan is edited: who is to be filled in, because whom it names, or named last year, is not there. */
  wanted: z
    .array(z.object({ field: z.enum(['responsibleAccountId', 'leaderAccountId', 'groupId']), formerName: z.string() }))
    .readonly(),
  /** A template's empty places left in what its papers would print: ××乡. */
  placeholders: z.array(z.string()).readonly(),
});

export const planState = z.enum(['draft', 'submitted', 'approved', 'published', 'amending', 'closed']);

export const planSummary = z.object({
  id,
  year: z.number().int(),
  title: z.string(),
  state: planState,
  itemCount: z.number().int(),
  lockVersion: z.number().int(),
});

export const occurrence = z.object({
  id: id.nullable(),
  itemId: id,
  key: z.string(),
  fromOn: isoDate,
  toOn: isoDate,
  dueOn: isoDate,
  dueReason,
  /** Null in a rehearsal: the case does not exist yet. */
  instanceId: id.nullable(),
  state: z.string().nullable(),
});

export const plan = planSummary.extend({
  items: z.array(planItem),
  occurrences: z.array(occurrence),
  /** How far each window's number of times is met, by what was recorded: 一季度 1/2. */
  coverage: z.array(z.object({ itemId: id, window: z.string(), required: z.number().int(), held: z.number().int() })),
  case: caseView,
  isEditable: z.boolean(),
});

/** A cadence in words and what it gives in a plan's year: windows and due dates, or the anchor whose day it waits for. */
export const understoodCadence = z.object({
  words: cadenceWords,
  runs: z.array(z.object({ key: z.string(), fromOn: isoDate, toOn: isoDate, dueOn: isoDate, dueReason })),
  waitingFor: anchorKey.nullable(),
});

const occurrenceRefs = z.array(z.object({ itemId: id, key: z.string() }));

const clash = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('same-week'), week: isoDate, occurrences: occurrenceRefs }),
  z.object({ kind: z.literal('busy-week'), week: isoDate, accountIds: z.array(id).readonly(), due: z.number().int() }),
  z.object({
    kind: z.literal('over-cap'),
    accountIds: z.array(id).readonly(),
    messages: z.number().int(),
    cap: z.number().int(),
  }),
  z.object({
    kind: z.literal('festival-week'),
    festival: z.enum(festivals),
    on: isoDate,
    occurrences: occurrenceRefs,
  }),
  z.object({ kind: z.literal('anchor-open'), anchor: anchorKey, itemIds: z.array(id) }),
  z.object({ kind: z.literal('anchor-provisional'), anchor: anchorKey, itemIds: z.array(id) }),
  z.object({ kind: z.literal('provisional'), year: z.number().int(), occurrences: z.number().int() }),
]);

/** A county's key point in a township: what was offered, what was answered, and how far it is. */
const passedDown = z.object({
  committeeId: id,
  committeeName: z.string(),
  instanceId: id,
  sourceItemId: id,
  sourceName: z.string(),
  year: z.number().int(),
  title: z.string(),
  category: z.enum(categories),
  cadence,
  times: z.number().int(),
  cadenceWords,
  state: z.enum(['offered', 'accepted', 'adapted', 'declined', 'withdrawn']),
  lockVersion: z.number().int(),
  /** Why it was declined, or what differs. */
  reason: z.string().nullable(),
  itemId: id.nullable(),
  occurrences: z.number().int(),
  done: z.number().int(),
  overdue: z.number().int(),
});

export const rehearsal = z.object({
  /** The moment the plan is imagined to be published at. */
  publishedAt: isoInstant,
  occurrences: z.array(occurrence),
  /** Items without dates, because nobody knows the day of their anchor yet. */
  waiting: z.array(z.object({ itemId: id, anchor: anchorKey })),
  taskCount: z.number().int(),
  duties: z.array(
    z.object({
      itemId: id,
      occurrenceKey: z.string(),
      taskKind: z.string(),
      opensOn: isoDate,
      dueOn: isoDate,
      holders: z.number().int(),
      rungs: z.array(
        z.object({
          rung: z.string(),
          form: z.enum(['notice', 'approaching', 'due-today', 'past-due', 'ask-record', 'escalation']),
          outcome: z.enum(['sent', 'superseded']),
          on: isoDate,
          /** Position in `audiences`; null: nobody. Three hundred members are named once, not with each rung. */
          audience: z.number().int().nullable(),
          /** Who of the audience hears in the place of somebody who is away that day. */
          insteadOf: z.array(z.object({ accountId: id, ofName: z.string() })),
        }),
      ),
    }),
  ),
  audiences: z.array(z.array(id)),
  people: z.array(
    z.object({
      accountId: id,
      name: z.string(),
      tasks: z.number().int(),
      notices: z.number().int(),
      messages: z.number().int(),
      weeks: z.array(z.object({ week: isoDate, due: z.number().int(), notices: z.number().int() })),
    }),
  ),
  clashes: z.array(clash),
});

const readers = { roles: ['staff', 'leader'], reach: 'own-and-below' } as const;
const editors = { roles: ['staff'], reach: 'own' } as const;
const inPlan = inCommittee.extend({ planId: id });

export const annualPlanContract = {
  list: committeeRoute('GET', '/plans', 'Annual plans by year, newest first', readers)
    .input(inCommittee)
    .output(z.array(planSummary)),
  plannableYears: committeeRoute('GET', '/plannable-years', 'The years for which a plan may be started now', editors)
    .input(inCommittee)
    .output(z.object({ first: z.number().int(), last: z.number().int() })),
  create: committeeRoute('POST', '/plans', 'Start the plan of a year', editors)
    .input(inCommittee.extend({ year: z.number().int(), title: z.string().max(200) }))
    .output(planSummary)
    .errors(refusal('year-taken', 'year-out-of-range', 'title-missing')),
  previewCopy: committeeRoute(
    'GET',
    '/plans/{planId}/copies/{year}',
    'Each item of a plan as it was, and as it would be in a later year, with the reasons',
    editors,
  )
    .input(inPlan.extend({ year: z.coerce.number().int() }))
    .output(planCopyPreview)
    .errors(refusal('year-out-of-range', 'year-not-later')),
  copy: committeeRoute('POST', '/plans/{planId}/copies', 'Start the plan of a year from an earlier one', editors)
    .input(inPlan.extend(planCopyInput))
    .output(planSummary)
    .errors({
      ...refusal('year-taken', 'year-out-of-range', 'year-not-later', ...planItemFaults),
      ...conflict,
    }),
  get: committeeRoute('GET', '/plans/{planId}', 'A plan with its items, occurrences and case', readers)
    .input(inPlan)
    .output(plan),
  saveItem: committeeRoute('POST', '/plans/{planId}/items', 'Add an item, or change the one named', editors)
    .input(inPlan.extend({ itemId: id.nullable(), lockVersion: z.number().int(), item: planItemInput }))
    .output(plan)
    .errors({
      ...refusal('plan-not-editable', ...planItemFaults, 'responsible-unknown', 'leader-unknown', 'group-unknown'),
      ...conflict,
    }),
  removeItem: committeeRoute('POST', '/plans/{planId}/items/{itemId}/removal', 'Take an item out of a draft', editors)
    .input(inPlan.extend({ itemId: id, lockVersion: z.number().int() }))
    .output(plan)
    .errors({ ...refusal('plan-not-editable'), ...conflict }),
  readDocument: committeeRoute(
    'POST',
    '/plans/{planId}/readings',
    "A plan's own text, pasted or from a file, as items to be confirmed; nothing is written",
    editors,
  )
    .input(inPlan.extend({ source: planSource }))
    .output(planReading)
    .errors(refusal('plan-not-editable', ...documentRefusals)),
  takeItems: committeeRoute(
    'POST',
    '/plans/{planId}/items-taken',
    'Add many items at once: all of them, or none with every fault by item and field',
    editors,
  )
    .input(inPlan.extend({ lockVersion: z.number().int(), items: z.array(planItemInput).min(1).max(500) }))
    .output(itemsTaken)
    .errors({ ...refusal('plan-not-editable'), ...conflict }),
  understandCadence: committeeRoute(
    'POST',
    '/plans/{planId}/understood-cadence',
    'A cadence in words, and the dates it would give in the plan, before any item is saved',
    readers,
  )
    .input(inPlan.extend({ cadence, times: z.number().int() }))
    .output(understoodCadence)
    .errors(refusal(...cadenceFaults, 'times-out-of-range')),
  readWording: committeeRoute(
    'POST',
    '/plans/{planId}/wording',
    "A plan's own words on time as a cadence; null when they mean nothing here or more than one thing",
    readers,
  )
    .input(inPlan.extend({ text: z.string().max(200) }))
    .output(z.object({ reading: z.object({ cadence, times: z.number().int() }).nullable() })),
  rehearse: committeeRoute(
    'GET',
    '/plans/{planId}/rehearsal',
    'Everything the plan would cause if published now',
    readers,
  )
    .input(inPlan)
    .output(rehearsal),
  openMatters: committeeRoute(
    'GET',
    '/plans/{planId}/open-matters',
    'What is not settled before the plan is published: items without dates, dates that may move, empty places',
    readers,
  )
    .input(inPlan)
    .output(
      z.object({
        waiting: z.array(z.object({ itemId: id, anchor: anchorKey })).readonly(),
        provisional: z.array(z.object({ itemId: id, dates: z.number().int(), of: z.number().int() })).readonly(),
        placeholders: z.array(z.object({ itemId: id, texts: z.array(z.string()).readonly() })).readonly(),
      }),
    ),
  previewAmendment: committeeRoute(
    'GET',
    '/plans/{planId}/amendment',
    'What publishing the amendment now would move, drop and add',
    readers,
  )
    .input(inPlan)
    .output(
      z.object({
        changes: z.array(dateMove),
        waiting: z.array(z.object({ itemId: id, anchor: anchorKey })),
      }),
    ),
  revisions: committeeRoute('GET', '/plans/{planId}/revisions', 'What was published when, and what it changed', readers)
    .input(inPlan)
    .output(
      z.array(
        z.object({
          revision: z.number().int(),
          publishedAt: isoInstant,
          byName: z.string().nullable(),
          /** Why it was amended; null for the first publication. */
          reason: z.string().nullable(),
          itemCount: z.number().int(),
          changes: z.array(dateMove),
        }),
      ),
    ),
  closing: committeeRoute(
    'GET',
    '/plans/{planId}/closing',
    'What became of a plan: done, done late, postponed, not done and why, not done without a reason yet, still owed',
    readers,
  )
    .input(inPlan)
    .output(planClosing),
  close: committeeRoute(
    'POST',
    '/plans/{planId}/closing',
    'Close a plan with a reason for everything that was not done: all of it, or nothing with every fault by run',
    editors,
  )
    .input(inPlan.extend(planClosingInput))
    .output(planClosingResult)
    .errors({ ...refusal('action-not-known-here'), ...conflict }),
  keepRehearsal: committeeRoute(
    'POST',
    '/plans/{planId}/rehearsals',
    'Rehearse, remember it, and say what changed since the last one that differed',
    editors,
  )
    .input(inPlan)
    .output(
      z.object({
        /** Null: there was none before. */
        comparedWith: z.object({ at: isoInstant, byName: z.string() }).nullable(),
        tasks: z.object({ before: z.number().int(), after: z.number().int() }),
        messages: z.object({ before: z.number().int(), after: z.number().int() }),
        changes: z
          .array(
            z.object({
              change: z.enum(['added', 'dropped', 'moved']),
              title: z.string(),
              key: z.string(),
              from: isoDate.nullable(),
              to: isoDate.nullable(),
            }),
          )
          .readonly(),
      }),
    ),
  passDown: committeeRoute(
    'POST',
    '/plans/{planId}/items/{itemId}/passing-down',
    'Offer an item to committees below',
    editors,
  )
    .input(inPlan.extend({ itemId: id, committeeIds: z.array(id).max(500) }))
    .output(z.array(passedDown))
    .errors(refusal('townships-missing', 'not-below', 'passed-down-already')),
  passedDown: committeeRoute('GET', '/plans/{planId}/passed-down', 'What became of items passed down', readers)
    .input(inPlan)
    .output(z.array(passedDown)),
  offers: committeeRoute('GET', '/passed-down', 'Items the committee above has passed down to this one', readers)
    .input(inCommittee)
    .output(z.array(passedDown)),
};
