import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeEmbedded, startEmbedded } from '@xushi/infra/database';
import pg from 'pg';
import { newId } from '../platform/ids.js';

/** The PostgreSQL that figures are measured on, and the scratch databases made on it. */
export class BenchServer {
  readonly #made: string[] = [];

  private constructor(
    private readonly url: string,
    private readonly stop: () => Promise<void>,
  ) {}

  /** The server of DATABASE_URL, else one started for the run with the settings of a real installation. */
  static async open(): Promise<BenchServer> {
    const given = process.env.DATABASE_URL;
    if (given !== undefined) return new BenchServer(given, async () => undefined);
    const folder = await mkdtemp(join(tmpdir(), 'xushi-bench-'));
    const dataDir = join(folder, 'database');
    const server = await startEmbedded({ dataDir, log: () => undefined });
    return new BenchServer(server.url, async () => {
      await server.stop();
      await removeEmbedded({ dataDir, folder: server.folder });
      await rm(folder, { recursive: true, force: true });
    });
  }

  /** A new database, empty or a copy of one that nobody is connected to. */
  async create(template: string | null = null): Promise<string> {
    const name = `xushi_bench_${newId().replaceAll('-', '').slice(-12)}`;
    await sql(this.url, `create database ${name} template ${template === null ? 'template0' : nameOf(template)}`);
    const url = new URL(this.url);
    url.pathname = `/${name}`;
    this.#made.push(url.href);
    return url.href;
  }

  async drop(database: string): Promise<void> {
    this.#made.splice(this.#made.indexOf(database), 1);
    await sql(this.url, `drop database ${nameOf(database)} with (force)`);
  }

  /** Transactions that sessions of a database have committed so far; asked from outside it, so as not to count. */
  async transactionsOf(database: string): Promise<number> {
    const [row] = await sql<{ count: string }>(
      this.url,
      `select xact_commit + xact_rollback as count from pg_stat_database where datname = '${nameOf(database)}'`,
    );
    return Number(row?.count);
  }

  async close(): Promise<void> {
    for (const database of [...this.#made]) await this.drop(database);
    await this.stop();
  }
}

/** Runs SQL as the owner over a connection of its own. */
export async function sql<Row extends pg.QueryResultRow>(database: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

function nameOf(database: string): string {
  return new URL(database).pathname.slice(1);
}
