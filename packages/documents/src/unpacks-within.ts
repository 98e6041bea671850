import { inflateRawSync } from 'node:zlib';

const LOCAL_ENTRY = 0x04034b50;
const CENTRAL_ENTRY = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
const DEFLATED = 8;

/**
 * Whether a zip file unpacks to at most so many bytes. Its directory may lie, so each entry is unpacked as far as the
 * limit: 4 MB can hold 4 GB of zeros. Throws where the bytes are no zip file.
 */
export function unpacksWithin(bytes: Uint8Array, limit: number): boolean {
  let left = limit;
  for (const { method, packed, size } of entriesOf(bytes)) {
    if (size > left) return false;
    if (method === DEFLATED) {
      try {
        left -= inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) }).length;
      } catch (error) {
        if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return false;
        throw error;
      }
    } else left -= packed.length;
    if (left < 0) return false;
  }
  return true;
}

interface Entry {
  readonly method: number;
  readonly packed: Uint8Array;
  /** As the directory says. */
  readonly size: number;
}

function* entriesOf(bytes: Uint8Array): Generator<Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_CENTRAL) end--;
  if (end < 0) throw new Error('No zip file: its directory is missing.');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== CENTRAL_ENTRY) throw new Error('No zip file: its directory is broken.');
    const method = view.getUint16(at + 10, true);
    const packedSize = view.getUint32(at + 20, true);
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== LOCAL_ENTRY) throw new Error('No zip file: an entry is missing.');
    const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    yield { method, packed: bytes.subarray(begin, begin + packedSize), size: view.getUint32(at + 24, true) };
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}
