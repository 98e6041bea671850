import { refusalCodes, workflowNames } from '@xushi/domain';
import * as z from 'zod';
import { conflict, refusal } from '../errors.js';
import { committeeRoute } from '../route.js';
import { id, inCommittee, isoDate, isoInstant } from '../values.js';

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
  at: isoInstant,
  input: z.record(z.string(), z.union([z.string(), z.number()])),
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
  history: z.array(historyEvent),
});

const anyone = ['staff', 'leader', 'member'] as const;

export const workflowContract = {
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
