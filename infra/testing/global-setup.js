import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { startEmbedded } from '../database/index.js';
import { isAlive } from '../database/lock.js';

const MIGRATE = fileURLToPath(new URL('../../apps/server/dist/migrate.js', import.meta.url));
const PREFIX = 'xushi-test-';

/**
 * One PostgreSQL for the whole run, outside the repository, with a migrated template that testkit copies for each test
 * that asks. Should the run be killed, PostgreSQL ends by itself (see startEmbedded) and the next run sweeps its folder.
 */
export default async function globalSetup() {
  sweep();
  // Not mkdtemp: its 0700 would keep the database's user out when root runs the tests.
  const scratch = path.join(os.tmpdir(), `${PREFIX}${process.pid}-${randomBytes(4).toString('hex')}`);
  mkdirSync(scratch, { mode: 0o755 });
  const dataDir = path.join(scratch, 'database');
  const database = await startEmbedded({ dataDir, fast: true });
  globalThis.xushiTestDatabase = { ...database, dataDir, scratch };
  process.env.XUSHI_TEST_DATABASE_URL = database.url;
  await prepareTemplate(database.url);
}

async function prepareTemplate(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create database xushi_template');
  await client.end();
  const template = new URL(url);
  template.pathname = '/xushi_template';
  await promisify(execFile)(process.execPath, [MIGRATE], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: template.href },
  }).catch((error) => {
    throw new Error(`The migrations failed on the test template:\n${error.stdout}${error.stderr}`);
  });
}

function sweep() {
  for (const name of readdirSync(os.tmpdir())) {
    const pid = name.startsWith(PREFIX) && Number(name.slice(PREFIX.length).split('-')[0]);
    if (!pid || isAlive(pid)) continue;
    try {
      rmSync(path.join(os.tmpdir(), name), { recursive: true, force: true });
    } catch {
      // another user's: theirs to sweep
    }
  }
}
