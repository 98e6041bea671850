import type { TaskKind } from '@xushi/domain';
import type { Timer } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';

/** An open task of a case with where it stands on its ladder; no payload when that has ended. */
export interface OpenTaskRecord {
  readonly id: string;
  readonly kind: TaskKind;
  readonly ladder: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly fireAt: Temporal.Instant | null;
  readonly payload: Timer['payload'] | null;
}

export function listOpenTasks(tx: Tx, committeeId: string, instanceId: string): Promise<OpenTaskRecord[]> {
  return tx.query<OpenTaskRecord>(
    `select t.id, t.kind, t.ladder, t.opens_on as "opensOn", t.due_on as "dueOn", m.fire_at as "fireAt", m.payload
     from task t left join timer m on m.committee_id = t.committee_id and m.kind = 'ladder' and m.subject_id = t.id
     where t.committee_id = $1 and t.instance_id = $2 and t.status = 'open'`,
    [committeeId, instanceId],
  );
}

/** How many people were told of open tasks of a case, and how many have answered the last time they were asked to come. */
export async function countTold(tx: Tx, committeeId: string, instanceId: string) {
  const [counts] = await tx.query<{ told: number; answered: number; handedIn: number }>(
    `select count(distinct n.account_id) as told,
       (select count(*) from task a where a.committee_id = $1 and a.instance_id = $2 and a.kind = 'answer-invitation'
        and a.status = 'done') as answered,
       (select count(*) from task c where c.committee_id = $1 and c.instance_id = $2 and c.kind = 'contribute'
        and c.progress > 0) as "handedIn"
     from task t join notice n on n.committee_id = t.committee_id and n.task_id = t.id and n.dropped_at is null
     where t.committee_id = $1 and t.instance_id = $2`,
    [committeeId, instanceId],
  );
  return counts ?? { told: 0, answered: 0, handedIn: 0 };
}
