import { dateIn } from '@xushi/domain';
import { createTestDatabase, type TestDatabase } from '@xushi/testkit';
import pg from 'pg';
import { bootServer } from '../src/boot.js';
import { CountDueWithoutOutcome } from '../src/capabilities/reminder/index.js';
import { beginDemo, readDemoState } from '../src/demo/demo-state.js';
import { loadDemo } from '../src/demo/load-demo.js';
import { MovableClock } from '../src/platform/clock/clock.js';
import { Doors, type Tenants } from '../src/platform/database/doors.js';
import { xushi } from './cli/xushi.js';

const NOW = Temporal.Instant.from('2026-11-23T02:00:00Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.url, NOW);
}, 240_000);
afterAll(() => database?.drop());

async function rows<Row extends object>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const remove = (...words: string[]) =>
  xushi(['demo', 'remove', ...words, '--json'], { env: { DATABASE_URL: database.url } });

it('last year is closed, this year runs and next year is a draft, in each of the three committees', async () => {
  const { year } = dateIn('Asia/Shanghai', NOW);
  expect(
    await rows(
      `select c.level, p.year, i.state from plan p join committee c on c.id = p.committee_id
       join workflow_instance i on i.committee_id = p.committee_id and i.id = p.instance_id order by c.level, p.year`,
    ),
  ).toEqual(
    ['county', 'street', 'township'].flatMap((level) => [
      { level, year: year - 1, state: 'closed' },
      { level, year, state: 'published' },
      { level, year: year + 1, state: 'draft' },
    ]),
  );
});

it('each committee has duties done in both years, some of them late; some are open and late now', async () => {
  const story = await rows<
    { level: string } & Record<'doneLastYear' | 'doneThisYear' | 'doneLate' | 'lateNow', number>
  >(
    `select c.level,
       count(*) filter (where t.done_on < '2026-01-01')::int as "doneLastYear",
       count(*) filter (where t.done_on >= '2026-01-01')::int as "doneThisYear",
       count(*) filter (where t.done_on > t.due_on)::int as "doneLate",
       count(*) filter (where t.status = 'open' and t.due_on < '2026-11-23')::int as "lateNow"
     from task t join committee c on c.id = t.committee_id group by c.level order by c.level`,
  );
  expect(story.map(({ level }) => level)).toEqual(['county', 'street', 'township']);
  for (const { level: _, lateNow: __, ...counts } of story) {
    expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
  }
  expect(story.reduce((sum, { lateNow }) => sum + lateNow, 0)).toBeGreaterThan(0);
});

it('nothing due in the past is without an outcome', async () => {
  const { app, close } = await bootServer({ databaseUrl: database.url, clock: new MovableClock(NOW), roles: [] });
  try {
    const committees = await rows<{ id: string; root: string }>(
      `select id, coalesce(parent_id, id) as root from committee`,
    );
    const tenants: Tenants = new Map(committees.map(({ id, root }) => [id, root]));
    const due = await app.get(Doors).inTenant(tenants, (tx) => app.get(CountDueWithoutOutcome).run(tx));
    expect(due).toEqual({ reminders: 0, messages: 0 });
  } finally {
    await close();
  }
});

it('is removed by one command, once it is confirmed and nothing is served; what is left is a fresh installation', async () => {
  expect((await remove()).json()).toMatchObject({ error: { code: 'not-confirmed' } });

  const { close } = await bootServer({ databaseUrl: database.url, clock: new MovableClock(NOW), roles: [] });
  expect((await remove('--yes')).json()).toMatchObject({ error: { code: 'server-running' } });
  await close();
  expect(await rows('select from plan')).toHaveLength(9);

  const ran = await remove('--yes');
  expect(ran.json()).toMatchObject({ removed: { committees: 3, plans: 9 } });
  expect(await rows('select has_any_account() as any, is_demo_installation() as demo')).toEqual([
    { any: false, demo: false },
  ]);
  expect(await rows("select from official_year where status = 'published'")).toHaveLength(23);
  expect((await remove('--yes')).json()).toMatchObject({ error: { code: 'not-a-demo' } });
});

it('one that broke off is known as such', async () => {
  await beginDemo(database.url);
  expect(await readDemoState(database.url)).toBe('broken-off');
});
