import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { bootServer, type RunningServer } from './boot.js';
import { demoAccounts } from './demo/demo-people.js';
import { readDemoState, removeDemo } from './demo/demo-state.js';
import { loadDemo } from './demo/load-demo.js';
import { Clock } from './platform/clock/clock.js';
import { migrate } from './platform/database/data-source.js';
import { log } from './platform/logging/log.js';
import { schema } from './schema.js';

type Report =
  | { type: 'progress'; text: string }
  | { type: 'ready'; address: string; accounts: readonly object[]; demo: boolean; firstRun: boolean }
  | { type: 'refused'; text: string };

/** Tells whoever started the process: by message where it is a launcher, else in the log. */
function report(message: Report): void {
  if (process.send !== undefined) process.send(message);
  else log.info(message);
}

async function refuse(text: string): Promise<never> {
  report({ type: 'refused', text });
  await new Promise((resolve) => setTimeout(resolve, 100));
  process.exit(1);
}

async function stateOf(url: string): Promise<{ isEmpty: boolean; isDemo: boolean; now: Temporal.Instant }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ any: boolean; demo: boolean; now: Date }>(
      'select has_any_account() as any, is_demo_installation() as demo, now() as now',
    );
    const [row] = rows;
    if (row === undefined) throw new Error('The database did not answer.');
    return { isEmpty: !row.any, isDemo: row.demo, now: Temporal.Instant.fromEpochMilliseconds(row.now.getTime()) };
  } finally {
    await client.end();
  }
}

async function main(): Promise<void> {
  const databaseUrl = process.env.DATABASE_URL;
  if (databaseUrl === undefined) return refuse('DATABASE_URL is not set: name the PostgreSQL database to use.');
  const port = Number(process.env.PORT ?? 3000);
  report({ type: 'progress', text: 'migrating' });
  await migrate(databaseUrl, schema);
  if ((await readDemoState(databaseUrl)) === 'broken-off') {
    report({ type: 'progress', text: 'removing a demo that broke off' });
    await removeDemo(databaseUrl);
  }
  let state = await stateOf(databaseUrl);
  if (state.isEmpty && process.env.XUSHI_DEMO !== '0') {
    report({ type: 'progress', text: 'loading the demo' });
    await loadDemo(databaseUrl, state.now);
    state = await stateOf(databaseUrl);
  }
  const adminFolder = process.env.XUSHI_ADMIN ?? join(import.meta.dirname, '../../admin/dist');
  const server = await bootServer({
    databaseUrl,
    clock: new Clock(),
    adminFolder,
    roles: ['api', 'scheduler', 'worker'],
  });
  stopOn(server);
  await server.app.listen(port, process.env.HOST ?? '0.0.0.0');
  // Port 0 asks for any that is free.
  const listening = (server.app.getHttpServer().address() as AddressInfo).port;
  report({
    type: 'ready',
    address: `http://localhost:${listening}`,
    accounts: state.isDemo ? demoAccounts : [],
    demo: state.isDemo,
    firstRun: state.isEmpty,
  });
}

function stopOn(server: RunningServer): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    void server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
  process.on('disconnect', stop);
}

await main().catch((error: unknown) => {
  const { code } = error as { code?: string };
  log.error({ err: error }, 'could not start');
  return refuse(
    code === 'EADDRINUSE'
      ? `Port ${process.env.PORT ?? 3000} is in use: stop what listens there, or name another with PORT.`
      : `The server could not start: ${error instanceof Error ? error.message : String(error)}`,
  );
});
