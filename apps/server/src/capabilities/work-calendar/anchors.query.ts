import { type AnchorDays, anchorDays, type EventAnchor, knownEvents } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

/** An event of a committee's year, its own or taken from the committee above. */
export interface AnchorRecord extends EventAnchor {
  readonly committeeId: string;
  readonly lockVersion: number;
}

/** The events of a year as one committee reckons with them: its own, and from above what it has not entered itself. */
export function listAnchors(tx: Tx, committeeId: string, year: number): Promise<AnchorRecord[]> {
  return tx.query<AnchorRecord>(
    `select key, name, on_date as "on", is_provisional as "isProvisional", committee_id as "committeeId",
       lock_version as "lockVersion"
     from anchors_of($1, $2)`,
    [committeeId, year],
  );
}

/** The anchors of a year by which a committee's plan is dated: festivals, lunar days and events. */
export async function loadAnchorDays(tx: Tx, committeeId: string, year: number): Promise<AnchorDays> {
  return anchorDays(year, await listAnchors(tx, committeeId, year));
}

/** Writes an event of a committee's own, new or changed. */
export async function saveAnchor(
  tx: Tx,
  anchor: EventAnchor & { readonly committeeId: string; readonly year: number },
): Promise<void> {
  await tx.query(
    `insert into anchor (committee_id, year, key, name, on_date, is_provisional) values ($1, $2, $3, $4, $5, $6)
     on conflict (committee_id, year, key) do update set name = excluded.name, on_date = excluded.on_date,
       is_provisional = excluded.is_provisional, lock_version = anchor.lock_version + 1`,
    [anchor.committeeId, anchor.year, anchor.key, anchor.name.trim(), anchor.on, anchor.isProvisional],
  );
}

/**
 * Enters a committee's own events of one year in another, their days open, so that what hangs on them waits under the
 * name it had. Events that are known in the new year, from above or entered already, stay as they are.
 */
export async function openEvents(
  tx: Tx,
  committeeId: string,
  { fromYear, toYear, keys }: { readonly fromYear: number; readonly toYear: number; readonly keys: readonly string[] },
): Promise<void> {
  const known = new Set((await listAnchors(tx, committeeId, toYear)).map(({ key }) => key));
  for (const { key, name, committeeId: owner } of await listAnchors(tx, committeeId, fromYear)) {
    // What the committee above enters is not shadowed by an open day of one's own.
    if (owner !== committeeId || !keys.includes(key) || known.has(key) || knownEvents.some((one) => one === key))
      continue;
    await saveAnchor(tx, { committeeId, year: toYear, key, name, on: null, isProvisional: false });
  }
}
