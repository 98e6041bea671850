import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

/**
 * At most one holder of a folder at a time, surviving neither its process nor a reboot: the file names the holder's
 * process *and when that process began*, so a number given to another process later does not block anyone.
 *
 * @returns {{ release(): void } | { heldBy: number }}
 */
export function takeLock(file) {
  for (;;) {
    try {
      const handle = openSync(file, 'wx', 0o644);
      writeSync(handle, `${process.pid} ${startOf(process.pid)}\n`);
      closeSync(handle);
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const heldBy = holderOf(file);
    if (heldBy !== null) return { heldBy };
    rmSync(file, { force: true });
  }
}

/** The process that holds a folder now, or null; nothing is taken. */
export function holderOf(file) {
  const [pid, start] = read(file);
  return pid && isAlive(pid) && startOf(pid) === start ? pid : null;
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function read(file) {
  try {
    const [pid, start] = readFileSync(file, 'utf8').trim().split(' ');
    return [Number(pid), start];
  } catch {
    return [0, ''];
  }
}

/**
 * Clock ticks since boot at which the process began; '-' on systems without /proc. A zombie has ended: in a container
 * whose first process collects nobody it stays for ever.
 */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : fields[19];
  } catch {
    return '-';
  }
}
