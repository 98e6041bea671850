import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/*
 * The real launcher and a real PostgreSQL, with a stub in place of the server. All tests use one data folder, one
 * after the other, as a person would.
 */

const PROGRAM = fileURLToPath(new URL('../testing/launch-stub.js', import.meta.url));
const scratch = path.join(os.tmpdir(), `xushi-launch-${randomBytes(4).toString('hex')}`);
const dataDir = path.join(scratch, 'database');
const stubPid = path.join(scratch, 'stub.pid');

beforeAll(() => mkdirSync(scratch, { mode: 0o755 }));
afterEach(async () => expect(await processesLeft()).toEqual([]));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function start(env = {}) {
  const child = spawn(process.execPath, [PROGRAM, dataDir], {
    env: { ...process.env, NODE_OPTIONS: '', PORT: String(await freePort()), XUSHI_STUB_PID: stubPid, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const run = { child, output: '', errors: '', exit: once(child, 'close').then(([code]) => code) };
  child.stdout.on('data', (chunk) => {
    run.output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    run.errors += chunk;
  });
  run.says = async (text) => {
    while (!run.output.includes(text)) {
      if (child.exitCode !== null) throw new Error(`ended without saying "${text}":\n${run.output}${run.errors}`);
      await pause(10);
    }
  };
  return run;
}

async function freePort() {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** PostgreSQL works in its data folder, the stub has written its number; nothing of either may outlive the launcher. */
async function processesLeft() {
  for (let attempt = 0; ; attempt++) {
    const left = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && belongsToUs(pid));
    if (left.length === 0 || attempt === 100) return left;
    await pause(50);
  }
}

function belongsToUs(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`).startsWith(scratch) || pid === readFileSync(stubPid, 'utf8');
  } catch {
    return false;
  }
}

test('shows the address and the accounts; Ctrl-C ends server, then database, with 0', async () => {
  const run = await start();
  await run.says('Ctrl-C stops everything');
  expect(run.output).toMatch(/Ready: http:\/\/localhost:\d+/);
  expect(run.output).toContain('start number 1');
  expect(run.output).toContain('  主席 Chair   甲镇             chair          secret');
  run.child.kill('SIGINT');
  run.child.kill('SIGINT'); // as npm passes it on: still one press
  expect(await run.exit).toBe(0);
  expect(run.output).toContain('stub: finished in good order');
  expect(run.errors).toBe('');
});

test.each(['SIGTERM', 'SIGHUP'])('a second start keeps the data; %s ends it as Ctrl-C does', async (signal) => {
  const run = await start();
  await run.says('Ready');
  expect(run.output).toMatch(/start number [23]/);
  run.child.kill(signal);
  expect(await run.exit).toBe(0);
});

test('a second start in the same folder at the same time is refused, and the first goes on', async () => {
  const first = await start();
  await first.says('Ready');
  const second = await start();
  expect(await second.exit).toBe(1);
  expect(second.errors).toContain(`already running in this folder (process ${first.child.pid} `);
  expect(first.child.exitCode).toBeNull();
  first.child.kill('SIGINT');
  expect(await first.exit).toBe(0);
});

test('a second Ctrl-C does not wait for a server that does not end', async () => {
  const run = await start({ XUSHI_STUB: 'stubborn' });
  await run.says('Ready');
  run.child.kill('SIGINT');
  await pause(1_000);
  expect(run.child.exitCode).toBeNull();
  run.child.kill('SIGINT');
  expect(await run.exit).toBe(0);
});

test('a launcher that is killed takes server and database with it', async () => {
  const run = await start();
  await run.says('Ready');
  run.child.kill('SIGKILL');
  await run.exit;
  expect(await processesLeft()).toEqual([]);
});

test.each([
  ['refuse', 'The stub refuses.'],
  ['crash', 'The server ended unexpectedly (7).'],
])('a server that does "%s" ends everything with 1', async (behaviour, sentence) => {
  const run = await start({ XUSHI_STUB: behaviour });
  expect(await run.exit).toBe(1);
  expect(run.errors).toContain(sentence);
  expect(run.errors).not.toMatch(/\bat .*:\d+:\d+/);
});

test('a database that dies is told, and ends the server', async () => {
  const run = await start();
  await run.says('Ready');
  process.kill(Number(readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
  expect(await run.exit).toBe(1);
  expect(run.errors).toContain('The database ended unexpectedly');
});

test.each([
  ['a port in use', { PORT: 'TAKEN' }, /^✗ Port \d+ is in use by another program;.*\n.*\n$/],
  ['a port that is none', { PORT: 'x' }, /^✗ PORT=x is not a port;.*\n.*\n$/],
  [
    'a database address that is none',
    { DATABASE_URL: 'mysql://a' },
    /^✗ DATABASE_URL is not a PostgreSQL address;.*\n.*\n$/,
  ],
  [
    'a database that nobody serves',
    { DATABASE_URL: 'postgres://u:hidden@127.0.0.1:1/x' },
    /^✗ The database at 127\.0\.0\.1:1\/x cannot be used: nothing answers.*\n.*\n$/,
  ],
])('%s: one sentence in each language', async (_name, env, sentence) => {
  const other = createServer().listen(0);
  await once(other, 'listening');
  const run = await start(env.PORT === 'TAKEN' ? { PORT: String(other.address().port) } : env);
  expect(await run.exit).toBe(1);
  expect(run.errors).toMatch(sentence);
  expect(run.output + run.errors).not.toContain('hidden');
  other.close();
});
