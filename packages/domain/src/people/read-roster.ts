import {
  columnsOf,
  headingTwice,
  isHeadingAgain,
  type RosterColumn,
  type RosterField,
  type RosterKind,
} from './roster-columns.js';
import { type RosterCells, type RosterFault, type RosterPerson, readPerson } from './roster-person.js';
import { cellText, cleanName } from './roster-values.js';

/** A worksheet as text, a merged cell's text in every cell it covers; empty rows may be left out. */
export interface RosterSheet {
  readonly name: string;
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

/** Why a row is not read as a person: nothing is dropped without a word. */
export const leftOutReasons = [
  'blank',
  'title',
  'heading',
  'section',
  'total',
  'text',
  'vacant',
  'repeated',
  'no-table',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** Where a row stands, so that it can be found again. */
export interface RosterPlace {
  readonly sheet: string;
  readonly row: number;
}

export type ReadRow = RosterPlace &
  ({ readonly kind: 'left-out'; readonly why: LeftOutReason; readonly text: string } | ReadLine);

interface ReadLine {
  readonly kind: 'line';
  readonly person: RosterPerson;
  readonly faults: readonly RosterFault[];
  /** The cells as they were, by field: a line to mend is handed back as it came. */
  readonly raw: Readonly<Partial<Record<RosterField, string>>>;
}

export interface ReadRoster {
  /** Every row up to the last one with text, each once. */
  readonly rows: readonly ReadRow[];
  /** Headings of columns a roster does not hold, each once. */
  readonly unusedColumns: readonly string[];
}

const TOTAL = /^(合计|总计|小计|共计|总人数|合计人数|人数合计|共\d+人)/u;
/** Below the table: who filled it in, remarks. */
const REMARK =
  /^(填表|制表|审核|填报|报送|说明|附?注|备注|附件?|联系人|负责人|经办人|日期|单位[(（]?(盖|签)章)[^:]{0,10}[:]/u;
const VACANT = /^(空缺|暂缺|缺额|待定|待补|出缺)$/u;
/** 一、农业界(12人) over its people: the number before and the count behind are not part of the name. */
const SECTION =
  /^(?:[（(]?[一二三四五六七八九十\d]+[)）]?[、.．:：\s]*)?(第?[^\s、.:：]{1,30}?(?:组|界别?|专委会|委员会|党派))(?:[（(].*[)）]|[:：]?\s*(?:共)?\d+\s*[人名].*)?$/u;

/** Sheet names that Excel gives and that say nothing. */
const UNNAMED = /^(sheet|工作表|表)\s*\d*$|^(粘贴|text)$/iu;

/**
 * Reads every row of the sheets: the heading row wherever it stands, what is above and below the table, sums, groups
 * written over their people or as the name of their sheet. Answers null where no sheet has a heading row.
 */
export function readRoster(sheets: readonly RosterSheet[], kind: RosterKind): ReadRoster | null {
  const tables = sheets.map((sheet) => ({ sheet, heading: headingOf(sheet, kind) }));
  const found = tables.filter(({ heading }) => heading !== null).length;
  if (found === 0) return null;
  const unused = new Set<string>();
  const rows = tables.flatMap(({ sheet, heading }) => {
    if (heading === null) return everyRow(sheet, (_, text) => leftOut(text === '' ? 'blank' : 'no-table', text));
    for (const column of heading.columns) if (column.field === null) unused.add(column.heading);
    const sheetGroup = found > 1 && !UNNAMED.test(sheet.name.trim()) ? cellText(sheet.name) : null;
    return readTable(sheet, kind, heading, sheetGroup);
  });
  return { rows, unusedColumns: [...unused] };
}

interface Heading {
  readonly number: number;
  /** A second row of the heading, under merged cells of the first. */
  readonly lastNumber: number;
  readonly columns: readonly RosterColumn[];
}

function headingOf(sheet: RosterSheet, kind: RosterKind): Heading | null {
  for (const [index, row] of sheet.rows.entries()) {
    const columns = columnsOf(kind, row.cells);
    if (columns === null) continue;
    const next = sheet.rows[index + 1];
    const below = next?.number === row.number + 1 ? columnsOf(kind, next.cells) : null;
    if (next === undefined || below === null) return { number: row.number, lastNumber: row.number, columns };
    const byIndex = new Map(columns.map((column) => [column.index, column]));
    for (const column of below)
      if (column.field !== null || !byIndex.has(column.index)) byIndex.set(column.index, column);
    return { number: row.number, lastNumber: next.number, columns: [...byIndex.values()] };
  }
  return null;
}

type Said = { readonly kind: 'left-out'; readonly why: LeftOutReason; readonly text: string } | ReadLine;

const leftOut = (why: LeftOutReason, text: string) => ({ kind: 'left-out', why, text: text.slice(0, 200) }) as const;

/** Each row of a sheet from 1 to its last with text, also those that the file leaves out. */
function everyRow(
  sheet: RosterSheet,
  say: (cells: readonly string[], text: string, number: number) => Said,
): ReadRow[] {
  const rows: ReadRow[] = [];
  for (const { number, cells } of sheet.rows) {
    for (let gap = rows.length + 1; gap < number; gap++) {
      rows.push({ sheet: sheet.name, row: gap, ...leftOut('blank', '') });
    }
    const text = [...new Set(cells.map((cell) => cell.trim()))].filter((cell) => cell !== '').join(' ');
    rows.push({ sheet: sheet.name, row: number, ...say(cells, text, number) });
  }
  return rows;
}

function readTable(sheet: RosterSheet, kind: RosterKind, heading: Heading, sheetGroup: string | null): ReadRow[] {
  const twice = headingTwice(heading.columns);
  const merged = mergedBefore(sheet, heading);
  let section: string | null = null;
  return everyRow(sheet, (cells, text, number) => {
    if (text === '') return leftOut('blank', text);
    if (number < heading.number) return leftOut('title', text);
    if (number <= heading.lastNumber || isHeadingAgain(kind, heading.columns, cells)) return leftOut('heading', text);
    const distinct = [...new Set(cells.map(cellText))].filter((cell) => cell !== '');
    const [only, ...others] = distinct;
    if (distinct.some((cell) => TOTAL.test(cell.replace(/\s/gu, '')))) return leftOut('total', text);
    if (only !== undefined && REMARK.test(only)) return leftOut('text', text);
    if (only !== undefined && others.length === 0) {
      const [, named] = SECTION.exec(only.replace(/\s/gu, '')) ?? [];
      if (named !== undefined) {
        section = named;
        return leftOut('section', text);
      }
      if (/^\d+$/u.test(only)) return leftOut('blank', text);
      if (isSentence(only)) return leftOut('text', text);
    }
    const line = linesCells(cells, heading.columns);
    for (const [field, fill] of merged) if (!line.has(field)) giveCell(line, field, fill(number));
    if (VACANT.test((line.get('name') ?? []).map((cell) => cellText(cell.text)).join('')))
      return leftOut('vacant', text);
    if (isOnlySerial(line, cells, heading.columns)) return leftOut('blank', text);
    for (const name of [section, sheetGroup]) if (name !== null) giveGroup(line, name, kind);
    const read = { kind: 'line', raw: rawOf(line), ...readPerson(line, kind) } as const;
    if (twice === null) return read;
    return { ...read, faults: [{ code: 'columns-twice', field: null, heading: twice, value: null, candidates: [] }] };
  });
}

/** A remark in a row of its own, and not a name however it is written. */
function isSentence(text: string): boolean {
  if (cleanName(text).ok) return false;
  return /[:。;]/u.test(text) || (text.length > 15 && /\p{Script=Han}/u.test(text));
}

type Line = Map<RosterField, { heading: string; text: string }[]>;

function linesCells(cells: readonly string[], columns: readonly RosterColumn[]): Line {
  const line: Line = new Map();
  for (const { index, field, heading } of columns) {
    const text = cells[index] ?? '';
    if (field === null || cellText(text) === '') continue;
    const known = line.get(field);
    if (known === undefined) line.set(field, [{ heading, text }]);
    // Cells merged over two columns say the same twice.
    else if (!known.some((one) => one.text === text)) known.push({ heading, text });
  }
  return line;
}

function isOnlySerial(line: RosterCells, cells: readonly string[], columns: readonly RosterColumn[]): boolean {
  const isElsewhere = cells.some(
    (cell, index) => cellText(cell) !== '' && columns.find((column) => column.index === index)?.field !== 'serial',
  );
  return line.has('serial') && !isElsewhere;
}

function giveCell(line: Line, field: RosterField, text: string | null): void {
  if (text !== null) line.set(field, [{ heading: '', text }]);
}

/** A group from above the people or the sheet's name, where the line itself names none of its kind. */
function giveGroup(line: Line, name: string, kind: RosterKind): void {
  if (kind === 'units') return;
  const field = /界别?$/u.test(name) ? 'sector' : 'group';
  if (!line.has(field) && (field === 'sector' || !line.has('committeeGroup'))) giveCell(line, field, name);
}

function rawOf(line: RosterCells): ReadLine['raw'] {
  return Object.fromEntries([...line].map(([field, cells]) => [field, cells.map(({ text }) => text).join('、')]));
}

/**
 * Group and sector columns whose cells were merged before the table was copied as text: only the first line of each
 * stretch names it. Taken for such where each name stands once and more lines are without one than with.
 */
function mergedBefore(sheet: RosterSheet, heading: Heading): Map<RosterField, (row: number) => string | null> {
  const fills = new Map<RosterField, (row: number) => string | null>();
  const lines = sheet.rows.filter(({ number }) => number > heading.lastNumber);
  for (const field of ['sector', 'group', 'committeeGroup'] as const) {
    const column = heading.columns.find((one) => one.field === field);
    if (column === undefined) continue;
    const named = lines.flatMap(({ number, cells }) => {
      const text = cellText(cells[column.index] ?? '');
      return text === '' || TOTAL.test(text) ? [] : [{ number, text }];
    });
    const isEachOnce = new Set(named.map(({ text }) => text)).size === named.length;
    if (!isEachOnce || named.length === 0 || lines.length - named.length <= named.length) continue;
    fills.set(field, (row) => named.findLast(({ number }) => number <= row)?.text ?? null);
  }
  return fills;
}
