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
  const [row] = await tx.query<{ stamp: number }>('select stamp from official_year where year = $1', [year.year]);
  if (row === undefined) throw new Error(`The notice of ${year.year} was not kept.`);
  return row.stamp;
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
