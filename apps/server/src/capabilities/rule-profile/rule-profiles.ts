import { Injectable } from '@nestjs/common';
import { defaultRuleProfile } from '@xushi/domain';
import { CommitteeRules, type Rules } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { WorkCalendars } from '../work-calendar/index.js';
import { insertVersion, loadInForce, loadVersions } from './rule-profile.query.js';

/** A committee's versioned local rules, together with its working calendar: what every decision is judged by. */
@Injectable()
export class RuleProfiles extends CommitteeRules {
  constructor(private readonly calendars: WorkCalendars) {
    super();
  }

  override async inForce(tx: Tx, committeeId: string): Promise<Rules> {
    return (await this.allInForce(tx, [committeeId]))(committeeId);
  }

  override async allInForce(tx: Tx, committeeIds: readonly string[]): Promise<(committeeId: string) => Rules> {
    const calendarOf = await this.calendars.of(tx, committeeIds);
    const known = await loadInForce(tx, committeeIds);
    return (committeeId) => {
      const profile = known.get(committeeId);
      if (profile === undefined) throw new Error(`Committee ${committeeId} has no rule profile.`);
      return { calendar: calendarOf(committeeId), profile };
    };
  }

  override async forCases(
    tx: Tx,
    committeeIds: readonly string[],
  ): Promise<(committeeId: string, version: number) => Rules> {
    const calendarOf = await this.calendars.of(tx, committeeIds);
    const known = await loadVersions(tx, committeeIds);
    return (committeeId, version) => {
      const profile = known.get(`${committeeId} ${version}`);
      if (profile === undefined) throw new Error(`Committee ${committeeId} has no rule profile ${version}.`);
      return { calendar: calendarOf(committeeId), profile };
    };
  }

  /** Gives a new committee the default profile as its first version, in force from the first day on record. */
  async giveDefault(tx: Tx, committeeId: string): Promise<void> {
    await insertVersion(tx, committeeId, defaultRuleProfile, { validFrom: '2000-01-01', writtenBy: null });
  }
}
