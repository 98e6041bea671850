import pg from 'pg';
import { migrate } from '../platform/database/data-source.js';
import { schema } from '../schema.js';

/*
 * With the owner's rights: the application role can neither say of an installation that it is a demo nor empty it.
 */

/** What an installation is: somebody's own (or still empty), a demo, or one that broke off while it was made. */
export type DemoState = 'none' | 'finished' | 'broken-off';

export async function readDemoState(databaseUrl: string): Promise<DemoState> {
  const [row] = await asOwner<{ isFinished: boolean }>(
    databaseUrl,
    'select demo_finished_at is not null as "isFinished" from installation where is_demo',
  );
  if (row === undefined) return 'none';
  return row.isFinished ? 'finished' : 'broken-off';
}

/** What would go with the demo. */
export async function countDemo(databaseUrl: string): Promise<{ committees: number; people: number; plans: number }> {
  const [row] = await asOwner<{ committees: number; people: number; plans: number }>(
    databaseUrl,
    `select (select count(*)::int from committee) as committees, (select count(*)::int from account) as people,
       (select count(*)::int from plan) as plans`,
  );
  if (row === undefined) throw new Error('The database did not count.');
  return row;
}

/** Whether a server is at work on the database: what it has in hand would be written into the emptied tables. */
export async function isServed(databaseUrl: string): Promise<boolean> {
  const [row] = await asOwner<{ served: boolean }>(
    databaseUrl,
    `select exists (select from pg_stat_activity where datname = current_database() and application_name = 'xushi') as served`,
  );
  return row?.served === true;
}

export async function beginDemo(databaseUrl: string): Promise<void> {
  await asOwner(databaseUrl, 'insert into installation (is_demo) values (true)');
}

export async function endDemo(databaseUrl: string): Promise<void> {
  await asOwner(databaseUrl, 'update installation set demo_finished_at = now() where is_demo');
}

/** Empties a demo's database to what a fresh one holds. The caller has made sure that it is a demo, and not served. */
export async function removeDemo(databaseUrl: string): Promise<void> {
  await asOwner(
    databaseUrl,
    'drop schema if exists pgboss cascade; drop schema public cascade; create schema public; grant usage on schema public to public',
  );
  await migrate(databaseUrl, schema);
}

async function asOwner<Row extends object>(databaseUrl: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(sql);
    return rows;
  } finally {
    await client.end();
  }
}
