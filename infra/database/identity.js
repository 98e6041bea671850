import { execFile } from 'node:child_process';
import { access, constants, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Refusal } from './refusal.js';

const run = promisify(execFile);

/**
 * As whom PostgreSQL runs. It refuses to run as root, so root hands it to the owner of existing data or to the system
 * user `postgres`; anybody else runs it as themselves. The result is spread into the options of spawn.
 *
 * @returns {Promise<{ uid?: number, gid?: number }>}
 */
export async function databaseUser(dataDir) {
  if (process.getuid?.() !== 0) return {};
  const owner = await stat(dataDir).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const known = await lookUp();
  if (known) return known;
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  } catch {
    // told below
  }
  const made = await lookUp();
  if (made) return made;
  throw new Refusal(
    'database-user',
    'PostgreSQL does not run as root and the system user "postgres" could not be created; start as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
    'PostgreSQL 不能以 root 身份运行，且无法创建系统用户 postgres；请以普通用户启动，或用 DATABASE_URL 指定自己的 PostgreSQL。',
  );
}

async function lookUp() {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, 'postgres'])));
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/** Can that user enter the folder and write in it? Asked of the system by trying, since every folder above counts. */
export async function canUse(folder, user) {
  try {
    if (user.uid === undefined) await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    else await run('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], { ...user, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

/** Can that user run the program, its libraries included? */
export async function canRun(program, user) {
  try {
    await run(program, ['--version'], { ...user, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}
