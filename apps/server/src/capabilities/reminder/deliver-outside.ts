import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { LEASE_SECONDS, LeaseMessages } from './lease-messages.js';
import { renewLeases } from './lease-messages.query.js';
import { MailChannel } from './mail-channel.js';
import {
  type LeasedMessage,
  MAIL_QUEUE,
  type OutsideChannel,
  type OutsideMessage,
  type ReadyChannel,
  type TriedMessage,
} from './outside-channel.js';
import { recordTries } from './record-tries.query.js';

/** All of a batch are under way at once: a process that dies leaves no more in doubt than it had begun. */
const BATCH = 3;
const AT_ONCE = 2;
const RENEW_EVERY_MS = 4_000;

/**
 * Sends what jobs name: leases it in a transaction, speaks to the provider outside any, and puts on record what became
 * of it in another. Killed in between, the lease runs out and the try is in doubt: it is made again with the same
 * reference. The next try's job is put in by the transaction that records this one.
 */
@Injectable()
export class DeliverOutside implements OnModuleInit {
  readonly #log = new Logger(DeliverOutside.name);

  constructor(
    private readonly doors: Doors,
    private readonly jobs: JobQueue,
    private readonly leases: LeaseMessages,
    @Inject(MailChannel) private readonly channel: OutsideChannel,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<OutsideMessage>(MAIL_QUEUE, (messages) => this.run(messages), { batch: BATCH, atOnce: AT_ONCE });
  }

  async run(wanted: readonly OutsideMessage[]): Promise<void> {
    const { channel, leased } = await this.#inMailboxes(wanted, async (tx) => {
      const lease = await this.leases.run(tx, wanted, this.channel);
      await this.#again(tx, lease.later);
      return lease;
    });
    if (channel === null || leased.length === 0) return;
    const tried = await this.#send(channel, leased);
    await this.#inMailboxes(leased, async (tx) => this.#again(tx, await recordTries(tx, tried)));
  }

  async #send(channel: ReadyChannel, leased: readonly LeasedMessage[]): Promise<TriedMessage[]> {
    const renewal = setInterval(() => {
      this.#inMailboxes(leased, (tx) => renewLeases(tx, leased, LEASE_SECONDS)).catch((error: unknown) =>
        this.#log.warn(`A lease could not be renewed: ${String(error)}`),
      );
    }, RENEW_EVERY_MS);
    try {
      return await Promise.all(
        leased.map(async (message) => {
          const { mailboxId, messageId, attempt } = message;
          return { mailboxId, messageId, attempt, ...(await channel.send(message)) };
        }),
      );
    } finally {
      clearInterval(renewal);
    }
  }

  /** Puts in jobs for messages to be looked at again, those of one moment together. */
  async #again(tx: Tx, later: readonly (OutsideMessage & { afterSeconds: number })[]): Promise<void> {
    for (const [afterSeconds, messages] of Map.groupBy(later, (one) => one.afterSeconds)) {
      await this.jobs.insert(
        tx,
        MAIL_QUEUE,
        messages.map(({ mailboxId, messageId }) => ({ mailboxId, messageId })),
        { afterSeconds },
      );
    }
  }

  /** A message speaks for any committee of its mailbox's tree. */
  async #inMailboxes<T>(messages: readonly OutsideMessage[], work: (tx: Tx) => Promise<T>): Promise<T> {
    const mailboxes = [...new Set(messages.map((one) => one.mailboxId))];
    const done = await this.doors.asScheduler(
      async (tx) => {
        const rows = await tx.query<{ id: string }>('select id from committees_of_mailboxes($1)', [mailboxes]);
        return { claim: null, committees: rows.map((row) => row.id) };
      },
      async (tx) => ({ value: await work(tx) }),
    );
    if (done === null) throw new Error('The door to the mailboxes stayed shut.');
    return done.value;
  }
}
