import { bootServer } from '../boot.js';
import { TimerScheduler } from '../engine/index.js';
import { MovableClock } from '../platform/clock/clock.js';
import type { BenchServer } from './bench-server.js';
import { sql } from './bench-server.js';
import { stopwatch } from './figure.js';
import { FIRST_RUNG_AT, warm } from './published-plan.js';

/** What was written, without ids, so that both sides of a comparison can be held against each other. */
export interface Written {
  readonly rows: number;
  readonly digest: string;
}

/** The real scheduler works off all timers that are due, on a fresh copy. Answers rows a second and what it wrote. */
export async function walkDue(
  bench: BenchServer,
  template: string,
  prepare: (database: string) => Promise<unknown>,
): Promise<{ perSecond: number; written: Written }> {
  const database = await bench.create(template);
  try {
    await prepare(database);
    await warm(database);
    const clock = new MovableClock(FIRST_RUNG_AT.subtract({ minutes: 1 }));
    const { app, close } = await bootServer({ databaseUrl: database, clock, roles: [] });
    try {
      const scheduler = app.get(TimerScheduler);
      await scheduler.runDue(); // opens the connection; nothing is due yet
      clock.moveTo(FIRST_RUNG_AT);
      const took = await stopwatch(() => scheduler.runDue());
      const written = await writtenIn(database);
      return { perSecond: (written.rows / took) * 1000, written };
    } finally {
      await close();
    }
  } finally {
    await bench.drop(database);
  }
}

/** Counts and condenses reminders (without those that publishing itself cancelled), notices, messages, deliveries and the timers' next moments. */
export async function writtenIn(database: string): Promise<Written> {
  const [row] = await sql<{ rows: string; digest: string }>(
    database,
    `select (select count(*) from reminder where outcome <> 'cancelled') + (select count(*) from notice) + (select count(*) from message)
         + (select count(*) from delivery) as rows,
       md5(concat_ws('|',
         (select string_agg(r::text, ',' order by r.task_id) from reminder r),
         (select string_agg(concat_ws(' ', n.task_id, n.rung, n.due_on, n.account_id, n.form, n.created_at, m.account_id,
            m.on_date, m.slot, m.kind, m.status, m.due_at, m.sent_at, m.live_notices, d.attempt, d.status, d.at), ','
            order by n.task_id)
          from notice n join message m on m.committee_id = n.message_committee_id and m.id = n.message_id
          join delivery d on d.committee_id = m.committee_id and d.message_id = m.id),
         (select string_agg(t::text, ',' order by t.subject_id) from timer t where t.kind = 'ladder'))) as digest`,
  );
  if (row === undefined) throw new Error('The database did not answer.');
  return { rows: Number(row.rows), digest: row.digest };
}
