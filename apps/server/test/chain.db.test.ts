import { bootServer } from '../src/boot.js';
import { People } from '../src/capabilities/account/index.js';
import { UrgeTasks } from '../src/capabilities/supervision/index.js';
import { HoldTask } from '../src/capabilities/task/hold-task.js';
import { ConfirmNotDone } from '../src/capabilities/task/index.js';
import { ListTasks } from '../src/capabilities/task/list-tasks.js';
import { RecordContribution } from '../src/capabilities/task/record-contribution.js';
import { ActOnCase } from '../src/capabilities/workflow/index.js';
import { TimerScheduler } from '../src/engine/index.js';
import { Doors } from '../src/platform/database/doors.js';
import { newId } from '../src/platform/ids.js';
import { at, publishedYear, liveUntil as runUntil, type TownshipYear } from './township-year.js';

let world: TownshipYear;

beforeEach(async () => {
  world = await publishedYear();
});
afterEach(() => world.close());

const actor = (key: string) => world.township.actor(key, world.clock.now());
const liveUntil = (local: string, schedulers?: TimerScheduler[]) => runUntil(world, local, schedulers);

interface TaskRow {
  id: string;
  instance_id: string;
  kind: string;
  status: string;
  progress: number;
  done_on: string | null;
  recorded_at: Temporal.Instant | null;
  recorded_by_account_id: string | null;
  on_behalf_of_account_id: string | null;
  lock_version: number;
}

async function activityTask(occurrence: string): Promise<TaskRow> {
  const [task] = await world.owner<TaskRow>(
    `select t.* from task t join workflow_instance w on w.id = t.instance_id join occurrence o on o.id = w.occurrence_id
     where t.kind = 'hold-activity' and o.key = $1`,
    [occurrence],
  );
  return task!;
}

async function proposalTask(member: string): Promise<TaskRow> {
  const [task] = await world.owner<TaskRow>(`select * from task where kind = 'contribute' and holder_account_id = $1`, [
    world.township.accountId(member),
  ]);
  return task!;
}

const caseOf = async (task: TaskRow) => {
  const [row] = await world.owner<{ state: string; is_final: boolean; lock_version: number }>(
    'select state, is_final, lock_version from workflow_instance where id = $1',
    [task.instance_id],
  );
  return row!;
};

/** Rungs of a task with their outcome and whom they told, in the order they were recorded. */
const rungsOf = (task: TaskRow) =>
  world.owner<{ rung: string; on_date: string; outcome: string; reason: string; told: string[] }>(
    `select r.rung, r.on_date, r.outcome, r.reason,
       array(select a.name from notice n join account a on a.id = n.account_id
             where n.task_id = r.task_id and n.rung = r.rung and n.due_on = r.due_on order by 1) as told
     from reminder r where r.task_id = $1 order by r.recorded_at, r.on_date,
       array_position(array['T-30','T-15','T-7','T-3','T-1','T+0','T+1','T+3','T+7'], r.rung)`,
    [task.id],
  );
const told = async (task: TaskRow) => (await rungsOf(task)).filter((one) => one.outcome === 'sent');

const record = (task: TaskRow, doneOn: string, lockVersion = 1) =>
  world.app.get(ActOnCase).run(actor('clerk'), {
    committeeId: world.committeeId,
    instanceId: task.instance_id,
    lockVersion,
    event: 'record',
    input: { doneOn },
  });

const contribute = (
  by: string,
  task: TaskRow,
  amount: number,
  idempotencyKey: string = newId(),
  doneOn = '2026-09-02',
) =>
  world.app.get(RecordContribution).run(actor(by), {
    committeeId: world.committeeId,
    taskId: task.id,
    amount,
    doneOn,
    note: null,
    answer: null,
    idempotencyKey,
  });

const urge = (tasks: readonly TaskRow[], by = 'leader') =>
  world.app.get(UrgeTasks).run(actor(by), {
    committeeId: world.committeeId,
    taskIds: tasks.map((task) => task.id),
    text: '请抓紧办理',
    byPhone: false,
  });

const CLERK = '林晓雨';
const LEADER = '许建章';

