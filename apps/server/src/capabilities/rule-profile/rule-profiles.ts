import { Injectable } from '@nestjs/common';
import { completeRuleProfile, defaultRuleProfile, type RuleProfile } from '@xushi/domain';
import { CommitteeRules, type Rules } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { WorkCalendars } from '../work-calendar/index.js';

interface ProfileRecord {
  committee_id: string;
  version: number;
  data: RuleProfile;
}

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
    // A version begins with its day in the committee's zone; of two that begin on one day the later written counts.
    const rows = await tx.query<ProfileRecord>(
      `select distinct on (p.committee_id) p.committee_id, p.version, p.data
       from rule_profile p join committee c on c.id = p.committee_id
       where p.committee_id = any($1) and p.valid_from <= ($2::timestamptz at time zone c.zone)::date
       order by p.committee_id, p.valid_from desc, p.version desc`,
      [committeeIds, tx.now],
    );
    const known = new Map(rows.map((row) => [row.committee_id, profileOf(row)]));
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
    const rows = await tx.query<ProfileRecord>(
      'select committee_id, version, data from rule_profile where committee_id = any($1)',
      [committeeIds],
    );
    const known = new Map(rows.map((row) => [`${row.committee_id} ${row.version}`, profileOf(row)]));
    return (committeeId, version) => {
      const profile = known.get(`${committeeId} ${version}`);
      if (profile === undefined) throw new Error(`Committee ${committeeId} has no rule profile ${version}.`);
      return { calendar: calendarOf(committeeId), profile };
    };
  }

  /** Gives a new committee the default profile as its first version, in force from the first day on record. */
  async giveDefault(tx: Tx, committeeId: string): Promise<void> {
    await tx.query(
      `insert into rule_profile (committee_id, version, valid_from, data) values ($1, $2, '2000-01-01', $3)`,
      [committeeId, defaultRuleProfile.version, JSON.stringify(defaultRuleProfile)],
    );
  }
}

function profileOf(row: ProfileRecord): RuleProfile {
  return completeRuleProfile(row.data, row.version);
}
