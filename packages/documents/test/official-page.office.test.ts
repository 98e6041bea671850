import { type OfficeFile, type PrintedPage, printByOffice, readPages } from '@xushi/testkit';
import { type PlanPaper, writeDocument } from '../src/index.js';
import { sampleItem, samplePaper } from './sample-paper.js';

/** GB/T 9704-2012 in millimetres; the standard allows the margins one millimetre. */
const STANDARD = { top: 37, left: 28, bottom: 35, right: 26 };
const TOLERANCE = 1;
/** A line of 28 characters has no room for a figure less wide: only Chinese characters are counted. */
const LONG = '组织委员围绕重点工程建设开展视察调研形成报告';

type Wanted = readonly [document: 'key-points' | 'task-breakdown', paper: PlanPaper];

/** Word documents as LibreOffice prints them, in the order given. */
async function print(wanted: readonly Wanted[]): Promise<PrintedPage[][]> {
  const files = wanted.map(async ([document, paper]): Promise<OfficeFile> => {
    return { kind: 'docx', bytes: await writeDocument({ document, paper }) };
  });
  return Promise.all((await printByOffice(await Promise.all(files))).map(readPages));
}

const isPageNumber = ({ text }: { text: string }) => /^— ?\d+ ?—$/.test(text);
const typeArea = (page: PrintedPage) => {
  const lines = page.lines.filter((line) => !isPageNumber(line));
  return {
    lines,
    top: Math.min(...lines.map(({ top }) => top)),
    left: Math.min(...lines.map(({ left }) => left)),
    // A full stop or comma at the end of a line may hang in the margin, as Word lets it.
    right: Math.max(...lines.filter(({ text }) => !/\p{P}$/u.test(text)).map(({ right }) => right)),
    bottom: Math.max(...lines.map(({ bottom }) => bottom)),
  };
};

describe('the page of GB/T 9704-2012, printed by LibreOffice', () => {
  let pages: PrintedPage[];
  beforeAll(async () => {
    const items = Array.from({ length: 12 }, (_, index) =>
      sampleItem({ id: `${index}`, title: LONG.repeat(6), leader: null, responsible: null }),
    );
    [pages = []] = await print([['key-points', samplePaper({ items })]]);
  }, 120_000);

  it('is A4 upright, and the text keeps to the type area', () => {
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      expect(page.width).toBeCloseTo(210, 0);
      expect(page.height).toBeCloseTo(297, 0);
      const { top, left, right, bottom } = typeArea(page);
      expect(top).toBeGreaterThan(STANDARD.top - TOLERANCE);
      expect(left).toBeGreaterThan(STANDARD.left - TOLERANCE);
      expect(right).toBeLessThan(page.width - STANDARD.right + TOLERANCE);
      expect(bottom).toBeLessThan(page.height - STANDARD.bottom + TOLERANCE);
    }
  });

  it('holds 22 lines of 28 characters', () => {
    const { lines, left, right, top, bottom } = typeArea(pages[1]!);
    expect(lines).toHaveLength(22);
    // A line of 10.2 mm stands around characters of 5.6 mm: the first and the last leave some of it to the type area's edge.
    expect(top - STANDARD.top).toBeGreaterThan(1);
    expect(top - STANDARD.top).toBeLessThan(3.5);
    expect(297 - STANDARD.bottom - bottom).toBeGreaterThan(0);
    expect(297 - STANDARD.bottom - bottom).toBeLessThan(3);
    const full = lines.map(({ text }) => text).filter((text) => /^\p{Script=Han}+$/u.test(text));
    expect(full.length).toBeGreaterThan(10);
    expect(Math.max(...full.map((text) => [...text].length))).toBe(28);
    expect(left).toBeCloseTo(STANDARD.left, 0);
    expect(Math.abs(right - (210 - STANDARD.right))).toBeLessThan(TOLERANCE);
  });

  it('numbers odd pages at the right and even ones at the left, one character in, 7 mm below the type area', () => {
    for (const [index, page] of pages.entries()) {
      const number = page.lines.find(isPageNumber)!;
      expect(number.text.replaceAll(' ', '')).toBe(`—${index + 1}—`);
      const oneCharacter = (14 * 25.4) / 72;
      if (index % 2 === 0) expect(Math.abs(210 - STANDARD.right - oneCharacter - number.right)).toBeLessThan(TOLERANCE);
      else expect(Math.abs(STANDARD.left + oneCharacter - number.left)).toBeLessThan(TOLERANCE);
      const dash = (number.top + number.bottom) / 2;
      expect(Math.abs(dash - (297 - STANDARD.bottom + 7))).toBeLessThan(TOLERANCE);
    }
  });
});

