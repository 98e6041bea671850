import { People } from '../src/capabilities/account/index.js';
import { listHandOvers } from '../src/capabilities/task/hand-over.query.js';
import { listLeftBehind } from '../src/capabilities/task/left-behind.query.js';
import { PrepareHandOver } from '../src/capabilities/task/prepare-hand-over.js';
import { ReadTask } from '../src/capabilities/task/read-task.js';
import { RecordContribution } from '../src/capabilities/task/record-contribution.js';
import { RequestLeave } from '../src/capabilities/task/request-leave.js';
import { AddClosing } from '../src/capabilities/work-calendar/index.js';
import { readCase } from '../src/capabilities/workflow/case.query.js';
import { ActOnCase } from '../src/capabilities/workflow/index.js';
import { Doors } from '../src/platform/database/doors.js';
import type { Tx } from '../src/platform/database/tx.js';
import { newId } from '../src/platform/ids.js';
import { townshipScenario } from '../src/scenarios/township.js';
import { liveUntil, publishedYear, type TownshipYear } from './township-year.js';

let world: TownshipYear;
afterEach(() => world.close());

const actor = (key: string) => world.township.actor(key, world.clock.now());
const accountId = (key: string) => world.township.accountId(key);
const inTenant = <T>(work: (tx: Tx) => Promise<T>) => world.app.get(Doors).inTenant(world.township.tenants(), work);
const act = async (who: string, instanceId: string, event: string, input: Record<string, string | number> = {}) => {
  const [row] = await world.owner<{ lock_version: number }>(
    'select lock_version from workflow_instance where id = $1',
    [instanceId],
  );
  const { committeeId } = world;
  return world.app
    .get(ActOnCase)
    .run(actor(who), { committeeId, instanceId, lockVersion: row!.lock_version, event, input });
};
const activity = async () => {
  const [row] = await world.owner<{ id: string; instance_id: string }>(
    `select id, instance_id from task where kind = 'hold-activity' order by due_on limit 1`,
  );
  return row!;
};

test('what people who left still owe is named by person until it is handed over', async () => {
  const [plan] = townshipScenario.plans;
  const items = (year: number) =>
    (plan?.items(year) ?? []).map((item) => (item.workflow === 'activity' ? { ...item, responsible: 'clerk' } : item));
  world = await publishedYear({ items });
  const today = () => Temporal.PlainDate.from(world.clock.now().toString().slice(0, 10));
  const left = () => inTenant((tx) => listLeftBehind(tx, world.committeeId, today()));
  expect(await left()).toEqual([]);
  for (const key of ['clerk', 'member-3']) {
    await inTenant((tx) => world.app.get(People).endOffices(tx, world.committeeId, accountId(key), '2026-02-27'));
  }
  // The last day in office is included.
  await liveUntil(world, '2026-02-27T10:00');
  expect(await left()).toEqual([]);
  await liveUntil(world, '2026-03-02T10:00');
  const clerk = { accountId: accountId('clerk'), name: '林晓雨', leftOn: '2026-02-27' };
  expect(await left()).toMatchObject([
    { ...clerk, openTasks: 5, transferable: 5, nextDueOn: '2026-03-31' },
    { accountId: accountId('member-3'), openTasks: 1, transferable: 0, nextDueOn: '2026-12-10' },
  ]);
  const prepared = await world.app.get(PrepareHandOver).run(actor('leader'), {
    committeeId: world.committeeId,
    fromAccountId: accountId('clerk'),
    toAccountId: accountId('leader'),
    taskIds: null,
    note: null,
  });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared));
  expect(await act('leader', prepared.value, 'carry-out')).toMatchObject({ ok: true });
  expect(await left()).toMatchObject([{ accountId: accountId('member-3') }]);
});

