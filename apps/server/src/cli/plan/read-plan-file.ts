import { type PlanFile, planFile } from '@xushi/contract';
import {
  anchorDays,
  defaultRuleProfile,
  instantIn,
  judgePlanItem,
  type Membership,
  officialYears,
  type PlanItem,
  type RehearsalRules,
  WorkingCalendar,
} from '@xushi/domain';
import { itemFault, nameFault, type PlanFileFault, shapeFaults } from './plan-file-fault.js';

/** A plan as a file says it, ready to be rehearsed. An item's id is its place in the file, counted from 1. */
export interface FiledPlan {
  readonly year: number;
  readonly title: string;
  readonly items: readonly PlanItem[];
  readonly roster: readonly Membership[];
  readonly publishedAt: Temporal.Instant;
  readonly rules: RehearsalRules;
}

export type PlanFileReading =
  | { readonly ok: true; readonly plan: FiledPlan }
  | { readonly ok: false; readonly faults: readonly PlanFileFault[] };

/** Reads a parsed JSON file as a plan, or refuses it with every fault found, item by item. */
export function readPlanFile(json: unknown): PlanFileReading {
  const faults = shapeFaults(json);
  if (faults.length > 0) return { ok: false, faults };
  const file = planFile.parse(json);
  const roster = rosterOf(file);
  for (const [index, item] of file.items.entries()) {
    const fault = judgePlanItem(item, file.year);
    if (fault !== null) faults.push(itemFault(json, index, fault));
    faults.push(...unknownPeople(file, index, roster));
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, plan: planOf(file, roster) };
}

function planOf(file: PlanFile, roster: readonly Membership[]): FiledPlan {
  const calendar = new WorkingCalendar(officialYears, file.closings);
  const profile = defaultRuleProfile;
  const firstWorkday = calendar.onOrAfter(new Temporal.PlainDate(file.year, 1, 1));
  return {
    year: file.year,
    title: file.title,
    items: file.items.map((item, index) => ({ ...item, id: String(index + 1) })),
    roster,
    publishedAt:
      file.publishedAt === undefined
        ? instantIn(profile.reminder.zone, firstWorkday, profile.reminder.remindAt)
        : Temporal.Instant.from(file.publishedAt),
    rules: { calendar, profile, anchors: anchorDays(file.year, file.anchors) },
  };
}

/** `{members: 12}` is a clerk, a leader and so many members, all in office since the year before. */
function rosterOf({ roster, year }: PlanFile): Membership[] {
  const since = `${year - 1}-01-01`;
  if (Array.isArray(roster)) return roster.map((person) => ({ ...person, from: person.from ?? since }));
  const office = (accountId: string, role: Membership['role']) => ({
    accountId,
    role,
    groupId: null,
    from: since,
    to: null,
  });
  return [
    office('clerk', 'staff'),
    office('leader', 'leader'),
    ...Array.from({ length: roster.members }, (_, index) => office(`member-${index + 1}`, 'member')),
  ];
}

function unknownPeople(file: PlanFile, index: number, roster: readonly Membership[]): PlanFileFault[] {
  const item = file.items[index];
  const isIn = (wanted: string | null | undefined, names: readonly (string | null)[]) =>
    wanted === null || wanted === undefined || names.includes(wanted);
  const people = roster.map(({ accountId }) => accountId);
  const faults: PlanFileFault[] = [];
  for (const field of ['responsibleAccountId', 'leaderAccountId'] as const) {
    if (!isIn(item?.[field], people)) {
      faults.push(nameFault(file, index, field, { english: 'person', chinese: '人员' }));
    }
  }
  if (
    !isIn(
      item?.groupId,
      roster.map(({ groupId }) => groupId),
    )
  ) {
    faults.push(nameFault(file, index, 'groupId', { english: 'group', chinese: '小组' }));
  }
  return faults;
}
