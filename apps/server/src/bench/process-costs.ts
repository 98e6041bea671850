import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { migrate } from '../platform/database/data-source.js';
import { schema } from '../schema.js';
import type { BenchServer } from './bench-server.js';
import { type Figure, inTurn } from './figure.js';

const REPEATS = 5;
const SETTLE_MS = 500;

/** The built server as a process of its own until it is ready, and its memory, against a Nest app that does nothing. */
export async function processCosts(bench: BenchServer): Promise<Figure[]> {
  const database = await bench.create();
  await migrate(database, schema);
  const memory = new Map<string, number[]>();
  const side = (file: string) => async () => {
    const { readyMs, megabytes } = await startOnce(join(import.meta.dirname, file), database);
    memory.set(file, [...(memory.get(file) ?? []), megabytes]);
    return readyMs;
  };
  const ours = '../main.js';
  const bare = 'bare-app.js';
  const start = await inTurn(REPEATS, side(ours), side(bare));
  const replay = (file: string) => {
    const values = (memory.get(file) ?? []).values();
    return async () => values.next().value ?? Number.NaN;
  };
  const used = await inTurn(REPEATS, replay(ours), replay(bare));
  await bench.drop(database);
  return [
    { id: 'start', unit: 'ms', ...start },
    { id: 'memory', unit: 'MB', ...used },
  ];
}

async function startOnce(file: string, database: string): Promise<{ readyMs: number; megabytes: number }> {
  const begun = performance.now();
  const child = fork(file, [], {
    env: {
      ...process.env,
      DATABASE_URL: database,
      PORT: '0',
      HOST: '127.0.0.1',
      XUSHI_DEMO: '0',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ready = Promise.withResolvers<void>();
  child.on('message', (message: { type?: string; text?: string }) => {
    if (message.type === 'ready') ready.resolve();
    if (message.type === 'refused') ready.reject(new Error(message.text));
  });
  child.on('exit', (code) => ready.reject(new Error(`${file} ended with ${code} before it was ready.`)));
  await ready.promise;
  const readyMs = performance.now() - begun;
  await pause(SETTLE_MS);
  const megabytes = await residentMegabytes(child.pid);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  return { readyMs, megabytes };
}

/** Linux tells it in /proc; elsewhere the figure is not a number. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}
