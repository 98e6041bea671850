import type { Category } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { listOccurrences } from './plan.query.js';

/** A run of an item that its year did not see: past its day and not recorded, or called off, with the reason given. */
export interface MissedOccurrence {
  readonly itemId: string;
  readonly key: string;
  readonly dueOn: string;
  readonly isDropped: boolean;
  readonly reason: string | null;
}

/** How many runs of each item were held, and which were not by `today`. */
export async function listMissed(tx: Tx, plan: { committeeId: string; id: string }, today: string) {
  const occurrences = await listOccurrences(tx, plan.committeeId, plan.id);
  const missed = occurrences.filter(({ isHeld, state, dueOn }) => !isHeld && (state === 'dropped' || dueOn < today));
  const reasons = await tx.query<{ instanceId: string; reason: string }>(
    `select distinct on (instance_id) instance_id as "instanceId", input ->> 'reason' as reason
     from workflow_event where committee_id = $1 and instance_id = any($2::uuid[]) and event = 'drop'
     order by instance_id, seq desc`,
    [plan.committeeId, missed.map(({ instanceId }) => instanceId)],
  );
  const reasonOf = new Map(reasons.map(({ instanceId, reason }) => [instanceId, reason]));
  const held = new Map<string, number>();
  for (const { itemId, isHeld } of occurrences) if (isHeld) held.set(itemId, (held.get(itemId) ?? 0) + 1);
  return {
    held,
    missed: missed.map(
      ({ itemId, key, dueOn, state, instanceId }): MissedOccurrence => ({
        itemId,
        key,
        dueOn,
        isDropped: state === 'dropped',
        reason: reasonOf.get(instanceId ?? '') ?? null,
      }),
    ),
  };
}

/** What was entered beside the plan (计划外) and fell due in the year, by due date. */
export function listUnplanned(tx: Tx, committeeId: string, year: number) {
  return tx.query<{
    id: string;
    title: string;
    category: Category | null;
    dueOn: string;
    responsibleAccountId: string | null;
    responsibleName: string | null;
    isHeld: boolean;
  }>(
    `select i.id, i.title, i.category, i.facts -> 'occurrence' ->> 'dueOn' as "dueOn",
       a.id as "responsibleAccountId", a.name as "responsibleName", i.state = 'closed' as "isHeld"
     from workflow_instance i left join account a on a.id = (i.facts ->> 'responsibleAccountId')::uuid
     where i.committee_id = $1 and i.definition = 'duty' and i.facts ->> 'origin' = 'unplanned'
       and i.state not in ('dropped', 'withdrawn') and (i.facts -> 'occurrence' ->> 'dueOn') like $2
     order by 4, i.title`,
    [committeeId, `${year}-%`],
  );
}
