import type { AnchorKey } from '../recurrence/anchor.js';
import type { Cadence } from '../recurrence/cadence.js';
import { type DateRules, runsOf } from '../recurrence/window.js';
import { type CadenceCopyNote, copyCadence } from './copy-cadence.js';
import { judgePlanItem, type PlanItem, type PlanItemFault } from './plan-item.js';
import { departedOf, type NamedPeople, type PeopleOfYear } from './wanted-people.js';

/** An item as it stands in the earlier plan. */
export type CopiedItem = PlanItem & { readonly sourceText: string | null };

/** One thing the clerk is told about an item before the copy is made. */
export type CopyNote =
  | CadenceCopyNote
  /** A named day is a day off: its window is due on the working day before, one without a working day on the day. */
  | { readonly code: 'day-off'; readonly on: string }
  /** Nobody knows the day it hangs on in the new year; it waits. */
  | { readonly code: 'anchor-open'; readonly anchor: AnchorKey }
  /** That day may still move. */
  | { readonly code: 'anchor-provisional'; readonly anchor: AnchorKey }
  /** The year in its title was the old one. */
  | { readonly code: 'title-year'; readonly before: string }
  /** Its title names a session (五届六次会议), which is another one in the new year. */
  | { readonly code: 'title-session' }
  /** Who was in charge holds no office then: to be filled. */
  | { readonly code: 'responsible-left'; readonly accountId: string }
  | { readonly code: 'leader-left'; readonly accountId: string }
  /** Nobody serves in the group then; until it is filled, all members are meant. */
  | { readonly code: 'group-ended'; readonly groupId: string };

/** How the item goes into the new plan; where `fault` is named, it cannot stand there as it is. */
export interface ItemCopy {
  readonly item: Omit<CopiedItem, 'id'>;
  readonly notes: readonly CopyNote[];
  readonly fault: PlanItemFault['code'] | null;
  readonly dueBefore: readonly string[];
  readonly dueAfter: readonly string[];
}

/** Who is not there in the new year is not copied. */
export interface PlanCopyRules extends PeopleOfYear {
  readonly fromYear: number;
  readonly before: DateRules;
  readonly after: DateRules;
}

/**
 * How an item of an earlier year's plan would stand in another year's: its days moved (`copyCadence`), people and
 * groups who are no longer there taken out, and everything that is not simply as it was named in `notes`.
 */
export function copyItem({ id: _id, ...item }: CopiedItem, rules: PlanCopyRules): ItemCopy {
  const { fromYear, toYear } = rules;
  const words = `${item.title} ${item.sourceText ?? ''}`;
  const { cadence, notes } = copyCadence(item.cadence, { fromYear, toYear, words });
  const people = copyPeople(item, rules);
  const title = item.title.replaceAll(`${fromYear}年`, `${toYear}年`);
  const copied = { ...item, ...people.left, title, cadence };
  const fault = judgePlanItem(copied, toYear)?.code ?? null;
  return {
    item: copied,
    notes: [
      ...notes,
      ...(fault === null ? dateNotes(cadence, rules.after) : []),
      ...(title === item.title ? [] : [{ code: 'title-year', before: item.title } as const]),
      ...(/届.{0,3}次|全[委会].{0,2}第?.{1,3}次/.test(title) ? [{ code: 'title-session' } as const] : []),
      ...people.notes,
    ],
    fault,
    dueBefore: dueDays(item.cadence, fromYear, rules.before),
    dueAfter: fault === null ? dueDays(cadence, toYear, rules.after) : [],
  };
}

const dueDays = (cadence: Cadence, year: number, rules: DateRules) =>
  runsOf(cadence, year, rules).runs.map(({ dueOn }) => dueOn.toString());

function dateNotes(cadence: Cadence, rules: DateRules): CopyNote[] {
  if (cadence.kind === 'anchored') {
    const { anchor } = cadence;
    const day = rules.anchors(anchor);
    if (day === null) return [{ code: 'anchor-open', anchor }];
    return day.isProvisional ? [{ code: 'anchor-provisional', anchor }] : [];
  }
  if (cadence.kind !== 'by' && cadence.kind !== 'between') return [];
  const on = cadence.kind === 'by' ? cadence.on : cadence.to;
  return rules.calendar.isWorkday(Temporal.PlainDate.from(on)) ? [] : [{ code: 'day-off', on }];
}

/** Takes out who is not in office both now and when the year begins, and a group nobody serves in. */
function copyPeople(item: Omit<CopiedItem, 'id'>, rules: PlanCopyRules) {
  const departed = departedOf(item, rules);
  const { responsibleAccountId, leaderAccountId, groupId } = item;
  const isGone = (field: keyof NamedPeople) => departed.includes(field);
  const notes: CopyNote[] = [];
  if (responsibleAccountId !== null && isGone('responsibleAccountId')) {
    notes.push({ code: 'responsible-left', accountId: responsibleAccountId });
  }
  if (leaderAccountId !== null && isGone('leaderAccountId')) {
    notes.push({ code: 'leader-left', accountId: leaderAccountId });
  }
  if (groupId !== null && isGone('groupId')) notes.push({ code: 'group-ended', groupId });
  return { notes, left: Object.fromEntries(departed.map((field) => [field, null])) as Partial<NamedPeople> };
}
