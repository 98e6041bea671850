import { refusalCodes, roles, taskKinds, workflowNames } from '@xushi/domain';
import * as z from 'zod';
import { conflict, refusal } from '../errors.js';
import { committeeRoute } from '../route.js';
import { id, inCommittee, isoDate, isoInstant, role } from '../values.js';

export const actionField = z.object({
  name: z.string(),
  type: z.enum(['date-done', 'date-planned', 'text', 'count']),
  required: z.boolean(),
});

export const historyEvent = z.object({
  seq: z.number().int(),
  event: z.string(),
  fromState: z.string().nullable(),
  toState: z.string(),
  /** Null: the system. */
  actorName: z.string().nullable(),
  onBehalfOfName: z.string().nullable(),
  /** By the link in a message, without signing in. */
  isByLink: z.boolean(),
  at: isoInstant,
  input: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** Whom an urging or a slip is addressed to, or who asks for leave: a person or unit by name, or an office. */
export const addressee = z.object({ name: z.string().nullable(), role: role.nullable() });

/** Another case that hangs on this one, or on which this one hangs. */
export const caseRef = z.object({
  instanceId: id,
  definition: z.enum(workflowNames),
  title: z.string(),
  state: z.string(),
  isFinal: z.boolean(),
  /** The task it is about, of those of the case it hangs on. */
  aboutTaskId: id.nullable(),
  addressee: addressee.nullable(),
  openedAt: isoInstant,
});

/** A case as a person sees it: where it stands, what this person may do, and what happened so far. */
export const caseView = z.object({
  instanceId: id,
  definition: z.enum(workflowNames),
  title: z.string(),
  state: z.string(),
  isFinal: z.boolean(),
  lockVersion: z.number().int(),
  allowedActions: z.array(z.object({ event: z.string(), fields: z.array(actionField) })),
  occurrence: z.object({ key: z.string(), fromOn: isoDate, toOn: isoDate, dueOn: isoDate }).nullable(),
  /** The task this case is about: the one that was urged, for which a slip was issued or leave is asked. */
  aboutTaskId: id.nullable(),
  addressee: addressee.nullable(),
  parent: caseRef.nullable(),
  /** Urgings, slips and requests for leave that hang on this case, the latest first. */
  children: z.array(caseRef),
  /**
   * Empty, like `children`, for whoever keeps no record here: what goes between clerk and leader is theirs. The addressee
   * of a case reads its steps, because they are what was said to them and by them.
   */
  history: z.array(historyEvent),
});

/** A workflow as something to draw. */
export const workflowGraph = z.object({
  name: z.enum(workflowNames),
  version: z.number().int(),
  states: z.array(
    z.object({
      name: z.string(),
      isInitial: z.boolean(),
      isFinal: z.boolean(),
      opens: z.array(z.enum(taskKinds)),
    }),
  ),
  transitions: z.array(
    z.object({
      from: z.string(),
      event: z.string(),
      to: z.string(),
      by: z.array(z.enum([...roles, 'system', 'responsible', 'addressee'])),
      /** Taken only where the plan wants a report. */
      isForReport: z.boolean(),
      fields: z.array(actionField),
      completes: z.array(z.enum(taskKinds)),
    }),
  ),
});

const anyone = ['staff', 'leader', 'member', 'unit'] as const;

export const workflowContract = {
  definition: committeeRoute('GET', '/workflow-definitions/{name}', 'A workflow as states and ways, to be drawn', {
    roles: ['staff', 'leader'],
    reach: 'own-and-below',
  })
    .input(inCommittee.extend({ name: z.enum(workflowNames) }))
    .output(workflowGraph),
  get: committeeRoute('GET', '/cases/{instanceId}', 'A case with its history and what I may do', {
    roles: ['staff', 'leader'],
    reach: 'own-and-below',
  })
    .input(inCommittee.extend({ instanceId: id }))
    .output(caseView),
  act: committeeRoute('POST', '/cases/{instanceId}/actions', 'Take one of the allowed actions', {
    roles: anyone,
    reach: 'own',
  })
    .input(
      inCommittee.extend({
        instanceId: id,
        event: z.string().max(50),
        lockVersion: z.number().int(),
        input: z.record(z.string().max(50), z.union([z.string().max(2000), z.number()])).default({}),
      }),
    )
    .output(caseView)
    .errors({ ...refusal(...refusalCodes), ...conflict }),
};
