import { Injectable } from '@nestjs/common';
import { dateIn, judgeRuleProfile, type ProfileFaultCode, type RuleProfile, taskKinds } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import { conflict, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, tenantsOf } from '../account/index.js';
import { insertVersion, listVersions, lockProfile, type ProfileVersion } from './rule-profile.query.js';

/** Plans are made up to the year after next: a rule that begins later would never be used. */
const FARTHEST_YEARS = 2;

/**
 * Writes a new version of a committee's rule profile, valid from today to the end of the year after next. Versions are never edited: a
 * case keeps the one it opened under. A faulty profile is refused with the first field to mend.
 */
@Injectable()
export class WriteRuleProfile {
  constructor(private readonly doors: Doors) {}

  run(
    actor: Actor,
    input: {
      committeeId: string;
      validFrom: string;
      basedOnVersion: number;
      profile: Omit<RuleProfile, 'version'>;
    },
  ): Promise<Result<ProfileVersion, 'date-in-past' | 'date-too-late' | ProfileFaultCode>> {
    const { committeeId, validFrom } = input;
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      const newest = await lockProfile(tx, committeeId);
      if (newest.version !== input.basedOnVersion) return conflict(newest.version);
      const today = dateIn(newest.zone, tx.now);
      if (validFrom < today.toString()) return refused('date-in-past', 'validFrom');
      if (validFrom > `${today.year + FARTHEST_YEARS}-12-31`) return refused('date-too-late', 'validFrom');
      const profile: RuleProfile = { ...input.profile, version: newest.version + 1 };
      const [fault] = judgeRuleProfile(profile, taskKinds);
      if (fault !== undefined) return refused(fault.code, `profile.${fault.field}`);
      await insertVersion(tx, committeeId, profile, { validFrom, writtenBy: actor.accountId });
      const [written] = await listVersions(tx, committeeId);
      if (written === undefined) throw new Error('The version just written is gone.');
      return ok(written);
    });
  }
}