describe('publishing', () => {
  test('opens a task for each activity and each member, and one timer for each task', async () => {
    const tasks = await world.owner(
      `select kind, due_on, count(*) as n from task where status = 'open' group by 1, 2 order by 2, 1`,
    );
    expect(tasks).toEqual([
      { kind: 'hold-activity', due_on: '2026-03-31', n: 1 },
      { kind: 'hold-activity', due_on: '2026-06-30', n: 1 },
      { kind: 'hold-activity', due_on: '2026-09-30', n: 1 },
      { kind: 'contribute', due_on: '2026-12-10', n: 12 },
      { kind: 'hold-activity', due_on: '2026-12-31', n: 2 },
    ]);
    const loose = await world.owner(
      `select from task t full join timer m on m.committee_id = t.committee_id and m.subject_id = t.id
       where coalesce(t.status = 'open', false) <> coalesce(m.kind = 'ladder', false)`,
    );
    expect(loose).toEqual([]);
    // T-30 is Sunday 1 March, back to Saturday 28 February, which is worked in 2026.
    const first = await activityTask('2026-Q1');
    const [timer] = await world.owner('select fire_at from timer where subject_id = $1', [first.id]);
    expect(timer).toEqual({ fire_at: at('2026-02-28T09:00') });
  });

  test('leaves a history of who submitted, approved and published', async () => {
    const history = await world.owner(
      `select e.event, e.to_state, a.name from workflow_event e join workflow_instance w on w.id = e.instance_id
       left join account a on a.id = e.actor_account_id where w.definition = 'annual-plan' order by e.seq`,
    );
    expect(history.slice(-3)).toEqual([
      { event: 'submit', to_state: 'submitted', name: CLERK },
      { event: 'approve', to_state: 'approved', name: LEADER },
      { event: 'publish', to_state: 'published', name: CLERK },
    ]);
  });
});

describe('contributions', () => {
  beforeEach(() => world.clock.moveTo(at('2026-09-02T10:00')));

  test('the same key counts once, one after the other and at the same moment', async () => {
    const task = await proposalTask('member-1');
    const key = newId();
    const results = await Promise.all([contribute('member-1', task, 1, key), contribute('member-1', task, 1, key)]);
    expect(results.map((one) => one.ok)).toEqual([true, true]);
    expect((await contribute('member-1', task, 1, key)).ok).toBe(true);
    expect(await proposalTask('member-1')).toMatchObject({ progress: 1, status: 'open' });
    expect(await world.owner('select id from contribution where task_id = $1', [task.id])).toEqual([{ id: key }]);
    await contribute('member-1', task, 1);
    expect(await proposalTask('member-1')).toMatchObject({ progress: 2, status: 'done', done_on: '2026-09-02' });
  });

  test('a key that stands for another task’s entry is not taken for this one’s second click', async () => {
    const [first, second] = [await proposalTask('member-1'), await proposalTask('member-2')];
    const key = newId();
    expect((await contribute('clerk', first, 1, key)).ok).toBe(true);
    expect(await contribute('clerk', second, 1, key)).toMatchObject({ ok: false, why: 'missing' });
    expect(await proposalTask('member-2')).toMatchObject({ progress: 0 });
  });

  test('entered by the clerk it is marked as on behalf, in the task, the record and the history', async () => {
    const task = await proposalTask('member-2');
    expect((await contribute('clerk', task, 2)).ok).toBe(true);
    const marked = {
      recorded_by_account_id: world.township.accountId('clerk'),
      on_behalf_of_account_id: world.township.accountId('member-2'),
    };
    expect(await proposalTask('member-2')).toMatchObject({ status: 'done', ...marked });
    expect(await world.owner('select * from contribution where task_id = $1', [task.id])).toMatchObject([marked]);
    const [event] = await world.owner(
      `select actor_account_id, on_behalf_of_account_id from workflow_event where event = 'contributed'`,
    );
    expect(Object.values(event!)).toEqual(Object.values(marked));
    await contribute('member-3', await proposalTask('member-3'), 1);
    const [own] = await world.owner('select on_behalf_of_account_id as for_whom from contribution where amount = 1');
    expect(own).toEqual({ for_whom: null });
  });

  test('a fellow member’s task answers as missing', async () => {
    expect(await contribute('member-1', await proposalTask('member-2'), 1)).toEqual({ ok: false, why: 'missing' });
  });

  test('at the target the reminders stop: the rungs to come are cancelled, and nothing more is said', async () => {
    await liveUntil('2026-11-26T10:00');
    const task = await proposalTask('member-1');
    expect(await rungsOf(task)).toMatchObject([{ rung: 'T-15', outcome: 'sent', told: ['陈小满'] }]);
    await contribute('member-1', task, 2, newId(), '2026-11-26');
    const after = await rungsOf(task);
    const stopped = { outcome: 'cancelled', reason: 'task-done', told: [] };
    expect(after).toMatchObject([
      { rung: 'T-15', outcome: 'sent' },
      { rung: 'T-3', on_date: '2026-12-07', ...stopped },
      { rung: 'T+0', on_date: '2026-12-10', ...stopped },
      { rung: 'T+1', on_date: '2026-12-11', ...stopped },
      { rung: 'T+3', on_date: '2026-12-15', ...stopped },
    ]);
    expect(await world.owner('select from timer where subject_id = $1', [task.id])).toEqual([]);
    await liveUntil('2026-12-30T10:00');
    expect(await rungsOf(task)).toEqual(after);
    // The others did hear: it is the task that stopped, not the server.
    expect((await told(await proposalTask('member-2'))).map((one) => one.rung)).toEqual([
      'T-15',
      'T-3',
      'T+0',
      'T+1',
      'T+3',
    ]);
  });

  test('the last one closes the case', async () => {
    for (let member = 1; member <= 12; member++) {
      const task = await proposalTask(`member-${member}`);
      expect(await caseOf(task)).toMatchObject({ state: 'open', is_final: false });
      await contribute('clerk', task, 2);
    }
    expect(await caseOf(await proposalTask('member-1'))).toMatchObject({ state: 'closed', is_final: true });
  });

  test('the last two at the same moment close it too', async () => {
    const tasks = await Promise.all(Array.from({ length: 12 }, (_, index) => proposalTask(`member-${index + 1}`)));
    await Promise.all(tasks.map((task) => contribute('clerk', task, 2)));
    expect(await caseOf(tasks[0]!)).toMatchObject({ state: 'closed' });
  });
});

