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
  drop(): Promise<void>;
}

/** A PostgreSQL to make scratch databases on. */
export interface ScratchServer {
  /** A new, migrated database. */
  create(): Promise<ScratchDatabase>;
  /** Ends a server that was started for it; what is kept lies in the databases that were not dropped. */
  end(): Promise<void>;
}

/**
 * The server of DATABASE_URL where that is set, else a PostgreSQL started for it in a folder of its own, which goes with
 * it; databases that are to be kept are made in `keptIn` instead, the data folder of `npm start`, whose server holds
 * them afterwards.
 */
export async function openScratchServer(purpose: string, keptIn: string | null = null): Promise<ScratchServer> {
  const given = process.env.DATABASE_URL;
  if (given !== undefined) return on(given, purpose, async () => undefined);
  if (keptIn !== null) {
    const server = await startEmbedded({ dataDir: keptIn, log: () => undefined });
    return on(server.url, purpose, () => server.stop());
  }
  const folder = await mkdtemp(join(tmpdir(), 'xushi-scratch-'));
  const dataDir = join(folder, 'database');
  const server = await startEmbedded({ dataDir, fast: true, log: () => undefined });
  return on(server.url, purpose, async () => {
    await server.stop();
    // As root the data may lie elsewhere, where the database's user can enter.
    await removeEmbedded({ dataDir, folder: server.folder });
    await rm(folder, { recursive: true, force: true });
  });
}

function on(serverUrl: string, purpose: string, end: () => Promise<void>): ScratchServer {
  const onServer = async (sql: string) => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  const create = async (): Promise<ScratchDatabase> => {
    const name = `xushi_${purpose}_${newId().replaceAll('-', '').slice(-12)}`;
    await onServer(`create database ${name}`);
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    await migrate(url.href, schema);
    return { name, url: url.href, drop: () => onServer(`drop database ${name} with (force)`) };
  };
  return { create, end };
}
