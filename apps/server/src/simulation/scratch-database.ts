import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeEmbedded, startEmbedded } from '@xushi/infra/database';
import pg from 'pg';
import { migrate } from '../platform/database/data-source.js';
import { newId } from '../platform/ids.js';
import { schema } from '../schema.js';

export interface ScratchDatabase {
  readonly name: string;
  readonly url: string;
  /** Removes it, unless it is to be kept; with a server started for it, the server too. */
  end(keep: boolean): Promise<void>;
}

/**
 * A new, migrated database: on the server of DATABASE_URL where that is set, else on a PostgreSQL started for it in a
 * folder of its own, which goes with it; one that is to be kept is made in `keptIn` instead, the data folder of
 * `npm start`, whose server holds it afterwards.
 */
export async function openScratchDatabase(purpose: string, keptIn: string | null = null): Promise<ScratchDatabase> {
  const given = process.env.DATABASE_URL;
  if (given !== undefined) return create(given, purpose, async () => undefined);
  if (keptIn !== null) {
    const server = await startEmbedded({ dataDir: keptIn, log: () => undefined });
    return create(server.url, purpose, () => server.stop());
  }
  const folder = await mkdtemp(join(tmpdir(), 'xushi-scratch-'));
  const dataDir = join(folder, 'database');
  const server = await startEmbedded({ dataDir, fast: true, log: () => undefined });
  return create(server.url, purpose, async () => {
    await server.stop();
    // As root the data may lie elsewhere, where the database's user can enter.
    await removeEmbedded({ dataDir, folder: server.folder });
    await rm(folder, { recursive: true, force: true });
  });
}

async function create(serverUrl: string, purpose: string, endServer: () => Promise<void>): Promise<ScratchDatabase> {
  const name = `xushi_${purpose}_${newId().replaceAll('-', '').slice(-12)}`;
  const onServer = async (sql: string) => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await onServer(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrate(url.href, schema);
  return {
    name,
    url: url.href,
    end: async (keep) => {
      if (!keep) await onServer(`drop database ${name} with (force)`);
      await endServer();
    },
  };
}
