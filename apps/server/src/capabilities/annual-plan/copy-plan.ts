import { Injectable } from '@nestjs/common';
import { type CopiedItem, type CopyNote, copyItem, type ItemCopy, type PlanItemFault } from '@xushi/domain';
import { CommitteeRules } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';
import { conflict, missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, loadRoster, tenantsOf, todayIn } from '../account/index.js';
import { loadAnchorDays, openEvents } from '../work-calendar/index.js';
import { wordsOf } from './cadence-words.js';
import { CreatePlan, isPlannable } from './create-plan.js';
import { listMissed, listUnplanned, type MissedOccurrence } from './earlier-year.query.js';
import { listItems } from './plan.query.js';
import { PlanRepository } from './plan.repository.js';
import type { PlanRow } from './plan.row.js';

/** The plan copied from, and the year copied to. */
export interface PlanCopySource {
  readonly committeeId: string;
  readonly planId: string;
  readonly year: number;
}

/** What the clerk chose of the preview: items of the plan and duties that stood beside it. */
export interface PlanCopyInput extends PlanCopySource {
  /** The source as the preview showed it. */
  readonly lockVersion: number;
  readonly title: string;
  readonly itemIds: readonly string[];
}

/** An item of the earlier year, how it would stand in the new one, and what became of it. */
interface CopyRow {
  readonly id: string;
  readonly isUnplanned: boolean;
  readonly before: CopiedItem;
  readonly copy: ItemCopy;
  readonly names: Readonly<Record<string, string | null>>;
  readonly held: number;
  readonly missed: readonly MissedOccurrence[];
}

type SourceRefusal = 'year-out-of-range' | 'year-not-later';

/**
 * Starts a year's plan from an earlier one: first a preview of every item as it was and as it would be, with the
 * reason for each difference; then, in one transaction, a draft of what the clerk chose. What was held or owed in the
 * earlier year is not touched.
 */
@Injectable()
export class CopyPlan {
  constructor(
    private readonly doors: Doors,
    private readonly rules: CommitteeRules,
    private readonly plans: PlanRepository,
    private readonly createPlan: CreatePlan,
  ) {}

