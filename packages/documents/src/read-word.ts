import type { SourceBlock, SourceDocument } from '@xushi/domain';
import mammoth from 'mammoth';

/** The part of mammoth's document tree that we look at. */
interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly value?: string;
  readonly breakType?: string;
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly numbering?: { readonly isOrdered: boolean; readonly level: string } | null;
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

/**
 * A .docx as plain data: paragraphs with the level of headings, the numbers of automatic lists written out, soft line
 * breaks as line breaks, tables as rows with merged cells in full. Lines are numbered by paragraph and table row. Throws
 * where the bytes are no such file.
 */
export async function readWord(bytes: Uint8Array): Promise<SourceDocument> {
  let tree: Node | null = null;
  await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      // Only the tree is wanted, not the HTML made of it; pictures are not looked at.
      transformDocument: (document: Node) => {
        tree = document;
        return { ...document, children: [] };
      },
      externalFileAccess: false,
    },
  );
  const reader = new TreeReader();
  for (const child of (tree as Node | null)?.children ?? []) reader.read(child);
  return { blocks: reader.blocks };
}

/** How the levels of an automatic list are written out; deeper ones as the last. */
const LIST_NUMBERS: readonly ((count: number) => string)[] = [
  (count) => `${count}、`,
  (count) => `(${count})`,
  (count) => String.fromCodePoint(0x2460 + Math.min(count, 20) - 1),
];

class TreeReader {
  readonly blocks: SourceBlock[] = [];
  private number = 0;
  private tables = 0;
  private readonly counts: number[] = [];

  read(node: Node): void {
    if (node.type === 'paragraph') this.readParagraph(node);
    else if (node.type === 'table') this.readTable(node);
    else for (const child of node.children ?? []) this.read(child);
  }

  private readParagraph(node: Node): void {
    this.number += 1;
    const level = headingLevel(node);
    const lines = textOf(node).split('\n');
    for (const [index, line] of lines.entries()) {
      const text = index === 0 && line.trim() !== '' ? `${this.listNumber(node)}${line}` : line;
      this.blocks.push({ kind: 'line', number: this.number, text, level: index === 0 ? level : null });
    }
  }

  private listNumber({ numbering }: Node): string {
    if (numbering == null) return '';
    const level = Math.min(Number(numbering.level) || 0, 8);
    this.counts.length = Math.min(this.counts.length, level + 1);
    this.counts[level] = (this.counts[level] ?? 0) + 1;
    if (!numbering.isOrdered) return '• ';
    return LIST_NUMBERS[Math.min(level, LIST_NUMBERS.length - 1)]?.(this.counts[level] ?? 1) ?? '';
  }

  private readTable(table: Node): void {
    this.tables += 1;
    // What cells above leave to a column: their text and for how many rows more.
    const merged: { text: string; rows: number }[] = [];
    for (const row of table.children ?? []) {
      this.number += 1;
      const cells: string[] = [];
      const fill = () => {
        for (let above = merged[cells.length]; above !== undefined && above.rows > 0; above = merged[cells.length]) {
          above.rows -= 1;
          cells.push(above.text);
        }
      };
      for (const cell of row.children ?? []) {
        fill();
        const text = (cell.children ?? []).map(textOf).join('\n').trim();
        for (let column = 0; column < (cell.colSpan ?? 1); column += 1) {
          merged[cells.length] = { text, rows: (cell.rowSpan ?? 1) - 1 };
          cells.push(text);
        }
      }
      fill();
      this.blocks.push({ kind: 'row', number: this.number, cells, table: this.tables });
    }
  }
}

function headingLevel({ styleId, styleName }: Node): number | null {
  const name = `${styleName ?? ''} ${styleId ?? ''}`;
  if (/\b(?:title|标题)\s*$/i.test(styleName ?? '')) return 1;
  const found = /(?:heading|标题)\s*([1-6])/i.exec(name);
  return found === null ? null : Number(found[1]);
}

function textOf(node: Node): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'tab') return ' ';
  if (node.type === 'break') return node.breakType === 'line' ? '\n' : '';
  return (node.children ?? []).map(textOf).join('');
}
