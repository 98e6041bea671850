import * as z from 'zod';
import { committeeRoute } from '../route.js';
import { id, inCommittee } from '../values.js';

/** A file to keep: its name in the header (RFC 5987), never cached. */
const download = z.object({ headers: z.record(z.string(), z.string()), body: z.file() });

const readers = { roles: ['staff', 'leader'], reach: 'own-and-below' } as const;
const inPlan = inCommittee.extend({ planId: id });

/** What of a plan can be taken along as a file. */
const planDocuments = ['key-points', 'task-breakdown', 'workbook', 'wall-chart-a3', 'wall-chart-a4'] as const;

/** A page of areas and words in millimetres, as the screen draws and prints it. */
const drawing = z.object({
  width: z.number(),
  height: z.number(),
  shapes: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('area'),
          x: z.number(),
          y: z.number(),
          width: z.number(),
          height: z.number(),
          fill: z.string().nullable(),
          line: z.string().nullable(),
        }),
        z.object({
          kind: z.literal('words'),
          x: z.number(),
          y: z.number(),
          size: z.number(),
          text: z.string(),
          isBold: z.boolean(),
          colour: z.string(),
        }),
      ]),
    )
    .readonly(),
});

/** A plan as it leaves the house: documents in the official format, the wall chart, each person's year. */
export const planPaperContract = {
  document: committeeRoute('GET', '/plans/{planId}/documents/{document}', 'A plan as a document to keep', readers)
    .route({ outputStructure: 'detailed' })
    .input(inPlan.extend({ document: z.enum(planDocuments) }))
    .output(download),
  wallChart: committeeRoute('GET', '/plans/{planId}/wall-chart', "The year's wall chart, to be drawn on A3", readers)
    .input(inPlan)
    .output(drawing),
  people: committeeRoute('GET', '/plans/{planId}/people', 'Who has a part in a plan, and how many dates', readers)
    .input(inPlan)
    .output(
      z.array(z.object({ accountId: id, name: z.string(), isMember: z.boolean(), dates: z.number().int() })).readonly(),
    ),
  personYear: committeeRoute(
    'GET',
    '/plans/{planId}/people/{accountId}/year',
    "One person's year as a document",
    readers,
  )
    .route({ outputStructure: 'detailed' })
    .input(inPlan.extend({ accountId: id }))
    .output(download),
};
