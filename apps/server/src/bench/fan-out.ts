import pg from 'pg';
import type { BenchServer } from './bench-server.js';
import { sql } from './bench-server.js';
import { type Figure, inTurn, stopwatch } from './figure.js';
import { FIRST_RUNG_AT, warm } from './published-plan.js';
import { type Written, walkDue, writtenIn } from './walk-due.js';

/** Due timers worked off by the server, against the very same rows by one statement of the database. */
export async function fanOut(bench: BenchServer, published: string): Promise<Figure[]> {
  const seen = new Set<string>();
  const note = ({ rows, digest }: Written) => seen.add(`${rows} ${digest}`);
  const measured = await inTurn(
    7,
    async () => {
      const { perSecond, written } = await walkDue(bench, published, (database) => sql(database, 'analyze'));
      note(written);
      return perSecond;
    },
    async () => {
      const { perSecond, written } = await oneStatement(bench, published);
      note(written);
      return perSecond;
    },
  );
  if (seen.size !== 1) throw new Error(`The two sides did not write the same rows: ${[...seen].join(', ')}.`);
  return [{ id: 'fan-out', unit: 'rows/s', ...measured }];
}

async function oneStatement(bench: BenchServer, published: string): Promise<{ perSecond: number; written: Written }> {
  const database = await bench.create(published);
  try {
    await sql(database, 'analyze');
    await warm(database);
    const [committee] = await sql<{ id: string }>(database, 'select id from committee');
    if (committee === undefined) throw new Error('There is no committee.');
    const client = new pg.Client({ connectionString: database, options: '-c timezone=UTC' });
    await client.connect();
    try {
      const took = await stopwatch(async () => {
        await client.query('begin');
        await client.query(
          `select set_config('role', 'xushi_app', true), set_config('xushi.committees', $1, true),
             set_config('xushi.mailboxes', $1, true)`,
          [`{${committee.id}}`],
        );
        await client.query(ALL_AT_ONCE, [FIRST_RUNG_AT.toString()]);
        await client.query('commit');
      });
      const written = await writtenIn(database);
      return { perSecond: (written.rows / took) * 1000, written };
    } finally {
      await client.end();
    }
  } finally {
    await bench.drop(database);
  }
}

/** The first rung of the members' ladder with everything decided beforehand: T−15 is sent, T−3 comes next. */
const ALL_AT_ONCE = `
with due as (
  select t.committee_id, t.id, t.due_on, t.holder_account_id, gen_random_uuid() as message_id
  from timer join task t on t.committee_id = timer.committee_id and t.id = timer.subject_id
  where timer.kind = 'ladder' and timer.fire_at <= $1 and timer.dead_at is null
),
moved as (
  update timer set fire_at = '2026-03-31T09:00:00+08:00', payload = '{"settled": 1, "askedOn": null, "round": 1}', attempts = 0,
    last_error = null
  from due where timer.committee_id = due.committee_id and timer.kind = 'ladder' and timer.subject_id = due.id
),
written_reminder as (
  insert into reminder (committee_id, task_id, rung, due_on, form, on_date, outcome, reason, recorded_at)
  select committee_id, id, 'T-15', due_on, 'notice', '2026-03-19', 'sent', 'reached', $1 from due
),
written_message as (
  insert into message (committee_id, id, account_id, channel, on_date, slot, kind, status, due_at, sent_at, live_notices)
  select committee_id, message_id, holder_account_id, 'in-app', '2026-03-19', 'digest', 'digest', 'sent', $1, $1, 1
  from due
),
written_delivery as (
  insert into delivery (committee_id, message_id, attempt, status, at)
  select committee_id, message_id, 1, 'delivered', $1 from due
)
insert into notice (committee_id, task_id, rung, due_on, account_id, form, created_at, message_committee_id, message_id)
select committee_id, id, 'T-15', due_on, holder_account_id, 'notice', $1, committee_id, message_id from due`;
