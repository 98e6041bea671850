import type { MailContent, TryOutcome } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';

/** The queue of jobs that send mails. A job names one message by its mailbox and id. */
export const MAIL_QUEUE = 'mail';

/** A message outside the app, by its key. */
export interface OutsideMessage {
  readonly mailboxId: string;
  readonly messageId: string;
}

/** A message that this process alone may try to send now. */
export interface LeasedMessage extends OutsideMessage {
  readonly attempt: number;
  readonly accountId: string;
  readonly address: string;
  /** Who this message is to every server it passes: the same for each copy. */
  readonly messageRef: string;
  readonly dueAt: Temporal.Instant;
  /** The committees that speak in it. */
  readonly committeeIds: readonly string[];
  readonly content: Omit<MailContent, 'stopLink'>;
}

/** What became of one try, with what the provider said. */
export interface TriedMessage extends OutsideMessage {
  readonly attempt: number;
  readonly outcome: TryOutcome;
  readonly answer: string | null;
}

/** How messages leave: a channel made ready in a transaction, or null where it has nothing to send with. */
export interface OutsideChannel {
  /** Reads the settings it sends with, before any message is leased. */
  ready(tx: Tx): Promise<ReadyChannel | null>;
  /** Where messages go when the channel is not ready: kept to be seen, never pretended to be sent. */
  keep(tx: Tx, messages: readonly LeasedMessage[]): Promise<void>;
}

export interface ReadyChannel {
  readonly publicAddress: string | null;
  /** What a message is called in this channel, for all its copies. */
  refOf(messageId: string): string;
  /** Tries to send; never throws for what a provider does. */
  send(message: LeasedMessage): Promise<{ outcome: TryOutcome; answer: string | null }>;
}
