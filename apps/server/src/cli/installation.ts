import type { INestApplicationContext } from '@nestjs/common';
import { checkServer, inspectEmbedded, Refusal, startEmbedded } from '@xushi/infra/database';
import pg from 'pg';
import { bootServer } from '../boot.js';
import { DATA_FOLDER } from '../data-folder.js';
import { Clock } from '../platform/clock/clock.js';
import { readMigrationState } from '../platform/database/migration-state.query.js';
import { schema } from '../schema.js';

/** The database of the installation, for as long as a command needs it. */
export interface OpenDatabase {
  readonly url: string;
  end(): Promise<void>;
}

/**
 * The database of DATABASE_URL, else the built-in one with the data of `npm start`: joined while that runs, else
 * started for the while. Throws Refusal when there is none, or it cannot be used.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  const given = process.env.DATABASE_URL;
  if (given !== undefined && given !== '') {
    const refusal = await checkServer(given);
    if (refusal !== undefined) throw refusal;
    return { url: given, end: async () => undefined };
  }
  const { isMade, folder } = await inspectEmbedded({ dataDir: DATA_FOLDER });
  if (!isMade) {
    throw new Refusal(
      'not-installed',
      `There is no installation yet (no data in ${folder}); run npm start first, or set DATABASE_URL to its database.`,
      `尚未安装（${folder} 中没有数据）；请先运行 npm start，或用 DATABASE_URL 指定其数据库。`,
    );
  }
  const server = await startEmbedded({ dataDir: DATA_FOLDER, log: () => undefined });
  return { url: server.url, end: () => server.stop() };
}

/**
 * Does something on the installed server: its code, its doors, no timers. Refuses a database whose schema is not this
 * version's.
 */
export async function onInstallation<Answer>(work: (app: INestApplicationContext) => Promise<Answer>): Promise<Answer> {
  const database = await openDatabase();
  try {
    await refuseOtherSchema(database.url);
    const { app, close } = await bootServer({ databaseUrl: database.url, clock: new Clock(), poolSize: 2, roles: [] });
    try {
      return await work(app);
    } finally {
      await close();
    }
  } finally {
    await database.end();
  }
}

/** There is something to ask; without it a command can still answer what needs no database. */
export async function hasInstallation(): Promise<boolean> {
  if ((process.env.DATABASE_URL ?? '') !== '') return true;
  return (await inspectEmbedded({ dataDir: DATA_FOLDER })).isMade;
}

async function refuseOtherSchema(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { pending, unknown } = await readMigrationState(client, schema).finally(() => client.end());
  if (pending.length > 0) {
    throw new Refusal(
      'migrations-pending',
      `The database is not at this version's schema (${pending.length} migrations pending); start the server once, which runs them.`,
      `数据库结构不是当前版本（有 ${pending.length} 个迁移未执行）；请先启动一次服务，启动时会自动执行。`,
    );
  }
  if (unknown.length > 0) {
    throw new Refusal(
      'database-newer',
      'The database was made by a newer version of this program; update the program first.',
      '数据库由更新版本的程序创建，请先更新程序。',
    );
  }
}
