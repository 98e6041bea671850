import type { DateRules, DueReason } from '../recurrence/window.js';
import type { CaseFacts } from '../workflow/case-facts.js';
import type { ItemWorkflow } from '../workflow/workflow-name.js';
import { expandPlan, type Occurrence, type WaitingItem } from './expand-plan.js';
import type { PlanItem } from './plan-item.js';
import { factsOf } from './rehearse.js';

/** An occurrence of a published plan with the case that runs for it. */
export interface StandingOccurrence extends Occurrence {
  readonly id: string;
  readonly title: string;
  readonly workflow: ItemWorkflow;
  readonly facts: CaseFacts;
  readonly isClosed: boolean;
  /** Somebody has arranged, recorded, put on hold or answered something of it. */
  readonly isActedOn: boolean;
  /** Others are in charge than the plan says, because the duty went to them: that does not make it another one. */
  readonly isHandedOver: boolean;
}

/** Why an occurrence stays as it is although the plan now says otherwise. */
export type KeptWhy = 'closed' | 'acted-on' | 'past' | 'new-date-past' | 'moved-by-hand';

export type ConfirmationChange = 'confirmed' | 'unconfirmed';

/**
 * What an amendment, an anchor's new day or a new holiday notice does to one occurrence of a published plan.
 * - `added`, `dropped`: it comes or goes.
 * - `moved`: other dates, the same duty. `confirmed`, `unconfirmed`: the same dates, only no longer, or newly, provisional.
 * - `replaced`: another duty (kind, number of pieces, participants, person in charge …): its case is withdrawn, a new
 *   one begins. `retitled`: the same duty under another name.
 * - `kept`: it would change, but is closed, acted on, moved by hand, or not due after today. `skipped`: it would come, too late.
 */
export type PlanChange =
  | { readonly change: 'added'; readonly occurrence: Occurrence }
  | {
      readonly change: 'moved' | ConfirmationChange | 'replaced';
      readonly standing: StandingOccurrence;
      readonly occurrence: Occurrence;
    }
  | { readonly change: 'retitled'; readonly standing: StandingOccurrence; readonly title: string }
  | { readonly change: 'dropped'; readonly standing: StandingOccurrence }
  | {
      readonly change: 'kept';
      readonly standing: StandingOccurrence;
      readonly occurrence: Occurrence | null;
      readonly why: KeptWhy;
    }
  | { readonly change: 'skipped'; readonly occurrence: Occurrence; readonly why: 'past' };

/**
 * How a published plan's occurrences change when its items, its anchors or the calendar do. Only what is due after
 * today and on which nobody has acted changes; everything else stays and says why. What does not change is left out.
 * Pure: it says the ripple before anything moves, and what it says is what is then done.
 */
export function amendPlan(
  plan: {
    readonly year: number;
    readonly items: readonly PlanItem[];
    readonly standing: readonly StandingOccurrence[];
  },
  today: Temporal.PlainDate,
  rules: DateRules,
): { readonly changes: readonly PlanChange[]; readonly waiting: readonly WaitingItem[] } {
  const { occurrences, waiting } = expandPlan(plan.items, plan.year, rules);
  const wantedOf = Map.groupBy(occurrences, ({ itemId }) => itemId);
  const standingOf = Map.groupBy(plan.standing, ({ itemId }) => itemId);
  const items = new Map(plan.items.map((item) => [item.id, item]));
  const now = today.toString();
  const changes: PlanChange[] = [];
  for (const itemId of new Set([...items.keys(), ...standingOf.keys()])) {
    const item = items.get(itemId);
    const { pairs, added, dropped } = matchRuns(standingOf.get(itemId) ?? [], wantedOf.get(itemId) ?? []);
    for (const [standing, occurrence] of pairs) {
      if (item !== undefined) changes.push(...changesOf(standing, occurrence, item, now));
    }
    for (const standing of dropped) changes.push(dropOf(standing, now));
    for (const occurrence of added) {
      changes.push(
        occurrence.dueOn > now ? { change: 'added', occurrence } : { change: 'skipped', occurrence, why: 'past' },
      );
    }
  }
  return { changes, waiting };
}

/**
 * A day set by hand stays, whatever the plan is reckoned to now: nobody moves it but whoever sets another. What else
 * changes in the run changes with the day it has; that the plan now says another one is listed.
 */
function changesOf(standing: StandingOccurrence, occurrence: Occurrence, item: PlanItem, now: string): PlanChange[] {
  const { from, to, dueOn, dueReason } = standing;
  if (dueReason.rule !== 'moved-by-hand' || standing.isClosed) {
    return [changeOf(standing, occurrence, item, now)].filter((change) => change !== null);
  }
  const change = changeOf(standing, { ...occurrence, from, to, dueOn, dueReason }, item, now);
  if (change !== null) return [change];
  if (occurrence.dueOn === dueReason.from) return [];
  return [{ change: 'kept', standing, occurrence, why: 'moved-by-hand' }];
}

