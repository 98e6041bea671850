import type { Tx } from '../../platform/database/tx.js';

export type OutsideState = 'waiting' | 'retrying' | 'in-doubt' | 'sent' | 'failed' | 'dropped' | 'outbox';

const NONE: Readonly<Record<OutsideState, number>> = {
  waiting: 0,
  retrying: 0,
  'in-doubt': 0,
  sent: 0,
  failed: 0,
  dropped: 0,
  outbox: 0,
};

interface OutsideRow {
  messageId: string;
  channel: 'mail';
  kind: 'digest' | 'immediate';
  on: string;
  accountId: string;
  name: string;
  address: string | null;
  state: OutsideState;
  reason: string | null;
  due_at: Temporal.Instant;
  next_try_at: Temporal.Instant | null;
  mayBeRepeated: boolean;
  tries: number;
  last_at: Temporal.Instant | null;
  lastError: string | null;
  titles: string[];
}

/** Messages outside the app that say or will say something for a committee, each with the state its tries left it in. */
const OUTSIDE = `
outside as (
  select m.*, tried.tries, tried.doubts, tried.last_at, tried.last_error, tried.last_status,
    case
      when m.status in ('sent', 'dropped', 'outbox') then m.status
      when m.status = 'failed' then case when m.reason = 'in-doubt' then 'in-doubt' else 'failed' end
      when tried.last_status = 'in-doubt' then 'in-doubt'
      when tried.last_status = 'deferred' then 'retrying'
      else 'waiting' end as state
  from message m
  cross join lateral (
    select count(*) as tries, count(*) filter (where d.status = 'in-doubt') as doubts, max(d.at) as last_at,
      (array_agg(d.error order by d.attempt desc) filter (where d.error is not null))[1] as last_error,
      (array_agg(d.status order by d.attempt desc))[1] as last_status
    from delivery d where d.committee_id = m.committee_id and d.message_id = m.id) as tried
  where m.committee_id = $2 and m.channel = 'mail' and exists (
    select from notice n where n.committee_id = $1 and n.message_committee_id = m.committee_id
      and n.message_id = m.carries_message_id))`;

const COLUMNS = `m.id as "messageId", m.channel, m.kind, m.on_date as "on", m.account_id as "accountId", a.name,
  coalesce(a.email, m.address) as address, m.state, m.reason, m.due_at, m.next_try_at,
  m.state = 'sent' and m.doubts > 0 or m.state = 'in-doubt' as "mayBeRepeated", m.tries, m.last_at,
  m.last_error as "lastError",
  array(select distinct i.title from notice n join task t on t.committee_id = n.committee_id and t.id = n.task_id
        join workflow_instance i on i.committee_id = t.committee_id and i.id = t.instance_id
        where n.committee_id = $1 and n.message_committee_id = m.committee_id and n.message_id = m.carries_message_id
        order by i.title) as titles`;

/** One page of a committee's messages outside the app, the latest first, and how many there are of each state. */
export async function listOutside(
  tx: Tx,
  filter: { committeeId: string; state?: OutsideState | undefined; page: number; pageSize: number },
) {
  const { committeeId, state, page, pageSize } = filter;
  const counted = await tx.query<{ state: OutsideState; count: number }>(
    `with ${OUTSIDE} select state, count(*) as count from outside group by state`,
    [committeeId, tx.mailboxOf(committeeId)],
  );
  const rows = await tx.query<OutsideRow>(
    `with ${OUTSIDE}, chosen as (
       select * from outside where $3::text is null or state = $3 order by due_at desc, id limit $4 offset $5)
     select ${COLUMNS} from chosen m join account a on a.id = m.account_id order by m.due_at desc, m.id`,
    [committeeId, tx.mailboxOf(committeeId), state ?? null, pageSize, (page - 1) * pageSize],
  );
  const counts = { ...NONE, ...Object.fromEntries(counted.map((row) => [row.state, row.count])) };
  const total = counted
    .filter((row) => state === undefined || row.state === state)
    .reduce((sum, row) => sum + row.count, 0);
  return { rows: rows.map(present), total, counts };
}

/** One message with its tries and, where it lies in the outbox, its mail; null where the committee has no part in it. */
export async function readOutside(tx: Tx, committeeId: string, messageId: string) {
  const mailbox = tx.mailboxOf(committeeId);
  const [row] = await tx.query<OutsideRow>(
    `with ${OUTSIDE} select ${COLUMNS} from outside m join account a on a.id = m.account_id where m.id = $3`,
    [committeeId, mailbox, messageId],
  );
  if (row === undefined) return null;
  const tries = await tx.query<{
    attempt: number;
    status: 'leased' | 'delivered' | 'deferred' | 'in-doubt' | 'failed';
    at: Temporal.Instant;
    said: string | null;
  }>(
    `select attempt, status, at, coalesce(provider_ref, error) as said from delivery
     where committee_id = $1 and message_id = $2 order by attempt`,
    [mailbox, messageId],
  );
  const [mail] = await tx.query<{
    recipient: string;
    subject: string;
    text: string;
    html: string;
    headers: Record<string, string>;
    rendered_at: Temporal.Instant;
  }>(
    `select o.recipient, o.subject, o.text, o.html, o.headers, o.rendered_at from outbox_mail o
     join message m on m.committee_id = o.committee_id and m.id = o.message_id and m.status = 'outbox'
     where o.committee_id = $1 and o.message_id = $2`,
    [mailbox, messageId],
  );
  return {
    message: present(row),
    tries: tries.map(({ at, ...one }) => ({ ...one, at: at.toString() })),
    mail: mail === undefined ? null : presentMail(mail),
  };
}

function presentMail({
  rendered_at,
  ...mail
}: { rendered_at: Temporal.Instant } & Omit<KeptMail, 'renderedAt'>): KeptMail {
  return { ...mail, renderedAt: rendered_at.toString() };
}

interface KeptMail {
  recipient: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  renderedAt: string;
}

function present({ due_at, next_try_at, last_at, ...row }: OutsideRow) {
  return {
    ...row,
    dueAt: due_at.toString(),
    nextTryAt: next_try_at?.toString() ?? null,
    lastAt: last_at?.toString() ?? null,
  };
}

/** How mail is doing for the committees entered: the last word of the server, and what is not settled. */
export async function readMailHealth(tx: Tx, committeeId: string) {
  const { counts } = await listOutside(tx, { committeeId, page: 1, pageSize: 1 });
  const [last] = await tx.query<{
    success: Temporal.Instant | null;
    failure: Temporal.Instant | null;
    error: string | null;
  }>(
    `select max(d.at) filter (where d.status = 'delivered') as success,
       max(d.at) filter (where d.status in ('deferred', 'failed', 'in-doubt')) as failure,
       (array_agg(d.error order by d.at desc) filter (where d.error is not null))[1] as error
     from delivery d join message m on m.committee_id = d.committee_id and m.id = d.message_id
     where d.committee_id = $1 and m.channel = 'mail'`,
    [tx.mailboxOf(committeeId)],
  );
  return {
    lastSuccessAt: last?.success?.toString() ?? null,
    lastFailureAt: last?.failure?.toString() ?? null,
    lastError: last?.error ?? null,
    waiting: counts.waiting + counts.retrying,
    failed: counts.failed,
    inDoubt: counts['in-doubt'],
    inOutbox: counts.outbox,
  };
}
