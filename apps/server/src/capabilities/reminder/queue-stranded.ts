import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { TimerScheduler } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import { CarryOutside } from './carry-outside.js';
import type { OutsideMessage } from './outside-channel.js';

/** A job is put in with its message and ends after its outcome; this is for clocks that differ a little. */
const GRACE = { minutes: 1 };
const MOST_AT_ONCE = 500;

/**
 * Looks, on every beat, for mails whose moment has passed and that no job will ever send, because the queue lost theirs,
 * and puts one in for each. A try that was under way when it was lost is then in doubt, like that of a killed process.
 */
@Injectable()
export class QueueStranded implements OnModuleInit {
  readonly #log = new Logger(QueueStranded.name);

  constructor(
    private readonly scheduler: TimerScheduler,
    private readonly doors: Doors,
    private readonly outside: CarryOutside,
  ) {}

  onModuleInit(): void {
    this.scheduler.onBeat(async () => {
      const count = await this.run();
      if (count > 0) this.#log.warn(`${count} mails had lost their jobs and were queued again.`);
    });
  }

  /** How many were queued again. */
  async run(): Promise<number> {
    const queued = await this.doors.asScheduler(
      async (tx) => {
        const stranded = await tx.query<OutsideMessage>(
          'select mailbox_id as "mailboxId", message_id as "messageId" from lock_stranded_mails($1, $2)',
          [tx.now.subtract(GRACE), MOST_AT_ONCE],
        );
        if (stranded.length === 0) return null;
        return { claim: stranded, committees: [...new Set(stranded.map(({ mailboxId }) => mailboxId))] };
      },
      async (tx, stranded) => {
        await this.outside.queue(tx, stranded);
        return stranded.length;
      },
    );
    return queued ?? 0;
  }
}
