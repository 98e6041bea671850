import { type PrintedPage, readFonts, readPages } from '@xushi/testkit';
import { type PlanPaper, writeDocument } from '../src/index.js';
import { sampleItem, sampleOccurrence, samplePaper } from './sample-paper.js';

/** A full county of 102 occurrences, and the worst of them: all on three days. */
const items = Array.from({ length: 34 }, (_, index) =>
  sampleItem({ id: `${index}`, title: `第${index + 1}项重点工作专题视察调研活动` }),
);
const quarterEnds = ['2026-03-31', '2026-06-30', '2026-09-30'];
const full = samplePaper({
  items: [...items, sampleItem({ id: 'open', title: '交办会后回头看', waitsFor: '交办会' })],
  occurrences: quarterEnds.flatMap((dueOn, quarter) =>
    items.map(({ id }) => sampleOccurrence({ itemId: id, key: `2026-Q${quarter + 1}`, dueOn })),
  ),
  calendar: {
    isProvisional: true,
    days: [
      { on: '2026-10-01', isWorked: false, name: '国庆节' },
      { on: '2026-10-10', isWorked: true, name: '国庆节' },
    ],
  },
});

async function print(paper: PlanPaper, size: 'A3' | 'A4'): Promise<{ pages: PrintedPage[]; pdf: Uint8Array }> {
  const pdf = await writeDocument({ document: 'wall-chart', size, paper });
  return { pages: await readPages(pdf), pdf };
}

const textOf = ({ lines }: PrintedPage) =>
  lines
    .map(({ text }) => text)
    .join('')
    .replaceAll(' ', '');

describe('the wall chart of a year', () => {
  it.each([
    ['A3', 420, 297],
    ['A4', 297, 210],
  ] as const)('is one page of %s across, with every item of a full county on it', async (size, width, height) => {
    const { pages, pdf } = await print(full, size);
    expect(pages).toHaveLength(1);
    const [page] = pages as [PrintedPage];
    expect([Math.round(page.width), Math.round(page.height)]).toEqual([width, height]);
    const text = textOf(page);
    for (const { title } of items) expect(text).toContain(title);
    expect(text).not.toContain('另有');
    for (const { left, right, top, bottom } of page.lines) {
      expect(Math.min(left, top)).toBeGreaterThan(5);
      expect(right).toBeLessThan(width - 5);
      expect(bottom).toBeLessThan(height - 5);
    }
    for (const font of await readFonts(pdf)) expect(font).toMatchObject({ isEmbedded: true });
  });

  it('marks holidays, worked weekends, what is provisional and what is open', async () => {
    const [first] = full.occurrences;
    const provisional = { ...first!, reason: { ...first!.reason, provisional: true } };
    const { pages } = await print({ ...full, occurrences: [provisional] }, 'A3');
    const text = textOf(pages[0]!);
    expect(text).toContain('第1项重点工作专题视察调研活动（一季度，暂定）');
    expect(text).toContain('日期待定：交办会后回头看（待交办会定日期）');
    expect(text).toContain('当年放假安排尚未公布');
    expect(text).toMatch(/1休/);
    expect(text).toMatch(/10班/);
  });

  it('counts what finds no room even at the smallest print', async () => {
    const crowd = Array.from({ length: 200 }, (_, index) =>
      sampleItem({ id: `${index}`, title: `第${index + 1}项工作` }),
    );
    const { pages } = await print(
      samplePaper({ items: crowd, occurrences: crowd.map(({ id }) => sampleOccurrence({ itemId: id })) }),
      'A3',
    );
    const text = textOf(pages[0]!);
    const shown = crowd.filter(({ title }) => text.includes(`${title}（`)).length;
    const [, left] = /另有(\d+)项，见全年日程/.exec(text) ?? [];
    expect(shown).toBeGreaterThan(20);
    expect(shown + Number(left)).toBe(200);
  });

  it('a sign that the font has not is set as 〓 and named, never lost; rare names are kept', async () => {
    const title = '走访喆镕翀堃𪜀';
    const { pages } = await print(
      samplePaper({ items: [sampleItem({ title })], occurrences: [sampleOccurrence()] }),
      'A3',
    );
    const text = textOf(pages[0]!);
    expect(text).toContain('走访喆镕翀堃〓');
    expect(text).toContain('〓为字库缺字，请手工补写：U+2A700');
  });
});
