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

/**
 * The worksheets of an .xlsx file; of each, where that is wanted, only so many rows and columns. Throws where the bytes
 * are no such file.
 */
export async function readSheets(
  bytes: Uint8Array,
  most: { readonly maxRows?: number; readonly maxCols?: number } = {},
): Promise<readonly Sheet[]> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes, most);
  return workbook.worksheets.map((worksheet) => {
    const rows: SheetRow[] = [];
    worksheet.eachRow((row, number) => {
      const cells = Array.from({ length: worksheet.columnCount }, (_, index) => row.getCell(index + 1).text.trim());
      if (cells.some((cell) => cell !== '')) rows.push({ number, cells });
    });
    return { name: worksheet.name, rows };
  });
}
