import { Injectable } from '@nestjs/common';
import { diffYears, type OfficialYear } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, committeeOf, tenantsOf } from '../account/index.js';
import { loadClosings } from './closing-day.query.js';
import { type CalendarOutcome, FollowCalendarChange } from './follow-calendar-change.js';
import { everyCommittee, loadOfficialYears, lockCalendars, type OfficialYearRecord } from './official-year.query.js';
import { calendarsWith } from './work-calendars.js';

/** A change of the official years that may be made. */
export interface YearsChange {
  /** All notices in force once it is made. */
  readonly after: readonly OfficialYear[];
  /** Writes it and answers the year's new stamp, 0 for a year without a notice. */
  save(tx: Tx): Promise<number>;
}

export interface YearsOutcome extends CalendarOutcome {
  readonly lockVersion: number;
}

/**
 * Changes the notice of a year, or tries what that would change. Official years are everybody's: the open dates of every
 * committee of the installation follow in the same transaction. The answer names those of the caller's own tree.
 */
@Injectable()
export class ChangeOfficialYears {
  constructor(
    private readonly doors: Doors,
    private readonly follow: FollowCalendarChange,
  ) {}

  /** @param decide what the change is, from the notices as they stand when nobody else can change them any more */
  async run<Reason extends string>(
    actor: Actor,
    input: { committeeId: string; year: number; lockVersion: number; isTrial: boolean },
    decide: (records: readonly OfficialYearRecord[]) => Result<YearsChange, Reason>,
  ): Promise<Result<YearsOutcome, Reason | 'not-the-top-committee'>> {
    const { committeeId, year, isTrial } = input;
    if (!isTopCommittee(actor, committeeId)) return refused('not-the-top-committee');
    const everywhere = await this.doors.inTenant(tenantsOf(actor, committeeId), everyCommittee);
    const ownTree = [...everywhere].filter(([, rootId]) => rootId === committeeId).map(([id]) => id);
    const tenants = isTrial ? new Map(ownTree.map((id) => [id, committeeId])) : everywhere;

    return this.doors.inTenant(tenants, async (tx) => {
      if (!isTrial) await lockCalendars(tx);
      const records = await loadOfficialYears(tx);
      const current = records.find((record) => record.notice.year === year)?.stamp ?? 0;
      if (!isTrial && current !== input.lockVersion) return conflict(current);
      const decided = decide(records);
      if (!decided.ok) return decided;
      const { after, save } = decided.value;
      const lockVersion = isTrial ? current : await save(tx);
      const committeeIds = [...tenants.keys()];
      const moves = await this.follow.run(
        tx,
        { because: 'calendar-changed', committeeIds, calendarOf: await calendarsUnder(tx, after, committeeIds) },
        { isTrial, actor: actorIn(actor, committeeId) },
      );
      const before = records.map((record) => record.notice);
      return ok({
        isMade: !isTrial,
        changedDays: diffYears(before, after),
        moves: moves.filter((move) => everywhere.get(move.committeeId) === committeeId),
        lockVersion,
      });
    });
  }
}

export function isTopCommittee(actor: Actor, committeeId: string): boolean {
  return committeeOf(actor, committeeId)?.rootId === committeeId;
}

async function calendarsUnder(tx: Tx, years: readonly OfficialYear[], committeeIds: readonly string[]) {
  const closings = await loadClosings(tx, committeeIds);
  const calendarBy = calendarsWith(years);
  return (committeeId: string) => calendarBy(closings.get(committeeId) ?? []);
}
