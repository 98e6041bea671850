import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@xushi/testkit';
import pg from 'pg';
import { bootServer, type RunningServer } from '../src/boot.js';
import { MovableClock } from '../src/platform/clock/clock.js';
import { pgTypes } from '../src/platform/database/pg-types.js';

export const PASSWORD = 'qingxi-2026';

/** A server on a database of its own, with a clock that the test moves, and the owner's eyes to look behind the doors. */
export interface TestServer {
  readonly app: RunningServer['app'];
  readonly clock: MovableClock;
  readonly database: TestDatabase;
  /** SQL as the owner of the tables, past every policy. */
  owner<Row = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Monday 2026-01-05, 10:00 in Shanghai. */
export const START = '2026-01-05T02:00:00Z';

export async function startServer(options: { poolSize?: number; at?: string } = {}): Promise<TestServer> {
  const database = await createTestDatabase();
  const clock = new MovableClock(Temporal.Instant.from(options.at ?? START));
  const { poolSize } = options;
  const server = await bootServer({
    databaseUrl: database.url,
    clock,
    roles: [],
    keyFile: join(tmpdir(), `xushi-key-${process.pid}`),
    ...(poolSize === undefined ? {} : { poolSize }),
  });
  const client = new pg.Client({ connectionString: database.url, types: pgTypes });
  await client.connect();
  return {
    app: server.app,
    clock,
    database,
    owner: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await client.query(sql, [...parameters])).rows as Row[],
    close: async () => {
      await client.end();
      await server.close();
      await database.drop();
    },
  };
}

export interface Answer {
  readonly status: number;
  /** The parsed answer; empty when it is no JSON. */
  readonly body: {
    code?: string;
    data?: { reason?: string; lockedUntil?: string | null; currentLockVersion?: number };
    account?: { name: string; loginName: string } | null;
    isFirstRun?: boolean;
  };
  readonly text: string;
  readonly headers: Headers;
}

/** Speaks HTTP to a listening server as one browser: keeps its cookie and sends the app's own header. */
export class Browser {
  cookie = '';

  constructor(readonly baseUrl: string) {}

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = { 'x-xushi-request': '1' },
  ): Promise<Answer> {
    const response = await fetch(`${this.baseUrl}${path}`, {
      method,
      headers: {
        ...headers,
        ...(this.cookie === '' ? {} : { cookie: this.cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) this.cookie = line.split(';')[0] ?? '';
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const answer = isJson ? (JSON.parse(text) as Answer['body']) : {};
    return { status: response.status, body: answer, text, headers: response.headers };
  }

  signIn(loginName: string, password: string = PASSWORD) {
    return this.call('POST', '/api/account/sign-in', { loginName, password });
  }
}

/** Listens on a free port. */
export async function listen(server: TestServer): Promise<string> {
  await server.app.listen(0, '127.0.0.1');
  const { port } = server.app.getHttpServer().address() as { port: number };
  return `http://127.0.0.1:${port}`;
}
