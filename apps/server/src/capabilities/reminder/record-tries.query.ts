import { secondsToNextTry, type TryOutcome } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import type { OutsideMessage, TriedMessage } from './outside-channel.js';

/** Each try that may have been a delivery may be one too many: after this many the message waits for a person. */
const MOST_IN_DOUBT = 3;

const messageStatus = {
  delivered: 'sent',
  failed: 'failed',
  deferred: 'sending',
  'in-doubt': 'sending',
} as const satisfies Record<TryOutcome, string>;

/** Puts on record what became of tries. Answers the messages to be tried again, each after some seconds. */
export async function recordTries(
  tx: Tx,
  tried: readonly TriedMessage[],
): Promise<(OutsideMessage & { afterSeconds: number })[]> {
  const known = await loadPast(tx, tried);
  const lines = tried.map((one) => {
    const { before, doubts } = known.get(one.messageId) ?? { before: 0, doubts: 0 };
    const isDoubted = one.outcome === 'in-doubt' && doubts + 1 >= MOST_IN_DOUBT;
    const isOver = one.outcome === 'delivered' || one.outcome === 'failed';
    const afterSeconds = isOver || isDoubted ? null : secondsToNextTry(one.attempt - before);
    const isGivenUp = !isOver && afterSeconds === null;
    return {
      ...one,
      afterSeconds,
      status: isGivenUp ? 'failed' : messageStatus[one.outcome],
      reason: isGivenUp ? (isDoubted ? 'in-doubt' : 'given-up') : one.outcome === 'failed' ? 'refused' : null,
      nextTryAt: afterSeconds === null ? null : tx.now.add({ seconds: afterSeconds }),
    };
  });
  await tx.query(
    `with tried as (
       select * from unnest($2::uuid[], $3::uuid[], $4::smallint[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[])
         as w (mailbox, id, attempt, outcome, answer, status, reason, next_try_at)),
     known as (
       update delivery d set status = t.outcome, at = $1, leased_until = null,
         provider_ref = case when t.outcome = 'delivered' then t.answer end,
         error = case when t.outcome <> 'delivered' then t.answer end
       from tried t where d.committee_id = t.mailbox and d.message_id = t.id and d.attempt = t.attempt
         and d.status in ('leased', 'in-doubt'))
     update message m set status = t.status, reason = t.reason, next_try_at = t.next_try_at,
       sent_at = case when t.status = 'sent' then $1::timestamptz else m.sent_at end
     from tried t where m.committee_id = t.mailbox and m.id = t.id and m.status = 'sending'`,
    [
      tx.now,
      lines.map((one) => one.mailboxId),
      lines.map((one) => one.messageId),
      lines.map((one) => one.attempt),
      lines.map((one) => one.outcome),
      lines.map((one) => one.answer),
      lines.map((one) => one.status),
      lines.map((one) => one.reason),
      lines.map((one) => one.nextTryAt),
    ],
  );
  return lines.flatMap(({ mailboxId, messageId, afterSeconds }) =>
    afterSeconds === null ? [] : [{ mailboxId, messageId, afterSeconds }],
  );
}

/** Of each message: the tries that count no more, and how often since then its outcome stayed in doubt. */
async function loadPast(
  tx: Tx,
  tried: readonly TriedMessage[],
): Promise<Map<string, { before: number; doubts: number }>> {
  const open = tried.filter(({ outcome }) => outcome === 'in-doubt' || outcome === 'deferred');
  if (open.length === 0) return new Map();
  const rows = await tx.query<{ id: string; before: number; doubts: number }>(
    `select m.id, m.tries_before as before, (
         select count(*) from delivery d where d.committee_id = m.committee_id and d.message_id = m.id
           and d.attempt > m.tries_before and d.status = 'in-doubt') as doubts
     from unnest($1::uuid[], $2::uuid[]) as w (mailbox, id)
     join message m on m.committee_id = w.mailbox and m.id = w.id`,
    [open.map((one) => one.mailboxId), open.map((one) => one.messageId)],
  );
  return new Map(rows.map(({ id, ...past }) => [id, past]));
}
