import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const TIED = fileURLToPath(new URL('./tied.js', import.meta.url));
const PATIENCE_MS = 10_000;

/**
 * The server as a process of its own, in a session of its own: Ctrl-C reaches the launcher alone, which decides the
 * order. It reports over the channel: `progress`, `ready`, `refused`.
 */
export function startServer(file, env) {
  const child = fork(file, [], {
    env,
    execArgv: ['--import', TIED],
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let hasExited = false;
  // Only when the channel is drained, too: a server that refuses says why and ends at once.
  const exited = Promise.all([once(child, 'exit'), once(child, 'disconnect')]).then(([[code, signal]]) => {
    hasExited = true;
    return signal ?? code;
  });
  /** Asks it to finish what it is doing; after ten seconds, or when forced, it is ended. */
  const stop = async (forced) => {
    if (hasExited) return;
    child.kill('SIGTERM');
    const waiting = new AbortController();
    await Promise.race([exited, forced, pause(PATIENCE_MS, undefined, { signal: waiting.signal }).catch(() => {})]);
    waiting.abort();
    if (!hasExited) child.kill('SIGKILL');
    await exited;
  };
  return { exited, stop, onMessage: (listener) => child.on('message', listener) };
}
