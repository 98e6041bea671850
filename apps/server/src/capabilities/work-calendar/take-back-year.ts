import { Injectable } from '@nestjs/common';
import { officialYears, takeBackNotice, type YearStatus } from '@xushi/domain';
import { ok, type Result, refused } from '../../platform/refusal.js';
import type { Actor } from '../account/index.js';
import { ChangeOfficialYears, type YearsOutcome } from './change-official-years.js';
import { takeBackOfficialYear } from './official-year.query.js';

export interface YearTakenBack extends YearsOutcome {
  readonly year: number;
  /** What the year becomes: published where a notice came with the product, which then stands again. */
  readonly becomes: YearStatus;
}

/** Takes back a year's notice that was entered by mistake, or tries what that would change. */
@Injectable()
export class TakeBackYear {
  constructor(private readonly change: ChangeOfficialYears) {}

  async run(
    actor: Actor,
    input: { committeeId: string; year: number; lockVersion: number; isTrial: boolean },
  ): Promise<Result<YearTakenBack, 'not-the-top-committee' | 'notice-not-entered' | 'notice-came-with-product'>> {
    const { year } = input;
    const hasCome = officialYears.some((one) => one.year === year);
    const changed = await this.change.run(actor, input, (records) => {
      const inForce = records.map(({ notice, enteredAt }) => ({ notice, isEntered: enteredAt !== null }));
      const taken = takeBackNotice(inForce, year, officialYears);
      if (!taken.ok) return refused(taken.reason);
      const { after, restored } = taken;
      return ok({ after, save: (tx) => takeBackOfficialYear(tx, { year, restored, accountId: actor.accountId }) });
    });
    return changed.ok ? ok({ ...changed.value, year, becomes: hasCome ? 'published' : 'provisional' }) : changed;
  }
}