test('an invitation says where, and its answer says whether the member comes', async () => {
  const task = await activityTask('2026-Q1');
  const input = { heldOn: '2026-01-20', place: '乡政府三楼会议室' };
  const { lock_version: lockVersion } = await caseOf(task);
  await world.app.get(ActOnCase).run(actor('clerk'), {
    committeeId: world.committeeId,
    instanceId: task.instance_id,
    event: 'arrange',
    lockVersion,
    input,
  });
  const member = actor('member-1');
  const mine = () =>
    world.app.get(Doors).inTenant(world.township.tenants(), (tx) => world.app.get(ListTasks).mine(tx, member, 'open'));
  const invitation = (await mine()).find(({ kind }) => kind === 'answer-invitation')!;
  expect(invitation).toMatchObject({ place: '乡政府三楼会议室', dueReason: { from: '2026-01-20' } });
  const answering = (answer: 'not-coming' | null) =>
    world.app.get(RecordContribution).run(member, {
      committeeId: world.committeeId,
      taskId: invitation.id,
      amount: 1,
      doneOn: '2026-01-05',
      note: null,
      answer,
      idempotencyKey: newId(),
    });
  expect(await answering(null)).toMatchObject({ why: 'refused', reason: 'answer-missing', field: 'answer' });
  expect((await answering('not-coming')).ok).toBe(true);
  expect(await world.owner('select answer from contribution')).toEqual([{ answer: 'not-coming' }]);
  expect(await world.owner(`select input from workflow_event where event = 'contributed'`)).toEqual([
    { input: { task: 'answer-invitation', answer: 'not-coming', doneOn: '2026-01-05' } },
  ]);
});

test('a task owed by an office names who holds it today', async () => {
  const page = () =>
    world.app.get(Doors).inTenant(world.township.tenants(), async (tx) => {
      const filter = { committeeId: world.committeeId, status: 'open', page: 1, pageSize: 50 } as const;
      return (await world.app.get(ListTasks).page(tx, filter)).rows.find(({ kind }) => kind === 'hold-activity')
        ?.holder;
    });
  expect(await page()).toMatchObject({ role: 'staff', inOffice: [CLERK] });
  await world.owner(`update membership set to_on = '2026-01-04' where role = 'staff'`);
  expect(await page()).toMatchObject({ role: 'staff', inOffice: [] });
});

