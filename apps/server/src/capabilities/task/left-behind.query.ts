import { transferableKinds } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

/** Somebody who holds no office in a committee any more and still owes something there. */
export interface LeftBehind {
  readonly accountId: string;
  readonly name: string;
  /** The last day in office. */
  readonly leftOn: string;
  readonly openTasks: number;
  /** Of them, those that a hand-over takes along; what each participant was asked for stays that person's own. */
  readonly transferable: number;
  readonly nextDueOn: string;
}

/** The people whose offices ended before a day and whose open duties nobody has taken over, the nearest due first. */
export function listLeftBehind(tx: Tx, committeeId: string, today: Temporal.PlainDate): Promise<LeftBehind[]> {
  return tx.query<LeftBehind>(
    `select a.id as "accountId", a.name, office.left_on as "leftOn", count(*)::int as "openTasks",
       (count(*) filter (where t.kind = any($3)))::int as transferable, min(t.due_on) as "nextDueOn"
     from task t
     join account a on a.id = t.holder_account_id
     cross join lateral (
       select max(coalesce(m.to_on, 'infinity')) as left_on from membership m
       where m.committee_id = t.committee_id and m.account_id = t.holder_account_id) as office
     where t.committee_id = $1 and t.status = 'open' and office.left_on < $2::date
     group by a.id, a.name, office.left_on
     order by min(t.due_on), a.name collate person_name`,
    [committeeId, today.toString(), transferableKinds],
  );
}
