import { parseCsv } from '@cj-tech-master/excelts/csv';
import { decodeText } from './read-document.js';
import { readSheets, type Sheet } from './read-sheets.js';
import { workbookSize } from './workbook-size.js';

/** Why a file or a pasted text is not read as tables; each has a remedy its reader can be told. */
export const tableRefusals = [
  'file-empty',
  'file-too-large',
  'file-not-a-table',
  'file-old-excel',
  'file-undecodable',
  'file-too-many-rows',
  'file-too-many-columns',
] as const;
export type TableRefusal = (typeof tableRefusals)[number];

/** Larger than any committee's list: a row's number in its sheet, columns, and what an .xlsx file unpacks to. */
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 60;
const LARGEST_UNPACKED_BYTES = 100_000_000;

/** Every row of a large list with all its columns merged is fewer. */
const MOST_MERGED = 1_000_000;

export type Tables =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly code: TableRefusal };

const refused = (code: TableRefusal) => ({ ok: false, code }) as const;

/**
 * The tables of an .xlsx file, or of a text with tabs or commas between its cells as Excel saves and pastes it: UTF-8,
 * UTF-16 or GB18030. Looks at the bytes, not at the file's name.
 */
export async function readTables(bytes: Uint8Array): Promise<Tables> {
  if (bytes.length === 0) return refused('file-empty');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refused('file-old-excel');
  if (startsWith(bytes, [0x50, 0x4b])) return readWorkbook(bytes);
  const text = decodeText(bytes);
  return text === null ? refused('file-undecodable') : readText(text);
}

/** The one table of a pasted text. */
export function readText(text: string): Tables {
  const plain = text.replace(/^\ufeff/u, '');
  if (plain.trim() === '') return refused('file-empty');
  const records = parseCsv(plain, {
    delimiter: delimiterOf(plain),
    skipEmptyLines: false,
    relaxQuotes: true,
    dynamicTyping: false,
    maxRows: MOST_ROWS + 1,
  }) as string[][];
  return within([{ name: '', rows: numbered(records) }]);
}

async function readWorkbook(bytes: Uint8Array): Promise<Tables> {
  try {
    const size = workbookSize(bytes, LARGEST_UNPACKED_BYTES);
    if (size === null || size.merged > MOST_MERGED) return refused('file-too-large');
    if (size.rows > MOST_ROWS) return refused('file-too-many-rows');
    if (size.columns > MOST_COLUMNS) return refused('file-too-many-columns');
    return within(await readSheets(bytes));
  } catch {
    // The reader throws whatever it trips over; for whoever gave the file it is damaged.
    return refused('file-not-a-table');
  }
}

function within(sheets: readonly Sheet[]): Tables {
  const rows = sheets.flatMap((sheet) => sheet.rows);
  if (rows.length === 0) return refused('file-empty');
  const last = sheets.reduce((sum, sheet) => sum + (sheet.rows.at(-1)?.number ?? 0), 0);
  if (last > MOST_ROWS) return refused('file-too-many-rows');
  if (rows.some(({ cells }) => cells.length > MOST_COLUMNS)) return refused('file-too-many-columns');
  return { ok: true, sheets };
}

function numbered(records: readonly (readonly string[])[]): Sheet['rows'] {
  return records.flatMap((record, index) => {
    const cells = record.map((cell) => cell.trim());
    return cells.some((cell) => cell !== '') ? [{ number: index + 1, cells }] : [];
  });
}

/** What stands most often between cells: of a text pasted from Excel the tab, even where its cells hold commas. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000);
  if (head.includes('\t')) return '\t';
  const count = (mark: string) => head.split(mark).length;
  return count(';') > count(',') ? ';' : ',';
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
