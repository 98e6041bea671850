import type { NoticeForm } from '@xushi/domain';
import type { Timer } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';

/** One rung (or urging) of a task with its outcome. */
export interface ReminderLine {
  readonly committeeId: string;
  readonly taskId: string;
  readonly rung: string;
  readonly dueOn: string;
  /** 1, and one more each time the task comes back to the same due date. */
  readonly round: number;
  readonly form: NoticeForm;
  readonly onDate: string;
  readonly outcome: 'sent' | 'superseded' | 'skipped' | 'held' | 'cancelled';
  readonly reason: string;
}

/** What one sent rung says to one person, and in which message of which day it goes. */
export interface NoticeLine {
  readonly committeeId: string;
  readonly taskId: string;
  readonly rung: string;
  readonly dueOn: string;
  readonly round: number;
  readonly form: NoticeForm;
  readonly accountId: string;
  readonly text: string | null;
  readonly sentByAccountId: string | null;
  /** `digest`, or a slot of its own for today's matters. */
  readonly slot: string;
  readonly messageOn: string;
  readonly messageDueAt: Temporal.Instant;
}

export const DIGEST_SLOT = 'digest';

/** A message now in the app; `hasBegun` when it is so since this transaction, else something joined it. */
export interface SentInApp {
  readonly messageId: string;
  /** One of the committees that speak in it. */
  readonly committeeId: string;
  readonly hasBegun: boolean;
}

/** The kind of timer that delivers messages kept back over quiet hours and days off. */
export const MESSAGE_TIMER = 'message';

/**
 * Writes reminders with their notices, messages and deliveries: one statement however many, because four tables' worth
 * of round trips is what made fan-out slow. In-app delivery is this very transaction, and the keys make a second one
 * impossible. A digest that already exists takes the new notices in, one that was dropped is taken up again. Answers timers
 * for the messages that must wait, and the messages that are in the app.
 */
export async function writeReminders(
  tx: Tx,
  reminders: readonly ReminderLine[],
  notices: readonly NoticeLine[],
): Promise<{ waiting: Timer[]; sent: SentInApp[] }> {
  if (notices.length === 0) {
    await writeOutcomes(tx, reminders);
    return { waiting: [], sent: [] };
  }
  const messages = new Map<string, { first: NoticeLine; notices: number }>();
  for (const notice of notices) {
    const key = `${tx.mailboxOf(notice.committeeId)} ${notice.accountId} ${notice.messageOn} ${notice.slot}`;
    const message = messages.get(key);
    if (message === undefined) messages.set(key, { first: notice, notices: 1 });
    else message.notices++;
  }
  // One order for all writers: two processes filling the same people's digests do not wait for each other in a ring.
  const ordered = [...messages.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, message]) => message);
  const written = await tx.query<WrittenMessage>(FAN_OUT, [
    tx.now,
    ...reminderColumns(reminders),
    ordered.map((one) => tx.mailboxOf(one.first.committeeId)),
    ordered.map(() => newId()),
    ordered.map((one) => one.first.accountId),
    ordered.map((one) => one.first.messageOn),
    ordered.map((one) => one.first.slot),
    ordered.map((one) => one.first.messageDueAt.toString()),
    ordered.map((one) => one.notices),
    ordered.map((one) => one.first.committeeId),
    notices.map((one) => one.committeeId),
    notices.map((one) => one.taskId),
    notices.map((one) => one.rung),
    notices.map((one) => one.dueOn),
    notices.map((one) => one.accountId),
    notices.map((one) => one.form),
    notices.map((one) => one.text),
    notices.map((one) => one.sentByAccountId),
    notices.map((one) => tx.mailboxOf(one.committeeId)),
    notices.map((one) => one.messageOn),
    notices.map((one) => one.slot),
    notices.map((one) => one.round),
  ]);
  return {
    waiting: written
      .filter(({ status, has_begun }) => status === 'waiting' && has_begun)
      .map((message) => ({
        committeeId: message.committee_id,
        kind: MESSAGE_TIMER,
        subjectId: message.id,
        fireAt: message.due_at,
        payload: {},
      })),
    sent: written
      .filter(({ status }) => status === 'sent')
      .map(({ id, committee_id, has_begun }) => ({ messageId: id, committeeId: committee_id, hasBegun: has_begun })),
  };
}

interface WrittenMessage {
  id: string;
  due_at: Temporal.Instant;
  committee_id: string;
  status: 'waiting' | 'sent';
  has_begun: boolean;
}

