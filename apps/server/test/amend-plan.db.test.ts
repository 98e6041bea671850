import { AmendPlan } from '../src/capabilities/annual-plan/amend-plan.js';
import { EditPlanItem } from '../src/capabilities/annual-plan/index.js';
import { listRevisions } from '../src/capabilities/annual-plan/plan-revision.query.js';
import type { DateMove } from '../src/capabilities/work-calendar/index.js';
import { ActOnCase } from '../src/capabilities/workflow/index.js';
import { Doors } from '../src/platform/database/doors.js';
import { plainItem, type ScenarioItem } from '../src/scenarios/scenario.js';
import { liveUntil, publishedYear, type TownshipYear } from './township-year.js';

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
    leadOffice: '经济委',
    title: '重点工程视察',
    category: 'inspection',
    workflow: 'activity',
    cadence: { kind: 'within', spans: [{ unit: 'month', month: 9 }] },
  },
];

let world: TownshipYear;
beforeEach(async () => {
  world = await publishedYear({ items });
});
afterEach(() => world.close());

const actor = (key: string) => world.township.actor(key, world.clock.now());
const inTenant = <T>(work: Parameters<Doors['inTenant']>[1]) =>
  world.app.get(Doors).inTenant(world.township.tenants(), work) as Promise<T>;

interface Row {
  id: string;
  lock_version: number;
  state: string;
}
const planCase = async () => {
  const [row] = await world.owner<Row & { plan_lock: number }>(
    `select i.id, i.lock_version, i.state, p.lock_version as plan_lock
     from plan p join workflow_instance i on i.id = p.instance_id where p.id = $1`,
    [world.planId],
  );
  return row!;
};
async function act(event: string, input: Record<string, string> = {}, who = 'clerk') {
  const { id, lock_version: lockVersion } = await planCase();
  return world.app
    .get(ActOnCase)
    .run(actor(who), { committeeId: world.committeeId, instanceId: id, lockVersion, event, input });
}
const itemRow = async (title: string) => {
  const [row] = await world.owner<{ id: string; position: number }>(
    'select id, position from plan_item where title = $1',
    [title],
  );
  return row!;
};
async function save(title: string, changes: Partial<ScenarioItem>) {
  const { plan_lock: lockVersion } = await planCase();
  const known = items().find((one) => one.title === title);
  const { responsible: _r, leader: _l, group: _g, ...item } = { ...plainItem, ...known, ...changes } as ScenarioItem;
  const result = await world.app.get(EditPlanItem).save(
    actor('clerk'),
    {
      committeeId: world.committeeId,
      planId: world.planId,
      lockVersion,
      itemId: known === undefined ? null : (await itemRow(title)).id,
    },
    { ...item, responsibleAccountId: null, leaderAccountId: null, groupId: null },
  );
  expect(result).toEqual({ ok: true, value: null });
}
async function remove(title: string) {
  const { plan_lock: lockVersion } = await planCase();
  const target = { committeeId: world.committeeId, planId: world.planId, lockVersion };
  expect(await world.app.get(EditPlanItem).remove(actor('clerk'), target, (await itemRow(title)).id)).toMatchObject({
    ok: true,
  });
}
const say = ({ title, change, from, to, why }: DateMove) => [title, change, from, to, why].filter(Boolean).join(' ');
const preview = async () => {
  const shown = await inTenant<{ changes: DateMove[] }>((tx) =>
    world.app.get(AmendPlan).preview(tx, world.committeeId, world.planId),
  );
  return shown.changes.map(say);
};
const revisions = () =>
  inTenant<{ reason: string | null; changes: DateMove[] }[]>((tx) =>
    listRevisions(tx, world.committeeId, world.planId),
  );
const openTasks = async () =>
  (
    await world.owner<{ line: string }>(
      `select concat_ws(' ', i.title, t.due_on, t.status) as line from task t join workflow_instance i on i.id = t.instance_id
       where t.kind = 'hold-activity' order by t.due_on, i.title, t.status`,
    )
  ).map(({ line }) => line);

