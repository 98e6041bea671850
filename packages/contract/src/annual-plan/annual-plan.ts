import { categories, itemWorkflows } from '@xushi/domain';
import * as z from 'zod';
import { conflict, refusal } from '../errors.js';
import { committeeRoute } from '../route.js';
import { id, inCommittee, isoDate, isoInstant } from '../values.js';
import { caseView } from '../workflow/workflow.js';

export const cadence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('each-quarter') }),
  z.object({ kind: z.literal('half-year'), half: z.union([z.literal(1), z.literal(2)]) }),
  z.object({ kind: z.literal('whole-year') }),
  z.object({ kind: z.literal('between'), from: isoDate, to: isoDate }),
]);

export const dueReason = z.object({
  rule: z.enum(['last-workday-of-window', 'workdays-after-entry', 'workdays-after-done', 'workdays-before-event']),
  from: isoDate,
  workdays: z.number().int().optional(),
  provisional: z.boolean(),
});

export const planItemInput = z.object({
  title: z.string().max(200),
  category: z.enum(categories),
  workflow: z.enum(itemWorkflows),
  cadence,
  target: z.number().int(),
  participants: z.enum(['members', 'none']),
  responsibleAccountId: id.nullable(),
  reportWanted: z.boolean(),
  /** The words of the source document this item was read from. */
  sourceText: z.string().max(2000).nullable(),
});

export const planItem = planItemInput.extend({
  id,
  position: z.number().int(),
  responsibleName: z.string().nullable(),
});

export const planState = z.enum(['draft', 'submitted', 'approved', 'published', 'closed']);

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
  case: caseView,
  isEditable: z.boolean(),
});

export const rehearsal = z.object({
  /** The moment the plan is imagined to be published at. */
  publishedAt: isoInstant,
  occurrences: z.array(occurrence),
  taskCount: z.number().int(),
  reminders: z.array(
    z.object({
      itemId: id,
      occurrenceKey: z.string(),
      taskKind: z.string(),
      holderAccountId: id.nullable(),
      holderRole: z.string().nullable(),
      dueOn: isoDate,
      rung: z.string(),
      form: z.enum(['notice', 'approaching', 'due-today', 'ask-record', 'escalation']),
      outcome: z.enum(['sent', 'superseded']),
      on: isoDate,
      recipients: z.array(id),
    }),
  ),
  people: z.array(z.object({ accountId: id, name: z.string(), notices: z.number().int(), days: z.number().int() })),
  clashes: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('same-week'),
        week: isoDate,
        occurrences: z.array(z.object({ itemId: id, key: z.string() })),
      }),
      z.object({ kind: z.literal('busy-day'), accountId: id, on: isoDate, notices: z.number().int() }),
      z.object({ kind: z.literal('provisional'), year: z.number().int(), occurrences: z.number().int() }),
    ]),
  ),
});

const readers = { roles: ['staff', 'leader'], reach: 'own-and-below' } as const;
const editors = { roles: ['staff'], reach: 'own' } as const;
const inPlan = inCommittee.extend({ planId: id });

export const annualPlanContract = {
  list: committeeRoute('GET', '/plans', 'Annual plans by year, newest first', readers)
    .input(inCommittee)
    .output(z.array(planSummary)),
  create: committeeRoute('POST', '/plans', 'Start the plan of a year', editors)
    .input(inCommittee.extend({ year: z.number().int(), title: z.string().max(200) }))
    .output(planSummary)
    .errors(refusal('year-taken', 'year-out-of-range', 'title-missing')),
  get: committeeRoute('GET', '/plans/{planId}', 'A plan with its items, occurrences and case', readers)
    .input(inPlan)
    .output(plan),
  saveItem: committeeRoute('POST', '/plans/{planId}/items', 'Add an item, or change the one named', editors)
    .input(inPlan.extend({ itemId: id.nullable(), lockVersion: z.number().int(), item: planItemInput }))
    .output(plan)
    .errors({
      ...refusal(
        'plan-not-editable',
        'title-missing',
        'window-reversed',
        'window-outside-year',
        'target-out-of-range',
        'participants-missing',
        'responsible-unknown',
      ),
      ...conflict,
    }),
  removeItem: committeeRoute('POST', '/plans/{planId}/items/{itemId}/removal', 'Take an item out of a draft', editors)
    .input(inPlan.extend({ itemId: id, lockVersion: z.number().int() }))
    .output(plan)
    .errors({ ...refusal('plan-not-editable'), ...conflict }),
  rehearse: committeeRoute(
    'GET',
    '/plans/{planId}/rehearsal',
    'Everything the plan would cause if published now',
    readers,
  )
    .input(inPlan)
    .output(rehearsal),
};
