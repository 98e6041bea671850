import { Injectable } from '@nestjs/common';
import { cleanEmail } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import { missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, tenantsOf } from '../account/index.js';
import { loadMailServer } from '../channel/index.js';
import { CarryOutside } from './carry-outside.js';

/**
 * Staff send what failed for good, is in doubt or lies in the outbox, perhaps to a mended address. It is tried from
 * the beginning, however old it is, because somebody said so; what was settled meanwhile is still left out.
 */
@Injectable()
export class SendAgain {
  constructor(
    private readonly doors: Doors,
    private readonly outside: CarryOutside,
  ) {}

  run(
    actor: Actor,
    input: { committeeId: string; messageIds: readonly string[]; email: string | null },
  ): Promise<Result<{ queued: number }, 'email-invalid' | 'nothing-to-send' | 'several-people' | 'no-mail-server'>> {
    const { committeeId } = input;
    const email = cleanEmail(input.email ?? '');
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      if (!email.ok || (input.email !== null && email.value === null)) return refused('email-invalid', 'email');
      const messageIds = [...new Set(input.messageIds)];
      const mailbox = tx.mailboxOf(committeeId);
      const found = await tx.query<{ id: string; accountId: string; isOver: boolean }>(
        `select m.id, m.account_id as "accountId", m.status in ('failed', 'outbox') as "isOver" from message m
         where m.committee_id = $2 and m.id = any($3) and m.channel = 'mail' and exists (
           select from notice n where n.committee_id = $1 and n.message_committee_id = m.committee_id
             and n.message_id = m.carries_message_id)
         order by m.id for update`,
        [committeeId, mailbox, messageIds],
      );
      if (found.length < messageIds.length) return missing;
      const over = found.filter(({ isOver }) => isOver);
      if (over.length === 0) return refused('nothing-to-send', 'messageIds');
      if ((await loadMailServer(tx)) === null) return refused('no-mail-server');
      if (email.value !== null) {
        const people = new Set(over.map(({ accountId }) => accountId));
        if (people.size > 1) return refused('several-people', 'email');
        await tx.query('update account set email = $2 where id = any($1)', [[...people], email.value]);
      }
      await tx.query(
        `update message m set status = 'queued', reason = null, due_at = $3, next_try_at = $3, tries_before = (
           select coalesce(max(d.attempt), 0) from delivery d
           where d.committee_id = m.committee_id and d.message_id = m.id)
         where m.committee_id = $1 and m.id = any($2)`,
        [mailbox, over.map(({ id }) => id), tx.now],
      );
      await this.outside.queue(
        tx,
        over.map(({ id }) => ({ mailboxId: mailbox, messageId: id })),
      );
      return ok({ queued: over.length });
    });
  }
}
