import type { StandIn, StandInKind } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

/** A committee's stand-ins as the contract sends them, the latest first. */
export async function listStandIns(tx: Tx, committeeId: string) {
  const rows = await tx.query<{
    id: string;
    accountId: string;
    name: string;
    standInAccountId: string;
    standInName: string;
    kind: StandInKind;
    fromOn: string;
    toOn: string | null;
    enteredByName: string;
    ended_at: Temporal.Instant | null;
  }>(
    `select d.id, d.account_id as "accountId", a.name, d.stand_in_account_id as "standInAccountId",
       s.name as "standInName", d.kind, d.from_on as "fromOn", d.to_on as "toOn", e.name as "enteredByName", d.ended_at
     from stand_in d
     join account a on a.id = d.account_id
     join account s on s.id = d.stand_in_account_id
     join account e on e.id = d.entered_by_account_id
     where d.committee_id = $1 order by d.from_on desc, d.entered_at desc, d.id`,
    [committeeId],
  );
  return rows.map(({ ended_at, ...row }) => ({ ...row, endedAt: ended_at?.toString() ?? null }));
}

/** The stand-ins of some committees that were not ended, by committee and person. */
export async function loadStandIns(tx: Tx, committeeIds: readonly string[]): Promise<Map<string, StandIn[]>> {
  const rows = await tx.query<StandIn & { committeeId: string; accountId: string }>(
    `select committee_id as "committeeId", account_id as "accountId", stand_in_account_id as "standInAccountId", kind,
       from_on as "from", to_on as "to"
     from stand_in where committee_id = any($1) and ended_at is null order by from_on, entered_at, id`,
    [committeeIds],
  );
  return Map.groupBy(rows, (row) => `${row.committeeId} ${row.accountId}`);
}
