import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from './lock.js';
import { Refusal } from './refusal.js';

/** What a running PostgreSQL says of itself in its data folder; undefined when there is no such file. */
export function readPostmaster(dataDir) {
  try {
    const lines = readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/**
 * Deals with a postmaster.pid found before the start. After a power cut it names a process that is gone, or a number
 * that now belongs to another program: the file is removed. After a SIGKILL of everything else PostgreSQL may really
 * still run: it is stopped in good order, so that the new one always has our settings and our supervision.
 */
export async function clearLeftover(dataDir, log) {
  const found = readPostmaster(dataDir);
  if (!found) return;
  if (runsHere(found.pid, dataDir)) {
    log(
      `A PostgreSQL left over from an earlier start (process ${found.pid}) is stopped first.`,
      `先停止上次遗留的 PostgreSQL（进程 ${found.pid}）。`,
    );
    await stopPostmaster(found.pid, () => !runsHere(found.pid, dataDir));
  }
  rmSync(path.join(dataDir, 'postmaster.pid'), { force: true });
}

/** Fast shutdown, then immediate, then none: each step only when the one before did not help. */
export async function stopPostmaster(pid, isGone) {
  for (const [signal, seconds] of [
    ['SIGINT', 20],
    ['SIGQUIT', 5],
    ['SIGKILL', 2],
  ]) {
    signalQuietly(pid, signal);
    for (let waited = 0; waited < seconds * 1000; waited += 20) {
      if (isGone()) return;
      await pause(20);
    }
  }
  throw new Refusal(
    'database-leftover',
    `An earlier PostgreSQL (process ${pid}) still uses the data and cannot be stopped; end it and start again.`,
    `较早启动的 PostgreSQL（进程 ${pid}）仍占用数据且无法停止，请先结束该进程再启动。`,
  );
}

/** PostgreSQL works in its data folder, which tells it from a stranger that was given the same number. */
function runsHere(pid, dataDir) {
  if (!pid || !isAlive(pid)) return false;
  if (!existsSync('/proc/self/cwd')) return true; // no way to tell: better refuse than take away a live lock
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir);
  } catch {
    return false;
  }
}

function signalQuietly(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // gone already
  }
}
