import type { Tx } from '../../platform/database/tx.js';
import type { ReachableCommittee } from '../account/index.js';

/** The committee an installation belongs to, known before anybody signed in; null before the first run. */
export async function loadTopCommittee(tx: Tx): Promise<ReachableCommittee | null> {
  const [row] = await tx.query<Pick<ReachableCommittee, 'id' | 'name' | 'level' | 'zone'>>(
    'select id, name, level, zone from top_committee()',
  );
  return row === undefined ? null : { ...row, parentId: null, rootId: row.id };
}

/** The administrators of a committee in office on a date, by the name they sign in with. */
export function listAdministrators(tx: Tx, committeeId: string, on: string) {
  return tx.query<{ accountId: string; name: string; loginName: string; title: string | null; from: string }>(
    `select distinct on (a.login_name) a.id as "accountId", a.name, a.login_name as "loginName", m.title,
       m.from_on as "from"
     from membership m join account a on a.id = m.account_id
     where m.committee_id = $1 and m.role = 'administrator' and a.login_name is not null
       and m.from_on <= $2 and (m.to_on is null or m.to_on >= $2)
     order by a.login_name, m.from_on`,
    [committeeId, on],
  );
}