  /** What a copy would make of each item. Writes nothing. */
  preview(actor: Actor, source: PlanCopySource) {
    return this.doors.inTenant(tenantsOf(actor, source.committeeId), async (tx) => {
      const plan = await this.#source(tx, actor, source);
      if (!plan.ok) return plan;
      const { calendar } = await this.rules.inForce(tx, source.committeeId);
      return ok({
        fromYear: plan.value.year,
        lockVersion: plan.value.lockVersion,
        isProvisional: calendar.status(source.year) === 'provisional',
        rows: (await this.#rows(tx, actor, source, plan.value)).map(presentRow),
      });
    });
  }

  /** Makes the draft and answers its id. */
  run(
    actor: Actor,
    input: PlanCopyInput,
  ): Promise<Result<string, SourceRefusal | 'year-taken' | 'title-missing' | PlanItemFault['code']>> {
    const { committeeId, year } = input;
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      const plan = await this.#source(tx, actor, input);
      if (!plan.ok) return plan;
      if (plan.value.lockVersion !== input.lockVersion) return conflict(plan.value.lockVersion);
      const rows = await this.#rows(tx, actor, input, plan.value);
      const chosen = rows.filter(({ id }) => input.itemIds.includes(id));
      if (chosen.length < new Set(input.itemIds).size) return missing;
      const faulty = chosen.find(({ copy }) => copy.fault !== null)?.copy.fault;
      if (faulty != null) return refused(faulty, 'itemIds');
      const started = await this.createPlan.start(tx, actor, input);
      if (!started.ok) return started;
      for (const [index, { copy }] of chosen.entries()) {
        const place = { committeeId, planId: started.value, position: index + 1, isRemoved: false };
        await this.plans.saveItem(tx, { ...copy.item, ...place, id: newId() });
      }
      const keys = chosen.flatMap(({ copy: { item } }) =>
        item.cadence.kind === 'anchored' ? [item.cadence.anchor.replace(/^event:/, '')] : [],
      );
      await openEvents(tx, committeeId, { fromYear: plan.value.year, toYear: year, keys });
      return started;
    });
  }

  async #source(tx: Tx, actor: Actor, source: PlanCopySource): Promise<Result<PlanRow, SourceRefusal>> {
    const plan = await this.plans.find(tx, source.committeeId, source.planId);
    if (plan === null) return missing;
    if (!isPlannable(tx, actor, source)) return refused('year-out-of-range', 'year');
    return source.year > plan.year ? ok(plan) : refused('year-not-later', 'year');
  }

  async #rows(tx: Tx, actor: Actor, { committeeId, year }: PlanCopySource, plan: PlanRow): Promise<CopyRow[]> {
    const { calendar } = await this.rules.inForce(tx, committeeId);
    const today = todayIn(actor, committeeId).toString();
    const roster = (await loadRoster(tx, [committeeId])).get(committeeId) ?? [];
    const rules = {
      fromYear: plan.year,
      toYear: year,
      before: { calendar, anchors: await loadAnchorDays(tx, committeeId, plan.year) },
      after: { calendar, anchors: await loadAnchorDays(tx, committeeId, year) },
      roster,
      groupIds: await this.plans.groupIds(tx, committeeId),
      today,
    };
    const { held, missed } = await listMissed(tx, plan, today);
    const items = (await listItems(tx, committeeId, plan.id)).map(
      ({ position: _position, groupName, responsibleName, leaderName, ...before }) => ({
        id: before.id,
        isUnplanned: false,
        before,
        copy: copyItem(before, rules),
        names: { 'group-ended': groupName, 'responsible-left': responsibleName, 'leader-left': leaderName },
        held: held.get(before.id) ?? 0,
        missed: missed.filter(({ itemId }) => itemId === before.id),
      }),
    );
    const unplanned = (await listUnplanned(tx, committeeId, plan.year)).map((duty) => {
      const before = dutyAsItem(duty);
      return {
        id: duty.id,
        isUnplanned: true,
        before,
        copy: copyItem(before, rules),
        names: { 'responsible-left': duty.responsibleName },
        held: duty.isHeld ? 1 : 0,
        missed: [],
      };
    });
    return [...items, ...unplanned];
  }
}

/** A duty entered beside the plan, as the item it would have been. */
function dutyAsItem(duty: Awaited<ReturnType<typeof listUnplanned>>[number]): CopiedItem {
  return {
    id: duty.id,
    title: duty.title,
    category: duty.category ?? 'other',
    workflow: 'duty',
    cadence: { kind: 'by', on: duty.dueOn },
    times: 1,
    target: 1,
    participants: 'none',
    groupId: null,
    responsibleAccountId: duty.responsibleAccountId,
    leaderAccountId: null,
    leadOffice: null,
    cooperating: [],
    reportWanted: false,
    sites: [],
    sourceText: null,
  };
}

function presentRow({ id, isUnplanned, before, copy, names, held, missed }: CopyRow) {
  const { item, notes, fault, dueBefore, dueAfter } = copy;
  return {
    id,
    isUnplanned,
    title: item.title,
    category: item.category,
    wordsBefore: wordsOf(before),
    wordsAfter: wordsOf(fault === null ? item : before),
    dueBefore: [...dueBefore],
    dueAfter: [...dueAfter],
    notes: notes.map((note) => presentNote(note, names)),
    fault,
    held,
    missed: missed.map(({ itemId: _item, ...one }) => one),
  };
}

/** A note with what it is about: a day, an anchor, the old title, or the name of who is no longer there. */
function presentNote(note: CopyNote, names: CopyRow['names']) {
  return {
    code: note.code,
    on: 'on' in note ? note.on : null,
    anchor: 'anchor' in note ? note.anchor : null,
    text: 'before' in note ? note.before : (names[note.code] ?? null),
  };
}
