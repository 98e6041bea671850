import { type SourceBlock, type SourceDocument, sayChineseNumber } from '@xushi/domain';
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
  reader.numberLists();
  return { blocks: reader.blocks };
}

/** How the levels of an automatic list are written out; deeper ones as the last. */
const LIST_NUMBERS: readonly ((count: number) => string)[] = [
  (count) => `${count}、`,
  (count) => `(${count})`,
  (count) => String.fromCodePoint(0x2460 + Math.min(count, 20) - 1),
];
const TYPED_NUMBER = /^\s*(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、])/;

/** A paragraph that Word numbers by itself: its place among the blocks, and its list's level. */
interface Listed {
  readonly block: number;
  readonly level: NonNullable<Node['numbering']>;
}

function numberOf(level: Listed['level'], count: number, isOverOthers: boolean): string {
  if (!level.isOrdered) return '• ';
  if (isOverOthers) return `${sayChineseNumber(count)}、`;
  return LIST_NUMBERS[Math.min(Number(level.level) || 0, LIST_NUMBERS.length - 1)]?.(count) ?? '';
}

class TreeReader {
  readonly blocks: SourceBlock[] = [];
  private number = 0;
  private tables = 0;
  private readonly listed: Listed[] = [];

  read(node: Node): void {
    if (node.type === 'paragraph') this.readParagraph(node);
    else if (node.type === 'table') this.readTable(node);
    else for (const child of node.children ?? []) this.read(child);
  }

  private readParagraph(node: Node): void {
    this.number += 1;
    const level = headingLevel(node);
    const lines = textOf(node).split('\n');
    if (node.numbering != null && lines[0]?.trim() !== '') {
      this.listed.push({ block: this.blocks.length, level: node.numbering });
    }
    for (const [index, line] of lines.entries()) {
      this.blocks.push({ kind: 'line', number: this.number, text: line, level: index === 0 ? level : null });
    }
  }

  /**
   * Writes out the numbers of automatic lists. mammoth says which paragraphs belong to one level of one list, not how
   * their numbers look: a list between whose items others are numbered is the higher one, 一、二、, else it is 1、2、.
   */
  numberLists(): void {
    const counts = new Map<Listed['level'], number>();
    const over = new Set(this.listed.map(({ level }) => level).filter((level) => this.isOverOthers(level)));
    for (const { block, level } of this.listed) {
      const count = (counts.get(level) ?? 0) + 1;
      counts.set(level, count);
      // A new item of a level begins the levels below it anew.
      for (const other of counts.keys()) if (Number(other.level) > Number(level.level)) counts.delete(other);
      const line = this.blocks[block];
      if (line?.kind === 'line')
        this.blocks[block] = { ...line, text: `${numberOf(level, count, over.has(level))}${line.text}` };
    }
  }

  private isOverOthers(level: Listed['level']): boolean {
    const places = this.listed.filter((one) => one.level === level).map(({ block }) => block);
    const [first = 0, last = 0] = [places[0], places.at(-1)];
    const between = this.blocks
      .slice(first, last)
      .some((block) => block.kind === 'line' && TYPED_NUMBER.test(block.text));
    const others = this.listed.some(
      (one) => one.level !== level && one.block > first && one.block < last && one.level.level === level.level,
    );
    return level.level === '0' && (between || others);
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
