import type { PlanReading, SourcePlace } from './plan-reading.js';
import type { SourceBlock, SourceDocument } from './source-document.js';

/** A stretch of a source line, or a cell of a source row, with what was read from it. */
export interface MarkedPart {
  readonly text: string;
  /** Positions in `items` of the reading. */
  readonly items: readonly number[];
  /** Position in `skipped` of the reading; null where an item was found, and where nothing was. */
  readonly skipped: number | null;
}

/** A line or row of the source as a person sees it beside what was read. */
export interface MarkedBlock {
  readonly kind: SourceBlock['kind'];
  readonly number: number;
  /** Rows of one table share it; null for a line. */
  readonly table: number | null;
  /** 1 for the highest heading; null for text. */
  readonly level: number | null;
  readonly parts: readonly MarkedPart[];
}

/** A passage is looked for in so many blocks from its line on. */
const FARTHEST = 40;

/**
 * The document with the words of each item and of each passage left out marked where they stand. The reader tidies
 * punctuation and spaces, so letters and digits alone are compared. A passage whose words are not found again marks its
 * whole line.
 */
export function markSource({ blocks }: SourceDocument, { items, skipped }: PlanReading): MarkedBlock[] {
  const text = blocks.map(lettersOf);
  const marks: Mark[] = [];
  for (const [index, { source }] of items.entries()) marks.push(...find(text, source, { item: index, skipped: null }));
  for (const [index, passage] of skipped.entries()) {
    marks.push(...find(text, passage, { item: null, skipped: index }));
  }
  return blocks.map((block, at) => ({
    kind: block.kind,
    number: block.number,
    table: block.kind === 'row' ? block.table : null,
    level: block.kind === 'row' ? null : block.level,
    parts: partsOf(
      block,
      marks.filter((mark) => mark.block === at),
    ),
  }));
}

interface Letters {
  readonly block: SourceBlock;
  readonly letters: string;
  /** Of each letter its place in the block's text, cells one after another. */
  readonly places: readonly number[];
}

interface Mark {
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly item: number | null;
  readonly skipped: number | null;
}

const cellsOf = (block: SourceBlock): readonly string[] => (block.kind === 'row' ? block.cells : [block.text]);

function lettersOf(block: SourceBlock): Letters {
  const places: number[] = [];
  let letters = '';
  for (const [place, char] of [...cellsOf(block).join('')].entries()) {
    const plain = char.normalize('NFKC');
    if (!/^[\p{L}\p{N}]+$/u.test(plain)) continue;
    letters += plain;
    for (let count = 0; count < plain.length; count += 1) places.push(place);
  }
  return { block, letters, places };
}

const sheetOf = (block: SourceBlock) => (block.kind === 'row' ? block.sheet : undefined);

const bare = (text: string) => [...text.normalize('NFKC')].filter((char) => /[\p{L}\p{N}]/u.test(char)).join('');

/** Where a passage stands: from its line on, over as many blocks as it runs. */
function find(
  all: readonly Letters[],
  passage: SourcePlace & { readonly text: string },
  of: Pick<Mark, 'item' | 'skipped'>,
): Mark[] {
  const wanted = bare(passage.text);
  const starts = all.flatMap(({ block }, index) =>
    block.number === passage.line && sheetOf(block) === passage.sheet ? [index] : [],
  );
  for (const start of starts) {
    const found = wanted === '' ? null : stretchOf(all.slice(start, start + FARTHEST), wanted);
    if (found !== null) return found.map((mark) => ({ ...mark, ...of, block: mark.block + start }));
  }
  const pieces = starts.flatMap((start) =>
    cellsWithin(all[start], wanted).map((piece) => ({ ...piece, block: start })),
  );
  if (pieces.length > 0) return pieces.map((piece) => ({ ...piece, ...of }));
  const [start] = starts;
  if (start === undefined) return [];
  return [{ block: start, from: 0, to: cellsOf((all[start] as Letters).block).join('').length, ...of }];
}

/** The wanted letters in the first block, going on in those after it. */
function stretchOf(blocks: readonly Letters[], wanted: string): Omit<Mark, 'item' | 'skipped'>[] | null {
  const first = blocks[0]?.letters.length ?? 0;
  let letters = '';
  const ends: number[] = [];
  for (const block of blocks) {
    letters += block.letters;
    ends.push(letters.length);
    if (letters.length >= first + wanted.length) break;
  }
  const at = letters.indexOf(wanted);
  if (at < 0 || at >= Math.max(first, 1)) return null;
  const marks: Omit<Mark, 'item' | 'skipped'>[] = [];
  for (const [index, end] of ends.entries()) {
    const begin = index === 0 ? 0 : (ends[index - 1] ?? 0);
    const from = Math.max(at, begin);
    const to = Math.min(at + wanted.length, end);
    if (from >= to) continue;
    const { places } = blocks[index] as Letters;
    marks.push({ block: index, from: places[from - begin] ?? 0, to: (places[to - begin - 1] ?? 0) + 1 });
  }
  return marks;
}

/** The cells of a row whose words a passage holds: it was put together of several. */
function cellsWithin(letters: Letters | undefined, wanted: string): { from: number; to: number }[] {
  if (letters?.block.kind !== 'row') return [];
  let at = 0;
  return letters.block.cells.flatMap((cell) => {
    const from = at;
    at += [...cell].length;
    const words = bare(cell);
    return words !== '' && wanted.includes(words) ? [{ from, to: at }] : [];
  });
}

/** A line cut where marks begin and end; a row cut into its cells. */
function partsOf(block: SourceBlock, marks: readonly Mark[]): MarkedPart[] {
  const chars = [...cellsOf(block).join('')];
  const cuts = block.kind === 'row' ? cellCuts(block.cells) : lineCuts(chars.length, marks);
  return cuts.map(([from, to]) => {
    const here = marks.filter((mark) => mark.from < to && mark.to > from);
    const items = [...new Set(here.flatMap(({ item }) => (item === null ? [] : [item])))];
    const skipped = items.length > 0 ? null : (here.find((mark) => mark.skipped !== null)?.skipped ?? null);
    return { text: chars.slice(from, to).join(''), items, skipped };
  });
}

type Cut = readonly [from: number, to: number];

function lineCuts(length: number, marks: readonly Mark[]): Cut[] {
  const bounds = [...new Set([0, length, ...marks.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  return bounds.slice(1).map((to, index): Cut => [bounds[index] ?? 0, to]);
}

function cellCuts(cells: readonly string[]): Cut[] {
  let at = 0;
  return cells.map((cell) => {
    const from = at;
    at += [...cell].length;
    return [from, at];
  });
}