test('whether it was late is judged by the day it was done, apart from the day it was recorded', async () => {
  const isDoneLate = async (task: TaskRow) => {
    const { rows } = await world.app
      .get(Doors)
      .inTenant(world.township.tenants(), (tx) =>
        world.app.get(ListTasks).page(tx, { committeeId: world.committeeId, status: 'done', page: 1, pageSize: 200 }),
      );
    return rows.find((one) => one.id === task.id)?.isDoneLate;
  };
  await liveUntil('2026-04-02T10:00');
  const first = await activityTask('2026-Q1');
  expect((await record(first, '2026-03-31')).ok).toBe(true);
  expect(await activityTask('2026-Q1')).toMatchObject({ status: 'done', done_on: '2026-03-31' });
  expect((await activityTask('2026-Q1')).recorded_at).toEqual(at('2026-04-02T10:00'));
  expect(await isDoneLate(first)).toBe(false);

  await liveUntil('2026-07-03T10:00');
  const second = await activityTask('2026-Q2');
  expect(await record(second, '2026-07-04')).toMatchObject({ ok: false, reason: 'date-in-future', field: 'doneOn' });
  expect(await record(second, '2026-03-31')).toMatchObject({ ok: false, reason: 'done-before-window' });
  expect((await record(second, '2026-07-01')).ok).toBe(true);
  expect(await isDoneLate(second)).toBe(true);
});

test('acting on what somebody else has changed meanwhile is a conflict and changes nothing', async () => {
  const task = await activityTask('2026-Q1');
  const before = await caseOf(task);
  expect(await record(task, '2026-01-05', 99)).toEqual({
    ok: false,
    why: 'conflict',
    currentLockVersion: before.lock_version,
  });
  expect(await caseOf(task)).toEqual(before);
  const both = await Promise.all([record(task, '2026-01-05'), record(task, '2026-01-04')]);
  expect(both.map((one) => (one.ok ? 'done' : one.why)).sort()).toEqual(['conflict', 'done']);
});

test('what is overdue is asked of the clerk first and climbs to the leader two working days later', async () => {
  await liveUntil('2026-04-20T10:00');
  const task = await activityTask('2026-Q1');
  expect((await told(task)).map(({ rung, on_date, told: names }) => [rung, on_date, ...names])).toEqual([
    ['T-30', '2026-02-28', CLERK],
    ['T-15', '2026-03-16', CLERK],
    ['T-7', '2026-03-20', CLERK],
    ['T-3', '2026-03-26', CLERK],
    ['T-1', '2026-03-30', CLERK],
    ['T+0', '2026-03-31', CLERK],
    ['T+1', '2026-04-01', CLERK],
    ['T+3', '2026-04-03', LEADER],
    ['T+7', '2026-04-10', LEADER],
  ]);
});

test('the clerk’s “not done”, clicked twice, is one answer', async () => {
  await liveUntil('2026-04-01T10:00');
  const task = await activityTask('2026-Q1');
  const answer = () =>
    world.app.get(ConfirmNotDone).run(actor('clerk'), { committeeId: world.committeeId, taskId: task.id });
  expect(await Promise.all([answer(), answer()])).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
  const answers = () => world.owner(`select from workflow_event where event = 'confirmed-not-done'`);
  expect(await answers()).toHaveLength(1);
  world.clock.moveTo(at('2026-04-02T10:00'));
  await answer();
  expect(await answers()).toHaveLength(2);
});

test('a rung that falls into a hold is recorded as held and tells nobody; afterwards it goes on', async () => {
  const task = await activityTask('2026-Q1');
  const holds = world.app.get(HoldTask);
  const target = { committeeId: world.committeeId, taskId: task.id, lockVersion: task.lock_version };
  expect(await holds.hold(actor('leader'), target, '等县里通知')).toEqual({ ok: true, value: null });
  expect(await holds.hold(actor('leader'), target, '再停')).toMatchObject({ ok: false, why: 'conflict' });
  await liveUntil('2026-03-02T10:00');
  expect(await holds.release(actor('clerk'), { ...target, lockVersion: task.lock_version + 1 })).toMatchObject({
    ok: true,
  });
  await liveUntil('2026-03-17T10:00');
  expect(await rungsOf(task)).toEqual([
    { rung: 'T-30', on_date: '2026-02-28', outcome: 'held', reason: 'on-hold', told: [] },
    { rung: 'T-15', on_date: '2026-03-16', outcome: 'sent', reason: 'reached', told: [CLERK] },
  ]);
});

