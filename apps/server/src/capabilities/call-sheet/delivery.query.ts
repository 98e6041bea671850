import type { CallOutcome, NoticeForm } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';

/** The rung of a duty that people are called about: all calls for one due date are tries of one message. */
export const CALL_RUNG = 'call';

/** Something told by a person, beside what the server sends: of which duty, to whom, how. */
export interface ToldByHand {
  readonly taskId: string;
  readonly accountId: string;
  readonly dueOn: string;
  readonly form: NoticeForm;
  /** The words of an urging; null for all other forms. */
  readonly text?: string | null;
}

export interface HandChannel {
  readonly channel: 'phone' | 'group-text';
  readonly rung: string;
  readonly reason: 'called' | 'posted' | 'urged';
  readonly committeeId: string;
  readonly onDate: string;
  readonly byAccountId: string;
}

/**
 * Puts what a person tells others on the chain: reminder, notice and message, in one statement however many. What is on
 * record already stays as it is.
 */
export async function writeTold(tx: Tx, by: HandChannel, told: readonly ToldByHand[]): Promise<void> {
  await tx.query(WRITE_TOLD, [
    tx.now,
    by.committeeId,
    tx.mailboxOf(by.committeeId),
    by.channel,
    by.rung,
    by.reason,
    by.onDate,
    by.byAccountId,
    told.map(({ taskId }) => taskId),
    told.map(({ accountId }) => accountId),
    told.map(({ dueOn }) => dueOn),
    told.map(({ form }) => form),
    told.map(() => newId()),
    told.map(({ text }) => text ?? null),
  ]);
}

const WRITE_TOLD = `
with told as (
  select w.* from unnest($9::uuid[], $10::uuid[], $11::date[], $12::text[], $13::uuid[], $14::text[])
    as w (task_id, account_id, due_on, form, message_id, text)
  where not exists (select from notice n where n.committee_id = $2 and n.task_id = w.task_id and n.rung = $5
    and n.due_on = w.due_on and n.round = 1 and n.account_id = w.account_id)
),
written_reminder as (
  insert into reminder (committee_id, task_id, rung, due_on, form, on_date, outcome, reason, round, recorded_at)
  select $2::uuid, task_id, $5, due_on, form, $7::date, 'sent', $6, 1, $1::timestamptz from told on conflict do nothing
),
written_message as (
  insert into message (committee_id, id, account_id, channel, on_date, slot, kind, status, due_at, sent_at, live_notices)
  select $3::uuid, message_id, account_id, $4, $7::date, concat_ws(' ', task_id, $5, due_on), 'immediate', 'sent', $1, $1, 1
  from told
)
insert into notice (committee_id, task_id, rung, due_on, round, account_id, form, text, sent_by_account_id, created_at,
  message_committee_id, message_id)
select $2::uuid, task_id, $5, due_on, 1, account_id, form, text, $8::uuid, $1::timestamptz, $3::uuid, message_id from told`;

/** What one try came to. Nobody reached: the message has not got there. */
export interface Tried {
  readonly taskId: string;
  readonly accountId: string;
  readonly dueOn: string;
  readonly attempt: number;
  readonly outcome: CallOutcome | null;
}

/** Records a try of a message told by hand; false where that try is on record already. */
export async function writeTry(tx: Tx, by: HandChannel, tried: readonly Tried[]): Promise<boolean> {
  const written = await tx.query(WRITE_TRY, [
    tx.now,
    by.committeeId,
    by.rung,
    by.byAccountId,
    tried.map(({ taskId }) => taskId),
    tried.map(({ accountId }) => accountId),
    tried.map(({ dueOn }) => dueOn),
    tried.map(({ attempt }) => attempt),
    tried.map(({ outcome }) => (outcome === 'not-reached' ? 'failed' : 'delivered')),
    tried.map(({ outcome }) => (outcome === 'not-reached' ? null : outcome)),
  ]);
  return written.length > 0;
}

