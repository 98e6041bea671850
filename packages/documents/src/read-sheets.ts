import { Workbook } from '@cj-tech-master/excelts';

/** One worksheet as text: what a person sees in each cell, a merged cell's text in every cell it covers. */
export interface Sheet {
  readonly name: string;
  /** Rows as numbered in the file, so that a fault can name its row; empty rows are left out. */
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** The worksheets of an .xlsx file. Throws where the bytes are no such file. */
export async function readSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  return workbook.worksheets.map((worksheet) => {
    const rows: SheetRow[] = [];
    worksheet.eachRow((row, number) => {
      const cells: string[] = [];
      // By the cells that are there: a format that reaches to the last column makes no 16,384 cells of a row.
      row.eachCell((cell, column) => {
        const text = textOf(cell);
        if (text === '') return;
        while (cells.length < column - 1) cells.push('');
        cells.push(text);
      });
      if (cells.length > 0) rows.push({ number, cells });
    });
    const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
    return { name: worksheet.name, rows: rows.map((row) => ({ ...row, cells: filled(row.cells, width) })) };
  });
}

const filled = (cells: readonly string[], width: number): string[] => [
  ...cells,
  ...Array.from({ length: width - cells.length }, () => ''),
];

/** A date as 2027-05-20, whatever the cell shows it as: its own text would be in English with its zone. */
function textOf({ value, text }: { readonly value: unknown; readonly text: string }): string {
  // The library gives dates as JS dates at midnight UTC.
  return value instanceof Date ? value.toISOString().slice(0, 10) : text.trim();
}
