import { Injectable, Logger } from '@nestjs/common';
import { DatabaseListener } from '../platform/database/database-listener.js';
import { TIMER_CHANNEL } from './timer-queue.js';

/** Hears when any process sets a timer. Losing the line costs nothing but the beat: it is opened again at the next call. */
@Injectable()
export class TimerListener {
  readonly #log = new Logger(TimerListener.name);

  constructor(private readonly database: DatabaseListener) {}

  async listen(heard: (fireAt: Temporal.Instant) => void): Promise<void> {
    await this.database.listen(TIMER_CHANNEL, (payload) => {
      try {
        heard(Temporal.Instant.from(payload));
      } catch {
        this.#log.warn(`Unreadable moment on ${TIMER_CHANNEL}: ${payload}`);
      }
    });
  }

  async close(): Promise<void> {
    await this.database.close();
  }
}
