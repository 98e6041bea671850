import { dateIn } from '../calendar/committee-time.js';
import type { Membership } from '../people/roster.js';
import { atLadderFoot, type ForeseenStep, firstMoment, foreseeLadder, rungMoments } from '../reminder/ladder.js';
import { tellStep } from '../reminder/recipients.js';
import { holdersByRule } from '../task/holders.js';
import { chooseLadder } from '../task/ladder-choice.js';
import { type CaseFacts, plainFacts } from '../workflow/case-facts.js';
import { startCase } from '../workflow/decide.js';
import { definitions } from '../workflow/definitions/index.js';
import { Audiences } from './audiences.js';
import { type Clash, clashesOf } from './clashes.js';
import { expandPlan, type Occurrence, type WaitingItem } from './expand-plan.js';
import { type PersonLoad, reckonLoad } from './person-load.js';
import type { PlanItem } from './plan-item.js';
import type { RehearsalRules, RehearsedDuty, RehearsedRung } from './rehearsed-duty.js';

export interface Rehearsal {
  readonly occurrences: readonly Occurrence[];
  readonly waiting: readonly WaitingItem[];
  readonly duties: readonly RehearsedDuty[];
  readonly load: readonly PersonLoad[];
  readonly clashes: readonly Clash[];
}

/**
 * Everything a plan will cause if it is published at `publishedAt` and nobody acts: occurrences, duties, reminders
 * with their people and moments, each person's load, and what clashes. It opens each case by the same definitions and
 * walks each ladder by the same steps as the server, so what it says is what happens.
 */
export function rehearse(
  plan: { readonly year: number; readonly items: readonly PlanItem[] },
  roster: readonly Membership[],
  publishedAt: Temporal.Instant,
  rules: RehearsalRules,
): Rehearsal {
  const { calendar, profile } = rules;
  const today = dateIn(profile.reminder.zone, publishedAt);
  const items = new Map(plan.items.map((item) => [item.id, item]));
  const expanded = expandPlan(plan.items, plan.year, rules);
  const audiences = new Audiences(roster);
  const foreseen = ladderMemo(rules, publishedAt);
  const context = { today, calendar, profile, actor: { accountId: null, roles: ['system'] } } as const;
  const duties: RehearsedDuty[] = [];
  for (const occurrence of expanded.occurrences) {
    const item = items.get(occurrence.itemId);
    if (item === undefined) continue;
    const facts = factsOf(item, occurrence);
    for (const effect of startCase(definitions[item.workflow], facts, context).effects) {
      if (effect.effect !== 'open-task') continue;
      const holders = holdersByRule(effect.holder, facts, roster, today.toString());
      const [holder] = holders;
      if (holder === undefined) continue;
      const duty = {
        itemId: item.id,
        occurrenceKey: occurrence.key,
        kind: effect.kind,
        opensOn: effect.opensOn,
        dueOn: effect.dueOn,
        leaderAccountId: item.leaderAccountId,
        holders,
      };
      // A handling unit hears nothing of its task before a named person released it.
      const wanted = { ...effect, rule: effect.holder, holder };
      const ladder = chooseLadder(profile.ladders, wanted, roster, today.toString());
      const steps = effect.heldUntilReleased ? [] : foreseen({ ...effect, ladder });
      const rungs = steps.flatMap((step) => rungsOf(step, duty, audiences));
      duties.push({ ...duty, rungs });
    }
  }
  const load = reckonLoad(duties);
  return { ...expanded, duties, load, clashes: clashesOf({ ...plan, ...expanded, duties, load }, rules) };
}

/** What a case started for an occurrence of an item knows of both. */
export function factsOf(item: Omit<PlanItem, 'id'>, occurrence: Omit<Occurrence, 'itemId' | 'key' | 'to'>): CaseFacts {
  return {
    ...plainFacts,
    occurrence: { from: occurrence.from, dueOn: occurrence.dueOn, dueReason: occurrence.dueReason },
    reportWanted: item.reportWanted,
    target: item.target,
    participants: item.participants,
    groupId: item.groupId,
    responsibleAccountId: item.responsibleAccountId,
    leaderAccountId: item.leaderAccountId,
  };
}

/** What becomes of the rungs of one step; one that finds nobody in office is sent, to nobody. */
function rungsOf(
  { outcomes, happensAt, on }: ForeseenStep & { on: string },
  duty: Pick<RehearsedDuty, 'holders' | 'leaderAccountId'>,
  audiences: Audiences,
): RehearsedRung[] {
  return tellStep(outcomes, (to) => audiences.of(duty, to, on)).map(({ moment, form, outcome, recipients }) => ({
    rung: moment.rung,
    to: moment.to,
    form,
    outcome: outcome === 'superseded' ? outcome : 'sent',
    on,
    at: happensAt,
    recipients,
    insteadOf: audiences.insteadOf(duty, moment.to, on).filter(({ accountId }) => recipients.includes(accountId)),
  }));
}

/** Dates are computed once per ladder and pair of dates; people are a join (1.6 µs per date step adds up). */
function ladderMemo({ calendar, profile }: RehearsalRules, openedAt: Temporal.Instant) {
  const known = new Map<string, ReturnType<typeof walk>>();
  const walk = (ladder: string, opensOn: string, dueOn: string) => {
    const moments = rungMoments(
      profile.ladders[ladder] ?? [],
      { opensOn: Temporal.PlainDate.from(opensOn), dueOn: Temporal.PlainDate.from(dueOn) },
      calendar,
      profile.reminder,
    );
    const nextAt = firstMoment(moments, openedAt, calendar, profile.reminder);
    const steps = foreseeLadder(moments, { progress: atLadderFoot, nextAt }, calendar, profile.reminder);
    return steps.map((step) => ({ ...step, on: dateIn(profile.reminder.zone, step.happensAt).toString() }));
  };
  return ({ ladder, opensOn, dueOn }: { ladder: string; opensOn: string; dueOn: string }) => {
    const key = `${ladder} ${opensOn} ${dueOn}`;
    let foreseen = known.get(key);
    if (foreseen === undefined) {
      foreseen = walk(ladder, opensOn, dueOn);
      known.set(key, foreseen);
    }
    return foreseen;
  };
}
