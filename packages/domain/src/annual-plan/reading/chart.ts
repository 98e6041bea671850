import type { Category } from '../plan-item.js';
import { actIn, asksForReport, categoryOf } from './acts.js';
import { targetIn } from './amounts.js';
import { listed } from './duties.js';
import { EACH, timesWithin } from './item-of-statement.js';
import { plainText, tidyLine } from './paragraph.js';
import type { ChartDuties, PlanReading, ReadItem, SkippedPassage } from './plan-reading.js';
import { readSection, sectionsOf, timeOfHeading } from './section.js';
import { sitesIn } from './sites.js';
import type { SourceRow } from './source-document.js';
import { type TimeContext, type TimeWords, timeWordsIn } from './time-words.js';
import { wide } from './title.js';

/** What a column of a task chart holds. */
type Column =
  | 'serial'
  | 'kind'
  | 'task'
  | 'content'
  | 'time'
  | 'leadInCharge'
  | 'leadOffice'
  | 'cooperating'
  | 'responsible'
  | 'remark';

/** The headings a column goes by; the first that fits, so the more particular come first. */
const headings: readonly (readonly [Column, RegExp])[] = [
  ['serial', /^(?:序号|编号|No\.?|序|号)$/i],
  ['time', /时间|时限|期限|进度|月份|季度|日期|时段|周期|频次/],
  ['leadInCharge', /(?:牵头|分管|责任|挂帅|领衔|带队|主管|包抓|督办|负责)领导|领导/],
  ['cooperating', /配合|协办|协作|协同|参与(?:单位|科室|部门)|参加(?:单位|科室|部门)|会办/],
  [
    'leadOffice',
    /(?:牵头|责任|承办|主办|承担|负责|实施|落实)(?:科室|委室|单位|部门|处室|机构|专委会|股室)|^(?:科室|委室|单位|部门)$/,
  ],
  ['responsible', /责任人|负责人|经办人|承办人|具体(?:负责|责任)|联系人|领读人|主讲人?|落实人/],
  ['remark', /备注|说明|经费|地点|参加(?:人员|对象|范围)|形式|作者|出版/],
  ['kind', /类别|类型|项目类|分类|大类|板块|^项目$/],
  ['content', /内容|措施|要求|目标|举措|标准|成果|书目|书名/],
  ['task', /任务|事项|名称|项目|议题|课题|活动|主题|题目|工作|选题/],
];

type Columns = ReadonlyMap<number, Column>;

/** What is known of a table's rows before they are read. */
interface Layout {
  readonly columns: Columns;
  /** Columns that are stretches of the year. */
  readonly periods: ReadonlyMap<number, TimeWords>;
  readonly above: TimeWords | null;
  /** The column of times is headed 完成时限: a day in it is the last one. */
  readonly isDeadline: boolean;
}

/**
 * Reads a table: a task chart with a column for each of who, what and when, or a table by months or
 * quarters. `heading` is the line above it: a table under 二季度 is dated by it where its rows are not.
 */
export function readChart(rows: readonly SourceRow[], context: TimeContext, heading = ''): PlanReading {
  const above = timeOfHeading(plainText(tidyLine(heading)), context);
  const plain = rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) =>
      plainText(tidyCell(cell.replace(/\s*[\r\n]+\s*/g, '\n').replace(/(?<=\S)[ \u3000]+(?=\d{1,2}[.、．])/g, '\n'))),
    ),
  }));
  const head = plain.findIndex((row) => columnsOf(row.cells) !== null);
  const items: ReadItem[] = [];
  const skipped: SkippedPassage[] = [];
  const columns = columnsOf(plain[head]?.cells ?? []) ?? null;
  const periods = head < 0 ? new Map<number, TimeWords>() : periodsOf(plain[head]?.cells ?? [], context);
  const isDeadline = (plain[head]?.cells ?? []).some((cell) => /时限|期限|完成|截止/.test(cell));
  for (const [index, row] of plain.entries()) {
    const text = rowText(row.cells);
    if (index <= head) skipped.push({ line: row.number, text, why: 'table-heading' });
    else if (columns === null) readFreeRow(row, context, items, skipped);
    else {
      const read = rowItems(row, { columns, periods, above, isDeadline }, context);
      items.push(...read);
      if (read.length === 0) skipped.push({ line: row.number, text, why: isBanner(row.cells) ? 'heading' : 'no-act' });
    }
  }
  return { items, skipped };
}

