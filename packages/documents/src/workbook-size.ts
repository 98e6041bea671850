import { inflateRawSync } from 'node:zlib';

const LOCAL_ENTRY = 0x04034b50;
const CENTRAL_ENTRY = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
const DEFLATED = 8;

/** How large the tables of a workbook are, before anything is made of them. */
export interface WorkbookSize {
  /** Of the row furthest down, in all sheets together. */
  readonly rows: number;
  /** Of the column furthest to the right. */
  readonly columns: number;
  /** Cells under merged ranges: one line of a file can merge 17,000 million. */
  readonly merged: number;
}

/**
 * The size of an .xlsx file's tables; null where it unpacks to more than so many bytes. Its directory may lie, so each
 * part is unpacked as far as the limit: 4 MB can hold 4 GB of zeros. Throws where the bytes are no zip file.
 */
export function workbookSize(bytes: Uint8Array, unpackedBytes: number): WorkbookSize | null {
  const size = { rows: 0, columns: 0, merged: 0 };
  let left = unpackedBytes;
  for (const { name, method, packed } of entriesOf(bytes)) {
    const part = method === DEFLATED ? inflated(packed, left) : packed;
    if (part === null || part.length > left) return null;
    left -= part.length;
    if (/^xl\/worksheets\/[^/]+\.xml$/u.test(name)) measure(new TextDecoder().decode(part), size);
  }
  return size;
}

/** The names of the parts of a .docx or .xlsx file. Throws where the bytes are no zip file. */
export function partNames(bytes: Uint8Array): string[] {
  return Array.from(entriesOf(bytes), ({ name }) => name);
}

/** Null where it is longer than the limit. */
function inflated(packed: Uint8Array, limit: number): Uint8Array | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(limit, 1) });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return null;
    throw error;
  }
}

function measure(xml: string, size: { rows: number; columns: number; merged: number }): void {
  let lastRow = 0;
  // Only cells that hold something: formats may reach to the end of the sheet.
  for (const [, letters = '', row = ''] of xml.matchAll(/<c\s[^>]*?r="([A-Z]{1,3})(\d{1,7})"[^>/]*>/gu)) {
    lastRow = Math.max(lastRow, Number(row));
    size.columns = Math.max(size.columns, columnOf(letters));
  }
  for (const [, left = '', top = '', right = '', bottom = ''] of xml.matchAll(
    /<mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/gu,
  )) {
    size.merged += (columnOf(right) - columnOf(left) + 1) * (Number(bottom) - Number(top) + 1);
  }
  size.rows += lastRow;
}

/** 1 for A, 27 for AA. */
const columnOf = (letters: string): number => [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array;
}

function* entriesOf(bytes: Uint8Array): Generator<Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_CENTRAL) end--;
  if (end < 0) throw new Error('No zip file: its directory is missing.');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== CENTRAL_ENTRY) throw new Error('No zip file: its directory is broken.');
    const packedSize = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== LOCAL_ENTRY) throw new Error('No zip file: an entry is missing.');
    const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    yield {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: bytes.subarray(begin, begin + packedSize),
    };
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}
