import { Workbook } from '@cj-tech-master/excelts';
import { readSheets } from './read-sheets.js';

describe('reading worksheets', () => {
  it('gives what a person sees, by row number, merged cells in full', async () => {
    const workbook = new Workbook();
    const worksheet = workbook.addWorksheet('任务分解表');
    worksheet.getCell('A1').value = '任务';
    worksheet.getCell('B1').value = '目标时间';
    worksheet.getCell('A3').value = '重阳节走访';
    worksheet.getCell('A4').value = '';
    worksheet.mergeCells('A3:A4');
    worksheet.getCell('B3').value = '10月';
    worksheet.getCell('B4').value = { richText: [{ text: '11月' }, { text: '底前' }] };
    const bytes = await workbook.xlsx.writeBuffer();
    expect(await readSheets(new Uint8Array(bytes))).toEqual([
      {
        name: '任务分解表',
        rows: [
          { number: 1, cells: ['任务', '目标时间'] },
          { number: 3, cells: ['重阳节走访', '10月'] },
          { number: 4, cells: ['重阳节走访', '11月底前'] },
        ],
      },
    ]);
  });

  it('gives a date as a date, not as its text in English', async () => {
    const workbook = new Workbook();
    const cell = workbook.addWorksheet('表').getCell('A1');
    cell.value = new Date('2027-05-20T00:00:00Z');
    cell.numFmt = 'm"月"d"日"';
    const [sheet] = await readSheets(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(sheet?.rows).toEqual([{ number: 1, cells: ['2027-05-20'] }]);
  });

  it('refuses what is no workbook', async () => {
    await expect(readSheets(new TextEncoder().encode('not a workbook'))).rejects.toThrow();
  });
});
