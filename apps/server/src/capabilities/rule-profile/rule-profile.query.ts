import { completeRuleProfile, type RuleProfile } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

/** A version of a committee's rule profile as the contract sends it. */
export interface ProfileVersion {
  readonly version: number;
  readonly validFrom: string;
  readonly isInForce: boolean;
  readonly writtenAt: string | null;
  readonly writtenByName: string | null;
}

interface ProfileRecord extends Omit<ProfileVersion, 'writtenAt'> {
  readonly committee_id: string;
  readonly written_at: Temporal.Instant | null;
  readonly data: Partial<RuleProfile>;
}

/**
 * The versions in force of some committees, by committee. A version begins with its day in the committee's zone; the
 * one that began last counts, of two that begin on one day the later written.
 */
export async function loadInForce(tx: Tx, committeeIds: readonly string[]): Promise<Map<string, RuleProfile>> {
  const rows = await tx.query<ProfileRecord>(
    `select distinct on (p.committee_id) p.committee_id, p.version, p.data
     from rule_profile p join committee c on c.id = p.committee_id
     where p.committee_id = any($1) and p.valid_from <= ($2::timestamptz at time zone c.zone)::date
     order by p.committee_id, p.valid_from desc, p.version desc`,
    [committeeIds, tx.now],
  );
  return new Map(rows.map((row) => [row.committee_id, completeRuleProfile(row.data, row.version)]));
}

/** Every version of some committees, by committee and version. */
export async function loadVersions(tx: Tx, committeeIds: readonly string[]): Promise<Map<string, RuleProfile>> {
  const rows = await tx.query<ProfileRecord>(
    'select committee_id, version, data from rule_profile where committee_id = any($1)',
    [committeeIds],
  );
  return new Map(rows.map((row) => [`${row.committee_id} ${row.version}`, completeRuleProfile(row.data, row.version)]));
}

/** A committee's versions, the newest first. */
export async function listVersions(tx: Tx, committeeId: string): Promise<ProfileVersion[]> {
  const inForce = (await loadInForce(tx, [committeeId])).get(committeeId)?.version ?? null;
  const rows = await tx.query<ProfileRecord>(
    `select p.version, p.valid_from as "validFrom", p.version = $2 as "isInForce", p.written_at,
       a.name as "writtenByName"
     from rule_profile p left join account a on a.id = p.written_by_account_id
     where p.committee_id = $1 order by p.version desc`,
    [committeeId, inForce],
  );
  return rows.map(({ written_at, ...row }) => ({ ...row, writtenAt: written_at?.toString() ?? null }));
}

/** How many cases that have not ended keep each version of a committee's profile, by version. */
export async function countOpenCases(tx: Tx, committeeId: string): Promise<Map<number, number>> {
  const rows = await tx.query<{ version: number; cases: number }>(
    `select rule_profile_version as version, count(*)::int as cases from workflow_instance
     where committee_id = $1 and not is_final group by rule_profile_version`,
    [committeeId],
  );
  return new Map(rows.map(({ version, cases }) => [version, cases]));
}

/** Locks a committee's profile against other writers; answers its newest version and the committee's zone. */
export async function lockProfile(tx: Tx, committeeId: string): Promise<{ version: number; zone: string }> {
  const [committee] = await tx.query<{ zone: string }>('select zone from committee where id = $1 for update', [
    committeeId,
  ]);
  const [newest] = await tx.query<{ version: number }>(
    'select max(version) as version from rule_profile where committee_id = $1',
    [committeeId],
  );
  if (committee === undefined || newest === undefined) throw new Error(`There is no committee ${committeeId}.`);
  return { version: newest.version, zone: committee.zone };
}

/** Adds a version. */
export async function insertVersion(
  tx: Tx,
  committeeId: string,
  profile: RuleProfile,
  { validFrom, writtenBy }: { validFrom: string; writtenBy: string | null },
): Promise<void> {
  await tx.query(
    `insert into rule_profile (committee_id, version, valid_from, data, written_at, written_by_account_id)
     values ($1, $2, $3, $4, $5, $6)`,
    [committeeId, profile.version, validFrom, JSON.stringify(profile), writtenBy === null ? null : tx.now, writtenBy],
  );
}
