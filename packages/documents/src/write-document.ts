import type { PlanPaper } from './annual-plan/plan-paper.js';
import type { PaperSize } from './annual-plan/wall-chart.js';

/** A document to be written, with all it says: plain data, so that any thread can write it. */
export type DocumentOrder = { readonly paper: PlanPaper } & (
  | { readonly document: 'key-points' | 'task-breakdown' | 'workbook' }
  | { readonly document: 'wall-chart'; readonly size: PaperSize }
  | { readonly document: 'person-year'; readonly accountId: string }
);

/**
 * The bytes of a document. The same order gives the same text; only the file's own time stamps differ. Each writer is
 * loaded when it is wanted: a thread that writes one document need not read the libraries of all.
 */
export async function writeDocument(order: DocumentOrder): Promise<Uint8Array> {
  const { paper } = order;
  switch (order.document) {
    case 'key-points':
      return (await import('./annual-plan/write-key-points.js')).writeKeyPoints(paper);
    case 'task-breakdown':
      return (await import('./annual-plan/write-task-breakdown.js')).writeTaskBreakdown(paper);
    case 'workbook':
      return (await import('./annual-plan/write-plan-workbook.js')).writePlanWorkbook(paper);
    case 'wall-chart':
      return (await import('./annual-plan/write-wall-chart.js')).writeWallChart(paper, order.size);
    case 'person-year':
      return (await import('./annual-plan/write-person-year.js')).writePersonYear(paper, order.accountId);
  }
}
