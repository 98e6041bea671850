import { partNames, workbookSize } from './workbook-size.js';

/**
 * Why a file is not read.
 * - `file-too-large`: more bytes, more when unpacked, or more text than any plan or list has.
 * - `old-word`, `old-excel`: the formats before 2007; saved again as .docx or .xlsx it can be read.
 * - `pdf`: holds places of letters, not text; copy its text, or ask for the file it was made from.
 * - `encrypted`: opens with a password only.
 * - `kind-unknown`: not .txt, .md, .docx or .xlsx.
 * - `not-as-named`: what the file holds is not what its name says, or it is damaged.
 * - `text-unreadable`: neither UTF-8 nor GB18030.
 */
export const documentRefusals = [
  'file-too-large',
  'old-word',
  'old-excel',
  'pdf',
  'encrypted',
  'kind-unknown',
  'not-as-named',
  'text-unreadable',
] as const;
export type DocumentRefusal = (typeof documentRefusals)[number];

/** Larger than a county's plan with pictures; what comes from a form is refused before it is read. */
export const LARGEST_DOCUMENT = 10_000_000;
const LARGEST_UNPACKED = 100_000_000;
/** More than any chart has. */
const MOST_ROWS = 5000;
const MOST_COLUMNS = 100;
const MOST_MERGED = MOST_ROWS * MOST_COLUMNS;

export type FileKind = 'text' | 'word' | 'excel';

/** What kind of document a file is, by its bytes and its name; or why it is not read. */
export function kindOfFile(name: string, bytes: Uint8Array): FileKind | DocumentRefusal {
  if (bytes.length > LARGEST_DOCUMENT) return 'file-too-large';
  const named = /\.(txt|md|docx|xlsx|doc|wps|xls|et|pdf|docm|xlsm)$/i.exec(name)?.[1]?.toLowerCase();
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf';
  // The container of Word and Excel before 2007, and of an encrypted .docx.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    if (named?.endsWith('x') === true) return 'encrypted';
    return named === 'xls' || named === 'et' ? 'old-excel' : 'old-word';
  }
  if (startsWith(bytes, [0x50, 0x4b])) return kindOfArchive(named, bytes);
  if (named === 'txt' || named === 'md') return 'text';
  if (named === 'pdf') return 'not-as-named';
  return named === undefined ? 'kind-unknown' : 'not-as-named';
}

function kindOfArchive(named: string | undefined, bytes: Uint8Array): FileKind | DocumentRefusal {
  if (named === 'txt' || named === 'md') return 'not-as-named';
  try {
    const names = partNames(bytes);
    const size = workbookSize(bytes, LARGEST_UNPACKED);
    if (size === null || size.rows > MOST_ROWS || size.columns > MOST_COLUMNS || size.merged > MOST_MERGED) {
      return 'file-too-large';
    }
    if (names.includes('word/document.xml')) return 'word';
    if (names.includes('xl/workbook.xml')) return 'excel';
  } catch {
    return 'not-as-named';
  }
  return named === 'docx' || named === 'xlsx' ? 'not-as-named' : 'kind-unknown';
}

const startsWith = (bytes: Uint8Array, first: readonly number[]) => first.every((byte, index) => bytes[index] === byte);
