import {
  categories,
  itemWorkflows,
  openFields,
  participants,
  planItemFaults,
  skipReasons,
  targetPers,
} from '@xushi/domain';
import * as z from 'zod';
import { id } from '../values.js';
import { cadence, cadenceWords } from './cadence.js';

/** The words of a plan as they were pasted, or a file's bytes in base64 (4 MiB); what kind of file is seen from its bytes. */
export const planSource = z.union([
  z.object({ text: z.string().max(300_000) }),
  z.object({ name: z.string().max(255), file: z.base64().max(5_600_000) }),
]);

/** A plan item while its cadence may be open; everything else is there, ready to be confirmed. */
const readDraft = z.object({
  title: z.string(),
  category: z.enum(categories),
  workflow: z.enum(itemWorkflows),
  cadence: cadence.nullable(),
  times: z.number().int(),
  target: z.number().int(),
  participants: z.enum(participants),
  groupId: id.nullable(),
  responsibleAccountId: id.nullable(),
  leaderAccountId: id.nullable(),
  leadOffice: z.string().nullable(),
  cooperating: z.array(z.string()).readonly(),
  reportWanted: z.boolean(),
  sites: z.array(z.string()).readonly(),
  sourceText: z.string(),
});

const readItem = z.object({
  /** The line or row of the source on which its words begin. */
  line: z.number().int(),
  draft: readDraft,
  cadenceWords: cadenceWords.nullable(),
  /** Its words on time as written, vague ones too. */
  timeWords: z.string().nullable(),
  /** A number of pieces as written: 全年 20 篇. */
  target: z.object({ count: z.number().int(), per: z.enum(targetPers), unit: z.string() }).nullable(),
  /** Who does it, in the words of a task chart. */
  written: z
    .object({
      leadInCharge: z.string().nullable(),
      leadOffice: z.string().nullable(),
      cooperating: z.array(z.string()).readonly(),
      responsible: z.string().nullable(),
    })
    .nullable(),
  open: z.array(z.enum(openFields)).readonly(),
});

export const planReading = z.object({
  lockVersion: z.number().int(),
  /** The source as it is shown beside: each line or row cut where the words of an item begin and end. */
  blocks: z.array(
    z.object({
      kind: z.enum(['line', 'row']),
      number: z.number().int(),
      table: z.number().int().nullable(),
      level: z.number().int().nullable(),
      parts: z
        .array(
          z.object({
            text: z.string(),
            /** Positions in `items`. */
            items: z.array(z.number().int()).readonly(),
            /** Position in `leftOut`. */
            leftOut: z.number().int().nullable(),
          }),
        )
        .readonly(),
    }),
  ),
  /** `isPlanned`: the plan already holds an item of these words. */
  items: z.array(readItem.extend({ isPlanned: z.boolean() })),
  leftOut: z.array(readItem.extend({ why: z.enum(skipReasons), isPlanned: z.boolean() })),
  /** A template's empty places in the words that the plan's papers would print (××乡), and what each most likely means. */
  placeholders: z.array(z.object({ text: z.string(), meant: z.string().nullable() })),
});

/** What became of items to be taken into a plan: all of them are in, or there are faults and none is. */
export const itemsTaken = z.object({
  taken: z.number().int(),
  lockVersion: z.number().int(),
  faults: z.array(
    z.object({
      /** Position in what was sent. */
      index: z.number().int(),
      field: z.string(),
      reason: z.enum([...planItemFaults, 'responsible-unknown', 'leader-unknown', 'group-unknown']),
    }),
  ),
});
