import type { Tx } from '../../platform/database/tx.js';

export interface OfficeHolder {
  readonly accountId: string;
  readonly name: string;
  readonly titles: readonly string[];
  readonly isLeader: boolean;
}

/** Who holds an office in a committee on a day, with the titles of their offices. */
export function listOfficeHolders(tx: Tx, committeeId: string, on: string): Promise<OfficeHolder[]> {
  return tx.query<OfficeHolder>(
    `select a.id as "accountId", a.name, array_remove(array_agg(distinct m.title), null) as titles,
       bool_or(m.role = 'leader') as "isLeader"
     from membership m join account a on a.id = m.account_id
     where m.committee_id = $1 and m.from_on <= $2 and (m.to_on is null or m.to_on >= $2)
     group by a.id, a.name`,
    [committeeId, on],
  );
}
