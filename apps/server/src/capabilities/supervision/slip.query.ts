import type { TaskKind } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import type { HolderColumns } from '../task/index.js';

export interface SlipTask extends HolderColumns {
  readonly id: string;
  readonly kind: TaskKind;
  readonly instanceId: string;
  readonly dueOn: string;
  readonly status: 'open' | 'done' | 'cancelled';
  readonly isHeld: boolean;
}

/** Locks tasks and their cases, so that none ends while a slip is issued about it. Leaves out what cannot be seen. */
export function lockTasksForSlips(tx: Tx, committeeId: string, taskIds: readonly string[]): Promise<SlipTask[]> {
  return tx.query<SlipTask>(
    `select t.id, t.kind, t.instance_id as "instanceId", t.due_on as "dueOn", t.status,
       t.held_at is not null as "isHeld", t.holder_account_id, t.holder_role, t.holder_unit_id
     from task t join workflow_instance i on i.committee_id = t.committee_id and i.id = t.instance_id
     where t.committee_id = $1 and t.id = any($2) order by t.instance_id, t.id for update of i, t`,
    [committeeId, taskIds],
  );
}

export async function hasOpenSlip(tx: Tx, committeeId: string, taskId: string): Promise<boolean> {
  const rows = await tx.query(
    `select from workflow_instance
     where committee_id = $1 and about_task_id = $2 and definition = 'supervision-slip' and not is_final limit 1`,
    [committeeId, taskId],
  );
  return rows.length > 0;
}

/** Leaders who issue slips at the same moment take turns; one whose slip is not issued in the end leaves no gap. */
export async function lockSlipNumbers(tx: Tx, committeeId: string, year: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`slip ${committeeId} ${year}`]);
}

/**
 * The number of the next slip of a year. To issue one it is asked after the lock, in a statement of its own: it sees
 * what was committed while this one waited. Without the lock it is what the next would get if nobody else issues one.
 */
export async function nextSlipNumber(tx: Tx, committeeId: string, year: number): Promise<number> {
  const [row] = await tx.query<{ number: number }>(
    'select coalesce(max(number), 0) + 1 as number from supervision_slip where committee_id = $1 and year = $2',
    [committeeId, year],
  );
  return row?.number ?? 1;
}

export async function insertSlip(
  tx: Tx,
  instance: { committeeId: string; id: string },
  slip: { year: number; number: number; demand: string; issuedOn: string },
): Promise<void> {
  await tx.query(
    `insert into supervision_slip (committee_id, instance_id, year, number, demand, issued_on)
     values ($1, $2, $3, $4, $5, $6)`,
    [instance.committeeId, instance.id, slip.year, slip.number, slip.demand, slip.issuedOn],
  );
}

/** A committee's slips of a year, the latest first, as they stand on its today. */
export function listSlips(tx: Tx, { committeeId, year, today }: { committeeId: string; year: number; today: string }) {
  return tx.query<{
    instanceId: string;
    year: number;
    number: number;
    demand: string;
    issuedOn: string;
    title: string;
    state: string;
    isFinal: boolean;
    lockVersion: number;
    taskId: string;
    addresseeName: string | null;
    addresseeRole: HolderColumns['holder_role'];
    issuedByName: string | null;
    replyDueOn: string | null;
    isReplyLate: boolean;
    reply: string | null;
  }>(
    `select s.instance_id as "instanceId", s.year, s.number, s.demand, s.issued_on as "issuedOn", i.title, i.state,
       i.is_final as "isFinal", i.lock_version as "lockVersion", i.about_task_id as "taskId",
       coalesce(a.name, u.name) as "addresseeName", i.facts -> 'addressee' ->> 'role' as "addresseeRole",
       l.name as "issuedByName",
       asked.due_on as "replyDueOn", coalesce(asked.due_on < $3, false) as "isReplyLate",
       (select e.input ->> 'reply' from workflow_event e where e.committee_id = i.committee_id
          and e.instance_id = i.id and e.event = 'reply' order by e.seq desc limit 1) as reply
     from supervision_slip s
     join workflow_instance i on i.committee_id = s.committee_id and i.id = s.instance_id
     left join task asked on asked.committee_id = i.committee_id and asked.instance_id = i.id
       and asked.kind = 'answer-slip' and asked.status = 'open'
     left join account a on a.id = (i.facts -> 'addressee' ->> 'accountId')::uuid
     left join handling_unit u on u.committee_id = i.committee_id and u.id = (i.facts -> 'addressee' ->> 'unitId')::uuid
     left join account l on l.id = (i.facts ->> 'leaderAccountId')::uuid
     where s.committee_id = $1 and s.year = $2 order by s.number desc`,
    [committeeId, year, today],
  );
}