test('an amendment says what it will do, does exactly that, and is on record with its reason', async () => {
  await liveUntil(world, '2026-05-11T10:00');
  expect(await act('amend')).toMatchObject({ ok: true });
  await save('重点工程视察', { cadence: { kind: 'within', spans: [{ unit: 'month', month: 11 }] } });
  await save('委员活动', { cadence: { kind: 'each', unit: 'half-year' } });
  await save('走访企业', {
    title: '走访企业',
    category: 'enterprise',
    workflow: 'activity',
    cadence: { kind: 'by', on: '2026-08-31' },
  });
  const shown = await preview();
  expect(shown).toEqual([
    '委员活动 moved 2026-06-30 2026-06-30',
    '委员活动 moved 2026-09-30 2026-12-31',
    '委员活动 kept 2026-03-31 past',
    '委员活动 dropped 2026-12-31',
    '重点工程视察 moved 2026-09-30 2026-11-30',
    '走访企业 added 2026-08-31',
  ]);
  // Nothing has moved yet.
  expect(await openTasks()).toEqual([
    '委员活动 2026-03-31 open',
    '委员活动 2026-06-30 open',
    '委员活动 2026-09-30 open',
    '重点工程视察 2026-09-30 open',
    '委员活动 2026-12-31 open',
  ]);
  expect(await act('publish-amendment')).toMatchObject({ ok: false, reason: 'field-missing', field: 'reason' });
  expect(await act('publish-amendment', { reason: '县里调整了部署' })).toMatchObject({ ok: true });
  expect(await openTasks()).toEqual([
    '委员活动 2026-03-31 open',
    '委员活动 2026-06-30 open',
    '走访企业 2026-08-31 open',
    '重点工程视察 2026-11-30 open',
    '委员活动 2026-12-31 cancelled',
    '委员活动 2026-12-31 open',
  ]);
  const [latest, first] = await revisions();
  expect(latest).toMatchObject({ revision: 2, reason: '县里调整了部署', itemCount: 3, byName: '林晓雨' });
  expect(latest!.changes.map(say)).toEqual(shown);
  expect(first).toMatchObject({ revision: 1, reason: null, itemCount: 2, changes: [] });
});

test('what somebody has acted on stays, and so does what is overdue', async () => {
  await liveUntil(world, '2026-05-11T10:00');
  const [second] = await world.owner<Row>(
    `select i.id, i.lock_version, i.state from workflow_instance i join occurrence o on o.id = i.occurrence_id where o.key = '2026-Q2'`,
  );
  const arranged = await world.app.get(ActOnCase).run(actor('clerk'), {
    committeeId: world.committeeId,
    instanceId: second!.id,
    lockVersion: second!.lock_version,
    event: 'arrange',
    input: { heldOn: '2026-06-05' },
  });
  expect(arranged).toMatchObject({ ok: true });
  await act('amend');
  await remove('委员活动');
  await act('publish-amendment', { reason: '合并到学习日' });
  const [latest] = await revisions();
  expect(latest!.changes.map(say)).toEqual([
    '委员活动 kept 2026-03-31 past',
    '委员活动 kept 2026-06-30 acted-on',
    '委员活动 dropped 2026-09-30',
    '委员活动 dropped 2026-12-31',
  ]);
  const history = await world.owner<{ line: string }>(
    `select concat_ws(' ', o.key, e.event, e.to_state) as line from workflow_event e
     join workflow_instance i on i.id = e.instance_id join occurrence o on o.id = i.occurrence_id
     where i.title = '委员活动' order by o.key, e.seq`,
  );
  expect(history.map(({ line }) => line)).toEqual([
    '2026-Q1 start planned',
    '2026-Q2 start planned',
    '2026-Q2 arrange arranged',
    '2026-Q3 start planned',
    '2026-Q3 withdraw withdrawn',
    '2026-Q4 start planned',
    '2026-Q4 withdraw withdrawn',
  ]);
});

test.each([
  ['urged', 'moved'],
  ['handed-over', 'moved'],
  ['joined', 'moved'],
  ['held', 'kept'],
  ['contributed', 'kept'],
] as const)('what was %s is %s', async (event, change) => {
  await world.owner(
    `insert into workflow_event (committee_id, instance_id, seq, event, from_state, to_state, actor_account_id, at, input)
     select i.committee_id, i.id, 2, $1, i.state, i.state, $2, '2026-01-05T02:00:00Z', '{}'
     from workflow_instance i where i.title = '重点工程视察'`,
    [event, world.township.accountId('clerk')],
  );
  await act('amend');
  await save('重点工程视察', { cadence: { kind: 'within', spans: [{ unit: 'month', month: 11 }] } });
  expect((await preview()).map((line) => line.split(' ')[1])).toEqual([change]);
});

