/**
 * A document as plain data, whatever file it came from: its lines and the rows of its tables in their order, each with
 * the number by which a person finds it again (the line of a text, the paragraph of a Word file, the row of a sheet).
 */
export interface SourceDocument {
  readonly blocks: readonly SourceBlock[];
}

export type SourceBlock = SourceLine | SourceRow;

export interface SourceLine {
  readonly kind: 'line';
  readonly number: number;
  readonly text: string;
  /** 1 for the highest heading; null for text, and where the file does not say. */
  readonly level: number | null;
}

/** A row of a table; a merged cell's text stands in every cell it covers. */
export interface SourceRow {
  readonly kind: 'row';
  readonly number: number;
  readonly cells: readonly string[];
  /** Rows of one table share it. */
  readonly table: number;
  /** The sheet's name, where a workbook has several: each numbers its rows from 1. */
  readonly sheet?: string;
}

/** Cells that stand in a pasted line: Excel and Word separate them by tabs, Markdown by bars. */
const FEWEST_CELLS = 3;

/**
 * A text, pasted or from a file, as a document: Markdown headings get their level, lines of at least three cells
 * separated by tabs or bars become rows.
 */
export function documentOfText(text: string): SourceDocument {
  const blocks: SourceBlock[] = [];
  let table = 0;
  let isInTable = false;
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n|\u2028|\u2029|\f/)
    .entries()) {
    const cells = cellsOf(line);
    if (cells === null) {
      isInTable = false;
      blocks.push(lineOf(line, index + 1));
    } else if (!isRuleOfTable(cells)) {
      if (!isInTable) table += 1;
      isInTable = true;
      blocks.push({ kind: 'row', number: index + 1, cells, table });
    }
  }
  return { blocks };
}

function lineOf(line: string, number: number): SourceLine {
  const heading = /^(#{1,6})\s+(.*)$/.exec(line.trim());
  if (heading === null) return { kind: 'line', number, text: line.trim(), level: null };
  return { kind: 'line', number, text: (heading[2] ?? '').replace(/\s*#+$/, ''), level: (heading[1] ?? '').length };
}

function cellsOf(line: string): string[] | null {
  const trimmed = line.trim();
  const cells = trimmed.startsWith('|') ? trimmed.replace(/^\||\|$/g, '').split('|') : line.split('\t');
  if (cells.length < (trimmed.startsWith('|') ? 2 : FEWEST_CELLS)) return null;
  return cells.some((cell) => cell.trim() !== '') ? cells.map((cell) => cell.trim()) : null;
}

const isRuleOfTable = (cells: readonly string[]) => cells.every((cell) => /^:?-{2,}:?$/.test(cell));
