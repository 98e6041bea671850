import { Injectable } from '@nestjs/common';
import { type NoticeFault, parseNotice } from '@xushi/domain';
import { ok, type Result, refused } from '../../platform/refusal.js';
import type { Actor } from '../account/index.js';
import { ChangeOfficialYears, isTopCommittee, type YearsOutcome } from './change-official-years.js';
import { enterOfficialYear } from './official-year.query.js';

export interface YearImport extends YearsOutcome {
  /** Null when the notice cannot be read; then the faults say why. */
  readonly year: number | null;
  readonly faults: readonly NoticeFault[];
}

/** Enters the holiday notice of a year, or tries what it would change. */
@Injectable()
export class ImportYear {
  constructor(private readonly officialYears: ChangeOfficialYears) {}

  async run(
    actor: Actor,
    input: { committeeId: string; notice?: unknown; lockVersion: number; isTrial: boolean },
  ): Promise<Result<YearImport, 'not-the-top-committee' | 'notice-faulty'>> {
    const { isTrial } = input;
    if (!isTopCommittee(actor, input.committeeId)) return refused('not-the-top-committee');
    const parsed = parseNotice(input.notice);
    if (!parsed.ok) return isTrial ? ok(unreadable(parsed.faults)) : refused('notice-faulty', 'notice');
    const { year: notice } = parsed;
    const changed = await this.officialYears.run<never>(actor, { ...input, year: notice.year }, (records) => {
      const others = records.map((record) => record.notice).filter((one) => one.year !== notice.year);
      return ok({ after: [...others, notice], save: (tx) => enterOfficialYear(tx, notice, actor.accountId) });
    });
    return changed.ok ? ok({ ...changed.value, year: notice.year, faults: [] }) : changed;
  }
}

function unreadable(faults: readonly NoticeFault[]): YearImport {
  return { isMade: false, year: null, faults, changedDays: [], moves: [], lockVersion: 0 };
}
