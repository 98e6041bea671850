import { categoryOf } from '../annual-plan/reading/acts.js';
import { plainText, tidyLine } from '../annual-plan/reading/paragraph.js';
import type { SourceRow } from '../annual-plan/reading/source-document.js';
import { figureKeyOf } from './figure-keys.js';
import type { Finding } from './finding.js';
import { betweenDays, dayOf, type HeldDays, stretchIn } from './held.js';

/** What the columns of a ledger (台账) are called. */
const COLUMNS = {
  day: /^(?:活动|开展|举办|召开)?(?:日期|时间)$/,
  title: /^(?:(?:活动|会议|工作)?(?:名称|主题|内容|事项|议题)|活动|会议|项目名称)$/,
  place: /地点|地址|场所/,
  people: /人数|人次/,
  figure: /^(?:指标|统计项目?|项目)(?:名称)?$/,
  value: /^(?:数量|数值|完成数|实绩|合计|数据)$/,
  unit: /^(?:计量)?单位$/,
} as const;
type Column = keyof typeof COLUMNS;
type Columns = Partial<Record<Column, number>>;

/** The rows of one table as findings: of a ledger what was held, of a table of figures its numbers; else nothing. */
export function readLedger(rows: readonly SourceRow[], year: number): Finding[] {
  const plain = rows.map((row) => ({ ...row, plain: row.cells.map((cell) => plainText(tidyLine(cell))) }));
  const heading = plain.findIndex(({ plain: cells }) => isHeading(columnsOf(cells)));
  if (heading < 0) return [];
  const columns = columnsOf(plain[heading]?.plain ?? []);
  return plain.slice(heading + 1).flatMap(({ plain: cells, cells: raw, number }) => {
    const source = { line: number, text: raw.filter((cell) => cell !== '').join(' ') };
    const of = (column: Column) => cells[columns[column] ?? -1] ?? '';
    return columns.day === undefined ? figureOf(of, source) : heldOf(of, source, year);
  });
}

const isHeading = (columns: Columns) =>
  (columns.day !== undefined && columns.title !== undefined) ||
  (columns.figure !== undefined && columns.value !== undefined);

function columnsOf(cells: readonly string[]): Columns {
  const columns: Columns = {};
  for (const [index, cell] of cells.entries()) {
    for (const column of Object.keys(COLUMNS) as Column[]) {
      if (columns[column] === undefined && COLUMNS[column].test(cell.replace(/\(.*\)$/, ''))) columns[column] = index;
    }
  }
  return columns;
}

type Cells = (column: Column) => string;

function heldOf(of: Cells, source: Finding['source'], year: number): Finding[] {
  const title = of('title');
  if (title === '') return [];
  const days = dayIn(of('day'), year);
  if (days === 'other-year') return [];
  const people = /^(\d{1,5})(?:余|多)?(?:人次?|名)?$/.exec(of('people'))?.[1];
  return [
    {
      kind: 'held',
      title,
      category: categoryOf(title),
      ...(days ?? { from: null, to: null, precision: 'unknown' }),
      place: of('place') === '' ? null : of('place'),
      people: people === undefined ? null : Number(people),
      source,
    },
  ];
}

function figureOf(of: Cells, source: Finding['source']): Finding[] {
  const found = /^(\d[\d,]*(?:\.\d+)?)(.{0,4})$/.exec(of('value'));
  const name = of('figure');
  if (found === null || name === '') return [];
  const unit = of('unit') || (found[2] ?? '');
  const words = { unit, tail: '', sentence: `提案 ${name}` };
  const key =
    figureKeyOf({ ...words, head: name }) ??
    figureKeyOf({ ...words, head: name.replace(/(?:数量|件数|总数|数)$/, '') });
  return [
    { kind: 'figure', key, name, value: Number((found[1] ?? '').replaceAll(',', '')), unit, bound: 'exact', source },
  ];
}

const DAY =
  /^(?:(\d{4})[年./-])?(\d{1,2})[月./-](\d{1,2})[日号]?(?:(?:至|到|-)(?:(?:\d{4}[年./-])?(\d{1,2})[月./-])?(\d{1,2})[日号]?)?$/;

/** 3月18日, 2025-03-18, 5.6, 6/5-6/7, 6月下旬; null for what is no day, and said so for a day of another year. */
function dayIn(text: string, year: number): HeldDays | 'other-year' | null {
  const bare = text.replaceAll(' ', '');
  const found = DAY.exec(bare);
  if (found === null) return stretchIn(bare, year);
  const [, ofYear, month, day, endMonth, endDay] = found;
  if (ofYear !== undefined && Number(ofYear) !== year) return 'other-year';
  const from = dayOf(year, Number(month), Number(day));
  const to = endDay === undefined ? from : dayOf(year, Number(endMonth ?? month), Number(endDay));
  return betweenDays(from, to);
}