describe('what a plan says on paper', () => {
  const marks = [
    ['draft', '草案'],
    ['submitted', '送审稿'],
    ['amending', '调整稿'],
  ] as const;
  let keyPoints: PrintedPage[];
  let breakdown: PrintedPage[];
  let marked: PrintedPage[][];
  beforeAll(async () => {
    const items = [
      sampleItem({ id: '1', title: '委员集体学习(全年)' }),
      sampleItem({ id: '2', title: '政协理论研讨会', category: 'theory', when: '9月', reportWanted: true }),
      sampleItem({
        id: '3',
        title: '撰写理论文章',
        category: 'theory',
        asked: { who: '全体委员', to: 'hand-in' },
        target: 2,
      }),
      sampleItem({
        id: '4',
        title: '城市建设视察',
        category: 'inspection',
        sites: ['老旧小区', '东环路'],
        waitsFor: '全会',
      }),
    ];
    const many = Array.from({ length: 40 }, (_, index) => sampleItem({ id: `${index}`, title: `工作${index + 1}` }));
    [keyPoints = [], breakdown = [], ...marked] = await print([
      ['key-points', samplePaper({ items })],
      ['task-breakdown', samplePaper({ items: many })],
      ...marks.map(([standing]): Wanted => ['task-breakdown', samplePaper({ standing, approval: null })]),
    ]);
  }, 120_000);
  const textOf = (pages: readonly PrintedPage[]) =>
    pages
      .flatMap(({ lines }) => lines)
      .map(({ text }) => text)
      .join('')
      .replaceAll(' ', '');

  it.each([
    '青政协〔2026〕3号',
    '青岚县政协2026年工作要点',
    '（2026年1月4日第十二次主席会议通过）',
    '一、学习和理论研究（一）学习委员集体学习（全年）。每季度至少一次，全体委员参加。牵头领导：罗清；责任人：李晓。',
    '（二）理论研究1.政协理论研讨会。9月，全体委员参加。形成书面报告。',
    '2.撰写理论文章。每季度至少一次，全体委员每人2件。',
    '二、视察和调研城市建设视察。每季度至少一次（全会日期待定）',
    '地点和项目：老旧小区、东环路。',
    '青岚县政协2026年1月4日',
  ])('the key points of an approved plan say %s', (said) => {
    expect(textOf(keyPoints)).toContain(said);
  });

  it.each(marks)(
    'a plan that is %s is marked %s and names no meeting; an approved one is not marked',
    (standing, mark) => {
      const pages = marked[marks.findIndex(([one]) => one === standing)] ?? [];
      expect(textOf(pages)).toContain(`（${mark}）`);
      expect(textOf(pages)).not.toContain('通过');
      expect(textOf(keyPoints)).not.toContain(mark);
    },
  );

  it('a task breakdown lies on turned A4, with the columns of the chart at the head of every page', () => {
    expect(breakdown.length).toBeGreaterThan(1);
    for (const page of breakdown) {
      expect([Math.round(page.width), Math.round(page.height)]).toEqual([297, 210]);
      for (const head of ['序号', '任务', '牵头领导', '牵头委室', '协作单位', '责任人', '目标时间']) {
        expect(textOf([page])).toContain(head);
      }
    }
    expect(textOf(breakdown)).toContain('工作40，全体委员参加');
  });
});
