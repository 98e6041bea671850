import { writeDrawing } from '../write-drawing.js';
import type { PlanPaper } from './plan-paper.js';
import { drawWallChart, type PaperSize } from './wall-chart.js';
import { fullTitle } from './words.js';

/** The wall chart as a PDF of one page. */
export function writeWallChart(paper: PlanPaper, size: PaperSize): Promise<Uint8Array> {
  return writeDrawing(drawWallChart(paper, size), { title: `${fullTitle(paper)}全年安排`, author: paper.committee });
}
