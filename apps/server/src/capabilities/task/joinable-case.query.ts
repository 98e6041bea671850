import { type ActionInput, askingStates, type TaskHolder } from '@xushi/domain';
import { loadInstance, type WorkflowInstance } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { type HolderColumns, holderOfRow } from './task-holder.query.js';

/** A case that somebody may join, with what its state rests on and whom it has asked. */
export interface JoinableRecord {
  readonly instance: WorkflowInstance;
  readonly entered: ActionInput;
  readonly asked: readonly { readonly kind: string; readonly holder: TaskHolder }[];
}

/**
 * The cases of a committee's running plans that ask something of each participant now, in one order; locked until the
 * transaction ends if somebody is to be asked. Of those asked already only the people given, and handling units.
 */
export async function loadJoinableCases(
  tx: Tx,
  committeeId: string,
  accountIds: readonly string[],
  { forUpdate }: { forUpdate: boolean },
): Promise<JoinableRecord[]> {
  const cases = await tx.query<{ id: string }>(
    `select i.id from workflow_instance i
     join occurrence o on o.committee_id = i.committee_id and o.id = i.occurrence_id
     join plan_item t on t.committee_id = o.committee_id and t.id = o.plan_item_id
     join plan p on p.committee_id = t.committee_id and p.id = t.plan_id
     join workflow_instance c on c.committee_id = p.committee_id and c.id = p.instance_id
     where i.committee_id = $1 and c.state in ('published', 'amending')
       and (i.definition, i.state) in (select * from unnest($2::text[], $3::text[]))
     order by i.id ${forUpdate ? 'for update of i' : ''}`,
    [committeeId, askingStates.map(({ definition }) => definition), askingStates.map(({ state }) => state)],
  );
  const ids = cases.map(({ id }) => id);
  const asked = await tx.query<{ instanceId: string; kind: string } & HolderColumns>(
    `select instance_id as "instanceId", kind, holder_account_id, holder_role, holder_unit_id from task
     where committee_id = $1 and instance_id = any($2) and status <> 'cancelled'
       and (holder_account_id = any($3) or holder_unit_id is not null)`,
    [committeeId, ids, accountIds],
  );
  const entered = await tx.query<{ instanceId: string; input: ActionInput }>(
    `select distinct on (e.instance_id) e.instance_id as "instanceId", e.input from workflow_event e
     join workflow_instance i on i.committee_id = e.committee_id and i.id = e.instance_id
     where e.committee_id = $1 and e.instance_id = any($2) and e.to_state = i.state
       and (e.from_state is distinct from e.to_state or e.event = 'arrange')
     order by e.instance_id, e.seq desc`,
    [committeeId, ids],
  );
  const askedIn = Map.groupBy(asked, ({ instanceId }) => instanceId);
  const enteredBy = new Map(entered.map(({ instanceId, input }) => [instanceId, input]));
  const found: JoinableRecord[] = [];
  for (const id of ids) {
    const instance = await loadInstance(tx, committeeId, id, { forUpdate });
    if (instance === null) continue;
    found.push({
      instance,
      entered: enteredBy.get(id) ?? {},
      asked: (askedIn.get(id) ?? []).map(({ kind, ...row }) => ({ kind, holder: holderOfRow(row) })),
    });
  }
  return found;
}

/** The names of people and handling units, by the id of either. */
export async function loadHolderNames(
  tx: Tx,
  committeeId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    `select id, name from account where id = any($2)
     union all select id, name from handling_unit where committee_id = $1 and id = any($2)`,
    [committeeId, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
