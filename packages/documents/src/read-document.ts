import { documentOfText, type SourceBlock, type SourceDocument } from '@xushi/domain';
import { type DocumentRefusal, kindOfFile } from './document-refusal.js';
import { readSheets } from './read-sheets.js';
import { readWord } from './read-word.js';

export type DocumentReading =
  | { readonly ok: true; readonly document: SourceDocument }
  | { readonly ok: false; readonly code: DocumentRefusal };

/**
 * A file as plain data: .txt and .md in UTF-8 or GB18030, .docx, .xlsx. What the file is says its content; the name only
 * tells text from what is no text.
 */
export async function readDocument(name: string, bytes: Uint8Array): Promise<DocumentReading> {
  const kind = kindOfFile(name, bytes);
  try {
    switch (kind) {
      case 'text':
        return readText(bytes);
      case 'word':
        return bounded(await readWord(bytes));
      case 'excel':
        return bounded(await readWorkbook(bytes));
      default:
        return { ok: false, code: kind };
    }
  } catch {
    // The readers throw whatever they trip over; for whoever gave the file it is damaged.
    return { ok: false, code: 'not-as-named' };
  }
}

/** A county's longest plan has some 30,000 characters; reading takes about a second for a hundred thousand. */
const MOST_CHARACTERS = 300_000;

function bounded(document: SourceDocument): DocumentReading {
  const length = document.blocks.reduce(
    (total, block) => total + (block.kind === 'line' ? block.text.length : block.cells.join('').length),
    0,
  );
  return length > MOST_CHARACTERS ? { ok: false, code: 'file-too-large' } : { ok: true, document };
}

function readText(bytes: Uint8Array): DocumentReading {
  const text = decodeText(bytes);
  return text === null ? { ok: false, code: 'text-unreadable' } : bounded(documentOfText(text));
}

/** Text in UTF-8 or UTF-16 with its mark, in UTF-8, or in GB18030 (which holds GBK and GB2312); null when it is none. */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  for (const encoding of marked === null ? ['utf-8', 'gb18030'] : [marked]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      // Not this encoding.
    }
  }
  return null;
}

/** Where there are several sheets, each one's name stands before its rows as a heading. */
async function readWorkbook(bytes: Uint8Array): Promise<SourceDocument> {
  const sheets = (await readSheets(bytes)).filter(({ rows }) => rows.length > 0);
  return {
    blocks: sheets.flatMap(({ name, rows }, table): SourceBlock[] => [
      ...(sheets.length > 1 ? [{ kind: 'line' as const, number: 0, text: name, level: 1 }] : []),
      ...rows.map(({ number, cells }) => ({
        kind: 'row' as const,
        number,
        cells,
        table: table + 1,
        ...(sheets.length > 1 && { sheet: name }),
      })),
    ]),
  };
}
