import type { Actor } from '../src/capabilities/account/index.js';
import { HoldTask } from '../src/capabilities/task/hold-task.js';
import { ListTasks } from '../src/capabilities/task/list-tasks.js';
import { ReadTask } from '../src/capabilities/task/read-task.js';
import { RecordContribution } from '../src/capabilities/task/record-contribution.js';
import { Doors } from '../src/platform/database/doors.js';
import { newId } from '../src/platform/ids.js';
import { draftPlan, loadScenario } from '../src/scenarios/load-scenario.js';
import { publishScenarioPlan } from '../src/scenarios/publish-scenario-plan.js';
import { townshipScenario } from '../src/scenarios/township.js';
import { PASSWORD, startServer } from './support.js';
import { liveUntil, type TownshipYear } from './township-year.js';

/** 2026: each handling unit hands in one report by Tuesday 30 June. Two units, one person speaking for the first. */
let world: Omit<TownshipYear, 'rehearsal'>;
let roads: { unitId: string; actor: () => Actor };

beforeEach(async () => {
  const server = await startServer();
  const { app, clock, owner } = server;
  const now = clock.now();
  const township = await loadScenario(app, townshipScenario, { password: PASSWORD, officeFrom: '2025-01-01' });
  const committeeId = township.committeeId('township');
  const unitIds = await Promise.all(['交通局', '教育局'].map((name) => addUnit(name)));
  // Members of the township who here speak for units.
  await speaksFor('member-1', unitIds[0]!);
  await speaksFor('member-2', unitIds[1]!);
  const [plan] = townshipScenario.plans;
  const items = (year: number) =>
    plan!
      .items(year)
      .flatMap((item) =>
        item.workflow === 'solicitation'
          ? [{ ...item, title: '办理情况报告', participants: 'units' as const, target: 1 }]
          : [],
      );
  const planId = await draftPlan(app, township, { ...plan!, items }, { clerk: 'clerk', year: 2026, now });
  await publishScenarioPlan(app, township, { committee: 'township', planId, now });
  world = { ...server, township, committeeId, planId };
  roads = {
    unitId: unitIds[0]!,
    actor: () => {
      const member = township.actor('member-1', clock.now());
      const speaking = { ...member.memberships[0]!, role: 'unit' as const, unitId: unitIds[0]! };
      return { ...member, memberships: [speaking] };
    },
  };

  async function addUnit(name: string) {
    const id = newId();
    await owner('insert into handling_unit (committee_id, id, name) values ($1, $2, $3)', [committeeId, id, name]);
    return id;
  }

  async function speaksFor(key: string, unitId: string) {
    await owner(
      `insert into membership (committee_id, id, account_id, role, handling_unit_id, from_on)
       values ($1, $2, $3, 'unit', $4, '2025-01-01')`,
      [committeeId, newId(), township.accountId(key), unitId],
    );
  }
});
afterEach(() => world.close());

const clerk = () => world.township.actor('clerk', world.clock.now());
const tasks = () =>
  world.owner<{ id: string; unit: string; is_held: boolean; status: string; timers: number; lock_version: number }>(
    `select t.id, u.name as unit, t.held_at is not null as is_held, t.status, t.lock_version,
       (select count(*) from timer m where m.subject_id = t.id) as timers
     from task t join handling_unit u on u.id = t.holder_unit_id order by u.name desc`,
  );
const inTenant = <T>(work: Parameters<Doors['inTenant']>[1]) =>
  world.app.get(Doors).inTenant(world.township.tenants(), work) as Promise<T>;
const mine = (actor: Actor) => inTenant<{ id: string }[]>((tx) => world.app.get(ListTasks).mine(tx, actor, 'open'));
const read = (actor: Actor, taskId: string) =>
  inTenant<Awaited<ReturnType<ReadTask['run']>>>((tx) =>
    world.app.get(ReadTask).run(tx, actor, world.committeeId, taskId),
  );
const contribute = (actor: Actor, taskId: string) =>
  world.app.get(RecordContribution).run(actor, {
    committeeId: world.committeeId,
    taskId,
    amount: 1,
    doneOn: '2026-09-01',
    note: null,
    answer: null,
    idempotencyKey: newId(),
  });

test('a handling unit hears nothing of its task before a named person released it, and everything after', async () => {
  expect(await tasks()).toMatchObject([
    { unit: '教育局', is_held: true, timers: 0 },
    { unit: '交通局', is_held: true, timers: 0 },
  ]);
  const [, task] = await tasks();
  await liveUntil(world, '2026-12-31T10:00');
  expect(
    await world.owner('select r.* from reminder r join task t on t.id = r.task_id where t.holder_unit_id is not null'),
  ).toEqual([]);
  expect(await mine(roads.actor())).toEqual([]);
  expect(await read(roads.actor(), task!.id)).toBeNull();
  expect(await contribute(roads.actor(), task!.id)).toEqual({ ok: false, why: 'missing' });
});

test('released, it is in the unit’s hands and on its ladder; the other unit’s stays with the clerk', async () => {
  world.clock.moveTo(Temporal.Instant.from('2026-09-01T02:00:00Z'));
  const [, task] = await tasks();
  const target = { committeeId: world.committeeId, taskId: task!.id, lockVersion: task!.lock_version };
  expect(await world.app.get(HoldTask).release(clerk(), target)).toMatchObject({ ok: true });
  expect(await tasks()).toMatchObject([
    { unit: '教育局', is_held: true, timers: 0 },
    { unit: '交通局', is_held: false, timers: 1 },
  ]);
  expect(await mine(roads.actor())).toMatchObject([
    { id: task!.id, holder: { name: '交通局', unitId: roads.unitId, role: null, accountId: null }, hold: null },
  ]);
  // Nothing of what clerk and leader say about it.
  expect(await read(roads.actor(), task!.id)).toMatchObject({ case: null, reminders: [], urgings: [] });
  await liveUntil(world, '2026-11-26T10:00');
  const told = await world.owner(
    `select a.name from notice n join account a on a.id = n.account_id where n.task_id = $1`,
    [task!.id],
  );
  expect(told).toEqual([{ name: '陈小满' }]);
  expect(await contribute(roads.actor(), task!.id)).toMatchObject({ ok: true });
  expect(await tasks()).toMatchObject([{ status: 'open' }, { status: 'done', timers: 0 }]);
});

test('put on hold later with a reason, the unit still sees its task', async () => {
  const [, task] = await tasks();
  const target = { committeeId: world.committeeId, taskId: task!.id };
  await world.app.get(HoldTask).release(clerk(), { ...target, lockVersion: 1 });
  await world.app.get(HoldTask).hold(clerk(), { ...target, lockVersion: 2 }, '等上级文件');
  expect(await mine(roads.actor())).toMatchObject([{ id: task!.id, hold: { reason: '等上级文件' } }]);
  await world.app.get(HoldTask).release(clerk(), { ...target, lockVersion: 3 });
  expect(await tasks()).toMatchObject([{}, { is_held: false, timers: 1 }]);
});

test('a session names the unit its person speaks for', async () => {
  const until = '2026-02-05T02:00:00Z';
  await world.owner(`select open_session('\\x01', $1, $2, $2)`, [world.township.accountId('member-1'), until]);
  const [session] = await world.owner<{ memberships: { role: string; unitId: string | null }[] }>(
    `select memberships from find_session('\\x01', '2026-01-05T02:00:00Z')`,
  );
  expect(session?.memberships.map(({ role, unitId }) => [role, unitId]).sort()).toEqual([
    ['member', null],
    ['unit', roads.unitId],
  ]);
});
