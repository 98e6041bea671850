import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { BenchServer } from './bench-server.js';
import { sql } from './bench-server.js';
import { type Figure, quantile } from './figure.js';
import { FIRST_RUNG_AT, publishPlan } from './published-plan.js';

const MEMBERS = 500;
const PHASES = 10;
const IDLE_SECONDS = 20;

/**
 * A scheduler process sleeps; 500 timers fall due at one moment. A trigger on notice signals every commit that holds
 * notices, with their number, so what is measured ends at the earliest moment at which anybody could have seen them.
 */
export async function lateness(bench: BenchServer): Promise<Figure[]> {
  const database = await publishPlan(bench, MEMBERS);
  await sql(database, SIGNAL);
  await sql(database, `update timer set fire_at = fire_at + interval '1 day'`); // nothing is due before its phase
  const start = FIRST_RUNG_AT.add({ minutes: 30 });
  const shift = start.epochMilliseconds - Date.now();
  const scheduler = fork(join(import.meta.dirname, '../simulation/server-at.js'), [], {
    env: { ...process.env, DATABASE_URL: database, XUSHI_SHIFT_MS: String(shift) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const watcher = new pg.Client({ connectionString: database });
  await watcher.connect();
  try {
    await once(scheduler, 'message');
    await watcher.query('listen bench_notice');
    const late: number[] = [];
    for (let phase = 0; phase <= PHASES; phase++) {
      const ofPhase = await onePhase(watcher, shift);
      if (phase > 0) late.push(...ofPhase);
    }
    await sql(database, 'analyze');
    await pause(2_000); // until every session has told its statistics
    const before = await bench.transactionsOf(database);
    await pause(IDLE_SECONDS * 1_000);
    const idle = ((await bench.transactionsOf(database)) - before) / IDLE_SECONDS;
    return [
      { id: 'lateness', value: quantile(late, 0.99), unit: 'ms', against: null, ratio: null },
      { id: 'idle-queries', value: idle, unit: 'transactions/s', against: null, ratio: null },
    ];
  } finally {
    await watcher.end();
    const ended = once(scheduler, 'exit');
    scheduler.kill('SIGTERM');
    await ended;
    await bench.drop(database);
  }
}

/** Milliseconds from the due moment to the commit, for each of the 500. The first phase warms up. */
async function onePhase(watcher: pg.Client, shift: number): Promise<number[]> {
  const dueAt = Date.now() + 1_000 + Math.floor(Math.random() * 1_000);
  const fireAt = Temporal.Instant.fromEpochMilliseconds(dueAt + shift).toString();
  await watcher.query('begin; truncate reminder, notice, message, delivery');
  await watcher.query(`update timer set fire_at = $1, payload = '{"settled": 0, "askedOn": null}'`, [fireAt]);
  await watcher.query(`select pg_notify('xushi_timer', $1)`, [fireAt]);
  const late: number[] = [];
  const all = Promise.withResolvers<void>();
  const heard = (message: pg.Notification) => {
    const now = performance.timeOrigin + performance.now();
    for (let left = Number(message.payload); left > 0; left--) late.push(now - dueAt);
    if (late.length >= MEMBERS) all.resolve();
  };
  watcher.on('notification', heard);
  await watcher.query('commit');
  await Promise.race([
    all.promise,
    pause(30_000, undefined, { ref: false }).then(() => {
      throw new Error(`Only ${late.length} of ${MEMBERS} notices came.`);
    }),
  ]);
  watcher.off('notification', heard);
  return late;
}

const SIGNAL = `
create function bench_signal() returns trigger language plpgsql security definer as
$$ begin perform pg_notify('bench_notice', (select count(*) from added)::text); return null; end $$;
create trigger bench_signal after insert on notice referencing new table as added
for each statement execute function bench_signal()`;
