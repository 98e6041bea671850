import { CopyPlan } from '../src/capabilities/annual-plan/copy-plan.js';
import { ReadPlan } from '../src/capabilities/annual-plan/read-plan.js';
import { EnterDuty } from '../src/capabilities/task/index.js';
import { ActOnCase } from '../src/capabilities/workflow/index.js';
import { Doors } from '../src/platform/database/doors.js';
import { plainItem, type ScenarioItem } from '../src/scenarios/scenario.js';
import { publishedYear, type TownshipYear } from './township-year.js';

const items = (): ScenarioItem[] => [
  {
    ...plainItem,
    title: '委员活动',
    category: 'activity',
    workflow: 'activity',
    cadence: { kind: 'each', unit: 'quarter' },
  },
  {
    ...plainItem,
    title: '2026年春节前走访慰问',
    category: 'welfare',
    workflow: 'duty',
    participants: 'none',
    cadence: { kind: 'by', on: '2026-02-10' },
    responsible: 'clerk',
    leader: 'leader',
    leadOffice: '社会委',
    cooperating: ['民政局', '工会'],
  },
  {
    ...plainItem,
    title: '茶话会筹备',
    category: 'meeting',
    workflow: 'duty',
    participants: 'none',
    cadence: {
      kind: 'anchored',
      anchor: 'event:新春茶话会',
      from: null,
      to: { unit: 'calendar-days', count: -5 },
      shift: 'back',
    },
  },
];

let world: TownshipYear;
beforeEach(async () => {
  world = await publishedYear({ items });
});
afterEach(() => world.close());

const actor = (key = 'clerk') => world.township.actor(key, world.clock.now());
const source = (year = 2027) => ({ committeeId: world.committeeId, planId: world.planId, year });
async function preview(year = 2027) {
  const result = await world.app.get(CopyPlan).preview(actor(), source(year));
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}
const rowOf = async (title: string) => (await preview()).rows.find((row) => row.title.includes(title))!;
async function copy(changes: Partial<Parameters<CopyPlan['run']>[1]> = {}) {
  const { lockVersion, rows } = await preview();
  const itemIds = rows.filter(({ isUnplanned }) => !isUnplanned).map(({ id }) => id);
  return world.app
    .get(CopyPlan)
    .run(actor(), { ...source(), title: '2027年工作计划', lockVersion, itemIds, ...changes });
}
const drafted = () =>
  world.owner<{ title: string; cadence: unknown; position: number; responsible: string | null; state: string }>(
    `select t.title, t.cadence, t.position, t.lead_office, t.cooperating, t.responsible_account_id as responsible, i.state
     from plan p join plan_item t on t.plan_id = p.id join workflow_instance i on i.id = p.instance_id
     where p.year = 2027 order by t.position`,
  );
async function act(title: string, event: string, input: Record<string, string>, who = 'clerk') {
  const [one] = await world.owner<{ id: string; lock_version: number }>(
    `select i.id, i.lock_version from workflow_instance i join occurrence o on o.id = i.occurrence_id
     where i.title = $1 order by o.due_on limit 1`,
    [title],
  );
  const result = await world.app.get(ActOnCase).run(actor(who), {
    committeeId: world.committeeId,
    instanceId: one!.id,
    lockVersion: one!.lock_version,
    event,
    input,
  });
  expect(result).toMatchObject({ ok: true });
}
const countTimers = async () => (await world.owner<{ n: string }>('select count(*) as n from timer'))[0]!.n;

test('a draft of the new year, dates moved, the old plan and its timers untouched', async () => {
  const before = await countTimers();
  const result = await copy();
  expect(result).toMatchObject({ ok: true });
  const seven = { unit: 'calendar-days', count: -7 };
  expect(await drafted()).toMatchObject([
    { title: '委员活动', position: 1, state: 'draft', cadence: { kind: 'each', unit: 'quarter' } },
    {
      title: '2027年春节前走访慰问',
      position: 2,
      responsible: world.township.accountId('clerk'),
      lead_office: '社会委',
      cooperating: ['民政局', '工会'],
      cadence: { kind: 'anchored', anchor: 'festival:spring-festival', to: seven },
    },
    { title: '茶话会筹备', position: 3 },
  ]);
  expect(await countTimers()).toBe(before);
});

test('the preview says what was, what will be and why, and writes nothing', async () => {
  const row = await rowOf('走访慰问');
  expect(row).toMatchObject({
    dueBefore: ['2026-02-10'],
    dueAfter: ['2027-01-29'],
    notes: [
      { code: 'festival-followed', anchor: 'festival:spring-festival' },
      { code: 'title-year', text: '2026年春节前走访慰问' },
    ],
  });
  expect((await preview()).isProvisional).toBe(true);
  expect(await drafted()).toEqual([]);
});

test('an event of the committee’s own is open in the new year under its name, and only when something hangs on it', async () => {
  await world.owner(
    `insert into anchor (committee_id, year, key, name, on_date, is_provisional)
     values ($1, 2026, '新春茶话会', '新春茶话会', '2026-02-03', false), ($1, 2026, '书画展', '书画展', '2026-06-01', false)`,
    [world.committeeId],
  );
  expect((await rowOf('茶话会')).notes).toMatchObject([{ code: 'anchor-open', anchor: 'event:新春茶话会' }]);
  await copy();
  expect(await world.owner('select key, name, on_date as "on" from anchor where year = 2027')).toEqual([
    { key: '新春茶话会', name: '新春茶话会', on: null },
  ]);
});

