import type { OfficialYear } from '@xushi/domain';
import type { Tenants } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';

/** A year's notice as it stands in the database. The stamp is new with every write of the year, and never comes again. */
export interface OfficialYearRecord {
  readonly notice: OfficialYear;
  readonly stamp: number;
  /** Null for the years that came with the product. */
  readonly enteredAt: Temporal.Instant | null;
}

export function loadOfficialYears(tx: Tx): Promise<OfficialYearRecord[]> {
  return tx.query<OfficialYearRecord>(
    'select notice, stamp, entered_at as "enteredAt" from official_year order by year',
  );
}

/** Enters a year's notice or replaces it. The database refuses it outside a transaction that stands in a top committee. */
export async function enterOfficialYear(tx: Tx, year: OfficialYear, accountId: string): Promise<number> {
  await tx.query('select enter_official_year($1, $2, $3, $4)', [year.year, JSON.stringify(year), accountId, tx.now]);
  return stampOf(tx, year.year);
}

/**
 * Takes an entered notice back: `restored` stands again or, null, the year has none. The database refuses it outside a
 * transaction that stands in a top committee, and for a year nobody entered.
 */
export async function takeBackOfficialYear(
  tx: Tx,
  { year, restored, accountId }: { year: number; restored: OfficialYear | null; accountId: string },
): Promise<number> {
  const shipped = restored === null ? null : JSON.stringify(restored);
  await tx.query('select take_back_official_year($1, $2, $3, $4)', [year, shipped, accountId, tx.now]);
  return stampOf(tx, year);
}

/** 0 for a year without a notice. */
async function stampOf(tx: Tx, year: number): Promise<number> {
  const [row] = await tx.query<{ stamp: number }>('select stamp from official_year where year = $1', [year]);
  return row?.stamp ?? 0;
}

/** What was done with a year's notice, oldest first; a person the caller's committees do not know has no name. */
export interface OfficialYearChange {
  readonly change: 'entered' | 'replaced' | 'taken-back';
  readonly at: Temporal.Instant;
  readonly byName: string | null;
}

export function loadYearChanges(tx: Tx, year: number): Promise<OfficialYearChange[]> {
  return tx.query<OfficialYearChange>(
    `select c.change, c.at, a.name as "byName"
     from official_year_change c left join account a on a.id = c.by_account_id
     where c.year = $1 order by c.id`,
    [year],
  );
}

/** All committees of the installation, for work that concerns each of them; none outside a top committee. */
export async function everyCommittee(tx: Tx): Promise<Tenants> {
  const rows = await tx.query<{ id: string; root_id: string }>('select id, root_id from every_committee()');
  return new Map(rows.map((row) => [row.id, row.root_id]));
}

/** Lets one change of any calendar be made at a time: the next one reckons with the days of the one before. */
export async function lockCalendars(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('work-calendar', 0))`);
}
