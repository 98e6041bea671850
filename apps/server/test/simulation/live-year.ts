import { createTestDatabase, type TestDatabase } from '@xushi/testkit';
import pg from 'pg';
import type { SimulationLine } from '../../src/simulation/reckon.js';
import { simulate } from '../../src/simulation/simulate.js';

const YEAR = { from: Temporal.PlainDate.from('2026-01-01'), to: Temporal.PlainDate.from('2026-12-31') };

/** What no simulated year may have. */
export const ZEROS = { withoutOutcome: 0, duplicates: 0, missing: 0, extra: 0 };

/** Lives 2026 on a database of its own, which the caller drops. */
export async function liveYear(
  seed: number,
  more: Partial<Parameters<typeof simulate>[0]> = {},
): Promise<{ line: SimulationLine; database: TestDatabase }> {
  const database = await createTestDatabase();
  const line = await simulate({ databaseUrl: database.url, seed, ...YEAR, ...more });
  return { line, database };
}

/** The rows of one question to that database, asked as its owner: no row is hidden. */
export async function ask(url: string, sql: string): Promise<Record<string, number | string>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, number | string>>(sql)).rows;
  } finally {
    await client.end();
  }
}
