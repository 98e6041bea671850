import { dateIn } from '../calendar/committee-time.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { Membership } from '../people/roster.js';
import { atLadderFoot, firstMoment, foreseeLadder, type RungForm, rungMoments } from '../reminder/ladder.js';
import { recipientsOf } from '../reminder/recipients.js';
import type { LadderName, RuleProfile } from '../rule-profile/rule-profile.js';
import { holdersByRule, type TaskHolder } from '../task/holders.js';
import { type CaseFacts, type OpenTask, startCase } from '../workflow/decide.js';
import { definitions } from '../workflow/definitions/index.js';
import { expandPlan, type Occurrence } from './expand-plan.js';
import type { PlanItem } from './plan-item.js';

/** A duty the plan will open. */
export interface RehearsedTask {
  readonly itemId: string;
  readonly occurrenceKey: string;
  readonly kind: string;
  readonly holder: TaskHolder;
  readonly dueOn: string;
}

/** A rung the plan will cause, with the people it will be sent to (none when it will be superseded). ISO dates. */
export interface RehearsedReminder extends RehearsedTask {
  readonly rung: string;
  readonly form: RungForm;
  readonly outcome: 'sent' | 'superseded';
  readonly on: string;
  readonly at: Temporal.Instant;
  readonly recipients: readonly string[];
}

/** Something in the plan that staff should look at before they publish. */
export type Clash =
  | {
      readonly kind: 'same-week';
      readonly week: string;
      readonly occurrences: readonly { itemId: string; key: string }[];
    }
  | { readonly kind: 'busy-day'; readonly accountId: string; readonly on: string; readonly notices: number }
  | { readonly kind: 'provisional'; readonly year: number; readonly occurrences: number };

export interface Rehearsal {
  readonly occurrences: readonly Occurrence[];
  readonly tasks: readonly RehearsedTask[];
  readonly reminders: readonly RehearsedReminder[];
  readonly clashes: readonly Clash[];
}

const BUSY_DAY_NOTICES = 6;

/**
 * Everything a plan will cause if it is published at `publishedAt` and nobody acts: occurrences, duties, reminders
 * with their people and moments, and what clashes. It opens each case by the same definitions and walks each ladder by
 * the same steps as the server, so what it says is what happens.
 */
export function rehearse(
  plan: { readonly year: number; readonly items: readonly PlanItem[] },
  roster: readonly Membership[],
  publishedAt: Temporal.Instant,
  rules: { calendar: WorkingCalendar; profile: RuleProfile },
): Rehearsal {
  const { calendar, profile } = rules;
  const today = dateIn(profile.reminder.zone, publishedAt);
  const items = new Map(plan.items.map((item) => [item.id, item]));
  const occurrences = expandPlan(plan.items, plan.year, calendar);
  const tasks: RehearsedTask[] = [];
  const reminders: RehearsedReminder[] = [];
  const ladders = ladderMemo(calendar, profile, publishedAt);
  for (const occurrence of occurrences) {
    const item = items.get(occurrence.itemId);
    if (item === undefined) continue;
    const { effects } = startCase(definitions[item.workflow], factsOf(item, occurrence), {
      today,
      calendar,
      profile,
      actor: { accountId: null, roles: ['system'] },
    });
    for (const effect of effects) {
      if (effect.effect !== 'open-task') continue;
      const foreseen = ladders(effect);
      for (const holder of holdersByRule(effect.holder, item, roster, today.toString())) {
        const task = {
          itemId: item.id,
          occurrenceKey: occurrence.key,
          kind: effect.kind,
          holder,
          dueOn: effect.dueOn,
        };
        tasks.push(task);
        for (const rung of foreseen) {
          const recipients = rung.outcome === 'sent' ? recipientsOf(rung.to, holder, roster, rung.on) : [];
          reminders.push({ ...task, ...rung, recipients });
        }
      }
    }
  }
  reminders.sort((a, b) => Temporal.Instant.compare(a.at, b.at));
  return { occurrences, tasks, reminders, clashes: clashesOf(occurrences, reminders, items, calendar) };
}

/** What a case started for an occurrence of an item knows of both. */
export function factsOf(item: Omit<PlanItem, 'id'>, occurrence: Omit<Occurrence, 'itemId'>): CaseFacts {
  return {
    occurrence: { from: occurrence.from, dueOn: occurrence.dueOn, dueReason: occurrence.dueReason },
    reportWanted: item.reportWanted,
    target: item.target,
    participants: item.participants,
    responsibleAccountId: item.responsibleAccountId,
  };
}

/** Dates are computed once per ladder and pair of dates; people are a join (1.6 µs per date step adds up). */
function ladderMemo(calendar: WorkingCalendar, profile: RuleProfile, openedAt: Temporal.Instant) {
  const known = new Map<string, ReturnType<typeof walk>>();
  const walk = (ladder: LadderName, opensOn: string, dueOn: string) => {
    const moments = rungMoments(
      profile.ladders[ladder],
      { opensOn: Temporal.PlainDate.from(opensOn), dueOn: Temporal.PlainDate.from(dueOn) },
      calendar,
      profile.reminder,
    );
    const nextAt = firstMoment(moments, openedAt, calendar, profile.reminder);
    return foreseeLadder(moments, { progress: atLadderFoot, nextAt }, calendar, profile.reminder).map((rung) => ({
      rung: rung.moment.rung,
      to: rung.moment.to,
      form: rung.moment.form,
      outcome: rung.outcome === 'sent' ? ('sent' as const) : ('superseded' as const),
      on: dateIn(profile.reminder.zone, rung.happensAt).toString(),
      at: rung.happensAt,
    }));
  };
  return ({ ladder, opensOn, dueOn }: OpenTask) => {
    const key = `${ladder} ${opensOn} ${dueOn}`;
    let foreseen = known.get(key);
    if (foreseen === undefined) {
      foreseen = walk(ladder, opensOn, dueOn);
      known.set(key, foreseen);
    }
    return foreseen;
  };
}

function clashesOf(
  occurrences: readonly Occurrence[],
  reminders: readonly RehearsedReminder[],
  items: ReadonlyMap<string, PlanItem>,
  calendar: WorkingCalendar,
): Clash[] {
  const weeks = new Map<string, { itemId: string; key: string }[]>();
  const provisional = new Map<number, number>();
  for (const occurrence of occurrences) {
    const due = Temporal.PlainDate.from(occurrence.dueOn);
    if (items.get(occurrence.itemId)?.workflow === 'activity') {
      const monday = due.subtract({ days: due.dayOfWeek - 1 }).toString();
      weeks.set(monday, [...(weeks.get(monday) ?? []), { itemId: occurrence.itemId, key: occurrence.key }]);
    }
    if (calendar.status(due.year) === 'provisional') provisional.set(due.year, (provisional.get(due.year) ?? 0) + 1);
  }
  const days = new Map<string, { accountId: string; on: string; notices: number }>();
  for (const { recipients, on } of reminders) {
    for (const accountId of recipients) {
      const day = days.get(`${accountId} ${on}`) ?? { accountId, on, notices: 0 };
      days.set(`${accountId} ${on}`, { ...day, notices: day.notices + 1 });
    }
  }
  return [
    ...[...provisional].map(([year, count]) => ({ kind: 'provisional' as const, year, occurrences: count })),
    ...[...weeks]
      .filter(([, due]) => due.length > 1)
      .map(([week, due]) => ({ kind: 'same-week' as const, week, occurrences: due })),
    ...[...days.values()]
      .filter((day) => day.notices >= BUSY_DAY_NOTICES)
      .map((day) => ({ kind: 'busy-day' as const, ...day })),
  ];
}
