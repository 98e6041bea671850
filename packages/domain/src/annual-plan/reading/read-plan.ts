import { readChart } from './chart.js';
import { paragraphsOf } from './paragraph.js';
import { partsOf } from './plan-part.js';
import type { PlanReading, ReadItem, SkippedPassage } from './plan-reading.js';
import { readSection, sectionsOf } from './section.js';
import type { SourceBlock, SourceDocument, SourceLine, SourceRow } from './source-document.js';
import type { TimeContext } from './time-words.js';
import { wide } from './title.js';

/**
 * Reads an annual plan: what a clerk would enter as items of her plan, each with the words it was read from, and what
 * was left out and why. What the text leaves vague stays open and is named in `open`; nothing is invented. Refuses
 * nothing: a text without a plan has no items.
 */
export function readPlan(document: SourceDocument, { year, events = [] }: TimeContext): PlanReading {
  const context: TimeContext = { year, events, known: new Map() };
  const items: ReadItem[] = [];
  const skipped: SkippedPassage[] = [];
  const keep = (reading: PlanReading) => {
    items.push(...reading.items);
    skipped.push(...reading.skipped);
  };
  let heading = '';
  for (const stretch of stretchesOf(document.blocks)) {
    if (stretch.kind === 'rows') keep(onSheet(readChart(stretch.rows, context, heading), stretch.rows[0]?.sheet));
    else keep(readLines(stretch.lines, context));
    heading = stretch.kind === 'lines' ? (stretch.lines.findLast(({ text }) => text !== '')?.text ?? '') : '';
  }
  return { items, skipped };
}

/** Says of everything read from a sheet which sheet it was. */
function onSheet({ items, skipped }: PlanReading, sheet: string | undefined): PlanReading {
  if (sheet === undefined) return { items, skipped };
  return {
    items: items.map((item) => ({ ...item, source: { ...item.source, sheet } })),
    skipped: skipped.map((passage) => ({ ...passage, sheet })),
  };
}

function readLines(lines: readonly SourceLine[], context: TimeContext): PlanReading {
  const paragraphs = paragraphsOf(lines);
  const parts = partsOf(paragraphs, context.year);
  const skipped: SkippedPassage[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const part = parts[index];
    if (part === 'plan' || part === undefined) continue;
    for (const [at, { line, at: from }] of paragraph.starts.entries()) {
      skipped.push({ line, text: wide(paragraph.raw.slice(from, paragraph.starts[at + 1]?.at)), why: part });
    }
  }
  const items: ReadItem[] = [];
  for (const section of sectionsOf(
    paragraphs.filter((_, index) => parts[index] === 'plan'),
    context,
  )) {
    const reading = readSection(section, { ...context, time: null, captions: [] });
    items.push(...reading.items);
    skipped.push(...reading.skipped);
  }
  return { items, skipped: skipped.sort((a, b) => a.line - b.line) };
}

type Stretch =
  | { readonly kind: 'lines'; readonly lines: SourceLine[] }
  | { readonly kind: 'rows'; readonly table: number; readonly rows: SourceRow[] };

/** Lines between tables, and tables, in their order. */
function stretchesOf(blocks: readonly SourceBlock[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const block of blocks) {
    const last = stretches.at(-1);
    if (block.kind === 'line') {
      if (last?.kind === 'lines') last.lines.push(block);
      else stretches.push({ kind: 'lines', lines: [block] });
    } else if (last?.kind === 'rows' && last.table === block.table) last.rows.push(block);
    else stretches.push({ kind: 'rows', table: block.table, rows: [block] });
  }
  return stretches;
}
