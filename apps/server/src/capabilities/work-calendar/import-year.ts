import { Injectable } from '@nestjs/common';
import { diffYears, type NoticeFault, type OfficialYear, parseNotice } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, actorIn, committeeOf, tenantsOf } from '../account/index.js';
import { loadClosings } from './closing-day.query.js';
import { type CalendarOutcome, FollowCalendarChange } from './follow-calendar-change.js';
import { enterOfficialYear, everyCommittee, loadOfficialYears, lockCalendars } from './official-year.query.js';
import { calendarsWith } from './work-calendars.js';

export interface YearImport extends CalendarOutcome {
  /** Null when the notice cannot be read; then the faults say why. */
  readonly year: number | null;
  readonly faults: readonly NoticeFault[];
  readonly lockVersion: number;
}

/**
 * Enters the holiday notice of a year, or tries what it would change. Official years are everybody's: the open dates of
 * every committee of the installation follow in the same transaction. The answer names those of the caller's own tree.
 */
@Injectable()
export class ImportYear {
  constructor(
    private readonly doors: Doors,
    private readonly follow: FollowCalendarChange,
  ) {}

  async run(
    actor: Actor,
    input: { committeeId: string; notice?: unknown; lockVersion: number; isTrial: boolean },
  ): Promise<Result<YearImport, 'not-the-top-committee' | 'notice-faulty'>> {
    const { committeeId, isTrial } = input;
    if (committeeOf(actor, committeeId)?.rootId !== committeeId) return refused('not-the-top-committee');
    const parsed = parseNotice(input.notice);
    if (!parsed.ok) return isTrial ? ok(unreadable(parsed.faults)) : refused('notice-faulty', 'notice');
    const everywhere = await this.doors.inTenant(tenantsOf(actor, committeeId), everyCommittee);
    const ownTree = [...everywhere].filter(([, rootId]) => rootId === committeeId).map(([id]) => id);
    const tenants = isTrial ? new Map(ownTree.map((id) => [id, committeeId])) : everywhere;

    return this.doors.inTenant(tenants, async (tx) => {
      const { year } = parsed;
      if (!isTrial) await lockCalendars(tx);
      const records = await loadOfficialYears(tx);
      const current = records.find((record) => record.notice.year === year.year)?.stamp ?? 0;
      if (!isTrial && current !== input.lockVersion) return conflict(current);
      const before = records.map((record) => record.notice);
      const after = [...before.filter((one) => one.year !== year.year), year];
      const lockVersion = isTrial ? current : await enterOfficialYear(tx, year, actor.accountId);
      const committeeIds = [...tenants.keys()];
      const moves = await this.follow.run(
        tx,
        { because: 'calendar-changed', committeeIds, calendarOf: await calendarsUnder(tx, after, committeeIds) },
        { isTrial, actor: actorIn(actor, committeeId) },
      );
      return ok({
        isMade: !isTrial,
        year: year.year,
        faults: [],
        changedDays: diffYears(before, after),
        moves: moves.filter((move) => everywhere.get(move.committeeId) === committeeId),
        lockVersion,
      });
    });
  }
}

async function calendarsUnder(tx: Tx, years: readonly OfficialYear[], committeeIds: readonly string[]) {
  const closings = await loadClosings(tx, committeeIds);
  const calendarBy = calendarsWith(years);
  return (committeeId: string) => calendarBy(closings.get(committeeId) ?? []);
}

function unreadable(faults: readonly NoticeFault[]): YearImport {
  return { isMade: false, year: null, faults, changedDays: [], moves: [], lockVersion: 0 };
}
