import { Injectable } from '@nestjs/common';
import { messageMoment } from '@xushi/domain';
import { CommitteeRules, TimerQueue } from '../../engine/index.js';
import type { Tx } from '../../platform/database/tx.js';
import { newId } from '../../platform/ids.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { MESSAGE_TIMER, type SentInApp } from './fan-out.query.js';
import { MAIL_QUEUE, type OutsideMessage } from './outside-channel.js';

/** What joins a digest that has left goes in one more mail, with all else that joins it within this time. */
const GATHERED_WITHIN = { minutes: 60 };

/**
 * Carries messages that are now in the app outside it: for whoever is reached by mail, a message of that channel and a
 * job, in the transaction that decided on the first. What a mail says is settled when it is about to leave; until then
 * whatever joins the message in the app is said with it. What joins later gets a mail of its own.
 */
@Injectable()
export class CarryOutside {
  constructor(
    private readonly timers: TimerQueue,
    private readonly rules: CommitteeRules,
    private readonly jobs: JobQueue,
  ) {}

  async run(tx: Tx, messages: readonly SentInApp[]): Promise<void> {
    if (messages.length === 0) return;
    const gatheredAt = await this.#momentsOfLater(tx, messages);
    const written = await tx.query<{
      mailboxId: string;
      messageId: string;
      committeeId: string;
      waitsUntil: Temporal.Instant | null;
    }>(CARRY, [
      tx.now,
      messages.map((one) => tx.mailboxOf(one.committeeId)),
      messages.map((one) => one.messageId),
      messages.map(() => newId()),
      messages.map((one) => one.committeeId),
      messages.map((one) => (one.hasBegun ? null : (gatheredAt.get(one.committeeId) ?? null))),
    ]);
    await this.timers.set(
      tx,
      written.flatMap(({ committeeId, messageId, waitsUntil }) =>
        waitsUntil === null
          ? []
          : [{ committeeId, kind: MESSAGE_TIMER, subjectId: messageId, fireAt: waitsUntil, payload: {} }],
      ),
    );
    await this.queue(
      tx,
      written.filter(({ waitsUntil }) => waitsUntil === null),
    );
  }

  /** Puts in a job for each; the messages are queued already. */
  async queue(tx: Tx, messages: readonly OutsideMessage[], afterSeconds = 0): Promise<void> {
    await this.jobs.insert(
      tx,
      MAIL_QUEUE,
      messages.map(({ mailboxId, messageId }) => ({ mailboxId, messageId })),
      { afterSeconds },
    );
  }

  /** When what joined messages already sent goes outside, by committee. */
  async #momentsOfLater(tx: Tx, messages: readonly SentInApp[]): Promise<Map<string, Temporal.Instant>> {
    const moments = new Map<string, Temporal.Instant>();
    for (const { committeeId, hasBegun } of messages) {
      if (hasBegun || moments.has(committeeId)) continue;
      const { calendar, profile } = await this.rules.inForce(tx, committeeId);
      moments.set(committeeId, messageMoment(tx.now.add(GATHERED_WITHIN), calendar, profile.reminder));
    }
    return moments;
  }
}

/**
 * Nothing is written for a message one of whose mails has not left yet: it will say what joined. That mail cannot be
 * leaving at this moment: who decides what it says holds the message in the app, as the transaction that runs this does.
 */
const CARRY = `
insert into message (committee_id, id, account_id, channel, on_date, slot, kind, status, due_at, next_try_at, live_notices,
  carries_message_id)
select m.committee_id, w.new_id, m.account_id, 'mail', m.on_date,
  case when earlier.mails = 0 then m.slot else m.slot || ' +' || earlier.mails end, m.kind,
  case when w.waits_until is null then 'queued' else 'waiting' end, coalesce(w.waits_until, $1),
  case when w.waits_until is null then $1::timestamptz end, 1, m.id
from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::timestamptz[])
  as w (mailbox, id, new_id, committee_id, waits_until)
join message m on m.committee_id = w.mailbox and m.id = w.id and m.status = 'sent'
join account a on a.id = m.account_id and a.email is not null
  and case when m.kind = 'digest' then a.mail_digest else a.mail_immediate end
cross join lateral (
  select count(*) as mails, count(*) filter (where x.status in ('waiting', 'queued')) as pending
  from message x where x.carries_message_id = m.id and x.channel = 'mail') as earlier
where earlier.pending = 0
on conflict do nothing
returning committee_id as "mailboxId", id as "messageId", case when status = 'waiting' then due_at end as "waitsUntil",
  (select w.committee_id from unnest($4::uuid[], $5::uuid[]) as w (new_id, committee_id) where w.new_id = message.id)
    as "committeeId"`;