/** Writes reminders that nobody is told of. One that is on record already stays as it is. */
export async function writeOutcomes(tx: Tx, reminders: readonly ReminderLine[]): Promise<void> {
  if (reminders.length === 0) return;
  await tx.query(
    `insert into reminder (committee_id, task_id, rung, due_on, form, on_date, outcome, reason, round, recorded_at)
     select *, $1::timestamptz from unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[], $6::text[], $7::date[],
       $8::text[], $9::text[], $10::smallint[]) on conflict do nothing`,
    [tx.now, ...reminderColumns(reminders)],
  );
}

/** Lets waiting messages wait until the new moments of their timers. */
export async function postponeMessages(tx: Tx, timers: readonly Timer[]): Promise<void> {
  await tx.query(
    `update message set due_at = moved.due_at
     from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as moved (mailbox, id, due_at)
     where message.committee_id = moved.mailbox and message.id = moved.id and message.status = 'waiting'`,
    [
      timers.map((timer) => tx.mailboxOf(timer.committeeId)),
      timers.map((timer) => timer.subjectId),
      timers.map((timer) => timer.fireAt),
    ],
  );
}

function reminderColumns(reminders: readonly ReminderLine[]): unknown[] {
  return [
    reminders.map((one) => one.committeeId),
    reminders.map((one) => one.taskId),
    reminders.map((one) => one.rung),
    reminders.map((one) => one.dueOn),
    reminders.map((one) => one.form),
    reminders.map((one) => one.onDate),
    reminders.map((one) => one.outcome),
    reminders.map((one) => one.reason),
    reminders.map((one) => one.round),
  ];
}

const FAN_OUT = `
with written_reminder as (
  insert into reminder (committee_id, task_id, rung, due_on, form, on_date, outcome, reason, round, recorded_at)
  select *, $1::timestamptz from unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[], $6::text[], $7::date[],
    $8::text[], $9::text[], $10::smallint[])
),
wanted as (
  select * from unnest($11::uuid[], $12::uuid[], $13::uuid[], $14::date[], $15::text[], $16::timestamptz[], $17::int[],
    $18::uuid[]) as w (mailbox, id, account_id, on_date, slot, due_at, notices, committee_id)
),
written_message as (
  insert into message (committee_id, id, account_id, channel, on_date, slot, kind, status, due_at, sent_at, live_notices)
  select mailbox, id, account_id, 'in-app', on_date, slot, case when slot = '${DIGEST_SLOT}' then 'digest' else 'immediate' end,
    case when due_at <= $1 then 'sent' else 'waiting' end, due_at, case when due_at <= $1 then $1 end, notices
  from wanted
  on conflict on constraint message_slot_unique do update set
    live_notices = message.live_notices + excluded.live_notices,
    status = case when message.status = 'dropped' then excluded.status else message.status end,
    due_at = case when message.status = 'dropped' then excluded.due_at else message.due_at end,
    sent_at = case when message.status = 'dropped' then excluded.sent_at else message.sent_at end
  returning committee_id, id, account_id, on_date, slot, status, due_at, live_notices
),
-- Nothing was in it before: the message is new, or everything it was to say had been settled and it is taken up again.
known_message as (
  select m.committee_id, m.id, m.status, m.due_at, w.committee_id as of_committee_id, m.live_notices = w.notices as has_begun
  from written_message m join wanted w on w.mailbox = m.committee_id and w.account_id = m.account_id
    and w.on_date = m.on_date and w.slot = m.slot
),
written_delivery as (
  insert into delivery (committee_id, message_id, attempt, status, at)
  select committee_id, id, 1, 'delivered', $1 from known_message where status = 'sent' and has_begun
),
written_notice as (
  insert into notice (committee_id, task_id, rung, due_on, round, account_id, form, text, sent_by_account_id,
    created_at, message_committee_id, message_id, wording)
  select n.committee_id, n.task_id, n.rung, n.due_on, n.round, n.account_id, n.form, n.text, n.sent_by, $1,
    m.committee_id, m.id, w.text
  from unnest($19::uuid[], $20::uuid[], $21::text[], $22::date[], $23::uuid[], $24::text[], $25::text[], $26::uuid[],
    $27::uuid[], $28::date[], $29::text[], $30::smallint[])
    as n (committee_id, task_id, rung, due_on, account_id, form, text, sent_by, mailbox, on_date, slot, round)
  join written_message m on m.committee_id = n.mailbox and m.account_id = n.account_id and m.on_date = n.on_date
    and m.slot = n.slot
  -- The family as in wordingKeyOf. The task is only looked at where the committee has words of its own for the form.
  left join lateral (
    select w.text from notice_wording w join task t on t.committee_id = w.committee_id
    where w.committee_id = n.committee_id and w.form = n.form and w.is_current and t.id = n.task_id
      and w.family = case when t.kind in ('contribute', 'answer-invitation') and n.form not in ('ask-record', 'escalation')
        then t.kind else 'plain' end) w on true
)
select id, due_at, of_committee_id as committee_id, status, has_begun from known_message`;
