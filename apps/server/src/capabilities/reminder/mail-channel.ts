import { Injectable } from '@nestjs/common';
import { outcomeOfBrokenTry, renderMail } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import type { Mail } from '../../platform/mail/mail-server.js';
import { MailTransport } from '../../platform/mail/mail-transport.js';
import { MailServers, type OpenMailServer } from '../channel/index.js';
import type { LeasedMessage, OutsideChannel, ReadyChannel } from './outside-channel.js';

/** Mail through the installation's server; without one, into the outbox. */
@Injectable()
export class MailChannel implements OutsideChannel {
  constructor(
    private readonly servers: MailServers,
    private readonly transport: MailTransport,
  ) {}

  async ready(tx: Tx): Promise<ReadyChannel | null> {
    const server = await this.servers.open(tx);
    if (server === null) return null;
    return {
      publicAddress: server.publicAddress,
      refOf: (messageId) => `<${messageId}@${server.sender.address.split('@')[1] ?? 'localhost'}>`,
      send: async (message) => {
        const tried = await this.transport.send(server, this.#mailOf(message, server));
        return tried.ok
          ? { outcome: 'delivered', answer: tried.answer }
          : { outcome: outcomeOfBrokenTry(tried), answer: tried.error };
      },
    };
  }

  /** A mail is kept as it would look, and nothing says that it was sent. */
  async keep(tx: Tx, messages: readonly LeasedMessage[]): Promise<void> {
    if (messages.length === 0) return;
    const mails = messages.map((message) => this.#mailOf(message, null));
    await tx.query(
      `with kept as (
         insert into outbox_mail (committee_id, message_id, of_committee_ids, rendered_at, sender, recipient, subject, text,
           html, headers)
         select mailbox, id, array(select jsonb_array_elements_text(of_committees)::uuid), $1, '', recipient, subject, text,
           html, headers
         from unnest($2::uuid[], $3::uuid[], $4::jsonb[], $5::text[], $6::text[], $7::text[], $8::text[], $9::jsonb[])
           as w (mailbox, id, of_committees, recipient, subject, text, html, headers)
         on conflict (committee_id, message_id) do update set of_committee_ids = excluded.of_committee_ids,
           rendered_at = excluded.rendered_at, recipient = excluded.recipient, subject = excluded.subject,
           text = excluded.text, html = excluded.html, headers = excluded.headers)
       update message m set status = 'outbox', next_try_at = null, address = w.address
       from unnest($2::uuid[], $3::uuid[], $10::text[]) as w (mailbox, id, address)
       where m.committee_id = w.mailbox and m.id = w.id`,
      [
        tx.now,
        messages.map((one) => one.mailboxId),
        messages.map((one) => one.messageId),
        messages.map((one) => JSON.stringify(one.committeeIds)),
        mails.map(({ recipient }) => `${recipient.name} <${recipient.address}>`),
        mails.map((one) => one.subject),
        mails.map((one) => one.text),
        mails.map((one) => one.html),
        mails.map((one) => JSON.stringify({ 'Message-ID': one.messageId, ...one.headers })),
        messages.map((one) => one.address),
      ],
    );
  }

  #mailOf(message: LeasedMessage, server: OpenMailServer | null): Mail {
    const stopLink = server === null ? null : this.servers.stopLink(server, message.accountId, message.content.kind);
    const { subject, text, html } = renderMail({ ...message.content, stopLink });
    const sender = server?.sender ?? { name: '', address: '' };
    const unsubscribe = stopLink ?? (server === null ? null : `mailto:${sender.address}?subject=unsubscribe`);
    return {
      sender,
      recipient: { name: message.content.recipientName, address: message.address },
      messageId: message.messageRef,
      date: message.dueAt,
      subject,
      text,
      html,
      headers: unsubscribe === null ? {} : { 'List-Unsubscribe': `<${unsubscribe}>` },
    };
  }
}
