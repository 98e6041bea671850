import { roles } from '@xushi/domain';
import * as z from 'zod';
import { isoDate, isoInstant } from '../values.js';
import { planItemInput } from './annual-plan.js';

/** In a file people are named as the writer likes: `clerk`, `member-7`. */
const name = z.string().min(1).max(100);

const planFileItem = planItemInput.extend({
  category: planItemInput.shape.category.default('other'),
  workflow: planItemInput.shape.workflow.default('activity'),
  times: planItemInput.shape.times.default(1),
  target: planItemInput.shape.target.default(1),
  participants: planItemInput.shape.participants.default('members'),
  groupId: name.nullable().default(null),
  responsibleAccountId: name.nullable().default(null),
  leaderAccountId: name.nullable().default(null),
  leadOffice: planItemInput.shape.leadOffice.default(null),
  cooperating: planItemInput.shape.cooperating.default([]),
  reportWanted: planItemInput.shape.reportWanted.default(false),
  sites: planItemInput.shape.sites.default([]),
  sourceText: planItemInput.shape.sourceText.default(null),
});

const personInOffice = z.object({
  accountId: name,
  role: z.enum(roles),
  groupId: name.nullable().default(null),
  unitId: name.nullable().default(null),
  from: isoDate.optional(),
  to: isoDate.nullable().default(null),
});

/**
 * A year's plan as a file that is rehearsed without a database: items as the API takes them, most of an item left to
 * its default, people by any name, and the days the items hang on.
 */
export const planFile = z.object({
  year: z.number().int().min(2000).max(2099),
  title: z.string().max(200).default(''),
  /** The moment it is imagined to be published at; without it 09:00 on the year's first working day. */
  publishedAt: isoInstant.optional(),
  /** So many members with one clerk and one leader, or everybody by name. */
  roster: z
    .union([z.object({ members: z.number().int().min(0).max(2000) }), z.array(personInOffice).max(3000)])
    .default({ members: 12 }),
  anchors: z
    .array(
      z.object({
        key: z.string().regex(/^[a-z0-9-]{1,60}$/),
        name: z.string().max(100).default(''),
        on: isoDate.nullable(),
        isProvisional: z.boolean().default(false),
      }),
    )
    .max(50)
    .default([]),
  /** Days on which this committee is closed although the country works. */
  closings: z
    .array(z.object({ on: isoDate, name: z.string().max(100) }))
    .max(100)
    .default([]),
  items: z.array(planFileItem).min(1).max(300),
});
export type PlanFile = z.infer<typeof planFile>;
