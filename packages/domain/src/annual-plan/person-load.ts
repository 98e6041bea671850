import type { RehearsedDuty } from './rehearsed-duty.js';

/** What a plan asks of one person over its year. Weeks are named by their Monday. */
export interface PersonLoad {
  readonly accountId: string;
  /** Tasks the person owes by name. */
  readonly tasks: number;
  readonly notices: number;
  /** Days on which at least one notice comes: with one digest a day, the messages of the year. */
  readonly messages: number;
  readonly weeks: readonly { readonly week: string; readonly due: number; readonly notices: number }[];
}

interface Counts {
  tasks: number;
  notices: number;
  readonly days: Set<string>;
  readonly weeks: Map<string, { due: number; notices: number }>;
}

/** Each person's load, the heaviest first; people with nothing to do are left out. */
export function reckonLoad(duties: readonly RehearsedDuty[]): PersonLoad[] {
  const people = new Map<string, Counts>();
  for (const duty of duties) {
    for (const holder of duty.holders) {
      if (holder.kind === 'account') countsOf(people, holder.accountId).tasks++;
    }
  }
  for (const [week, holders] of dueByWeek(duties)) {
    for (const [accountId, due] of holders) weekOf(countsOf(people, accountId), week).due += due;
  }
  for (const { on, notices, recipients } of noticesByDay(duties)) {
    const week = mondayOf(on);
    for (const accountId of recipients) {
      const counts = countsOf(people, accountId);
      counts.notices += notices;
      counts.days.add(on);
      weekOf(counts, week).notices += notices;
    }
  }
  return [...people]
    .map(([accountId, { tasks, notices, days, weeks }]) => ({
      accountId,
      tasks,
      notices,
      messages: days.size,
      weeks: [...weeks].map(([week, counts]) => ({ week, ...counts })).sort((a, b) => (a.week < b.week ? -1 : 1)),
    }))
    .sort((a, b) => b.notices - a.notices || (a.accountId < b.accountId ? -1 : 1));
}

/** Tasks due, by week and person. */
function dueByWeek(duties: readonly RehearsedDuty[]): Map<string, Map<string, number>> {
  const weeks = new Map<string, Map<string, number>>();
  const mondays = new Map<string, string>();
  for (const { dueOn, holders } of duties) {
    const week = mondays.get(dueOn) ?? mondayOf(dueOn);
    mondays.set(dueOn, week);
    const due = weeks.get(week) ?? new Map<string, number>();
    weeks.set(week, due);
    for (const holder of holders) {
      if (holder.kind === 'account') due.set(holder.accountId, (due.get(holder.accountId) ?? 0) + 1);
    }
  }
  return weeks;
}

/** Notices of a day to one audience, added up before anybody is looked at: a county's members share their audiences. */
function noticesByDay(duties: readonly RehearsedDuty[]) {
  const days = new Map<string, Map<readonly string[], number>>();
  for (const { rungs } of duties) {
    for (const { on, recipients } of rungs) {
      const day = days.get(on) ?? new Map<readonly string[], number>();
      days.set(on, day);
      day.set(recipients, (day.get(recipients) ?? 0) + 1);
    }
  }
  return [...days].flatMap(([on, day]) => [...day].map(([recipients, notices]) => ({ on, recipients, notices })));
}

function countsOf(people: Map<string, Counts>, accountId: string): Counts {
  let counts = people.get(accountId);
  if (counts === undefined) {
    counts = { tasks: 0, notices: 0, days: new Set(), weeks: new Map() };
    people.set(accountId, counts);
  }
  return counts;
}

function weekOf(counts: Counts, week: string): { due: number; notices: number } {
  let ofWeek = counts.weeks.get(week);
  if (ofWeek === undefined) {
    ofWeek = { due: 0, notices: 0 };
    counts.weeks.set(week, ofWeek);
  }
  return ofWeek;
}

/** The Monday of a day's week. */
export function mondayOf(iso: string): string {
  const day = Temporal.PlainDate.from(iso);
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
}
