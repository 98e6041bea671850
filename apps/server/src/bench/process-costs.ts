import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { migrate } from '../platform/database/data-source.js';
import { schema } from '../schema.js';
import { startProcess } from './bench-process.js';
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
    const { readyMs, megabytes } = await startOnce(file, database);
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
  const started = await startProcess(file, database);
  const readyMs = performance.now() - begun;
  await pause(SETTLE_MS);
  const megabytes = await residentMegabytes(started.pid);
  await started.end();
  return { readyMs, megabytes };
}

/** Linux tells it in /proc; elsewhere the figure is not a number. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}
