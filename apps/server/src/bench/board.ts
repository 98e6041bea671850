import { isDeepStrictEqual } from 'node:util';
import { bandDates, dateIn } from '@xushi/domain';
import { bootServer } from '../boot.js';
import { CommitteeRules } from '../engine/index.js';
import { Clock } from '../platform/clock/clock.js';
import { Doors } from '../platform/database/doors.js';
import { startProcess } from './bench-process.js';
import { type BenchServer, sql } from './bench-server.js';
import { type Figure, inTurn } from './figure.js';
import { fetchText, requestsPerSecond } from './http-load.js';
import { openTasks } from './open-tasks.js';
import { LEADER, PASSWORD } from './published-plan.js';

const SECONDS = 3;
const REPEATS = 5;
const PAGES = 400;

/** One side of the comparison. */
interface Side {
  readonly urlOf: (page: number) => string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The board of a county with 100,000 open tasks by the whole server, asked by its signed-in leader, against the bare
 * route. `board-exact`: every request asks another page, so that each is read for itself, its counts over all 100,000
 * included. `board`: all ask for the first page, as screens do that are open at the same time.
 */
export async function board(bench: BenchServer, published: string): Promise<Figure[]> {
  const database = await openTasks(bench, published);
  const [committee] = await sql<{ id: string }>(database, 'select id from committee');
  if (committee === undefined) throw new Error('There is no committee.');
  const server = await startProcess('../main.js', database);
  const bare = await startProcess('bare-board.js', database, await rulesOf(database, committee.id));
  try {
    const { address } = server;
    const ours: Side = {
      urlOf: (page) => `${address}/api/committees/${committee.id}/supervision/board?page=${page}`,
      headers: { cookie: await signIn(address) },
    };
    const theirs: Side = { urlOf: (page) => `${bare.address}/?committeeId=${committee.id}&page=${page}`, headers: {} };
    for (const page of [1, 2, PAGES]) await compareAnswers(page, ours, theirs);
    const figures: Figure[] = [];
    for (const connections of [10, 100]) {
      const load = (side: Side, pages: number) => () =>
        requestsPerSecond({
          connections,
          seconds: SECONDS,
          headers: side.headers,
          urlOf: (connection, request) => side.urlOf(1 + ((connection + request * connections) % pages)),
        });
      for (const [id, pages] of [
        [`board-exact-${connections}`, PAGES],
        [`board-${connections}`, 1],
      ] as const) {
        figures.push({ id, unit: 'req/s', ...(await inTurn(REPEATS, load(ours, pages), load(theirs, pages))) });
      }
    }
    return figures;
  } finally {
    await server.end();
    await bare.end();
    await bench.drop(database);
  }
}

/** What the bare route is told instead of working it out: today, and until when each light lasts. */
async function rulesOf(database: string, committeeId: string): Promise<Record<string, string>> {
  const { app, close } = await bootServer({ databaseUrl: database, clock: new Clock(), poolSize: 1, roles: [] });
  try {
    return await app.get(Doors).inTenant(new Map([[committeeId, committeeId]]), async (tx) => {
      const { calendar, profile } = await app.get(CommitteeRules).inForce(tx, committeeId);
      const today = dateIn(profile.reminder.zone, tx.now);
      return {
        BENCH_TODAY: today.toString(),
        BENCH_BANDS: JSON.stringify(bandDates(profile.lights, today, calendar)),
      };
    });
  } finally {
    await close();
  }
}

async function signIn(address: string): Promise<string> {
  const response = await fetch(`${address}/api/account/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-xushi-request': '1' },
    body: JSON.stringify({ loginName: LEADER, password: PASSWORD }),
  });
  const [cookie] = response.headers.getSetCookie();
  if (!response.ok || cookie === undefined) throw new Error(`The leader could not sign in: ${await response.text()}`);
  return cookie.split(';')[0] ?? '';
}

interface Answer {
  readonly lateCount: number;
  readonly late: readonly { id: string; dueOn: string; title: string; askedOn: string | null }[];
  readonly lights: readonly { meaning: string; count: number }[];
}

/** A comparison says something only if both sides give the same answer. */
async function compareAnswers(page: number, ours: Side, theirs: Side): Promise<void> {
  const [one, other] = await Promise.all(
    [ours, theirs].map(async (side) => {
      const { lateCount, late, lights } = JSON.parse(
        await fetchText(side.urlOf(page), { headers: side.headers }),
      ) as Answer;
      return {
        lateCount,
        late: late.map(({ id, dueOn, title, askedOn }) => [id, dueOn, title, askedOn]),
        lights: lights
          .filter(({ count }) => count > 0)
          .map(({ meaning, count }) => `${meaning} ${count}`)
          .sort(),
      };
    }),
  );
  if (one?.late.length !== 50 || !isDeepStrictEqual(one, other)) {
    throw new Error(
      `The two sides do not answer the same on page ${page}: ${JSON.stringify([one, other]).slice(0, 2000)}`,
    );
  }
}
