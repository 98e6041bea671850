import { Workbook } from '@cj-tech-master/excelts';

/** A cell of a worksheet; texts stay texts, also those that begin with =. */
export type Cell = string | number | null;

/** One worksheet as an .xlsx file: the first row as its heading, which stays in sight. Widths are in characters. */
export async function writeSheet(sheet: {
  readonly name: string;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
}): Promise<Uint8Array> {
  const workbook = new Workbook();
  const worksheet = workbook.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: 1 }] });
  for (const row of sheet.rows) worksheet.addRow([...row]);
  worksheet.getRow(1).font = { bold: true };
  for (const [index, width] of sheet.widths.entries()) worksheet.getColumn(index + 1).width = width;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
