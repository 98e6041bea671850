import type { Clash, DueReason } from '@xushi/domain';
import { formatTable } from '@xushi/infra/table';
import type { FiledPlan } from './read-plan-file.js';
import type { RehearsalSummary, RehearsedRun } from './rehearsal-summary.js';

const WEEKDAYS = ['Mon 周一', 'Tue 周二', 'Wed 周三', 'Thu 周四', 'Fri 周五', 'Sat 周六', 'Sun 周日'];
const MOST_PEOPLE = 10;

/** A rehearsal for reading: month by month what falls due, in which window and why then; then load and clashes. */
export function tableOfRehearsal(plan: FiledPlan, summary: RehearsalSummary): string {
  const { totals } = summary;
  return [
    `${summary.title || summary.year}`,
    `Published 公布 ${summary.publishedAt}; ${summary.people} people 人`,
    `${totals.items} items 项, ${totals.occurrences} dates 次, ${totals.tasks} tasks 任务, ${totals.reminders} reminders 提醒, ${totals.messages} messages 消息`,
    '',
    ...monthTables(summary.occurrences),
    ...section(
      'Waiting for a day 日期待定',
      summary.waiting.map(({ item, title, anchor }) => [`${item} ${title}`, anchor]),
    ),
    ...loadTable(summary),
    ...section(
      'Look at these 需要留意',
      summary.clashes.map((clash) => clashRow(clash, plan)),
    ),
  ].join('\n');
}

/** One table, so that the columns of all months stand under each other, with each month's name before its lines. */
function monthTables(runs: readonly RehearsedRun[]): string[] {
  const [heading = '', rule = '', ...lines] = formatTable([
    ['Due 到期', 'Item 事项', 'Window 时段', 'Why 依据', 'Tasks 任务', 'Reminders 提醒'],
    ...runs.map((run) => [
      `${run.dueOn.slice(5)} ${weekdayOf(run.dueOn)}`,
      `${run.item} ${run.title}`,
      `${run.fromOn.slice(5)} – ${run.toOn.slice(5)}`,
      reasonOf(run.why),
      run.duties.map(({ kind, holders }) => `${holders} ${kind}`).join(', '),
      String(run.duties.reduce((total, { holders, rungs }) => total + holders * rungs.filter(isSent).length, 0)),
    ]),
  ]);
  const monthOf = (index: number) => runs[index]?.dueOn.slice(0, 7);
  return [
    heading,
    rule,
    ...lines.flatMap((line, index) => (monthOf(index) === monthOf(index - 1) ? [line] : [`${monthOf(index)}`, line])),
  ];
}

const isSent = ({ outcome }: { readonly outcome: string }) => outcome === 'sent';

function loadTable({ load }: RehearsalSummary): string[] {
  if (load.length === 0) return [];
  const heaviest = load.slice(0, MOST_PEOPLE);
  const rest = load.length - heaviest.length;
  return [
    '',
    `Load 负担${rest > 0 ? ` (the heaviest ${MOST_PEOPLE} of ${load.length}, 前 ${MOST_PEOPLE} 人，共 ${load.length} 人)` : ''}`,
    ...formatTable([
      ['Who 人员', 'Tasks 任务', 'Messages 消息', 'Fullest week 最忙一周'],
      ...heaviest.map(({ accountId, tasks, messages, weeks }) => {
        const fullest = [...weeks].sort((a, b) => b.due - a.due)[0];
        const week = fullest === undefined || fullest.due === 0 ? '' : `${fullest.week}: ${fullest.due}`;
        return [accountId, String(tasks), String(messages), week];
      }),
    ]),
  ];
}

function section(heading: string, rows: readonly (readonly [string, string])[]): string[] {
  return rows.length === 0 ? [] : ['', heading, ...rows.map(([what, more]) => `  ${what}: ${more}`)];
}

function weekdayOf(iso: string): string {
  return WEEKDAYS[Temporal.PlainDate.from(iso).dayOfWeek - 1] ?? '';
}

function reasonOf({ rule, from, workdays, anchor, offset, provisional }: DueReason): string {
  const unsure = provisional ? ' (provisional 暂定)' : '';
  switch (rule) {
    case 'last-workday-of-window':
      return `last working day 期内最后工作日${unsure}`;
    case 'day-of-rule':
      return `rule's day ${from.slice(5)} 规则日${unsure}`;
    case 'days-from-anchor': {
      const distance =
        offset === undefined || offset.count === 0
          ? ''
          : ` ${offset.count > 0 ? '+' : ''}${offset.count} ${offset.unit}`;
      return `${anchor} ${from.slice(5)}${distance}${unsure}`;
    }
    case 'date-given':
      return `given 指定${unsure}`;
    default:
      return `${workdays} working days from ${from.slice(5)} 工作日推算${unsure}`;
  }
}

const NAMED = 3;

function people(accountIds: readonly string[]): string {
  const named = accountIds.slice(0, NAMED).join(', ');
  return accountIds.length > NAMED ? `${named} … (${accountIds.length})` : named;
}

function clashRow(clash: Clash, plan: FiledPlan): readonly [string, string] {
  const titleOf = (id: string) => `${id} ${plan.items[Number(id) - 1]?.title ?? ''}`;
  const runs = (list: readonly { readonly itemId: string; readonly key: string }[]) =>
    list.map(({ itemId, key }) => `${titleOf(itemId)} (${key})`).join(', ');
  switch (clash.kind) {
    case 'same-week':
      return ['gatherings in one week 同周活动', `${clash.week}: ${runs(clash.occurrences)}`];
    case 'busy-week':
      return ['many due in one week 一周到期过多', `${people(clash.accountIds)}, ${clash.week}: ${clash.due}`];
    case 'over-cap':
      return ['many messages 消息过多', `${people(clash.accountIds)}: ${clash.messages} > ${clash.cap}`];
    case 'festival-week':
      return ['around a festival 临近节日', `${clash.festival} ${clash.on}: ${runs(clash.occurrences)}`];
    case 'anchor-open':
      return ['no day yet 日期待定', `${clash.anchor}: ${clash.itemIds.map(titleOf).join(', ')}`];
    case 'anchor-provisional':
      return ['day may move 日期暂定', `${clash.anchor}: ${clash.itemIds.map(titleOf).join(', ')}`];
    case 'provisional':
      return ['holidays not published 放假安排未公布', `${clash.year}: ${clash.occurrences} dates 个日期`];
  }
}
