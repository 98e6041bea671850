import type { InvitationAnswer, TaskKind } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

/** A duty as the member page needs it. */
export interface MatterRecord {
  readonly taskId: string;
  readonly committeeId: string;
  readonly committeeName: string;
  readonly kind: TaskKind;
  readonly title: string;
  readonly holderAccountId: string | null;
  readonly holderName: string | null;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly target: number;
  readonly progress: number;
  readonly byContribution: boolean;
  readonly status: 'open' | 'done' | 'cancelled';
  readonly onHold: boolean;
  readonly doneOn: string | null;
  readonly recordedAt: Temporal.Instant | null;
  readonly caseState: string;
  readonly heldOn: string | null;
  readonly place: string | null;
  readonly answer: InvitationAnswer | null;
  readonly isOnLeave: boolean;
  readonly lastDoneOn: string | null;
  readonly enteredByName: string | null;
  readonly leaveState: string | null;
  readonly leaveReason: string | null;
}

const selectMatter = `
  select t.id as "taskId", t.committee_id as "committeeId", c.name as "committeeName", t.kind, i.title,
    t.holder_account_id as "holderAccountId", h.name as "holderName",
    t.opens_on as "opensOn", t.due_on as "dueOn", t.target, t.progress, t.by_contribution as "byContribution", t.status,
    t.held_at is not null as "onHold", t.done_on as "doneOn", t.recorded_at as "recordedAt", i.state as "caseState",
    arranged.held_on as "heldOn", arranged.place, entry.answer, coalesce(entry.kind = 'leave', false) as "isOnLeave",
    entry.done_on as "lastDoneOn", entry.by_name as "enteredByName", leave.state as "leaveState",
    leave.reason as "leaveReason"
  from task t
  join committee c on c.id = t.committee_id
  join workflow_instance i on i.committee_id = t.committee_id and i.id = t.instance_id
  left join account h on h.id = t.holder_account_id
  left join lateral (
    select e.input ->> 'heldOn' as held_on, e.input ->> 'place' as place from workflow_event e
    where t.kind = 'answer-invitation' and e.committee_id = t.committee_id and e.instance_id = t.instance_id
      and e.event = 'arrange'
    order by e.seq desc limit 1) arranged on true
  left join lateral (
    select e.answer, e.kind, e.done_on, case when e.on_behalf_of_account_id is not null then r.name end as by_name
    from contribution e left join account r on r.id = e.recorded_by_account_id
    where e.committee_id = t.committee_id and e.task_id = t.id
    order by e.recorded_at desc, e.id desc limit 1) entry on true
  left join lateral (
    select l.state, (select e.input ->> 'reason' from workflow_event e
       where e.committee_id = l.committee_id and e.instance_id = l.id and e.input ? 'reason'
       order by e.seq desc limit 1) as reason
    from workflow_instance l
    where l.committee_id = t.committee_id and l.about_task_id = t.id and l.definition = 'leave'
    order by l.opened_at desc, l.id desc limit 1) leave on true`;

const MOST_OPEN = 100;
const MOST_ENDED = 10;

/** The duty of a link, whoever owes it now; null where it cannot be seen. */
export async function findMatter(tx: Tx, committeeId: string, taskId: string): Promise<MatterRecord | null> {
  const [row] = await tx.query<MatterRecord>(`${selectMatter} where t.committee_id = $1 and t.id = $2`, [
    committeeId,
    taskId,
  ]);
  return row ?? null;
}

/** What is asked of people by name in one case, whatever became of it, by name. */
export function loadMattersOfCase(tx: Tx, committeeId: string, instanceId: string): Promise<MatterRecord[]> {
  return tx.query(
    `${selectMatter} where t.committee_id = $1 and t.instance_id = $2 and t.holder_account_id is not null
     order by h.name collate person_name, t.kind, t.id`,
    [committeeId, instanceId],
  );
}

/** What a person owes by name in the committees behind the door, the nearest first. */
export function loadOpenMatters(tx: Tx, accountId: string): Promise<MatterRecord[]> {
  return tx.query(
    `${selectMatter} where t.status = 'open' and t.holder_account_id = $1
     order by t.due_on, i.title, t.id limit ${MOST_OPEN}`,
    [accountId],
  );
}

/** What became of earlier duties of a person, the latest first. */
export function loadEndedMatters(tx: Tx, accountId: string): Promise<MatterRecord[]> {
  return tx.query(
    `${selectMatter} where t.status <> 'open' and t.holder_account_id = $1 and t.recorded_at is not null
     order by t.recorded_at desc, t.id limit ${MOST_ENDED}`,
    [accountId],
  );
}

/** Whom a member calls about a matter: the office, or else, of the staff in office with a phone, who is there longest. */
export async function findContact(
  tx: Tx,
  committeeId: string,
  on: Temporal.PlainDate,
): Promise<{ name: string; phone: string } | null> {
  const [row] = await tx.query<{ name: string; phone: string }>(
    `select name, phone from (
       select c.name, c.office_phone as phone, 1 as rank, null::date as since from committee c where c.id = $1
       union all
       select a.name, a.phone, 2, m.from_on from membership m join account a on a.id = m.account_id
       where m.committee_id = $1 and m.role = 'staff' and m.from_on <= $2 and (m.to_on is null or m.to_on >= $2)) as known
     where phone is not null order by rank, since, name limit 1`,
    [committeeId, on],
  );
  return row ?? null;
}