describe('an activity on hold', () => {
  const invitations = () =>
    world.owner<{ id: string; held: boolean; hold_reason: string | null; lock_version: number }>(
      `select id, held_at is not null as held, hold_reason, lock_version from task
       where kind = 'answer-invitation' and status = 'open'`,
    );
  const arrange = async (task: TaskRow) => {
    const { lock_version: lockVersion } = await caseOf(task);
    return world.app.get(ActOnCase).run(actor('clerk'), {
      committeeId: world.committeeId,
      instanceId: task.instance_id,
      lockVersion,
      event: 'arrange',
      input: { heldOn: '2026-03-20' },
    });
  };
  const holds = () => world.app.get(HoldTask);
  const targetOf = (task: TaskRow, lockVersion = task.lock_version) => ({
    committeeId: world.committeeId,
    taskId: task.id,
    lockVersion,
  });
  const reasonsOf = async () => Map.groupBy(await invitations(), (one) => one.hold_reason);

  test('asks nobody to come, and asks again once it goes on; who was excused for a reason of his own stays so', async () => {
    const task = await activityTask('2026-Q1');
    expect(await arrange(task)).toMatchObject({ ok: true });
    const [one] = await invitations();
    await holds().hold(actor('clerk'), targetOf({ ...task, id: one!.id }, 1), '住院');
    const [{ lock_version: lockVersion }] = (await world.owner('select lock_version from task where id = $1', [
      task.id,
    ])) as [{ lock_version: number }];
    world.clock.moveTo(at('2026-01-05T10:30'));
    expect(await holds().hold(actor('leader'), targetOf(task, lockVersion), '等县里通知')).toMatchObject({ ok: true });
    const held = await reasonsOf();
    expect([...held].map(([reason, tasks]) => [reason, tasks.length]).sort()).toEqual([
      ['住院', 1],
      ['等县里通知', 11],
    ]);
    // T-5 of the answers, due on 19 March, is 12 March.
    await liveUntil('2026-03-13T10:00');
    const rungs = await world.owner(
      `select outcome, count(*)::int as n from reminder r join task t on t.id = r.task_id
       where t.kind = 'answer-invitation' group by 1`,
    );
    expect(rungs).toEqual([{ outcome: 'held', n: 12 }]);
    expect(await holds().release(actor('clerk'), targetOf(task, lockVersion + 1))).toMatchObject({ ok: true });
    expect([...(await reasonsOf())].map(([reason, tasks]) => [reason, tasks.length]).sort()).toEqual([
      [null, 11],
      ['住院', 1],
    ]);
    await liveUntil('2026-03-18T10:00');
    const sent = await world.owner(
      `select count(*)::int as n from reminder r join task t on t.id = r.task_id
       where t.kind = 'answer-invitation' and r.rung = 'T-1' and r.outcome = 'sent'`,
    );
    expect(sent).toEqual([{ n: 11 }]);
  });

  test('arranged meanwhile, invites nobody before it goes on', async () => {
    const task = await activityTask('2026-Q1');
    await holds().hold(actor('leader'), targetOf(task), '等县里通知');
    expect(await arrange(task)).toMatchObject({ ok: true });
    expect((await invitations()).map((one) => one.hold_reason)).toEqual(Array(12).fill('等县里通知'));
    await holds().release(actor('clerk'), targetOf(task, task.lock_version + 1));
    expect((await invitations()).some((one) => one.held)).toBe(false);
  });
});

describe('urging', () => {
  test('tells the holder once a day, with who urged and in which words', async () => {
    const task = await activityTask('2026-Q1');
    expect(await urge([task])).toEqual({ ok: true, value: { urged: 1, people: 1, goesAt: null } });
    expect(await urge([task, await activityTask('2026-Q2')], 'clerk')).toMatchObject({
      why: 'refused',
      reason: 'urged-today',
    });
    expect(await rungsOf(await activityTask('2026-Q2'))).toEqual([]);
    const notices = await world.owner(
      `select a.name, s.name as by, n.text, m.kind, m.status from notice n join account a on a.id = n.account_id
       join account s on s.id = n.sent_by_account_id join message m on m.id = n.message_id where n.form = 'urging'`,
    );
    expect(notices).toEqual([{ name: CLERK, by: LEADER, text: '请抓紧办理', kind: 'immediate', status: 'sent' }]);
    world.clock.moveTo(at('2026-01-06T09:00'));
    expect((await urge([task])).ok).toBe(true);
  });

  test('is refused while a task is on hold: nobody is written to meanwhile', async () => {
    const task = await activityTask('2026-Q1');
    const target = { committeeId: world.committeeId, taskId: task.id, lockVersion: task.lock_version };
    await world.app.get(HoldTask).hold(actor('leader'), target, '等县里通知');
    expect(await urge([task])).toMatchObject({ why: 'refused', reason: 'task-on-hold' });
    expect(await rungsOf(task)).toEqual([]);
  });

  test('at the same moment by two people: one is refused', async () => {
    const task = await activityTask('2026-Q1');
    const both = await Promise.all([urge([task]), urge([task], 'clerk')]);
    expect(both.map((one) => (one.ok ? 'urged' : one.why)).sort()).toEqual(['refused', 'urged']);
  });
});

