import type { MailedNotice } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import type { LeasedMessage, OutsideMessage } from './outside-channel.js';

/** A queued message as it stands, locked; its tries so far, and whether one is under way. */
export interface Candidate extends OutsideMessage {
  readonly accountId: string;
  readonly carriesId: string;
  readonly kind: 'digest' | 'immediate';
  readonly on: string;
  readonly dueAt: Temporal.Instant;
  readonly nextTryAt: Temporal.Instant | null;
  readonly messageRef: string | null;
  readonly name: string;
  readonly address: string | null;
  /** Whether the person still wants messages of this kind here. */
  readonly isWanted: boolean;
  readonly tries: number;
  readonly leasedUntil: Temporal.Instant | null;
}

const keys = (messages: readonly OutsideMessage[]) => [
  messages.map((one) => one.mailboxId),
  messages.map((one) => one.messageId),
];

/** Locks those of the messages that nobody else has in hand and that have no outcome yet. */
export function lockCandidates(tx: Tx, wanted: readonly OutsideMessage[]): Promise<Candidate[]> {
  return tx.query<Candidate>(
    `with mine as materialized (
       select m.* from unnest($1::uuid[], $2::uuid[]) as w (mailbox, id)
       join message m on m.committee_id = w.mailbox and m.id = w.id
       where m.status in ('queued', 'sending') for update of m skip locked)
     select m.committee_id as "mailboxId", m.id as "messageId", m.account_id as "accountId",
       m.carries_message_id as "carriesId", m.kind, m.on_date as "on", m.due_at as "dueAt",
       m.next_try_at as "nextTryAt", m.message_ref as "messageRef", a.name, a.email as address,
       case when m.kind = 'digest' then a.mail_digest else a.mail_immediate end as "isWanted",
       coalesce(last.attempt, 0) as tries,
       case when last.status = 'leased' then last.leased_until end as "leasedUntil"
     from mine m join account a on a.id = m.account_id
     left join lateral (select attempt, status, leased_until from delivery d
       where d.committee_id = m.committee_id and d.message_id = m.id order by attempt desc limit 1) as last on true`,
    keys(wanted),
  );
}

