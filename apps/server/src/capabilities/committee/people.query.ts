import type { Role } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

/** Everyone who holds or held an office in a committee, with their offices, by name in Chinese order. */
export function listPeople(tx: Tx, committeeId: string) {
  return tx.query<{
    accountId: string;
    name: string;
    memberships: { role: Role; title: string | null; fromOn: string; toOn: string | null }[];
  }>(
    `select a.id as "accountId", a.name,
       jsonb_agg(jsonb_build_object('role', m.role, 'title', m.title, 'fromOn', m.from_on, 'toOn', m.to_on)
                 order by m.from_on, m.role) as memberships
     from membership m join account a on a.id = m.account_id
     where m.committee_id = $1
     group by a.id, a.name order by a.name collate person_name`,
    [committeeId],
  );
}

/** The groups of a committee's members, by kind and name in Chinese order. */
export function listGroups(tx: Tx, committeeId: string) {
  return tx.query<{ id: string; kind: 'liaison' | 'sector' | 'special-committee'; name: string }>(
    'select id, kind, name from member_group where committee_id = $1 order by kind, name collate "zh-x-icu"',
    [committeeId],
  );
}
