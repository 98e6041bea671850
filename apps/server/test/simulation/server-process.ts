import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

const CHILD = join(process.cwd(), 'apps/server/dist/simulation/server-at.js');

/** The built server as a process of its own, its clock moved by so many milliseconds; it can be killed for good. */
export function startServerProcess(databaseUrl: string, shiftMs: number): ChildProcess {
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    XUSHI_SHIFT_MS: String(shiftMs),
    XUSHI_LOG: 'error',
    NODE_OPTIONS: '',
  };
  return fork(CHILD, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}

/** Sends the signal and waits until the process has gone. */
export function endServerProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