/** Each line of a cell by itself, as `tidyLine` takes line breaks for spaces. */
const tidyCell = (cell: string) => cell.split('\n').map(tidyLine).join('\n');

const rowText = (cells: readonly string[]) =>
  wide([...new Set(cells.filter((cell) => cell !== ''))].join(' | ')).replaceAll('\n', ' ');
/** A row that is one merged cell: 一、会议 across the whole table. */
const isBanner = (cells: readonly string[]) => new Set(cells.filter((cell) => cell !== '')).size <= 1;

/** The columns a row of headings names; null when it is none. */
function columnsOf(cells: readonly string[]): Columns | null {
  if (isBanner(cells)) return null;
  const columns = new Map<number, Column>();
  for (const [index, cell] of cells.entries()) {
    const name = cell.replace(/\s/g, '');
    if (name.length > 14 || /[。;,]/.test(name)) continue;
    const found = headings.find(([, pattern]) => pattern.test(name));
    if (found !== undefined) columns.set(index, found[0]);
  }
  const kinds = new Set(columns.values());
  const hasTask = kinds.has('task') || kinds.has('content');
  return hasTask && columns.size >= 2 ? columns : null;
}

/** Columns that are stretches of the year: 一季度 | 二季度 | … */
function periodsOf(cells: readonly string[], context: TimeContext): Map<number, TimeWords> {
  const periods = new Map<number, TimeWords>();
  for (const [index, cell] of cells.entries()) {
    const [time] = timeWordsIn(cell, context);
    if (time?.cadence != null && cell.replace(time.text, '').length <= 4) periods.set(index, time);
  }
  return periods.size >= 2 ? periods : new Map();
}

function rowItems(row: SourceRow, { columns, periods, above, isDeadline }: Layout, context: TimeContext): ReadItem[] {
  const cellOf = (column: Column) =>
    unique(
      [...columns]
        .filter(([index, one]) => one === column && !periods.has(index))
        .map(([index]) => row.cells[index] ?? ''),
    ).join(' ');
  const { kind, category, task, content } = sayingOf(cellOf);
  const time = cellOf('time');
  if (isBanner(row.cells) || (task === '' && content === '')) return [];
  const duties: ChartDuties = {
    leadInCharge: cellOf('leadInCharge') || null,
    leadOffice: cellOf('leadOffice') || null,
    cooperating: listed(cellOf('cooperating')),
    responsible: cellOf('responsible') || null,
  };
  const inRow = { row, kind, category, duties, context };
  if (periods.size > 0) {
    const cells = [...periods].flatMap(([index, when]) =>
      (row.cells[index] ?? '') === '' ? [] : [{ cell: row.cells[index] ?? '', when }],
    );
    const ticked = cells.filter(({ cell }) => TICK.test(cell));
    if (task !== '' && ticked.length > 0) {
      return [itemOf({ ...inRow, task, content: '', time: together(ticked.map(({ when }) => when)) })];
    }
    return cells.map(({ cell, when }) =>
      itemOf({
        ...inRow,
        task: isSelfSpeaking(cell) ? cell : `${task} ${cell}`.trim(),
        content: '',
        time: when,
      }),
    );
  }
  const when = asDeadline(timeOf(time, context), isDeadline) ?? above;
  const isList = task === '' && /[\n;。]|\d[.、]/.test(content);
  if (isList) return listItems(content, inRow, when);
  return [itemOf({ ...inRow, task: task === '' ? content : task, content: task === '' ? '' : content, time: when })];
}

/** A kind of work that is no task by itself. */
const KIND_OF_WORK =
  /^(?:政协|委员|理论|政治|专题)*(?:学习|培训|视察|调研|协商|议政|监督|提案|社情民意|信息|文史|宣传|联谊|联络|会议|活动|公益|履职|服务|建设|团结|自身|机关|队伍|民主|参政|办理|和|与)+(?:工作|活动|方面|类)?$/;

/** What a row says of its task: 提案工作 | 开展提案督办视察 names a kind of work, and what is done stands in the content. */
function sayingOf(
  cellOf: (column: Column) => string,
): Pick<InRow, 'kind' | 'category'> & { task: string; content: string } {
  const [kind, task, content] = [cellOf('kind'), cellOf('task'), cellOf('content')];
  const isKind = task.length <= 10 && KIND_OF_WORK.test(task) && actIn(content.replace(/^1[.、]/, '')) > 0;
  if (!isKind) return { kind, category: null, task, content };
  const named = categoryOf(task);
  return { kind: `${kind} ${task}`.trim(), category: named === 'other' ? null : named, task: '', content };
}

