import type { LocalClosing, OfficialYear } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

/** The State Council's years as they stand in the database. */
export async function loadOfficialYears(tx: Tx): Promise<OfficialYear[]> {
  const rows = await tx.query<{ notice: OfficialYear }>('select notice from official_year order by year');
  return rows.map((row) => row.notice);
}

/** The committees' own closing days, by committee. */
export async function loadClosings(tx: Tx, committeeIds: readonly string[]): Promise<Map<string, LocalClosing[]>> {
  const rows = await tx.query<{ committee_id: string; on_date: string; name: string }>(
    'select committee_id, on_date, name from closing_day where committee_id = any($1) order by on_date',
    [committeeIds],
  );
  const byCommittee = new Map<string, LocalClosing[]>();
  for (const row of rows) {
    byCommittee.set(row.committee_id, [
      ...(byCommittee.get(row.committee_id) ?? []),
      { on: row.on_date, name: row.name },
    ]);
  }
  return byCommittee;
}
