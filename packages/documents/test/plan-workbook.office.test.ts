import { Workbook } from '@cj-tech-master/excelts';
import { type PrintedPage, printByOffice, readPages } from '@xushi/testkit';
import { type PlanPaper, writeDocument } from '../src/index.js';
import { sampleItem, sampleOccurrence, samplePaper } from './sample-paper.js';

const people = Array.from({ length: 60 }, (_, index) => ({
  accountId: `member-${index}`,
  name: `委员${index + 1}`,
  isMember: true,
}));
const paper: PlanPaper = samplePaper({
  items: [
    sampleItem({
      title: '=委员集体学习',
      parts: people.map(({ accountId }) => ({ accountId, part: 'participant' as const })),
    }),
    sampleItem({ id: 'open', title: '全会后视察', waitsFor: '全会闭幕' }),
  ],
  occurrences: [
    sampleOccurrence(),
    sampleOccurrence({
      key: '2026-Q2',
      fromOn: '2026-04-01',
      dueOn: '2026-06-30',
      reason: { rule: 'last-workday-of-window', from: '2026-06-30', provisional: true },
    }),
  ],
  people,
});

describe('the plan as a workbook', () => {
  let bytes: Uint8Array;
  let workbook: Workbook;
  let pages: PrintedPage[];
  beforeAll(async () => {
    bytes = await writeDocument({ document: 'workbook', paper });
    workbook = new Workbook();
    await workbook.xlsx.load(bytes);
    const [pdf] = await printByOffice([{ kind: 'xlsx', bytes }]);
    pages = await readPages(pdf!);
  }, 120_000);
  const sheet = (name: string) => workbook.getWorksheet(name)!;

  it('has the items, the dates in order and a line for each person and date', () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['任务分解表', '全年日程', '按人员']);
    expect(sheet('任务分解表').rowCount).toBe(3);
    expect(sheet('全年日程').rowCount).toBe(3);
    expect(sheet('按人员').rowCount).toBe(1 + 60 * 2);
    expect(sheet('任务分解表').getCell('D3').text).toBe('每季度至少一次（待定）');
  });

  it('has real dates, and a title that begins like a formula stays a text', () => {
    expect(sheet('全年日程').getCell('A2').value).toEqual(new Date('2026-03-31T00:00:00Z'));
    expect(sheet('全年日程').getCell('A2').numFmt).toBe('yyyy"年"m"月"d"日"');
    expect(sheet('全年日程').getCell('K3').text).toBe('暂定');
    expect(sheet('全年日程').getCell('C2').value).toBe('=委员集体学习');
  });

  it('keeps its head row in view, and prints it on every page of A4 across', () => {
    for (const worksheet of workbook.worksheets) {
      expect(worksheet.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
      expect(worksheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1 });
    }
    const ofPeople = pages.slice(2);
    expect(ofPeople.length).toBeGreaterThan(1);
    for (const page of ofPeople) {
      expect([Math.round(page.width), Math.round(page.height)]).toEqual([297, 210]);
      const text = page.lines.map((line) => line.text).join(' ');
      for (const head of ['姓名', '承担', '截止日期', '任务']) expect(text).toContain(head);
      expect(text.replaceAll(' ', '')).toContain('青岚县政协2026年工作要点人员安排');
    }
    expect(pages[1]!.lines.map(({ text }) => text).join(' ')).toContain('2026年3月31日');
  });
});