/** Locks the messages in the app that these carry; those another transaction holds are passed over. */
export async function lockCarried(tx: Tx, messages: readonly Candidate[]): Promise<Set<string>> {
  if (messages.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(
    `select m.id from unnest($1::uuid[], $2::uuid[]) as w (mailbox, id)
     join message m on m.committee_id = w.mailbox and m.id = w.id for update of m skip locked`,
    [messages.map((one) => one.mailboxId), messages.map((one) => one.carriesId)],
  );
  return new Set(rows.map((row) => row.id));
}

/**
 * Before its first try a message takes in every notice that is in the app and in no mail yet; a message tried before
 * says what it said. Then those are marked that were settled meanwhile.
 */
export async function mentionNotices(tx: Tx, messages: readonly Candidate[]): Promise<void> {
  if (messages.length === 0) return;
  const first = messages.filter(({ tries }) => tries === 0);
  await tx.query(
    `insert into mention (committee_id, task_id, rung, due_on, round, account_id, message_committee_id, message_id, channel)
     select n.committee_id, n.task_id, n.rung, n.due_on, n.round, n.account_id, w.mailbox, w.id, 'mail'
     from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as w (mailbox, id, carries)
     join notice n on n.message_committee_id = w.mailbox and n.message_id = w.carries and n.dropped_at is null
     join committee c on c.id = n.committee_id and c.sends_mail
     on conflict do nothing`,
    [...keys(first), first.map((one) => one.carriesId)],
  );
  await tx.query(
    `update mention x set dropped_because = case
         when t.status <> 'open' then 'task-' || t.status
         when t.held_at is not null then 'on-hold' else 'moved' end
     from notice n join task t on t.committee_id = n.committee_id and t.id = n.task_id
     where x.message_id = any($1) and x.dropped_because is null
       and n.committee_id = x.committee_id and n.task_id = x.task_id and n.rung = x.rung and n.due_on = x.due_on
       and n.round = x.round and n.account_id = x.account_id
       and (t.status <> 'open' or (n.form not in ('urging', 'assigned') and (t.due_on <> n.due_on or t.held_at is not null)))`,
    [messages.map((one) => one.messageId)],
  );
}

/** One notice that a message says, as it is read. */
export interface Mention extends Omit<MailedNotice, 'link'> {
  readonly messageId: string;
  readonly committeeId: string;
  readonly taskId: string;
  readonly accountId: string;
}

/** What messages say now, in the order in which they say it; nothing of one that is left with nothing to say. */
export function loadMentions(tx: Tx, messages: readonly OutsideMessage[]): Promise<Mention[]> {
  return tx.query<Mention>(
    `select x.message_id as "messageId", n.committee_id as "committeeId", n.task_id as "taskId",
       n.account_id as "accountId", c.name as "committeeName", c.office_phone as "officePhone", n.form,
       t.kind as "taskKind", i.title, o.key as "occurrenceKey", n.due_on as "dueOn", h.name as "holderName", n.text, n.wording,
       case when n.form = 'urging' then b.name end as "byName"
     from mention x
     join notice n on n.committee_id = x.committee_id and n.task_id = x.task_id and n.rung = x.rung
       and n.due_on = x.due_on and n.round = x.round and n.account_id = x.account_id
     join committee c on c.id = n.committee_id
     join task t on t.committee_id = n.committee_id and t.id = n.task_id
     join workflow_instance i on i.committee_id = t.committee_id and i.id = t.instance_id
     left join occurrence o on o.committee_id = i.committee_id and o.id = i.occurrence_id
     left join account h on h.id = t.holder_account_id
     left join account b on b.id = n.sent_by_account_id
     where x.message_id = any($1) and x.dropped_because is null
     order by c.name, n.due_on, i.title`,
    [messages.map((one) => one.messageId)],
  );
}

/** Messages that will not leave, each with the reason. One without an address is for staff to mend. */
export async function dropMessages(tx: Tx, messages: readonly (OutsideMessage & { reason: string })[]): Promise<void> {
  if (messages.length === 0) return;
  await tx.query(
    `update message m set status = case when w.reason = 'no-address' then 'failed' else 'dropped' end, reason = w.reason,
       next_try_at = null
     from unnest($1::uuid[], $2::uuid[], $3::text[]) as w (mailbox, id, reason)
     where m.committee_id = w.mailbox and m.id = w.id`,
    [...keys(messages), messages.map((one) => one.reason)],
  );
}

/** Puts the tries on record; a lease of a process that never said what became of it puts its try in doubt. */
export async function insertLeases(tx: Tx, leased: readonly LeasedMessage[], seconds: number): Promise<void> {
  if (leased.length === 0) return;
  const until = tx.now.add({ seconds });
  await tx.query(
    `with lost as (
       update delivery d set status = 'in-doubt', error = 'lost', leased_until = null
       from unnest($1::uuid[], $2::uuid[]) as w (mailbox, id)
       where d.committee_id = w.mailbox and d.message_id = w.id and d.status = 'leased'),
     begun as (
       insert into delivery (committee_id, message_id, attempt, status, leased_until, at)
       select mailbox, id, attempt, 'leased', $6, $7 from unnest($1::uuid[], $2::uuid[], $3::smallint[]) as w (mailbox, id, attempt))
     update message m set status = 'sending', next_try_at = null, address = w.address, message_ref = w.ref, reason = null
     from unnest($1::uuid[], $2::uuid[], $4::text[], $5::text[]) as w (mailbox, id, address, ref)
     where m.committee_id = w.mailbox and m.id = w.id`,
    [
      ...keys(leased),
      leased.map((one) => one.attempt),
      leased.map((one) => one.address),
      leased.map((one) => one.messageRef),
      until,
      tx.now,
    ],
  );
}

/** Keeps the leases of tries that are still under way. */
export async function renewLeases(tx: Tx, leased: readonly LeasedMessage[], seconds: number): Promise<void> {
  await tx.query(
    `update delivery d set leased_until = $4
     from unnest($1::uuid[], $2::uuid[], $3::smallint[]) as w (mailbox, id, attempt)
     where d.committee_id = w.mailbox and d.message_id = w.id and d.attempt = w.attempt and d.status = 'leased'`,
    [...keys(leased), leased.map((one) => one.attempt), tx.now.add({ seconds })],
  );
}
