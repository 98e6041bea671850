import { type PlanReading, type ReadItem, type SkipReason, type SourcePlace, sayCadence } from '@xushi/domain';
import { formatTable } from '@xushi/infra/table';

const SHOWN = 60;

const reasons: Readonly<Record<SkipReason, string>> = {
  report: 'tells what was 已做的事',
  heading: 'heading 标题',
  'no-act': 'nothing to be done by a day 无具体事项',
  furniture: 'page furniture 页面文字',
  'table-heading': 'columns 表头',
};

/** A reading for people: each item with what was understood, then what still has to be said, then what was left out. */
export function tableOfReading({ items, skipped }: PlanReading): string {
  const open = items.filter((item) => item.open.length > 0).length;
  return [
    `${items.length} items 项${open > 0 ? `, ${open} without a time 未定时间` : ''}; ${skipped.length} passages left out 处未采用`,
    ...(items.length === 0
      ? []
      : [
          '',
          ...formatTable([
            ['Line 行', 'Item 事项', 'Category 类别', 'When 时间', 'Pieces 数量', 'More 其他'],
            ...items.map((item) => [
              placeOf(item.source),
              short(item.title),
              item.category,
              item.cadence === null ? `? ${item.timeWords ?? ''}` : sayCadence(item.cadence, item.times, 'zh'),
              item.target === null ? '' : `${item.target.count}${item.target.unit} / ${item.target.per}`,
              moreOf(item),
            ]),
          ]),
        ]),
    ...(skipped.length === 0 ? [] : ['', 'Left out 未采用']),
    ...skipped.map((passage) => `  ${placeOf(passage)}  ${reasons[passage.why]}: ${short(passage.text)}`),
  ].join('\n');
}

/** 12, or with the sheet of a workbook: 视察!12. */
const placeOf = ({ line, sheet }: SourcePlace) => (sheet === undefined ? String(line) : `${sheet}!${line}`);

function moreOf({ sites, reportWanted, duties }: ReadItem): string {
  return [
    ...(reportWanted ? ['report 报告'] : []),
    ...sites,
    ...(duties === null
      ? []
      : [duties.leadInCharge, duties.leadOffice, ...duties.cooperating, duties.responsible].filter(
          (one) => one !== null,
        )),
  ].join(', ');
}

const short = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text);