test('a message of Friday night waits until Monday 08:00, and is dropped when its matter is settled meanwhile', async () => {
  await liveUntil('2026-01-09T21:00');
  const [settled, open] = [await activityTask('2026-Q1'), await activityTask('2026-Q2')];
  expect((await urge([settled, open])).ok).toBe(true);
  const messages = () =>
    world.owner(
      `select n.task_id, m.status, m.due_at, m.sent_at, n.dropped_at is not null as dropped,
         (select count(*) from delivery d where d.message_id = m.id) as deliveries
       from message m join notice n on n.message_id = m.id order by n.task_id = $1 desc`,
      [settled.id],
    );
  const waiting = { status: 'waiting', due_at: at('2026-01-12T08:00'), sent_at: null, dropped: false, deliveries: 0 };
  expect(await messages()).toEqual([
    { task_id: settled.id, ...waiting },
    { task_id: open.id, ...waiting },
  ]);
  await liveUntil('2026-01-10T12:00');
  expect((await record(settled, '2026-01-10')).ok).toBe(true);
  await liveUntil('2026-01-12T07:59');
  expect(await messages()).toMatchObject([{ status: 'waiting', dropped: true }, { status: 'waiting' }]);
  await liveUntil('2026-01-12T08:30');
  expect(await messages()).toMatchObject([
    { task_id: settled.id, status: 'dropped', sent_at: null, dropped: true, deliveries: 0 },
    { task_id: open.id, status: 'sent', sent_at: at('2026-01-12T08:00'), dropped: false, deliveries: 1 },
  ]);
});

test('people out of office are not told: the rung is skipped with its reason, and the others hear', async () => {
  await world.app.get(Doors).inTenant(world.township.tenants(), async (tx) => {
    const { committeeId, township } = world;
    await world.app.get(People).endOffices(tx, committeeId, township.accountId('clerk'), '2026-01-31');
    await world.app.get(People).endOffices(tx, committeeId, township.accountId('member-1'), '2026-11-24');
    await world.app.get(People).endOffices(tx, committeeId, township.accountId('member-2'), '2026-11-25');
  });
  await liveUntil('2026-11-26T10:00');
  const [first] = await rungsOf(await activityTask('2026-Q1'));
  expect(first).toEqual({
    rung: 'T-30',
    on_date: '2026-02-28',
    outcome: 'skipped',
    reason: 'nobody-in-office',
    told: [],
  });
  expect(await rungsOf(await proposalTask('member-1'))).toMatchObject([
    { outcome: 'skipped', reason: 'nobody-in-office' },
  ]);
  // The last day in office still counts.
  expect(await rungsOf(await proposalTask('member-2'))).toMatchObject([{ outcome: 'sent' }]);
  expect(await rungsOf(await proposalTask('member-12'))).toMatchObject([{ outcome: 'sent' }]);
});

