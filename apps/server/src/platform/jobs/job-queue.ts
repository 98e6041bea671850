import { Inject, Injectable, Logger } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { DATABASE_URL } from '../database/database-url.js';
import type { Tx } from '../database/tx.js';

/** Does the work of some jobs at once. What it throws is trouble: the queue tries them again. */
export type JobHandler<Data> = (jobs: readonly Data[]) => Promise<void>;

interface Work {
  readonly handler: JobHandler<object>;
  /** How many jobs one call gets at most. */
  readonly batch: number;
  /** How many calls one process makes at a time. */
  readonly atOnce: number;
}

/** With the heartbeat of 10 s: work of a killed process runs again within half a minute. */
const LOOK_FOR_STRANDED_EVERY_SECONDS = 5;
/** As many jobs as are drained at once. */
const MOST_DRAINED = 500;
/** Workers are woken by NOTIFY; polling is for what was inserted while nobody listened, and for retries. */
const POLL_SECONDS = 5;
const IDLE_POLL_SECONDS = 10;

/**
 * Jobs: work outside the database that a transaction decided on. They are put in by that transaction, so that there is
 * a job exactly when it commits, and run after it by any process with the role `worker`. A job carries ids only.
 */
@Injectable()
export class JobQueue {
  readonly #log = new Logger(JobQueue.name);
  readonly #works = new Map<string, Work>();
  #boss: Promise<PgBoss> | null = null;
  #isWorking = false;

  constructor(@Inject(DATABASE_URL) private readonly url: string) {}

  handle<Data extends object>(queue: string, handler: JobHandler<Data>, how: { batch: number; atOnce: number }): void {
    this.#works.set(queue, { handler: handler as JobHandler<object>, ...how });
  }

  /** Puts jobs in with the transaction's commit; `afterSeconds` from then they may be taken. One statement however many. */
  async insert(tx: Tx, queue: string, jobs: readonly object[], { afterSeconds = 0 } = {}): Promise<void> {
    if (jobs.length === 0) return;
    const boss = await this.#started();
    await boss.insert(
      queue,
      jobs.map((data) => ({ data, ...(afterSeconds > 0 ? { startAfter: afterSeconds } : {}) })),
      { db: { executeSql: async (sql, values) => ({ rows: await tx.query(sql, values ?? []) }) } },
    );
  }

  /** Starts working on its own: the role `worker`. */
  async start(): Promise<void> {
    this.#isWorking = true;
    const boss = await this.#started();
    for (const [queue, { handler, batch, atOnce }] of this.#works) {
      await boss.work<object>(
        queue,
        {
          batchSize: batch,
          localConcurrency: atOnce,
          burstWhenBatchFull: batch > 1,
          pollingIntervalSeconds: POLL_SECONDS,
          notifyPollingIntervalSeconds: IDLE_POLL_SECONDS,
        },
        (jobs) => handler(jobs.map((job) => job.data)),
      );
    }
  }

  /**
   * Works off what this process put in and may be taken now, and answers how many jobs that was. For simulations and
   * tests, which do not start.
   */
  async drain(): Promise<number> {
    if (this.#boss === null) return 0;
    const boss = await this.#boss;
    let done = 0;
    for (const [queue, { handler }] of this.#works) {
      for (;;) {
        const jobs = await boss.fetch<object>(queue, { batchSize: MOST_DRAINED });
        if (jobs.length === 0) break;
        await handler(jobs.map((job) => job.data));
        await boss.complete(
          queue,
          jobs.map((job) => job.id),
        );
        done += jobs.length;
      }
    }
    return done;
  }

  /** Ends after the jobs in hand. */
  async stop(): Promise<void> {
    const boss = this.#boss;
    this.#boss = null;
    if (boss !== null) await (await boss).stop({ graceful: this.#isWorking, timeout: 20_000 });
  }

  /** A process that only puts jobs in needs no more than to know the queues: no beat, no listening. */
  #started(): Promise<PgBoss> {
    this.#boss ??= this.#open().catch((error: unknown) => {
      this.#boss = null;
      throw error;
    });
    return this.#boss;
  }

  async #open(): Promise<PgBoss> {
    const isWorking = this.#isWorking;
    const boss = new PgBoss({
      connectionString: this.url,
      application_name: 'xushi-jobs',
      max: isWorking ? 4 : 1,
      migrate: false,
      createSchema: false,
      schedule: false,
      registerInstance: false,
      supervise: isWorking,
      useListenNotify: isWorking,
      superviseIntervalSeconds: LOOK_FOR_STRANDED_EVERY_SECONDS,
      monitorIntervalSeconds: LOOK_FOR_STRANDED_EVERY_SECONDS,
    });
    boss.on('error', (error: Error) => this.#log.warn(`Jobs: ${error.message}`));
    return boss.start();
  }
}
