import { Injectable } from '@nestjs/common';
import type { PaperCalendar, PaperItem, PaperOccurrence, PlanPaper, PlanStanding } from '@xushi/documents';
import {
  type AnchorDays,
  type AnchorKey,
  anchorDays,
  type DueReason,
  dateIn,
  type EventAnchor,
  expandPlan,
  holdersOf,
  type Membership,
  nameOfAnchor,
  partsIn,
  sayCadence,
  type WorkingCalendar,
} from '@xushi/domain';
import { CommitteeRules } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { loadRoster } from '../account/index.js';
import { listAnchors } from '../work-calendar/index.js';
import { listItems, listOccurrences, listPlans } from './plan.query.js';
import { loadApproval, loadCommitteeName, loadNames } from './plan-paper.query.js';

type Plan = Awaited<ReturnType<typeof listPlans>>[number];
type Item = Awaited<ReturnType<typeof listItems>>[number];
type AnchorName = (key: AnchorKey) => string;

/**
 * A plan with all that its documents say; null when there is no such plan. In force, it has the dates that run; before,
 * and while it is being amended, those it would have.
 */
@Injectable()
export class ReadPlanPaper {
  constructor(private readonly rules: CommitteeRules) {}

  async run(tx: Tx, committeeId: string, planId: string): Promise<PlanPaper | null> {
    const [plan] = await listPlans(tx, committeeId, planId);
    if (plan === undefined) return null;
    const { calendar, profile } = await this.rules.inForce(tx, committeeId);
    const roster = (await loadRoster(tx, [committeeId])).get(committeeId) ?? [];
    const events = await listAnchors(tx, committeeId, plan.year);
    const items = await listItems(tx, committeeId, planId);
    const named = namesOf(events);
    const today = dateIn(profile.reminder.zone, tx.now).toString();
    const dated = await datedItems(
      tx,
      { plan, items, committeeId },
      { calendar, anchors: anchorDays(plan.year, events) },
    );
    const waits = new Map(dated.waiting.map(({ itemId, anchor }) => [itemId, named(anchor)]));
    const paperItems = items.map((item) => paperItem(item, { roster, today, named, waitsFor: waits.get(item.id) }));
    const members = new Set(holdersOf(roster, 'member', today));
    const accountIds = new Set(paperItems.flatMap(({ parts }) => parts.map(({ accountId }) => accountId)));
    return {
      committee: await loadCommitteeName(tx, committeeId),
      year: plan.year,
      title: plan.title,
      standing: standingOf(plan.state),
      approval: await loadApproval(tx, committeeId, plan.instanceId),
      items: paperItems,
      occurrences: dated.occurrences.map((one) => ({ ...one, anchor: anchorOf(one.reason, named) })),
      people: (await loadNames(tx, [...accountIds])).map((one) => ({ ...one, isMember: members.has(one.accountId) })),
      calendar: calendarOf(calendar, plan.year),
    };
  }
}

/** What the committee calls the days that items hang on. */
function namesOf(events: readonly EventAnchor[]): AnchorName {
  const own = new Map(events.map(({ key, name }) => [`event:${key}`, name]));
  return (key) => own.get(key) || nameOfAnchor(key, 'zh');
}

function standingOf(state: Plan['state']): PlanStanding {
  return state === 'draft' || state === 'submitted' || state === 'amending' ? state : 'approved';
}

/** The plan's occurrences by due date, and the items that have none because their day is open. */
async function datedItems(
  tx: Tx,
  { plan, items, committeeId }: { plan: Plan; items: readonly Item[]; committeeId: string },
  rules: { calendar: WorkingCalendar; anchors: AnchorDays },
) {
  const { occurrences, waiting } = expandPlan(items, plan.year, rules);
  const runs = plan.state === 'published' || plan.state === 'closed';
  const shown: Omit<PaperOccurrence, 'anchor'>[] = runs
    ? (await listOccurrences(tx, committeeId, plan.id)).map(({ itemId, key, fromOn, toOn, dueOn, dueReason }) => {
        return { itemId, key, fromOn, toOn, dueOn, reason: dueReason };
      })
    : occurrences.map(({ itemId, key, from, to, dueOn, dueReason }) => {
        return { itemId, key, fromOn: from, toOn: to, dueOn, reason: dueReason };
      });
  // Sorting is stable: on one day they stay in the plan's order.
  return { occurrences: shown.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)), waiting };
}

function paperItem(
  item: Item,
  about: { roster: readonly Membership[]; today: string; named: AnchorName; waitsFor: string | undefined },
): PaperItem {
  return {
    id: item.id,
    title: item.title,
    category: item.category,
    when: sayCadence(item.cadence, item.times, 'zh', about.named),
    asked: askedOf(item),
    target: item.target,
    leader: item.leaderName,
    leadOffice: item.leadOffice,
    cooperating: item.cooperating,
    responsible: item.responsibleName,
    sites: item.sites,
    reportWanted: item.reportWanted,
    waitsFor: about.waitsFor ?? null,
    parts: partsIn(item, about.roster, about.today),
  };
}

function askedOf({ participants, groupName, groupKind, workflow }: Item): PaperItem['asked'] {
  if (participants === 'none') return null;
  if (participants === 'units') return { who: '各承办单位', to: 'handle' };
  // A sector is called 经济界, who serves in it 经济界委员.
  const who = groupName === null ? '全体委员' : groupKind === 'sector' ? `${groupName}委员` : groupName;
  return { who, to: workflow === 'solicitation' ? 'hand-in' : 'attend' };
}

function anchorOf({ anchor }: DueReason, named: AnchorName): PaperOccurrence['anchor'] {
  return anchor === undefined ? null : { key: anchor, name: named(anchor) };
}

function calendarOf(calendar: WorkingCalendar, year: number): PaperCalendar {
  const first = new Temporal.PlainDate(year, 1, 1);
  const days = Array.from({ length: first.daysInYear }, (_, index) => first.add({ days: index }));
  return {
    isProvisional: calendar.status(year) === 'provisional',
    days: days.flatMap((date) => {
      const name = calendar.dayName(date) ?? calendar.exchangedFor(date);
      return name === null ? [] : [{ on: date.toString(), isWorked: calendar.isWorkday(date), name }];
    }),
  };
}
