import type { PlanPaper } from './annual-plan/plan-paper.js';
import { writeKeyPoints } from './annual-plan/write-key-points.js';
import { writeTaskBreakdown } from './annual-plan/write-task-breakdown.js';

/** A document to be written, with all it says: plain data, so that any thread can write it. */
export type DocumentOrder = { readonly document: 'key-points' | 'task-breakdown'; readonly paper: PlanPaper };

/** The bytes of a document. The same order gives the same text; only the file's own time stamps differ. */
export function writeDocument(order: DocumentOrder): Promise<Uint8Array> {
  switch (order.document) {
    case 'key-points':
      return writeKeyPoints(order.paper);
    case 'task-breakdown':
      return writeTaskBreakdown(order.paper);
  }
}
