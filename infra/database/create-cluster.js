import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from './refusal.js';

const run = promisify(execFile);

/** The superuser's password, kept beside the data (by their configured path) and readable by the starter alone. */
export async function readPassword(dataDir) {
  try {
    return (await readFile(passwordFile(dataDir), 'utf8')).trim();
  } catch {
    throw new Refusal(
      'database-password',
      `The data are there, but their password file ${passwordFile(dataDir)} cannot be read; start as the user who started first, or put the file back.`,
      `数据已存在，但无法读取密码文件 ${passwordFile(dataDir)}；请以首次启动时的用户启动，或恢复该文件。`,
    );
  }
}

const passwordFile = (dataDir) => `${dataDir}.password`;

/**
 * Makes the folder a PostgreSQL data folder unless it is one. Text is UTF-8 whatever the machine's language: without
 * these flags a machine without LANG would get SQL_ASCII, which loses Chinese text search.
 *
 * initdb works in a folder of another name that is renamed at the end, so an interrupted first start leaves nothing
 * that looks finished.
 */
export async function ensureCluster({ dataDir, folder, programs, user }) {
  if (await stat(path.join(folder, 'PG_VERSION')).catch(() => false)) return;
  const password = randomBytes(24).toString('base64url');
  const unfinished = `${folder}.new`;
  const handedOver = `${folder}.new-password`;
  try {
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { mode: 0o700 });
    await writeSecret(handedOver, password);
    if (user.uid !== undefined) {
      await chown(unfinished, user.uid, user.gid);
      await chown(handedOver, user.uid, user.gid);
    }
    await run(
      path.join(programs, 'initdb'),
      [
        `--pgdata=${unfinished}`,
        `--pwfile=${handedOver}`,
        ...['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
      ],
      { ...user, cwd: '/', env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } },
    );
    await writeSecret(passwordFile(dataDir), password);
    await rm(folder, { recursive: true, force: true });
    await rename(unfinished, folder);
  } finally {
    await rm(handedOver, { force: true });
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function writeSecret(file, text) {
  await rm(file, { force: true });
  await writeFile(file, `${text}\n`, { mode: 0o600, flag: 'wx' });
  await chmod(file, 0o600);
}
