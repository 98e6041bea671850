import { sayChineseNumber } from '@xushi/domain';
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { officialFonts, officialSizes } from '../official-fonts.js';
import { officialSection, writeOfficialDocument } from '../official-page.js';
import { underHeadings } from './headings.js';
import type { PaperItem, PlanPaper } from './plan-paper.js';
import { fullTitle, officialPunctuation } from './words.js';
import { askedWords, headOf } from './write-key-points.js';

/** The columns of a county's task chart, widths in millimetres of the 225 that the turned page has. */
const columns: readonly {
  readonly head: string;
  readonly width: number;
  cell(item: PaperItem, number: number): string;
}[] = [
  { head: '序号', width: 13, cell: (_item, number) => String(number) },
  { head: '任务', width: 70, cell: taskWords },
  { head: '牵头领导', width: 22, cell: ({ leader }) => leader ?? '' },
  { head: '牵头科室（责任单位）', width: 30, cell: ({ leadOffice }) => leadOffice ?? '' },
  { head: '配合单位', width: 34, cell: ({ cooperating }) => cooperating.join('、') },
  { head: '责任人', width: 22, cell: ({ responsible }) => responsible ?? '工作人员' },
  { head: '目标时间', width: 34, cell: timeWords },
];
/** Narrow columns of names and numbers stand in the middle, words begin at the left. */
const centredColumns: ReadonlySet<string> = new Set(['序号', '牵头领导', '责任人']);

/**
 * The task breakdown table (任务分解表): a line for each item under its heading, on turned A4 pages whose head row comes
 * again on every page.
 */
export function writeTaskBreakdown(paper: PlanPaper): Promise<Uint8Array> {
  const title = `${officialPunctuation(fullTitle(paper))}任务分解表`;
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    columnWidths: columns.map(({ width }) => convertMillimetersToTwip(width)),
    rows: [headRow(), ...bodyRows(paper.items)],
  });
  return writeOfficialDocument({ title, author: paper.committee }, [
    officialSection([...headOf(paper, title), table], { isLandscape: true }),
  ]);
}

function headRow(): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    height: { value: convertMillimetersToTwip(11), rule: HeightRule.ATLEAST },
    children: columns.map(({ head, width }) => cell(head, { width, font: officialFonts.first, isCentred: true })),
  });
}

function bodyRows(items: readonly PaperItem[]): TableRow[] {
  let number = 0;
  return underHeadings(items).flatMap(({ heading, groups }, index) => [
    headingRow(`${sayChineseNumber(index + 1)}、${heading}`),
    ...groups
      .flatMap((group) => group.items)
      .map((item) => {
        number += 1;
        return itemRow(item, number);
      }),
  ]);
}

function headingRow(text: string): TableRow {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return new TableRow({
    cantSplit: true,
    children: [cell(text, { width, font: officialFonts.first, span: columns.length, keepNext: true })],
  });
}

function itemRow(item: PaperItem, number: number): TableRow {
  return new TableRow({
    cantSplit: true,
    children: columns.map(({ head, width, cell: words }) =>
      cell(officialPunctuation(words(item, number)), { width, isCentred: centredColumns.has(head) }),
    ),
  });
}

/** What is to be done, of whom, where: 委员集体学习，全体委员参加。地点和项目：… */
function taskWords(item: PaperItem): string {
  const asked = askedWords(item);
  return [
    item.title.trim(),
    ...(asked === null ? [] : [`，${asked}`]),
    ...(item.reportWanted ? ['，形成书面报告'] : []),
    ...(item.sites.length === 0 ? [] : [`。地点和项目：${item.sites.join('、')}`]),
  ].join('');
}

/** The cadence, or that its day is open. */
function timeWords({ when, waitsFor }: PaperItem): string {
  return waitsFor === null ? when : `${when}（待定）`;
}

interface CellStyle {
  readonly width: number;
  readonly font?: string;
  readonly isCentred?: boolean;
  readonly span?: number;
  readonly keepNext?: boolean;
}

function cell(
  text: string,
  { width, font = officialFonts.body, isCentred = false, span = 1, keepNext = false }: CellStyle,
) {
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
        children: [new TextRun({ text, font, size: officialSizes.smallFour, characterSpacing: 0 })],
      }),
    ],
  });
}
