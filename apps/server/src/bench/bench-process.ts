import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A built file of this folder as a process of its own, from when it says that it is ready until it is ended. */
export interface BenchProcess {
  readonly pid: number | undefined;
  /** Where it listens, if it said so. */
  readonly address: string;
  end(): Promise<void>;
}

/** Starts a file; what it is told in its environment comes on top of what every such process gets. */
export async function startProcess(
  file: string,
  database: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<BenchProcess> {
  const child = fork(join(import.meta.dirname, file), [], {
    env: {
      ...process.env,
      DATABASE_URL: database,
      PORT: '0',
      HOST: '127.0.0.1',
      XUSHI_DEMO: '0',
      NODE_ENV: 'production',
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const address = await untilReady(child, file);
  return {
    pid: child.pid,
    address,
    end: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function untilReady(child: ChildProcess, file: string): Promise<string> {
  const ready = Promise.withResolvers<string>();
  child.on('message', (message: { type?: string; text?: string; address?: string }) => {
    if (message.type === 'ready') ready.resolve(message.address ?? '');
    if (message.type === 'refused') ready.reject(new Error(message.text));
  });
  child.on('exit', (code) => ready.reject(new Error(`${file} ended with ${code} before it was ready.`)));
  return ready.promise;
}
