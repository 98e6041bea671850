import * as z from 'zod';
import { committeeRoute } from '../route.js';
import { id, inCommittee } from '../values.js';

/** A file to keep: its name in the header (RFC 5987), never cached. */
const download = z.object({ headers: z.record(z.string(), z.string()), body: z.file() });

const readers = { roles: ['staff', 'leader'], reach: 'own-and-below' } as const;
const inPlan = inCommittee.extend({ planId: id });

/** What of a plan can be taken along as a file. */
export const planDocuments = ['key-points', 'task-breakdown'] as const;

/** A plan as it leaves the house: documents in the official format. */
export const planPaperContract = {
  document: committeeRoute('GET', '/plans/{planId}/documents/{document}', 'A plan as a document to keep', readers)
    .route({ outputStructure: 'detailed' })
    .input(inPlan.extend({ document: z.enum(planDocuments) }))
    .output(download),
};
