import type { Tx } from '../../platform/database/tx.js';

/** Puts one person in the place of another as person or leader in charge of the items of plans that are not closed. */
export async function handOverItems(
  tx: Tx,
  committeeId: string,
  people: { readonly fromAccountId: string; readonly toAccountId: string },
): Promise<void> {
  await tx.query(
    `update plan_item set
       responsible_account_id = case when responsible_account_id = $2 then $3 else responsible_account_id end,
       leader_account_id = case when leader_account_id = $2 then $3 else leader_account_id end
     where committee_id = $1 and (responsible_account_id = $2 or leader_account_id = $2)
       and plan_id in (select p.id from plan p
         join workflow_instance i on i.committee_id = p.committee_id and i.id = p.instance_id
         where p.committee_id = $1 and not i.is_final)`,
    [committeeId, people.fromAccountId, people.toAccountId],
  );
}