const WRITE_TRY = `
with tried as (
  insert into delivery (committee_id, message_id, attempt, status, at, error, answer, by_account_id)
  select n.message_committee_id, n.message_id, w.attempt, w.status, $1::timestamptz,
    case when w.status = 'failed' then 'not-reached' end, w.answer, $4::uuid
  from unnest($5::uuid[], $6::uuid[], $7::date[], $8::smallint[], $9::text[], $10::text[])
    as w (task_id, account_id, due_on, attempt, status, answer)
  join notice n on n.committee_id = $2 and n.task_id = w.task_id and n.rung = $3 and n.due_on = w.due_on and n.round = 1
    and n.account_id = w.account_id
  on conflict do nothing returning committee_id, message_id, status)
update message set status = case when tried.status = 'failed' then 'failed' else 'sent' end
from tried where message.committee_id = tried.committee_id and message.id = tried.message_id returning message.id`;

export interface CallRecord {
  readonly taskId: string;
  readonly dueOn: string;
  readonly attempt: number;
  readonly at: Temporal.Instant;
  readonly byName: string | null;
  readonly outcome: CallOutcome;
}

/** The calls about some duties, the first first. */
export function loadCalls(tx: Tx, committeeId: string, taskIds: readonly string[]): Promise<CallRecord[]> {
  return tx.query(
    `select n.task_id as "taskId", n.due_on as "dueOn", d.attempt, d.at, b.name as "byName",
       coalesce(d.answer, 'not-reached') as outcome
     from notice n
     join delivery d on d.committee_id = n.message_committee_id and d.message_id = n.message_id
     left join account b on b.id = d.by_account_id
     where n.committee_id = $1 and n.task_id = any($2) and n.rung = $3 order by d.at, d.attempt`,
    [committeeId, taskIds, CALL_RUNG],
  );
}

/** When a case's text was last put into the group chat, and by whom. */
export async function findPosting(
  tx: Tx,
  committeeId: string,
  taskIds: readonly string[],
): Promise<{ at: string; byName: string | null } | null> {
  const [row] = await tx.query<{ at: Temporal.Instant; byName: string | null }>(
    `select d.at, b.name as "byName" from notice n
     join message m on m.committee_id = n.message_committee_id and m.id = n.message_id and m.channel = 'group-text'
     join delivery d on d.committee_id = m.committee_id and d.message_id = m.id
     left join account b on b.id = d.by_account_id
     where n.committee_id = $1 and n.task_id = any($2) order by d.at desc limit 1`,
    [committeeId, taskIds],
  );
  return row === undefined ? null : { at: row.at.toString(), byName: row.byName };
}

export async function loadPhones(
  tx: Tx,
  accountIds: readonly (string | null)[],
): Promise<Map<string, { phone: string | null; otherPhone: string | null }>> {
  const rows = await tx.query<{ id: string; phone: string | null; otherPhone: string | null }>(
    'select id, phone, other_phone as "otherPhone" from account where id = any($1)',
    [accountIds],
  );
  return new Map(rows.map(({ id, ...phones }) => [id, phones]));
}

/** The groups, special committees and sectors in which people serve as members on a day, by person. */
export async function loadGroups(
  tx: Tx,
  asked: { readonly committeeId: string; readonly accountIds: readonly string[]; readonly on: string },
): Promise<Map<string, string[]>> {
  const rows = await tx.query<{ accountId: string; names: string[] }>(
    `select m.account_id as "accountId", array_agg(distinct g.name order by g.name) as names
     from membership m join member_group g on g.committee_id = m.committee_id and g.id in (m.member_group_id, m.sector_id)
     where m.committee_id = $1 and m.account_id = any($2) and m.role = 'member'
       and m.from_on <= $3 and (m.to_on is null or m.to_on >= $3)
     group by m.account_id`,
    [asked.committeeId, asked.accountIds, asked.on],
  );
  return new Map(rows.map(({ accountId, names }) => [accountId, names]));
}