test('a timer that always fails is put aside after three attempts, and the others of its batch fire on time', async () => {
  await world.owner(
    `insert into timer (committee_id, kind, subject_id, fire_at, payload) values ($1, 'unheard-of', $2, $3, '{}')`,
    [world.committeeId, newId(), at('2026-11-25T09:00').toString()],
  );
  const broken = await proposalTask('member-5');
  await world.owner(`update task set ladder = 'unheard-of' where id = $1`, [broken.id]);
  await liveUntil('2026-11-25T09:00');
  const t15 = () =>
    world.owner(
      `select count(*) as n, count(distinct task_id) as tasks from notice where rung = 'T-15'
         and task_id in (select id from task where kind = 'contribute')`,
    );
  expect(await t15()).toEqual([{ n: 11, tasks: 11 }]);
  await liveUntil('2026-11-25T12:00');
  const dead = await world.owner(
    'select kind, attempts, last_error, dead_at is not null as is_dead from timer where attempts > 0 order by kind',
  );
  expect(dead).toEqual([
    { kind: 'ladder', attempts: 3, last_error: expect.stringContaining('no ladder'), is_dead: true },
    { kind: 'unheard-of', attempts: 3, last_error: expect.stringContaining('Nobody handles'), is_dead: true },
  ]);
  await liveUntil('2026-12-31T12:00');
  expect(await t15()).toEqual([{ n: 11, tasks: 11 }]);
  expect((await told(await proposalTask('member-6'))).map((one) => one.rung)).toEqual([
    'T-15',
    'T-3',
    'T+0',
    'T+1',
    'T+3',
  ]);
});

describe('after 90 days of downtime', () => {
  // Qingming: 4 to 6 April 2026 are off, 7 April is the first working day after.
  test('each person hears the highest rung of a task once, and the leader only after the clerk had two working days', async () => {
    await liveUntil('2026-01-07T10:00');
    world.clock.moveTo(world.clock.now().add({ hours: 90 * 24 }));
    await world.app.get(TimerScheduler).runDue();
    const task = await activityTask('2026-Q1');
    const overtaken = { outcome: 'superseded', reason: 'overtaken', told: [] };
    const caughtUp = [
      // The clerk holds the duty and keeps its record: the question is enough.
      ...['T-30', 'T-15', 'T-7', 'T-3', 'T-1', 'T+0'].map((rung) => ({ rung, ...overtaken })),
      { rung: 'T+1', outcome: 'sent', told: [CLERK] },
    ];
    expect(await rungsOf(task)).toMatchObject(caughtUp);
    await liveUntil('2026-04-09T08:59');
    expect(await rungsOf(task)).toHaveLength(caughtUp.length);
    await liveUntil('2026-04-09T09:00');
    expect(await rungsOf(task)).toMatchObject([...caughtUp, { rung: 'T+3', on_date: '2026-04-09', told: [LEADER] }]);
    const repeated = await world.owner(
      `select task_id, account_id from notice where created_at = $1 group by 1, 2 having count(*) > 1`,
      [at('2026-04-07T10:00').toString()],
    );
    expect(repeated).toEqual([]);
  });

  // stepLadder notes the day of the rung as asked, not the day its message may be read: the leader hears on 8 April.
  test('that ends on a day off: the clerk’s two working days begin when the question can be read', async () => {
    world.clock.moveTo(at('2026-04-05T10:00'));
    await world.app.get(TimerScheduler).runDue();
    await liveUntil('2026-04-20T10:00');
    const task = await activityTask('2026-Q1');
    const [asked] = await world.owner<{ at: Temporal.Instant }>(
      `select m.sent_at as at from notice n join message m on m.id = n.message_id where n.task_id = $1 and n.rung = 'T+1'`,
      [task.id],
    );
    expect(asked?.at).toEqual(at('2026-04-07T08:00'));
    const [climbed] = (await told(task)).filter((one) => one.told.includes(LEADER));
    expect(climbed?.on_date).toBe('2026-04-09');
  });
});

test('two servers on one database do each rung once, and together just what one does alone', async () => {
  const alone = await publishedYear();
  const summary = (one: TownshipYear) =>
    one.owner(
      `select r.rung, r.on_date, r.outcome, count(*) as rungs,
         sum((select count(*) from notice n where n.task_id = r.task_id and n.rung = r.rung and n.due_on = r.due_on)) as notices,
         (select count(*) from message) as messages, (select count(*) from delivery) as deliveries,
         (select max(attempt) from delivery) as attempts
       from reminder r group by 1, 2, 3 order by 2, 1, 3`,
    );
  const second = await bootServer({ databaseUrl: world.database.url, clock: world.clock, roles: [] });
  try {
    await liveUntil('2026-12-31T23:00', [world.app.get(TimerScheduler), second.app.get(TimerScheduler)]);
  } finally {
    await second.close();
  }
  const both = world;
  world = alone;
  try {
    await liveUntil('2026-12-31T23:00');
    expect(await summary(both)).toEqual(await summary(alone));
    expect((await summary(both)).length).toBeGreaterThan(30);
  } finally {
    await both.close();
  }
}, 60_000);
