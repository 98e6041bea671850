import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { officialFonts, officialSizes } from './official-fonts.js';

export interface TableColumn {
  readonly head: string;
  /** In millimetres. */
  readonly width: number;
  /** Names and numbers stand in the middle, words begin at the left. */
  readonly isCentred?: boolean;
}

/** A row of cells, or a heading across all of them. */
export type TableLine = readonly string[] | { readonly heading: string };

/** A ruled table in 小四: the head row in 黑体 comes again on every page, no row is cut in two. */
export function officialTable(columns: readonly TableColumn[], lines: readonly TableLine[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    columnWidths: columns.map(({ width }) => convertMillimetersToTwip(width)),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        height: { value: convertMillimetersToTwip(11), rule: HeightRule.ATLEAST },
        children: columns.map(({ head, width }) => cell(head, { width, font: officialFonts.first, isCentred: true })),
      }),
      ...lines.map((line) => row(columns, line)),
    ],
  });
}

function row(columns: readonly TableColumn[], line: TableLine): TableRow {
  if ('heading' in line) {
    const width = columns.reduce((sum, column) => sum + column.width, 0);
    const style = { width, font: officialFonts.first, span: columns.length, keepNext: true };
    return new TableRow({ cantSplit: true, children: [cell(line.heading, style)] });
  }
  return new TableRow({
    cantSplit: true,
    children: columns.map(({ width, isCentred }, index) =>
      cell(line[index] ?? '', { width, isCentred: isCentred === true }),
    ),
  });
}

interface CellStyle {
  readonly width: number;
  readonly font?: string;
  readonly isCentred?: boolean;
  readonly span?: number;
  readonly keepNext?: boolean;
}

function cell(text: string, style: CellStyle): TableCell {
  const { width, font = officialFonts.body, isCentred = false, span = 1, keepNext = false } = style;
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  return new TableCell({
    width: { size: convertMillimetersToTwip(width), type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    borders: { top: line, bottom: line, left: line, right: line },
    children: [
      new Paragraph({
        alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
        keepNext,
        // Of its own: the page's 22 lines are for its text.
        spacing: { line: 360, lineRule: LineRuleType.EXACT },
        children: [new TextRun({ text, font, size: officialSizes.smallFour, characterSpacing: 0 })],
      }),
    ],
  });
}
