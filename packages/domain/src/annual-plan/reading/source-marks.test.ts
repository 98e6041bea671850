import type { PlanReading, ReadItem } from './plan-reading.js';
import { readPlan } from './read-plan.js';
import { documentOfText, type SourceBlock } from './source-document.js';
import { markSource } from './source-marks.js';

/** Each line with the words of its items in 【】 and the words left out in 〔〕. */
function shown(text: string, reading?: PlanReading): string[] {
  const document = documentOfText(text);
  return markSource(document, reading ?? readPlan(document, { year: 2027 })).map(({ parts }) =>
    parts
      .map(({ text: words, items, skipped }) =>
        items.length > 0 ? `【${words}】` : skipped !== null ? `〔${words}〕` : words,
      )
      .join(''),
  );
}

it('marks what was read where it stands, with the punctuation as written', () => {
  expect(shown('一、主要任务\n（一）每季度组织委员活动一次。\n（二）发扬优良传统，做暖人心的好事实事。')).toEqual([
    '一、〔主要任务〕',
    '（一）【每季度组织委员活动一次】。',
    '（二）〔发扬优良传统，做暖人心的好事实事〕。',
  ]);
});

const item = (line: number, text: string) => ({ source: { line, text } }) as ReadItem;

it('follows a passage over the lines a page broke, and through spaces', () => {
  expect(
    shown('在下半年,组织委员对 全乡社会\n保障情况进行一次视察。其他工作', {
      items: [item(1, '在下半年，组织委员对全乡社会保障情况进行一次视察')],
      skipped: [],
    }),
  ).toEqual(['【在下半年,组织委员对 全乡社会】', '【保障情况进行一次视察】。其他工作']);
});

it('marks the cells of a row that a passage was put together of', () => {
  const [row] = markSource(documentOfText('1\t视察工程\t5月\t王主任'), {
    items: [item(1, '视察工程 5月')],
    skipped: [],
  });
  expect(row?.parts.map(({ text, items }) => [text, items])).toEqual([
    ['1', []],
    ['视察工程', [0]],
    ['5月', [0]],
    ['王主任', []],
  ]);
});

it('marks the whole line where the words are not found again', () => {
  expect(shown('开展视察', { items: [item(1, '开展调研')], skipped: [] })).toEqual(['【开展视察】']);
});

it('marks two items of the same words as both', () => {
  const [line] = markSource(documentOfText('开展视察'), { items: [item(1, '开展视察'), item(1, '视察')], skipped: [] });
  expect(line?.parts.map(({ items }) => items)).toEqual([[0], [0, 1]]);
});

describe('a workbook of two sheets that both number their rows from 1', () => {
  const sheetOf = (sheet: string, table: number, rows: readonly (readonly string[])[]): SourceBlock[] => [
    { kind: 'line', number: 0, text: sheet, level: 1 },
    ...rows.map((cells, index): SourceBlock => ({ kind: 'row', number: index + 1, cells, table, sheet })),
  ];
  const document = {
    blocks: [
      ...sheetOf('学习', 1, [
        ['任务', '时间'],
        ['组织委员学习', '5月'],
      ]),
      ...sheetOf('视察', 2, [
        ['任务', '时间'],
        ['组织委员视察', '5月'],
        ['组织委员学习', '5月'],
      ]),
    ],
  };
  const reading = readPlan(document, { year: 2027 });

  it('says of each passage on which sheet and row it stands', () => {
    expect(reading.items.map(({ title, source: { sheet, line } }) => `${title} ${sheet}!${line}`)).toEqual([
      '组织委员学习 学习!2',
      '组织委员视察 视察!2',
      '组织委员学习 视察!3',
    ]);
    expect(reading.skipped.filter(({ why }) => why === 'table-heading').map(({ sheet }) => sheet)).toEqual([
      '学习',
      '视察',
    ]);
  });

  it('marks each passage on its own sheet', () => {
    const marked = markSource(document, reading).map(({ parts }) => [...new Set(parts.flatMap(({ items }) => items))]);
    expect(marked).toEqual([[], [], [0], [], [], [1], [2]]);
  });
});
