import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from '@xushi/testkit';
import pg from 'pg';
import { bootServer } from '../../src/boot.js';
import { MovableClock } from '../../src/platform/clock/clock.js';
import { draftPlan, loadScenario } from '../../src/scenarios/load-scenario.js';
import { publishScenarioPlan } from '../../src/scenarios/publish-scenario-plan.js';
import type { Scenario } from '../../src/scenarios/scenario.js';
import { townshipScenario } from '../../src/scenarios/township.js';
import { Chance } from '../../src/simulation/chance.js';
import { endServerProcess, startServerProcess } from './server-process.js';

const MEMBERS = 400;
const KILLS = 20;
const FALLING_SECONDS = 20;
/** T−15 of the proposals due on 2026-12-10: 400 first notices fall due at nine. */
const RUNG_AT = Temporal.Instant.from('2026-11-25T01:00:00Z');

const crowd: Scenario = {
  ...townshipScenario,
  people: [
    ...townshipScenario.people.filter((person) => !person.key.startsWith('member')),
    ...Array.from({ length: MEMBERS }, (_, index) => ({
      key: `member-${index + 1}`,
      name: `委员${index + 1}`,
      loginName: null,
      offices: [{ committee: 'township', role: 'member' as const, title: null }],
    })),
  ],
};

async function crowdedDatabase() {
  const database = await createTestDatabase();
  const clock = new MovableClock(Temporal.Instant.from('2026-11-02T02:00:00Z'));
  const { app, close } = await bootServer({ databaseUrl: database.url, clock, roles: [] });
  const loaded = await loadScenario(app, crowd, { password: 'not used here', officeFrom: '2025-01-01' });
  const [plan] = crowd.plans;
  if (plan === undefined) throw new Error('no plan');
  const onlyProposals = { ...plan, items: (year: number) => plan.items(year).slice(2) };
  const planId = await draftPlan(app, loaded, onlyProposals, { clerk: 'clerk', year: 2026, now: clock.now() });
  await publishScenarioPlan(app, loaded, { committee: 'township', planId, now: clock.now() });
  await close();
  return database;
}

/** Every timer of the rung has fallen due and is done with, or half a minute has passed: then the audit tells. */
async function waitUntilTheRungIsOver(client: pg.Client): Promise<void> {
  for (let i = 0; i < 300; i++) {
    const { rows } = await client.query<{ left: number }>(
      `select count(*)::int as left from timer where fire_at < $1::timestamptz + interval '1 hour'`,
      [RUNG_AT.toString()],
    );
    if (rows[0]?.left === 0) return;
    await sleep(100);
  }
}

async function audit(client: pg.Client) {
  const { rows } = await client.query(
    `select (select count(*)::int from reminder where rung = 'T-15' and outcome = 'sent') as reminders,
       (select count(*)::int from notice) as notices,
       (select count(distinct account_id)::int from notice) as people,
       (select count(*)::int from message where status = 'sent') as messages,
       (select count(*)::int from delivery where status = 'delivered') as deliveries,
       (select count(*)::int from delivery where attempt > 1) as twice,
       (select count(*)::int from timer where fire_at = '2026-12-07T01:00:00Z') as standing_at_next_rung,
       (select count(*)::int from timer where dead_at is not null or attempts > 0) as hurt`,
  );
  return rows[0] as Record<string, number>;
}

const whole = {
  reminders: MEMBERS,
  notices: MEMBERS,
  people: MEMBERS,
  messages: MEMBERS,
  deliveries: MEMBERS,
  twice: 0,
  standing_at_next_rung: MEMBERS,
  hurt: 0,
};

describe('a server that is killed while reminders fall due', () => {
  it(`loses nothing and tells nobody twice over ${KILLS} kills`, async () => {
    const database = await crowdedDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const chance = new Chance(7);
    // The rungs' hour is now; each timer is looked at some time within the next seconds.
    const shiftMs = RUNG_AT.epochMilliseconds - Temporal.Now.instant().epochMilliseconds;
    await client.query(`select setseed(0.4)`);
    await client.query(`update timer set fire_at = $1::timestamptz + random() * $2 * interval '1 second'`, [
      RUNG_AT.toString(),
      FALLING_SECONDS,
    ]);
    let midway = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const child = startServerProcess(database.url, shiftMs);
      await sleep(400 + chance.upTo(1_100));
      await endServerProcess(child, 'SIGKILL');
      const { rows } = await client.query<{ done: number }>('select count(*)::int as done from reminder');
      const done = rows[0]?.done ?? 0;
      if (done > 0 && done < MEMBERS) midway++;
    }
    const last = startServerProcess(database.url, shiftMs);
    await waitUntilTheRungIsOver(client);
    await endServerProcess(last, 'SIGTERM');
    const result = await audit(client);
    await client.end();
    await database.drop();
    expect(result).toEqual(whole);
    // The kills must have struck while there was something to lose.
    expect(midway).toBeGreaterThan(5);
  }, 120_000);

  it('two processes on one database do each timer once', async () => {
    const database = await crowdedDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const shiftMs = RUNG_AT.epochMilliseconds - Temporal.Now.instant().epochMilliseconds - 3_000;
    await client.query(`update timer set fire_at = $1::timestamptz + random() * 3 * interval '1 second'`, [
      RUNG_AT.toString(),
    ]);
    const children = [startServerProcess(database.url, shiftMs), startServerProcess(database.url, shiftMs)];
    await sleep(7_000);
    await waitUntilTheRungIsOver(client);
    await Promise.all(children.map((child) => endServerProcess(child, 'SIGTERM')));
    const result = await audit(client);
    await client.end();
    await database.drop();
    expect(result).toEqual(whole);
  }, 60_000);
});
