import type { LocalClosing } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

/** The closing days of committees, by committee and in order; committees without any are left out. */
export type Closings = ReadonlyMap<string, readonly LocalClosing[]>;

export async function loadClosings(tx: Tx, committeeIds: readonly string[]): Promise<Closings> {
  return (await loadCalendarState(tx, committeeIds)).closings;
}

/**
 * What working calendars rest on, in one look: the stamps of the official years, by which a calendar already built is
 * known to be the right one, and the committees' closing days.
 */
export async function loadCalendarState(
  tx: Tx,
  committeeIds: readonly string[],
): Promise<{ stamps: string; closings: Closings }> {
  const [row] = await tx.query<{ stamps: string; closings: (LocalClosing & { committeeId: string })[] }>(
    `select
       (select coalesce(string_agg(stamp::text, ' ' order by year), '') from official_year) as stamps,
       (select coalesce(jsonb_agg(jsonb_build_object('committeeId', committee_id, 'on', on_date, 'name', name)
                                  order by on_date), '[]')
        from closing_day where committee_id = any($1)) as closings`,
    [committeeIds],
  );
  if (row === undefined) throw new Error('The database did not tell its calendar.');
  const byCommittee = Map.groupBy(row.closings, (closing) => closing.committeeId);
  const closings = [...byCommittee].map(([id, days]) => [id, days.map(({ on, name }) => ({ on, name }))] as const);
  return { stamps: row.stamps, closings: new Map(closings) };
}

export async function addClosingDay(tx: Tx, committeeId: string, { on, name }: LocalClosing): Promise<void> {
  await tx.query('insert into closing_day (committee_id, on_date, name) values ($1, $2, $3)', [committeeId, on, name]);
}

export async function removeClosingDay(tx: Tx, committeeId: string, on: string): Promise<void> {
  await tx.query('delete from closing_day where committee_id = $1 and on_date = $2', [committeeId, on]);
}
