import { type DocumentRefusal, readDocument } from '@xushi/documents';
import { documentOfText, type SourceDocument } from '@xushi/domain';
import { ok, type Result, refused } from '../refusal.js';

/** What somebody wrote elsewhere: pasted, or a file's name and its bytes in base64. */
export type WrittenSource = { readonly text: string } | { readonly name: string; readonly file: string };

const refusalOf = {
  'file-too-large': 'file-too-large',
  'old-word': 'file-old-word',
  'old-excel': 'file-old-excel',
  pdf: 'file-pdf',
  encrypted: 'file-encrypted',
  'kind-unknown': 'file-kind-unknown',
  'not-as-named': 'file-damaged',
  'text-unreadable': 'file-undecodable',
} as const satisfies Readonly<Record<DocumentRefusal, string>>;

/** Why a source is not read, as the contract names it. */
export type SourceRefusal = (typeof refusalOf)[DocumentRefusal] | 'file-empty';

/** Three hundred pages; a longer text is no plan or report of a year. */
const LONGEST = 300_000;

/** A text or a file as plain data; refused where it holds nothing, is too long, or cannot be read. */
export async function documentOf(source: WrittenSource): Promise<Result<SourceDocument, SourceRefusal>> {
  const read =
    'text' in source
      ? ({ ok: true, document: documentOfText(source.text) } as const)
      : await readDocument(source.name, Buffer.from(source.file, 'base64'));
  if (!read.ok) return refused(refusalOf[read.code], 'source');
  const words = read.document.blocks.flatMap((block) => (block.kind === 'row' ? block.cells : [block.text]));
  if (words.every((text) => text.trim() === '')) return refused('file-empty', 'source');
  const length = words.reduce((sum, text) => sum + text.length, 0);
  return length > LONGEST ? refused('file-too-large', 'source') : ok(read.document);
}
