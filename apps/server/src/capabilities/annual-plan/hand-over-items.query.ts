import type { Tx } from '../../platform/database/tx.js';

/** An item of a plan that is not closed, with the people it names. */
export interface ItemNaming {
  readonly id: string;
  readonly planId: string;
  readonly planTitle: string;
  readonly title: string;
  readonly responsibleAccountId: string | null;
  readonly leaderAccountId: string | null;
}

/** The items of plans not closed that name one of some people as person or leader in charge, plan by plan. */
export function listItemsNaming(tx: Tx, committeeId: string, accountIds: readonly string[]): Promise<ItemNaming[]> {
  return tx.query<ItemNaming>(
    `select t.id, p.id as "planId", p.title as "planTitle", t.title,
       t.responsible_account_id as "responsibleAccountId", t.leader_account_id as "leaderAccountId"
     from plan_item t
     join plan p on p.committee_id = t.committee_id and p.id = t.plan_id
     join workflow_instance i on i.committee_id = p.committee_id and i.id = p.instance_id
     where t.committee_id = $1 and not t.is_removed and not i.is_final
       and (t.responsible_account_id = any($2) or t.leader_account_id = any($2))
     order by p.year, t.position, t.id`,
    [committeeId, accountIds],
  );
}

/** Puts one person in the place of another as person or leader in charge of some items. */
export async function handOverItems(
  tx: Tx,
  committeeId: string,
  itemIds: readonly string[],
  people: { readonly fromAccountId: string; readonly toAccountId: string },
): Promise<void> {
  await tx.query(
    `update plan_item set
       responsible_account_id = case when responsible_account_id = $3 then $4 else responsible_account_id end,
       leader_account_id = case when leader_account_id = $3 then $4 else leader_account_id end
     where committee_id = $1 and id = any($2)`,
    [committeeId, itemIds, people.fromAccountId, people.toAccountId],
  );
}