const TICK = /^[√✓✔☑是有●○◎▲★*]+$/u;
/** A cell that names its act needs no row's heading before it. */
const isSelfSpeaking = (cell: string) => actIn(cell) > 0 || cell.length >= 10;

/** 一季度 and 三季度 ticked: both. */
function together(times: readonly TimeWords[]): TimeWords {
  const spans = times.flatMap(({ cadence }) => (cadence?.kind === 'within' ? cadence.spans : []));
  return { at: 0, text: times.map(({ text }) => text).join('、'), cadence: { kind: 'within', spans } };
}

interface InRow {
  readonly row: SourceRow;
  readonly kind: string;
  /** The kind of work its task names, where it names nothing else. */
  readonly category: Category | null;
  readonly duties: ChartDuties;
  readonly context: TimeContext;
}

function timeOf(text: string, context: TimeContext): TimeWords | null {
  if (text === '') return null;
  const bare = text.replace(/\n/g, '');
  // A column of months may hold the number alone.
  const times = timeWordsIn(/^\d{1,2}(?:[-、]\d{1,2})?$/.test(bare) ? `${bare}月` : bare, context);
  return times.find(({ cadence }) => cadence !== null) ?? times[0] ?? { at: 0, text, cadence: null };
}

function asDeadline(time: TimeWords | null, isDeadline: boolean): TimeWords | null {
  const cadence = time?.cadence;
  if (
    !isDeadline ||
    time == null ||
    cadence?.kind !== 'between' ||
    cadence.from !== cadence.to ||
    !/\d/.test(time.text)
  )
    return time;
  return { ...time, cadence: { kind: 'by', on: cadence.to } };
}

/** A cell that holds the whole work of a month. */
function listItems(content: string, inRow: InRow, time: TimeWords | null): ReadItem[] {
  const { row, context, duties } = inRow;
  const lines = content.split('\n').filter((line) => line !== '');
  const paragraphs = lines.map((line) => ({
    raw: line,
    text: line,
    level: null,
    starts: [{ at: 0, line: row.number }],
  }));
  const captions = inRow.kind === '' ? [] : [inRow.kind];
  return sectionsOf(paragraphs, context).flatMap((section) =>
    readSection(section, { ...context, time, captions }).items.map((item) => ({ ...item, duties })),
  );
}

function itemOf(
  given: InRow & { readonly task: string; readonly content: string; readonly time: TimeWords | null },
): ReadItem {
  const { row, kind, duties, context, task, content } = given;
  const said = `${task}\n${content}`;
  const inText = timeWordsIn(said.replaceAll('\n', ' '), context).find(({ cadence }) => cadence !== null) ?? null;
  const time = given.time?.cadence == null ? (inText ?? given.time) : given.time;
  const cadence = time?.cadence ?? null;
  const category = given.category ?? categoryOf(task, [content, kind]);
  const counted = timesWithin(said, time, cadence);
  const spans = cadence?.kind === 'within' ? cadence.spans.length : 1;
  return {
    title: wide(
      task
        .replaceAll('\n', '')
        .replace(/^(?:\d{1,2}[、.)]|\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、)/, '')
        .slice(0, 120),
    ),
    category,
    cadence,
    times: cadence === null || (spans > 1 && counted === spans && !EACH.test(said)) ? 1 : Math.min(counted, 12),
    timeWords: time?.text ?? null,
    target: targetIn(said, cadence),
    sites: ['inspection', 'research', 'oversight', 'enterprise', 'welfare'].includes(category)
      ? sitesIn(said.replaceAll('\n', ','))
      : [],
    reportWanted: asksForReport(said),
    duties,
    source: { line: row.number, text: rowText(row.cells) },
    open: cadence === null ? ['cadence'] : [],
  };
}

/** A table without headings is read as lines. */
function readFreeRow(row: SourceRow, context: TimeContext, items: ReadItem[], skipped: SkippedPassage[]): void {
  const text = unique(row.cells)
    .filter((cell) => cell !== '')
    .join(',')
    .replaceAll('\n', '');
  const paragraph = { raw: text, text, level: null, starts: [{ at: 0, line: row.number }] };
  for (const section of sectionsOf([paragraph], context)) {
    const reading = readSection(section, { ...context, time: null, captions: [] });
    items.push(...reading.items);
    skipped.push(...reading.skipped);
  }
}

const unique = (list: readonly string[]) => [...new Set(list)];
