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
const MOST_ENTRIES = 5000;

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
  const listing = entriesOf(bytes);
  if (listing === null) return 'not-as-named';
  if (listing.count > MOST_ENTRIES || listing.unpacked > LARGEST_UNPACKED) return 'file-too-large';
  if (listing.names.includes('word/document.xml')) return 'word';
  if (listing.names.includes('xl/workbook.xml')) return 'excel';
  return named === 'docx' || named === 'xlsx' ? 'not-as-named' : 'kind-unknown';
}

const startsWith = (bytes: Uint8Array, first: readonly number[]) => first.every((byte, index) => bytes[index] === byte);

/** The names in an archive and what they say to hold unpacked, from its directory; null when there is none. */
function entriesOf(bytes: Uint8Array): { names: string[]; count: number; unpacked: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const names: string[] = [];
  let unpacked = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null;
    unpacked += view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { names, count, unpacked };
}

/** The end record stands last, behind it only a comment of up to 65,535 bytes. */
function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at -= 1) if (view.getUint32(at, true) === 0x06054b50) return at;
  return null;
}
