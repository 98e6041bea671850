import type { Client } from 'pg';
import type { Schema } from './data-source.js';

/** How a database's schema stands to this version of the program: by the names of migrations. */
export interface MigrationState {
  /** Not run yet: the database is older than the program. */
  readonly pending: readonly string[];
  /** Run by a newer program than this one. */
  readonly unknown: readonly string[];
}

export async function readMigrationState(client: Client, schema: Schema): Promise<MigrationState> {
  const known = schema.migrations.map(({ name }) => name);
  const { rows } = await client.query<{ made: boolean }>(`select to_regclass('public.migration') is not null as made`);
  if (rows[0]?.made !== true) return { pending: known, unknown: [] };
  const { rows: run } = await client.query<{ name: string }>('select name from migration order by id');
  const names = new Set(run.map(({ name }) => name));
  return {
    pending: known.filter((name) => !names.has(name)),
    unknown: [...names].filter((name) => !known.includes(name)),
  };
}
