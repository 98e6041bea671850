import { sayChineseNumber } from '@xushi/domain';
import { officialSection, writeOfficialDocument } from '../official-page.js';
import { officialTable, type TableColumn, type TableLine } from '../official-table.js';
import { underHeadings } from './headings.js';
import type { PaperItem, PlanPaper } from './plan-paper.js';
import { askedWords, fullTitle, officialPunctuation, whenWords } from './words.js';
import { headOf } from './write-key-points.js';

/** The columns of a county's task chart, in millimetres of the 225 that the turned page has. */
const columns: readonly TableColumn[] = [
  { head: '序号', width: 13, isCentred: true },
  { head: '任务', width: 70 },
  { head: '牵头领导', width: 22, isCentred: true },
  { head: '牵头委室', width: 30 },
  { head: '协作单位', width: 34 },
  { head: '责任人', width: 22, isCentred: true },
  { head: '目标时间', width: 34 },
];

/**
 * The task breakdown table (任务分解表): a line for each item under its heading, on turned A4 pages whose head row comes
 * again on every page.
 */
export function writeTaskBreakdown(paper: PlanPaper): Promise<Uint8Array> {
  const title = `${officialPunctuation(fullTitle(paper))}任务分解表`;
  return writeOfficialDocument({ title, author: paper.committee }, [
    officialSection([...headOf(paper, title), officialTable(columns, linesOf(paper.items))], { isLandscape: true }),
  ]);
}

function linesOf(items: readonly PaperItem[]): TableLine[] {
  let number = 0;
  return underHeadings(items).flatMap(({ heading, groups }, index) => [
    { heading: `${sayChineseNumber(index + 1)}、${heading}` },
    ...groups
      .flatMap((group) => group.items)
      .map((item) => {
        number += 1;
        return cellsOf(item, number).map(officialPunctuation);
      }),
  ]);
}

function cellsOf(item: PaperItem, number: number): string[] {
  return [
    String(number),
    taskWords(item),
    item.leader ?? '',
    item.leadOffice ?? '',
    item.cooperating.join('、'),
    item.responsible ?? '工作人员',
    whenWords(item),
  ];
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
