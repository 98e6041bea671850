import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { bootServer } from '../boot.js';
import { TimerScheduler } from '../engine/index.js';
import { MovableClock } from '../platform/clock/clock.js';
import { JobQueue } from '../platform/jobs/job-queue.js';
import { TakingTransport } from '../simulation/reach-by-mail.js';
import { type BenchServer, sql } from './bench-server.js';
import { type Figure, inTurn, stopwatch } from './figure.js';
import { FIRST_RUNG_AT } from './published-plan.js';

const REPEATS = 3;
const MAILS = 300;
const LOOK_EVERY_MS = 5;
/** Of the batches tried (100, 500, 2,000) this one was the fastest for jobs that do nothing. */
const BATCH = 500;

/**
 * 300 mails worked off by a worker, from its start to the last outcome on record, with a mail server that takes each
 * at once; against pg-boss alone working off the very same jobs and doing nothing about them.
 */
export async function deliver(bench: BenchServer, published: string): Promise<Figure[]> {
  const queued = await queueMails(bench, published);
  const side = (work: (database: string) => Promise<number>) => async () => {
    const database = await bench.create(queued);
    try {
      await sql(database, 'analyze');
      const [row] = await sql<{ count: number }>(
        database,
        `select count(*)::int as count from pgboss.job where name = 'mail'`,
      );
      const jobs = row?.count ?? 0;
      return (jobs / (await work(database))) * 1000;
    } finally {
      await bench.drop(database);
    }
  };
  const measured = await inTurn(REPEATS, side(byWorker), side(byQueueAlone));
  await bench.drop(queued);
  return [{ id: 'deliver', unit: 'mails/s', ...measured }];
}

/** A copy in which everybody is reached by mail, and the first rung has just been reached: a mail and a job for each. */
async function queueMails(bench: BenchServer, published: string): Promise<string> {
  const database = await bench.create(published);
  await sql(
    database,
    `update account set email = id || '@example.com'
     where id in (select account_id from membership where role = 'member' order by account_id limit ${MAILS})`,
  );
  await sql(
    database,
    `insert into mail_server (host, port, security, sender_name, sender_address, public_address, changed_at, changed_by_account_id)
     select '127.0.0.1', 25, 'none', '测试县政协', 'office@example.com', null, now(), id from account limit 1`,
  );
  const clock = new MovableClock(FIRST_RUNG_AT);
  const { app, close } = await bootServer({ databaseUrl: database, clock, roles: [] });
  await app.get(TimerScheduler).runDue();
  await close();
  return database;
}

async function byWorker(database: string): Promise<number> {
  const clock = new MovableClock(FIRST_RUNG_AT);
  const mailTransport = new TakingTransport();
  const { app, close } = await bootServer({ databaseUrl: database, clock, roles: [], mailTransport });
  try {
    return await stopwatch(async () => {
      await app.get(JobQueue).start();
      await until(database, `select from message where channel = 'mail' and status <> 'sent'`);
    });
  } finally {
    await close();
  }
}

async function byQueueAlone(database: string): Promise<number> {
  const boss = new PgBoss({ connectionString: database, migrate: false, createSchema: false, schedule: false, max: 4 });
  boss.on('error', () => undefined);
  try {
    return await stopwatch(async () => {
      await boss.start();
      const how = { batchSize: BATCH, localConcurrency: 2, burstWhenBatchFull: true, pollingIntervalSeconds: 0.5 };
      await boss.work('mail', how, async () => undefined);
      await until(database, `select from pgboss.job where name = 'mail' and state <> 'completed'`);
    });
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** Both sides are looked at alike: until nothing is left. */
async function until(database: string, left: string): Promise<void> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    const isAnyLeft = async () => (await client.query<{ any: boolean }>(`select exists (${left}) as any`)).rows[0]?.any;
    while (await isAnyLeft()) await pause(LOOK_EVERY_MS);
  } finally {
    await client.end();
  }
}
