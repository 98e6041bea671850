import { weekdayOf } from '@xushi/domain';
import { type NewSheet, writeSheets } from '../write-sheets.js';
import { datesByPerson } from './person-dates.js';
import type { PaperOccurrence, PlanPaper } from './plan-paper.js';
import {
  askedWords,
  categoryWords,
  fullTitle,
  partWords,
  periodOf,
  reasonWords,
  standingMarks,
  whenWords,
} from './words.js';

const text = (head: string, width: number) => ({ head, width, kind: 'text' }) as const;
const date = (head: string) => ({ head, width: 15, kind: 'date' }) as const;
const number = (head: string) => ({ head, width: 7, kind: 'number' }) as const;

/** The plan as a workbook: its items, the year's dates in order, and each person's dates. */
export function writePlanWorkbook(paper: PlanPaper): Promise<Uint8Array> {
  const mark = standingMarks[paper.standing];
  const title = `${fullTitle(paper)}${mark === null ? '' : `（${mark}）`}`;
  return writeSheets(paper.committee, [itemSheet(paper, title), dateSheet(paper, title), personSheet(paper, title)]);
}

function itemSheet({ items, occurrences }: PlanPaper, title: string): NewSheet {
  const ofItem = Map.groupBy(occurrences, ({ itemId }) => itemId);
  return {
    name: '任务分解表',
    title: `${title}任务分解表`,
    columns: [
      number('序号'),
      text('类别', 10),
      text('任务', 28),
      text('目标时间', 18),
      text('参加范围', 15),
      text('牵头领导', 10),
      text('牵头委室', 12),
      text('协作单位', 14),
      text('责任人', 10),
      text('地点和项目', 20),
      number('次数'),
      date('首次截止'),
      date('末次截止'),
    ],
    rows: items.map((item, index) => {
      const dates = ofItem.get(item.id) ?? [];
      return [
        index + 1,
        categoryWords[item.category],
        item.title,
        whenWords(item),
        askedWords(item),
        item.leader,
        item.leadOffice,
        item.cooperating.join('、'),
        item.responsible,
        item.sites.join('、'),
        dates.length,
        dates[0]?.dueOn ?? null,
        dates.at(-1)?.dueOn ?? null,
      ];
    }),
  };
}

function dateSheet({ items, occurrences }: PlanPaper, title: string): NewSheet {
  const byId = new Map(items.map((item) => [item.id, item]));
  return {
    name: '全年日程',
    title: `${title}全年日程`,
    columns: [
      date('截止日期'),
      text('星期', 7),
      text('任务', 34),
      text('时段', 16),
      text('类别', 10),
      date('开始日期'),
      text('参加范围', 18),
      text('牵头领导', 10),
      text('责任人', 10),
      text('日期由来', 34),
      text('备注', 8),
    ],
    rows: occurrences.flatMap((one) => {
      const item = byId.get(one.itemId);
      if (item === undefined) return [];
      return [
        [
          one.dueOn,
          weekdayOf(one.dueOn),
          item.title,
          periodOf(one),
          categoryWords[item.category],
          one.fromOn,
          askedWords(item),
          item.leader,
          item.responsible,
          reasonWords(one),
          provisionalWords(one),
        ],
      ];
    }),
  };
}

/** A line for each person and date, people in the order of their names. */
function personSheet(paper: PlanPaper, title: string): NewSheet {
  return {
    name: '按人员',
    title: `${title}人员安排`,
    columns: [
      text('姓名', 10),
      text('承担', 8),
      date('截止日期'),
      text('星期', 7),
      text('任务', 34),
      text('时段', 16),
      text('类别', 10),
      text('备注', 8),
    ],
    rows: datesByPerson(paper).flatMap(({ name, dates }) =>
      dates.map(({ item, occurrence, part }) => [
        name,
        partWords[part],
        occurrence.dueOn,
        weekdayOf(occurrence.dueOn),
        item.title,
        periodOf(occurrence),
        categoryWords[item.category],
        provisionalWords(occurrence),
      ]),
    ),
  };
}

const provisionalWords = ({ reason }: PaperOccurrence) => (reason.provisional ? '暂定' : null);
