import { Inject, Injectable, Logger } from '@nestjs/common';
import pg from 'pg';
import { DATABASE_URL } from './database-url.js';

const RETRY_AFTER_MS = 5_000;

/** One connection outside the pool that LISTENs; opened again after a break until it is closed. */
@Injectable()
export class DatabaseListener {
  readonly #log = new Logger(DatabaseListener.name);
  #client: pg.Client | null = null;
  #isClosed = false;

  constructor(@Inject(DATABASE_URL) private readonly url: string) {}

  async listen(channel: string, heard: (payload: string) => void): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'xushi-listener' });
    client.on('notification', (message) => heard(message.payload ?? ''));
    client.on('error', (error) => {
      if (this.#isClosed) return;
      this.#log.warn(`The listening connection broke (${error.message}); trying again in ${RETRY_AFTER_MS / 1000} s.`);
      void client.end().catch(() => undefined);
      this.#retry(channel, heard);
    });
    try {
      await client.connect();
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      this.#client = client;
    } catch (error) {
      this.#log.warn(`Cannot listen yet (${String(error)}).`);
      this.#retry(channel, heard);
    }
  }

  #retry(channel: string, heard: (payload: string) => void): void {
    setTimeout(() => {
      if (!this.#isClosed) void this.listen(channel, heard);
    }, RETRY_AFTER_MS).unref();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#client?.end().catch(() => undefined);
  }
}