test('what was handed over stays with the new person when the calendar changes', async () => {
  const [plan] = townshipScenario.plans;
  const items = (year: number) =>
    (plan?.items(year) ?? []).map((item) => (item.workflow === 'activity' ? { ...item, responsible: 'clerk' } : item));
  world = await publishedYear({ items });
  const { committeeId } = world;
  const prepared = await world.app.get(PrepareHandOver).run(actor('clerk'), {
    committeeId,
    fromAccountId: accountId('clerk'),
    toAccountId: accountId('leader'),
    taskIds: null,
    note: null,
  });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared));
  await act('clerk', prepared.value, 'carry-out');
  // The second quarter's last working day goes.
  const closing = { committeeId, on: '2026-06-30', name: '乡庆', isTrial: false };
  expect(await world.app.get(AddClosing).run(actor('clerk'), closing)).toMatchObject({ ok: true });
  const tasks = await world.owner(
    `select t.status, t.due_on, t.holder_account_id = $1 as is_new from task t
     where t.kind = 'hold-activity' and t.due_on < '2026-09-01' order by t.due_on`,
    [accountId('leader')],
  );
  expect(tasks).toEqual([
    { status: 'open', due_on: '2026-03-31', is_new: true },
    { status: 'open', due_on: '2026-06-29', is_new: true },
  ]);
});

describe('leave from an invitation', () => {
  beforeEach(async () => {
    world = await publishedYear();
    await liveUntil(world, '2026-03-09T10:00');
    await act('clerk', (await activity()).instance_id, 'arrange', { heldOn: '2026-03-20' });
  });

  const invitation = async (key: string) => {
    const [row] = await world.owner<{ id: string; status: string; done_on: string | null }>(
      `select id, status, done_on from task where kind = 'answer-invitation' and holder_account_id = $1
       order by status = 'open' desc limit 1`,
      [accountId(key)],
    );
    return row!;
  };
  const ask = async (who: string, ofWhom = who, reason = '外出就医') =>
    world.app.get(RequestLeave).run(actor(who), {
      committeeId: world.committeeId,
      taskId: (await invitation(ofWhom)).id,
      reason,
    });
  const leaves = () =>
    world.owner<{ id: string; state: string; open: number }>(
      `select id, state, (select count(*) from task t where t.instance_id = i.id and t.status = 'open') as open
       from workflow_instance i where definition = 'leave' order by opened_at, id`,
    );

  test('asked for by the member and approved, it answers the invitation, and is no ordinary answer', async () => {
    const asked = await ask('member-1');
    expect(asked).toMatchObject({ ok: true });
    expect(await leaves()).toMatchObject([{ state: 'requested', open: 1 }]);
    expect(await invitation('member-1')).toMatchObject({ status: 'open' });
    expect(await act('leader', asked.ok ? asked.value : '', 'approve')).toMatchObject({ ok: true });
    expect(await leaves()).toMatchObject([{ state: 'approved', open: 0 }]);
    expect(await invitation('member-1')).toMatchObject({ status: 'done', done_on: '2026-03-09' });
    expect(await world.owner('select kind, answer, note, on_behalf_of_account_id from contribution')).toEqual([
      { kind: 'leave', answer: 'not-coming', note: '外出就医', on_behalf_of_account_id: accountId('member-1') },
    ]);
    const history = await world.owner<{ event: string }>(
      'select event from workflow_event where instance_id = $1 order by seq',
      [(await activity()).instance_id],
    );
    expect(history.map(({ event }) => event)).toEqual(['start', 'arrange', 'leave-requested', 'leave-granted']);
  });

  test('refused, the invitation stays open; the member may ask again, and take the request back', async () => {
    const first = await ask('member-1');
    expect(await ask('member-1')).toMatchObject({ reason: 'leave-requested' });
    await act('clerk', first.ok ? first.value : '', 'refuse', { reason: '名额已定' });
    const { id: taskId } = await invitation('member-1');
    const seen = await inTenant((tx) => world.app.get(ReadTask).run(tx, actor('member-1'), world.committeeId, taskId));
    expect(seen).toMatchObject({
      status: 'open',
      light: null,
      leave: { state: 'refused', history: [{ event: 'start' }, { event: 'refuse', input: { reason: '名额已定' } }] },
    });
    const second = await ask('member-1');
    expect(await act('member-2', second.ok ? second.value : '', 'cancel')).toMatchObject({
      reason: 'role-not-allowed',
    });
    expect(await act('member-1', second.ok ? second.value : '', 'cancel')).toMatchObject({
      ok: true,
      // Who asked reads what was said to them and by them.
      value: { state: 'cancelled', history: [{ event: 'start' }, { event: 'cancel' }] },
    });
    expect((await leaves()).map(({ state }) => state)).toEqual(['refused', 'cancelled']);
  });

  test('entered by the clerk it is the member’s; a fellow member cannot ask for another', async () => {
    expect(await ask('member-2', 'member-1')).toEqual({ ok: false, why: 'missing' });
    const asked = await ask('clerk', 'member-1');
    expect(asked).toMatchObject({ ok: true });
    const view = await inTenant((tx) =>
      readCase(tx, { committeeId: world.committeeId, instanceId: asked.ok ? asked.value : '' }, actor('leader')),
    );
    expect(view).toMatchObject({ definition: 'leave', history: [{ input: { reason: '外出就医' } }] });
  });

  test('lapses when the invitation ends otherwise: answered, or the day set anew', async () => {
    await ask('member-1');
    await ask('member-2');
    await world.app.get(RecordContribution).run(actor('member-1'), {
      committeeId: world.committeeId,
      taskId: (await invitation('member-1')).id,
      amount: 1,
      doneOn: '2026-03-09',
      note: null,
      answer: 'coming',
      idempotencyKey: newId(),
    });
    expect((await leaves()).map(({ state }) => state).sort()).toEqual(['lapsed', 'requested']);
    await act('clerk', (await activity()).instance_id, 'arrange', { heldOn: '2026-03-24' });
    expect(await leaves()).toMatchObject([
      { state: 'lapsed', open: 0 },
      { state: 'lapsed', open: 0 },
    ]);
    expect(await ask('member-2')).toMatchObject({ ok: true });
  });

  test('without a reason, from another duty or from an answered invitation it is refused', async () => {
    expect(await ask('member-1', 'member-1', ' ')).toMatchObject({ reason: 'text-missing', field: 'reason' });
    const { committeeId } = world;
    const taskId = (await activity()).id;
    expect(await world.app.get(RequestLeave).run(actor('clerk'), { committeeId, taskId, reason: '病' })).toMatchObject({
      reason: 'not-an-invitation',
    });
    const first = await ask('member-1');
    await act('leader', first.ok ? first.value : '', 'approve');
    expect(await ask('member-1')).toMatchObject({ reason: 'task-not-open' });
    expect(await leaves()).toHaveLength(1);
  });
});