test('the draft says whom its items still want, until somebody is filled in', async () => {
  const { township, committeeId, app } = world;
  await world.owner(`update membership set to_on = '2026-12-31' where account_id = $1 and role = 'leader'`, [
    township.accountId('leader'),
  ]);
  const result = await copy();
  if (!result.ok) throw new Error(JSON.stringify(result));
  const wanted = async (planId: string) => {
    const plan = await app
      .get(Doors)
      .inTenant(township.tenants(), (tx) => app.get(ReadPlan).run(tx, actor(), committeeId, planId));
    return plan?.items.flatMap(({ title, wanted: list }) =>
      list.map(({ field, formerName }) => `${title} ${field} ${formerName}`),
    );
  };
  expect(await wanted(result.value)).toEqual(['2027年春节前走访慰问 leaderAccountId 许建章']);
  // The plan of this year is not edited now.
  expect(await wanted(world.planId)).toEqual([]);
  await world.owner(`update plan_item set leader_account_id = $1 where plan_id = $2`, [
    township.accountId('county-leader'),
    result.value,
  ]);
  await world.owner(
    `insert into membership (id, committee_id, account_id, role, from_on)
     values (gen_random_uuid(), $1, $2, 'leader', '2026-01-01')`,
    [committeeId, township.accountId('county-leader')],
  );
  expect(await wanted(result.value)).toEqual([]);
});

test('what was held, what was not and why it was called off', async () => {
  world.clock.moveTo(Temporal.Instant.from('2026-07-20T02:00:00Z'));
  await act('委员活动', 'record', { doneOn: '2026-03-20' });
  await act('2026年春节前走访慰问', 'drop', { reason: '疫情' }, 'leader');
  expect(await rowOf('委员活动')).toMatchObject({
    held: 1,
    missed: [{ key: '2026-Q2', dueOn: '2026-06-30', isDropped: false, reason: null }],
  });
  expect(await rowOf('走访慰问')).toMatchObject({
    held: 0,
    missed: [{ dueOn: '2026-02-10', isDropped: true, reason: '疫情' }],
  });
});

test('a duty entered beside the plan is offered, and copied only when it is chosen', async () => {
  const entered = await world.app.get(EnterDuty).run(actor(), {
    committeeId: world.committeeId,
    title: '接待邻县考察',
    category: 'liaison',
    dueOn: '2026-05-20',
    responsibleAccountId: null,
    note: null,
    idempotencyKey: '00000000-0000-4000-8000-000000000001',
  });
  expect(entered).toMatchObject({ ok: true });
  const row = await rowOf('接待邻县考察');
  expect(row).toMatchObject({ isUnplanned: true, dueAfter: ['2027-05-20'] });
  await copy();
  expect((await drafted()).map(({ title }) => title)).not.toContain('接待邻县考察');
  await world.owner('delete from plan_item where plan_id in (select id from plan where year = 2027)');
  await world.owner('delete from plan where year = 2027');
  expect(await copy({ itemIds: [row.id] })).toMatchObject({ ok: true });
  expect(await drafted()).toMatchObject([{ title: '接待邻县考察', cadence: { kind: 'by', on: '2027-05-20' } }]);
});

test('who left is taken out and named', async () => {
  await world.owner(`update membership set to_on = '2026-01-31' where account_id = $1`, [
    world.township.accountId('clerk'),
  ]);
  world.clock.moveTo(Temporal.Instant.from('2026-07-20T02:00:00Z'));
  expect((await rowOf('走访慰问')).notes).toContainEqual({
    code: 'responsible-left',
    on: null,
    anchor: null,
    text: '林晓雨',
  });
});

test('two clicks at once make one plan', async () => {
  const answers = await Promise.all([copy(), copy()]);
  expect(answers.filter((one) => one.ok)).toHaveLength(1);
  expect(answers.find((one) => !one.ok)).toMatchObject({ reason: 'year-taken' });
  expect(await drafted()).toHaveLength(3);
});

test.each<[string, () => Promise<unknown>, object]>([
  ['into its own year', () => copy({ year: 2026 }), { reason: 'year-not-later', field: 'year' }],
  ['into a year too far off', () => copy({ year: 2031 }), { reason: 'year-out-of-range' }],
  ['without a title', () => copy({ title: ' ' }), { reason: 'title-missing' }],
  ['of a plan amended meanwhile', async () => copy({ lockVersion: 99 }), { why: 'conflict' }],
  ['of an item that is not in it', () => copy({ itemIds: [crypto.randomUUID()] }), { why: 'missing' }],
  [
    'of a plan of another committee',
    () =>
      world.app.get(CopyPlan).run(actor('sibling-clerk'), {
        ...source(),
        committeeId: world.township.committeeId('sibling'),
        title: '2027年工作计划',
        lockVersion: 1,
        itemIds: [],
      }),
    { why: 'missing' },
  ],
])('a copy %s is refused and leaves nothing', async (_name, attempt, refusal) => {
  expect(await attempt()).toMatchObject({ ok: false, ...refusal });
  expect(await world.owner('select from plan where year <> 2026')).toEqual([]);
});
