import { type Style, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { widthOf } from './drawing.js';

/** What a column holds: dates are real ones, so that the office can sort and reckon with them. */
type ColumnKind = 'text' | 'number' | 'date';

/** A worksheet to be written: a head row, then the rows in order. */
export interface NewSheet {
  readonly name: string;
  /** Stands at the top of every printed page. */
  readonly title: string;
  readonly columns: readonly { readonly head: string; readonly width: number; readonly kind: ColumnKind }[];
  /** A cell for each column; dates as ISO dates, null for an empty cell. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const POINTS_PER_LINE = 16;
const HEAD_FILL = 'FFE7EDF0';
const LINE = { style: 'thin', color: { argb: 'FFB5BCBE' } } as const;
const FORMATS: Readonly<Record<ColumnKind, string>> = { text: '@', number: '0', date: 'yyyy"年"m"月"d"日"' };

/** The same object for every cell of a kind: set field by field, or by column, the library copies it for each cell. */
const styles: Readonly<Record<ColumnKind, Partial<Style>>> = {
  text: styleOf('text', 'left'),
  number: styleOf('number', 'center'),
  date: styleOf('date', 'center'),
};

function styleOf(kind: ColumnKind, horizontal: 'left' | 'center'): Partial<Style> {
  return {
    numFmt: FORMATS[kind],
    font: { name: '宋体', size: 11 },
    alignment: { vertical: 'middle', wrapText: true, horizontal },
    border: { top: LINE, bottom: LINE, left: LINE, right: LINE },
  };
}

/** An .xlsx file: head row frozen and filtered, printed on A4 across as wide as a page with the head on each. */
export async function writeSheets(author: string, sheets: readonly NewSheet[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = author;
  for (const sheet of sheets) writeSheet(workbook.addWorksheet(sheet.name), sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeSheet(worksheet: Worksheet, { title, columns, rows }: NewSheet): void {
  worksheet.views = [{ state: 'frozen', ySplit: 1 }];
  worksheet.autoFilter = { from: { row: 1, col: 1 }, to: { row: 1, col: columns.length } };
  worksheet.pageSetup = {
    ...worksheet.pageSetup,
    // 9 is A4 in the format's own list of papers.
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:1',
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.6, header: 0.3, footer: 0.3 },
  };
  // An ampersand begins a code there; a doubled one is the sign itself.
  worksheet.headerFooter.oddHeader = `&C&14${title.replaceAll('&', '&&')}`;
  worksheet.headerFooter.oddFooter = '&C第&P页，共&N页';
  worksheet.columns = columns.map(({ width }) => ({ width }));
  const head = worksheet.addRow(columns.map((column) => column.head));
  head.height = POINTS_PER_LINE * Math.max(...columns.map((column) => linesIn(column.head, column.width))) + 4;
  head.eachCell((cell) => {
    cell.font = { name: '黑体', size: 11 };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEAD_FILL } };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = { top: LINE, bottom: LINE, left: LINE, right: LINE };
    cell.numFmt = '@';
  });
  for (const row of rows) {
    const written = worksheet.addRow(row.map((value, index) => cellValue(value, columns[index]?.kind ?? 'text')));
    const lines = Math.max(...row.map((value, index) => linesIn(value, columns[index]?.width ?? 0)));
    for (const [index, { kind }] of columns.entries()) written.getCell(index + 1).style = styles[kind];
    if (lines > 1) written.height = POINTS_PER_LINE * lines;
  }
}

/** How many lines a text takes in a column: a Chinese character is as wide as two figures. */
function linesIn(value: string | number | null, width: number): number {
  return typeof value === 'string' ? Math.max(1, Math.ceil((2 * widthOf(value, 1) + 1) / width)) : 1;
}

/** The format counts days in no zone; the writer takes a moment of UTC for its day. */
function cellValue(value: string | number | null, kind: ColumnKind): string | number | Date | null {
  return kind === 'date' && typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : value;
}