describe('a hand-over', () => {
  beforeEach(async () => {
    const [plan] = townshipScenario.plans;
    world = await publishedYear({
      items: (year) =>
        plan!
          .items(year)
          .map((item) => (item.workflow === 'activity' ? { ...item, responsible: 'member-1', leader: null } : item)),
    });
  });

  const people = (from: string, to: string) => ({
    committeeId: world.committeeId,
    fromAccountId: accountId(from),
    toAccountId: accountId(to),
  });
  const prepare = (from = 'member-1', to = 'clerk', taskIds: readonly string[] | null = null) =>
    world.app.get(PrepareHandOver).run(actor('clerk'), { ...people(from, to), taskIds, note: '届中调整' });
  const held = (key: string) =>
    world.owner<{ kind: string; n: number }>(
      `select kind, count(*) as n from task where holder_account_id = $1 and status = 'open' group by 1 order by 1`,
      [accountId(key)],
    );

  test('is looked at first: the duties by charge, and not what the member was asked for as a member', async () => {
    const seen = await world.app
      .get(PrepareHandOver)
      .preview(actor('clerk'), { ...people('member-1', 'clerk'), taskIds: null });
    expect(seen).toMatchObject({
      ok: true,
      value: {
        fromName: '陈小满',
        toName: '林晓雨',
        led: [],
        items: [{ title: '委员活动(每季度至少一次)', charges: ['responsible'] }, { charges: ['responsible'] }],
        stays: [{ kind: 'contribute', count: 1 }],
        cautions: [],
      },
    });
    expect(seen.ok && seen.value.cases.map(({ charges }) => charges)).toEqual(Array(5).fill(['responsible']));
    expect(seen.ok && seen.value.tasks.map(({ kind, dueOn }) => `${kind} ${dueOn}`)).toEqual([
      'hold-activity 2026-03-31',
      'hold-activity 2026-06-30',
      'hold-activity 2026-09-30',
      'hold-activity 2026-12-31',
      'hold-activity 2026-12-31',
    ]);
    expect(await world.owner(`select id from workflow_instance where definition = 'hand-over'`)).toEqual([]);
  });

  /** Everything that names anybody, as `kind id`, with whom it names. */
  const whoIsNamed = async () => {
    const rows = await world.owner<{ what: string; who: string }>(
      `select 'task ' || id as what, concat(holder_account_id, ' ', leader_account_id) as who from task
       union all select 'case ' || id, concat(facts ->> 'responsibleAccountId', ' ', facts ->> 'leaderAccountId', ' ',
         facts -> 'addressee' ->> 'accountId') from workflow_instance where definition <> 'hand-over'
       union all select 'item ' || id, concat(responsible_account_id, ' ', leader_account_id) from plan_item`,
    );
    return new Map(rows.map(({ what, who }) => [what, who]));
  };

  test.each([
    ['everything of the person in charge', 'member-1', 'clerk', false],
    ['the second duty', 'member-1', 'clerk', true],
    ['everything of the leader in charge', 'leader', 'member-2', false],
  ])('what was looked at is what changes, and nothing else does: %s', async (_, from, to, isOne) => {
    await world.owner(`update plan_item set leader_account_id = $1`, [accountId('leader')]);
    await world.owner(
      `update workflow_instance set facts = facts || jsonb_build_object('leaderAccountId', $1::text)
       where definition = 'activity'`,
      [accountId('leader')],
    );
    await world.owner(`update task set leader_account_id = $1 where kind = 'hold-activity'`, [accountId('leader')]);
    const look = (taskIds: readonly string[] | null) =>
      world.app.get(PrepareHandOver).preview(actor('clerk'), { ...people(from, to), taskIds });
    const all = await look(null);
    const second = all.ok && isOne ? [all.value.tasks[1]!.id] : null;
    const seen = await look(second);
    if (!seen.ok) throw new Error(JSON.stringify(seen));
    const { tasks, led, cases, items } = seen.value;
    const shown = [
      ...[...tasks, ...led].map(({ id }) => `task ${id}`),
      ...cases.map(({ id }) => `case ${id}`),
      ...items.map(({ id }) => `item ${id}`),
    ];
    expect(shown.length).toBeGreaterThan(1);
    const prepared = await prepare(from, to, second);
    const before = await whoIsNamed();
    expect(await act('clerk', prepared.ok ? prepared.value : '', 'carry-out')).toMatchObject({ ok: true });
    const after = await whoIsNamed();
    const changed = [...after].filter(([what, who]) => before.get(what) !== who).map(([what]) => what);
    expect(changed.sort()).toEqual(shown.sort());
    expect([...after.values()].filter((who) => who.includes(accountId(to))).length).toBeGreaterThanOrEqual(
      shown.length,
    );
  });

  test('says who would take over from the staff and yet be a member, be away or leave', async () => {
    await world.owner(
      `insert into stand_in (committee_id, id, account_id, stand_in_account_id, kind, from_on, to_on, entered_at,
         entered_by_account_id) values ($1, $2, $3, $4, 'stand-in', '2026-01-05', '2026-01-16', now(), $4)`,
      [world.committeeId, newId(), accountId('member-2'), accountId('member-3')],
    );
    await inTenant((tx) =>
      world.app.get(People).endOffices(tx, world.committeeId, accountId('member-2'), '2026-03-31'),
    );
    const seen = await world.app
      .get(PrepareHandOver)
      .preview(actor('leader'), { ...people('clerk', 'member-2'), taskIds: null });
    expect(seen).toMatchObject({
      ok: true,
      value: {
        cautions: [
          { code: 'to-merely-member' },
          { code: 'to-away', hearerName: '赵清和', until: '2026-01-16' },
          { code: 'to-leaves', lastOn: '2026-03-31' },
        ],
      },
    });
  });

  test('carried out, duties, cases and items go over at once; one notice each, and the next rungs find the new holder', async () => {
    await liveUntil(world, '2026-03-18T10:00');
    const task = await activity();
    const prepared = await prepare();
    expect(prepared).toMatchObject({ ok: true });
    const instanceId = prepared.ok ? prepared.value : '';
    expect(await held('member-1')).toMatchObject([{ kind: 'contribute' }, { kind: 'hold-activity', n: 5 }]);
    expect(await act('clerk', instanceId, 'carry-out')).toMatchObject({ ok: true, value: { state: 'carried-out' } });
    expect(await held('member-1')).toEqual([{ kind: 'contribute', n: 1 }]);
    expect(await held('clerk')).toEqual([{ kind: 'hold-activity', n: 5 }]);
    const left = await world.owner(
      `select id from workflow_instance where not is_final and facts ->> 'responsibleAccountId' = $1
       union all select id from plan_item where responsible_account_id = $1::uuid`,
      [accountId('member-1')],
    );
    expect(left).toEqual([]);
    const [noted] = await world.owner(
      `select input from workflow_event where instance_id = $1 and event = 'handed-over'`,
      [task.instance_id],
    );
    expect(noted).toEqual({ input: { fromName: '陈小满', toName: '林晓雨', task: 'hold-activity' } });
    await liveUntil(world, '2026-03-31T23:00');
    const told = await world.owner<{ rung: string; name: string; on: string }>(
      `select split_part(n.rung, ' ', 1) as rung, a.name from notice n join account a on a.id = n.account_id
       join reminder r using (committee_id, task_id, rung, due_on, round)
       where n.task_id = $1 and r.outcome = 'sent' and r.form in ('assigned', 'notice', 'approaching', 'due-today')
       order by r.recorded_at`,
      [task.id],
    );
    // A member's ladder; the duty keeps the one it was opened on.
    expect(told).toEqual([
      { rung: 'T-15', name: '陈小满' },
      { rung: 'assigned', name: '林晓雨' },
      { rung: 'T-3', name: '林晓雨' },
      { rung: 'T+0', name: '林晓雨' },
    ]);
    // A report owed later is the new person's, too.
    expect(await act('clerk', task.instance_id, 'record', { doneOn: '2026-03-31' })).toMatchObject({ ok: true });
  });

  test('of chosen duties only these go, with their cases; the rest and the plan stay with the person', async () => {
    const seen = await world.app
      .get(PrepareHandOver)
      .preview(actor('clerk'), { ...people('member-1', 'clerk'), taskIds: null });
    const [first, second] = seen.ok ? seen.value.tasks : [];
    const prepared = await prepare('member-1', 'clerk', [second!.id]);
    expect(await act('clerk', prepared.ok ? prepared.value : '', 'carry-out')).toMatchObject({ ok: true });
    expect(await held('clerk')).toEqual([{ kind: 'hold-activity', n: 1 }]);
    expect(await held('member-1')).toMatchObject([{ kind: 'contribute' }, { kind: 'hold-activity', n: 4 }]);
    const named = await world.owner(
      `select id from workflow_instance where definition = 'activity' and facts ->> 'responsibleAccountId' = $1`,
      [accountId('clerk')],
    );
    expect(named).toEqual([{ id: second!.instanceId }]);
    expect(
      await world.owner('select id from plan_item where responsible_account_id = $1', [accountId('member-1')]),
    ).not.toEqual([]);
    // Somebody else's duty, and one that went already, cannot be chosen.
    expect(await prepare('member-1', 'clerk', [second!.id])).toEqual({ ok: false, why: 'missing' });
    expect(await prepare('member-1', 'clerk', [])).toMatchObject({ reason: 'nothing-to-hand-over' });
    expect(await prepare('member-1', 'clerk', [first!.id])).toMatchObject({ ok: true });
    expect(await inTenant((tx) => listHandOvers(tx, world.committeeId))).toMatchObject([
      { fromName: '陈小满', toName: '林晓雨', state: 'prepared', chosen: 1, preparedByName: '林晓雨' },
      { state: 'carried-out', chosen: 1 },
    ]);
  });

  test('abandoned, nothing goes', async () => {
    const prepared = await prepare();
    await act('leader', prepared.ok ? prepared.value : '', 'abandon', { reason: '不调整了' });
    expect(await held('member-1')).toMatchObject([{ kind: 'contribute' }, { kind: 'hold-activity', n: 5 }]);
    expect(await held('clerk')).toEqual([]);
  });

  test.each([
    ['member-1', 'member-1', 'same-person', 'toAccountId'],
    ['member-1', 'sibling-clerk', 'person-unknown', 'toAccountId'],
    ['sibling-clerk', 'clerk', 'person-unknown', 'fromAccountId'],
  ])('from %s to %s it is refused', async (from, to, reason, field) => {
    expect(await prepare(from, to)).toEqual({ ok: false, why: 'refused', reason, field });
  });

  test('of somebody who owes nothing it is refused', async () => {
    expect(await prepare('member-2', 'clerk')).toMatchObject({ reason: 'nothing-to-hand-over' });
  });
});
