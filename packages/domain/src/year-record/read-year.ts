import { markerOf, UNMARKED } from '../annual-plan/reading/outline.js';
import { lineAt, type Paragraph, paragraphsOf } from '../annual-plan/reading/paragraph.js';
import { headingOf, isTitle, partsOf } from '../annual-plan/reading/plan-part.js';
import type { SourceDocument, SourceLine, SourceRow } from '../annual-plan/reading/source-document.js';
import { figuresIn } from './figures.js';
import type { Finding } from './finding.js';
import { heldIn, isAttendance } from './held.js';
import { readLedger } from './ledger.js';

/**
 * What a past year's report or ledger says of that year: the figures it states and what it says was held, each with
 * its passage, in the document's order. Nothing is computed and nothing guessed: what stands under a heading of plans,
 * speaks of what is to come, or names another year is left out. A person confirms each before it counts.
 */
export function readYear(document: SourceDocument, { year }: { readonly year: number }): Finding[] {
  const lines = document.blocks.filter((block): block is SourceLine => block.kind === 'line');
  const rows = document.blocks.filter((block): block is SourceRow => block.kind === 'row');
  const tables = [...new Set(rows.map(({ table }) => table))];
  return [
    ...whatWas(paragraphsOf(lines)).flatMap((paragraph) => readParagraph(paragraph, year)),
    ...tables.flatMap((table) =>
      readLedger(
        rows.filter((row) => row.table === table),
        year,
      ),
    ),
  ];
}

const LONGEST_SOURCE = 300;

function readParagraph(paragraph: Paragraph, year: number): Finding[] {
  return [...paragraph.text.matchAll(/[^。;!?]+[。;!?]?/g)].flatMap(({ 0: sentence, index }) => {
    const source = {
      line: lineAt(paragraph, index),
      text: paragraph.raw.slice(index, index + sentence.length).slice(0, LONGEST_SOURCE),
    };
    const held = heldIn(sentence, year);
    const figures = figuresIn(sentence, paragraph.text).filter(
      ({ at }) => held.length === 0 || !isAttendance(sentence, at),
    );
    return [
      ...held.map((one) => ({ ...one, source })),
      ...figures.map(({ at, ...one }) => ({
        kind: 'figure' as const,
        ...one,
        source: { ...source, line: lineAt(paragraph, index + at) },
      })),
    ];
  });
}

const PLANS =
  /(?:明年|来年|下一?步|今后|下年度?|新的一年|(?:\d{4}|[x×X]{2,4})年)?.{0,10}(?:工作)?(?:安排|打算|计划|思路|设想|谋划)$|(?:明年|来年|下一?步|今后|下年度?).{0,14}(?:重点|任务|工作|建议|措施)/;

/** The paragraphs that tell what was: neither a page's furniture nor what stands under a heading of plans. */
function whatWas(paragraphs: readonly Paragraph[]): Paragraph[] {
  const parts = partsOf(paragraphs);
  let plansFrom: number | null = null;
  return paragraphs.filter((paragraph, index) => {
    const rank = rankOf(paragraph.text);
    const heading = headingOf(paragraph) ?? '';
    // A heading without a number reaches as far as its document.
    const isOver = plansFrom !== null && plansFrom !== UNMARKED && rank <= plansFrom;
    if (isOver || isTitle(paragraph)) plansFrom = null;
    if (!isTitle(paragraph) && PLANS.test(heading.replace(/[:。]$/, ''))) plansFrom ??= rank;
    return plansFrom === null && parts[index] !== 'furniture';
  });
}

/** 三、2026年打算 is a heading as 三、明年打算 is one, although a number follows its mark. */
function rankOf(text: string): number {
  return markerOf(text)?.rank ?? (/^[一二三四五六七八九十]{1,3}、/.test(text) ? 1 : UNMARKED);
}