function changeOf(
  standing: StandingOccurrence,
  occurrence: Occurrence,
  item: PlanItem,
  now: string,
): PlanChange | null {
  const isOther = isOtherDuty(standing, item, occurrence);
  const isMoved = !hasDates(standing, occurrence);
  if (isOther || isMoved) {
    const why = keptWhy(standing, now) ?? (occurrence.dueOn <= now ? 'new-date-past' : null);
    if (why !== null) return { change: 'kept', standing, occurrence, why };
    return { change: isOther ? 'replaced' : 'moved', standing, occurrence };
  }
  if (standing.isClosed) return null;
  if (standing.title !== item.title) return { change: 'retitled', standing, title: item.title };
  const change = confirmationChange(standing.dueReason, occurrence.dueReason);
  return change === null ? null : { change, standing, occurrence };
}

/**
 * Whether a date that stays is no longer provisional, or newly so, as when a holiday notice is taken back; null when
 * that stays, too.
 */
export function confirmationChange(before: DueReason, after: DueReason): ConfirmationChange | null {
  if (before.provisional === after.provisional) return null;
  return after.provisional ? 'unconfirmed' : 'confirmed';
}

function dropOf(standing: StandingOccurrence, now: string): PlanChange {
  const why = keptWhy(standing, now);
  return why === null ? { change: 'dropped', standing } : { change: 'kept', standing, occurrence: null, why };
}

function keptWhy(standing: StandingOccurrence, now: string): KeptWhy | null {
  if (standing.isClosed) return 'closed';
  if (standing.isActedOn) return 'acted-on';
  return standing.dueOn <= now ? 'past' : null;
}

function hasDates(standing: Occurrence, wanted: Occurrence): boolean {
  return standing.from === wanted.from && standing.to === wanted.to && standing.dueOn === wanted.dueOn;
}

/** What makes a duty another one; sites, category, offices named and the words of the source do not. */
const WORK_FACTS = [
  'reportWanted',
  'target',
  'participants',
  'groupId',
] as const satisfies readonly (keyof CaseFacts)[];
const PEOPLE_FACTS = ['responsibleAccountId', 'leaderAccountId'] as const satisfies readonly (keyof CaseFacts)[];

function isOtherDuty(standing: StandingOccurrence, item: PlanItem, occurrence: Occurrence): boolean {
  const facts = factsOf(item, occurrence);
  const compared = standing.isHandedOver ? WORK_FACTS : [...WORK_FACTS, ...PEOPLE_FACTS];
  return standing.workflow !== item.workflow || compared.some((fact) => standing.facts[fact] !== facts[fact]);
}

/**
 * Which run of the new plan each standing run has become: the one of the same key, else the one whose days overlap
 * most (每季度一次 made 每半年一次), else the next one left over (5月 moved to 9月).
 */
function matchRuns(standing: readonly StandingOccurrence[], wanted: readonly Occurrence[]) {
  const left = new Set(standing);
  const open = new Set(wanted);
  const pairs: [StandingOccurrence, Occurrence][] = [];
  const pair = (occurrence: Occurrence, found: StandingOccurrence | undefined) => {
    if (found === undefined) return;
    left.delete(found);
    open.delete(occurrence);
    pairs.push([found, occurrence]);
  };
  for (const occurrence of wanted)
    pair(
      occurrence,
      [...left].find(({ key }) => key === occurrence.key),
    );
  for (const occurrence of [...open]) pair(occurrence, mostOverlapping([...left], occurrence));
  for (const occurrence of [...open]) pair(occurrence, nextLeft([...left]));
  return { pairs, added: [...open], dropped: [...left] };
}

/** One nobody has touched, else one under way: that stays as it is and stands for the new one, so that none is owed twice. */
function nextLeft(runs: readonly StandingOccurrence[]): StandingOccurrence | undefined {
  return runs.find(({ isClosed, isActedOn }) => !isClosed && !isActedOn) ?? runs.find(({ isClosed }) => !isClosed);
}

function mostOverlapping(runs: readonly StandingOccurrence[], wanted: Occurrence): StandingOccurrence | undefined {
  const overlapping = runs
    .map((run) => ({ run, days: overlapDays(run, wanted) }))
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days);
  return overlapping[0]?.run;
}

function overlapDays(a: Occurrence, b: Occurrence): number {
  const from = Temporal.PlainDate.from(a.from > b.from ? a.from : b.from);
  const to = Temporal.PlainDate.from(a.to < b.to ? a.to : b.to);
  return from.until(to).days + 1;
}
