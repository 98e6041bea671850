import { type Festival, festivalDay } from '../calendar/festivals.js';
import type { AnchorKey } from '../recurrence/anchor.js';
import type { Occurrence, WaitingItem } from './expand-plan.js';
import { mondayOf, type PersonLoad } from './person-load.js';
import type { PlanItem } from './plan-item.js';
import type { RehearsalRules, RehearsedDuty } from './rehearsed-duty.js';

/** An occurrence by its item and key. */
export interface OccurrenceRef {
  readonly itemId: string;
  readonly key: string;
}

/** Something in the plan that staff should look at before they publish. Weeks are named by their Monday. */
export type Clash =
  /** Two gatherings that can only be held in one and the same week or so: what has a quarter's time is no clash. */
  | { readonly kind: 'same-week'; readonly week: string; readonly occurrences: readonly OccurrenceRef[] }
  /** People who owe many things within one week; `due` is the most that one of them owes. */
  | { readonly kind: 'busy-week'; readonly week: string; readonly accountIds: readonly string[]; readonly due: number }
  /** People who get more messages in the year than the committee wants anybody to get; `messages` is the most. */
  | {
      readonly kind: 'over-cap';
      readonly accountIds: readonly string[];
      readonly messages: number;
      readonly cap: number;
    }
  /** Something can only be done in the week before or of a festival with days off, when people are hard to reach. */
  | {
      readonly kind: 'festival-week';
      readonly festival: Festival;
      readonly on: string;
      readonly occurrences: readonly OccurrenceRef[];
    }
  /** An item has no dates until the day of its anchor is entered. */
  | { readonly kind: 'anchor-open'; readonly anchor: AnchorKey; readonly itemIds: readonly string[] }
  /** A date rests on an anchor that may still move. */
  | { readonly kind: 'anchor-provisional'; readonly anchor: AnchorKey; readonly itemIds: readonly string[] }
  /** Dates rest on a holiday notice that is not published yet. */
  | { readonly kind: 'provisional'; readonly year: number; readonly occurrences: number };

const BUSY_WEEK_TASKS = 6;
/** A 旬 has eleven days at most. */
const SHORT_WINDOW_DAYS = 11;
const LONG_HOLIDAYS = ['spring-festival', 'national-day'] as const satisfies readonly Festival[];

/** What clashes in a rehearsed plan, the gravest kind first: dates unknown, dates uncertain, then people and weeks. */
export function clashesOf(
  plan: {
    readonly year: number;
    readonly items: readonly PlanItem[];
    readonly occurrences: readonly Occurrence[];
    readonly waiting: readonly WaitingItem[];
    readonly duties: readonly RehearsedDuty[];
    readonly load: readonly PersonLoad[];
  },
  rules: RehearsalRules,
): Clash[] {
  return [
    ...openAnchors(plan.waiting),
    ...provisionalAnchors(plan.items, rules),
    ...provisionalYears(plan.occurrences, rules),
    ...overCap(plan.load, rules.profile.reminder.mostMessagesPerPersonYear),
    ...busyWeeks(plan.load),
    ...sameWeeks(plan.items, plan.occurrences),
    ...festivalWeeks(plan.year, plan.items, plan.occurrences),
  ];
}

function openAnchors(waiting: readonly WaitingItem[]): Clash[] {
  return [...Map.groupBy(waiting, ({ anchor }) => anchor)].map(([anchor, ofAnchor]) => ({
    kind: 'anchor-open',
    anchor,
    itemIds: ofAnchor.map(({ itemId }) => itemId),
  }));
}

function provisionalAnchors(items: readonly PlanItem[], { anchors }: RehearsalRules): Clash[] {
  const hanging = items.flatMap(({ id, cadence }) =>
    cadence.kind === 'anchored' && anchors(cadence.anchor)?.isProvisional === true
      ? [{ itemId: id, anchor: cadence.anchor }]
      : [],
  );
  return [...Map.groupBy(hanging, ({ anchor }) => anchor)].map(([anchor, ofAnchor]) => ({
    kind: 'anchor-provisional',
    anchor,
    itemIds: ofAnchor.map(({ itemId }) => itemId),
  }));
}

function provisionalYears(occurrences: readonly Occurrence[], { calendar }: RehearsalRules): Clash[] {
  const years = Map.groupBy(occurrences, ({ dueOn }) => Number(dueOn.slice(0, 4)));
  return [...years]
    .filter(([year]) => calendar.status(year) === 'provisional')
    .map(([year, ofYear]) => ({ kind: 'provisional', year, occurrences: ofYear.length }));
}

function overCap(load: readonly PersonLoad[], cap: number): Clash[] {
  const over = load.filter(({ messages }) => messages > cap);
  if (over.length === 0) return [];
  const messages = Math.max(...over.map((one) => one.messages));
  return [{ kind: 'over-cap', accountIds: over.map(({ accountId }) => accountId), messages, cap }];
}

function busyWeeks(load: readonly PersonLoad[]): Clash[] {
  const busy = load.flatMap(({ accountId, weeks }) =>
    weeks.filter(({ due }) => due >= BUSY_WEEK_TASKS).map(({ week, due }) => ({ accountId, week, due })),
  );
  return [...Map.groupBy(busy, ({ week }) => week)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([week, ofWeek]) => ({
      kind: 'busy-week',
      week,
      accountIds: ofWeek.map(({ accountId }) => accountId),
      due: Math.max(...ofWeek.map(({ due }) => due)),
    }));
}

/** Gatherings are what members are asked to come to; two of one item in one window are the plan's own wish. */
function sameWeeks(items: readonly PlanItem[], occurrences: readonly Occurrence[]): Clash[] {
  const gatherings = new Set(
    items.filter((item) => item.participants === 'members' && item.workflow !== 'solicitation').map(({ id }) => id),
  );
  const weeks = Map.groupBy(
    occurrences.filter(({ itemId, from, to }) => gatherings.has(itemId) && isShort(from, to)),
    ({ dueOn }) => mondayOf(dueOn),
  );
  return [...weeks]
    .filter(([, ofWeek]) => new Set(ofWeek.map(({ itemId }) => itemId)).size > 1)
    .map(([week, ofWeek]) => ({ kind: 'same-week', week, occurrences: ofWeek.map(refOf) }));
}

function festivalWeeks(year: number, items: readonly PlanItem[], occurrences: readonly Occurrence[]): Clash[] {
  const meant = new Set(
    items
      .filter(({ cadence }) => cadence.kind === 'anchored' && !cadence.anchor.startsWith('event:'))
      .map(({ id }) => id),
  );
  return LONG_HOLIDAYS.flatMap((festival): Clash[] => {
    const on = festivalDay(festival, year);
    if (on === null) return [];
    const [first, last] = [mondayOf(on.subtract({ days: 7 }).toString()), on.add({ days: 6 }).toString()];
    const near = occurrences.filter(({ itemId, from, dueOn }) => !meant.has(itemId) && first <= from && dueOn <= last);
    return near.length === 0
      ? []
      : [{ kind: 'festival-week', festival, on: on.toString(), occurrences: near.map(refOf) }];
  });
}

function isShort(from: string, to: string): boolean {
  return Temporal.PlainDate.from(from).until(to).days < SHORT_WINDOW_DAYS;
}

const refOf = ({ itemId, key }: Occurrence): OccurrenceRef => ({ itemId, key });
