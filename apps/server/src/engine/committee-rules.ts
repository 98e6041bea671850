import type { RuleProfile, WorkingCalendar } from '@xushi/domain';
import type { Tx } from '../platform/database/tx.js';

/** What a committee's rules are made of: its working calendar and one version of its rule profile. */
export interface Rules {
  readonly calendar: WorkingCalendar;
  readonly profile: RuleProfile;
}

/** Where the engine gets a committee's rules from; the rule-profile capability answers. */
export abstract class CommitteeRules {
  /** The profile in force today: what a new case opens under. */
  abstract inForce(tx: Tx, committeeId: string): Promise<Rules>;

  /** The same for many committees at once. */
  abstract allInForce(tx: Tx, committeeIds: readonly string[]): Promise<(committeeId: string) => Rules>;

  /** The profile versions that existing cases opened under, looked up at once for many committees. */
  abstract forCases(tx: Tx, committeeIds: readonly string[]): Promise<(committeeId: string, version: number) => Rules>;
}
