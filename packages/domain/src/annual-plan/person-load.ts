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
  days: Map<string, number>;
  weeks: Map<string, { due: number; notices: number }>;
}

/** Each person's load, the heaviest first; people with nothing to do are left out. */
export function reckonLoad(duties: readonly RehearsedDuty[]): PersonLoad[] {
  const people = new Map<string, Counts>();
  const of = (accountId: string): Counts => {
    let counts = people.get(accountId);
    if (counts === undefined) {
      counts = { tasks: 0, notices: 0, days: new Map(), weeks: new Map() };
      people.set(accountId, counts);
    }
    return counts;
  };
  const mondays = new Map<string, string>();
  const mondayOf = (on: string): string => {
    let monday = mondays.get(on);
    if (monday === undefined) {
      const day = Temporal.PlainDate.from(on);
      monday = day.subtract({ days: day.dayOfWeek - 1 }).toString();
      mondays.set(on, monday);
    }
    return monday;
  };
  for (const duty of duties) {
    const dueWeek = mondayOf(duty.dueOn);
    for (const holder of duty.holders) {
      if (holder.kind !== 'account') continue;
      const counts = of(holder.accountId);
      counts.tasks++;
      weekOf(counts, dueWeek).due++;
    }
    for (const { on, recipients } of duty.rungs) {
      const week = mondayOf(on);
      for (const accountId of recipients) {
        const counts = of(accountId);
        counts.notices++;
        counts.days.set(on, (counts.days.get(on) ?? 0) + 1);
        weekOf(counts, week).notices++;
      }
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

function weekOf(counts: Counts, week: string): { due: number; notices: number } {
  let ofWeek = counts.weeks.get(week);
  if (ofWeek === undefined) {
    ofWeek = { due: 0, notices: 0 };
    counts.weeks.set(week, ofWeek);
  }
  return ofWeek;
}