test('discarded, an amendment leaves the items as they were published', async () => {
  const itemsInForce = () =>
    world.owner('select id, title, cadence, position from plan_item where not is_removed order by position');
  const before = await itemsInForce();
  await act('amend');
  await save('重点工程视察', { cadence: { kind: 'by', on: '2026-06-30' } });
  await save('走访企业', {
    title: '走访企业',
    category: 'enterprise',
    workflow: 'activity',
    cadence: { kind: 'by', on: '2026-08-31' },
  });
  await remove('委员活动');
  expect(await act('discard-amendment')).toMatchObject({ ok: true });
  expect(await itemsInForce()).toEqual(before);
  expect(await revisions()).toHaveLength(1);
  expect(await openTasks()).toHaveLength(5);
});

test('taken out and put back, an item carries on in the same occurrences', async () => {
  await act('amend');
  const { id } = await itemRow('重点工程视察');
  await remove('重点工程视察');
  await act('publish-amendment', { reason: '取消' });
  expect(await openTasks()).toContain('重点工程视察 2026-09-30 cancelled');
  await world.owner('update plan_item set is_removed = false where id = $1', [id]);
  await act('amend');
  await act('publish-amendment', { reason: '恢复' });
  expect(await openTasks()).toEqual(
    expect.arrayContaining(['重点工程视察 2026-09-30 cancelled', '重点工程视察 2026-09-30 open']),
  );
  expect(await world.owner('select id from occurrence where plan_item_id = $1', [id])).toHaveLength(1);
});

test('other offices named: one line for the item, no date moved, no case touched, on record', async () => {
  const cases = () => world.owner('select id, lock_version, state, facts from workflow_instance order by id');
  await act('amend');
  const before = await cases();
  await save('重点工程视察', { leadOffice: '经济委', cooperating: ['发改局', '水务局'] });
  expect(await preview()).toEqual(['重点工程视察 reassigned']);
  expect(await cases()).toEqual(before);
  expect(await act('publish-amendment', { reason: '机构改革' })).toMatchObject({ ok: true });
  const [latest] = await revisions();
  expect(latest!.changes).toEqual([
    {
      committeeId: world.committeeId,
      title: '重点工程视察',
      what: {
        before: { leadOffice: '经济委', cooperating: [] },
        after: { leadOffice: '经济委', cooperating: ['发改局', '水务局'] },
      },
      change: 'reassigned',
      from: null,
      to: null,
      why: null,
    },
  ]);
  const plan = (await planCase()).id;
  const ofOthers = (rows: { id: string }[]) => rows.filter(({ id }) => id !== plan);
  expect(ofOthers((await cases()) as { id: string }[])).toEqual(ofOthers(before as { id: string }[]));

  await act('amend');
  await save('重点工程视察', { leadOffice: null });
  await act('discard-amendment');
  expect(await world.owner(`select lead_office, cooperating from plan_item where title = '重点工程视察'`)).toEqual([
    { lead_office: '经济委', cooperating: ['发改局', '水务局'] },
  ]);
});

test.each([
  ['leader', 'amend', 'role-not-allowed'],
  ['clerk', 'publish-amendment', 'action-not-known-here'],
] as const)('the %s may not %s a published plan: %s', async (who, event, reason) => {
  expect(await act(event, { reason: '调整' }, who)).toMatchObject({ ok: false, reason });
});

test('two clerks publish the same amendment: the second learns that it is done, and nothing is done twice', async () => {
  await act('amend');
  await save('重点工程视察', { cadence: { kind: 'within', spans: [{ unit: 'month', month: 11 }] } });
  const answers = await Promise.all([
    act('publish-amendment', { reason: '一' }),
    act('publish-amendment', { reason: '二' }),
  ]);
  expect(answers.map((one) => (one.ok ? 'published' : one.why)).sort()).toEqual(['conflict', 'published']);
  expect(await revisions()).toHaveLength(2);
});
