import { dateIn } from '@xushi/domain';
import type { QueryRunner } from 'typeorm';
import { readContacts } from '../src/capabilities/supervision/contact.query.js';
import { UrgeTasks } from '../src/capabilities/supervision/index.js';
import { IssueSlips } from '../src/capabilities/supervision/issue-slips.js';
import { ReadBoard } from '../src/capabilities/supervision/read-board.js';
import { listSlips } from '../src/capabilities/supervision/slip.query.js';
import { type DutyInput, EnterDuty } from '../src/capabilities/task/enter-duty.js';
import { HoldTask } from '../src/capabilities/task/hold-task.js';
import { ReadTask } from '../src/capabilities/task/read-task.js';
import { readCase } from '../src/capabilities/workflow/case.query.js';
import { ActOnCase } from '../src/capabilities/workflow/index.js';
import { CommitteeRules } from '../src/engine/index.js';
import { SlipOrigin1764000000039 } from '../src/migrations/0039-slip-origin.js';
import { Doors } from '../src/platform/database/doors.js';
import type { Tx } from '../src/platform/database/tx.js';
import { newId } from '../src/platform/ids.js';
import { at, liveUntil, publishedYear, type TownshipYear } from './township-year.js';

/** The first activity is due Tuesday 2026-03-31; nobody does anything about it. */
let world: TownshipYear;
beforeEach(async () => {
  world = await publishedYear();
});
afterEach(() => world.close());

const actor = (key: string) => world.township.actor(key, world.clock.now());
const inTenant = <T>(work: (tx: Tx) => Promise<T>) => world.app.get(Doors).inTenant(world.township.tenants(), work);
const first = async (kind = 'hold-activity') => {
  const [row] = await world.owner<{ id: string; instance_id: string }>(
    'select id, instance_id from task where kind = $1 order by due_on, id limit 1',
    [kind],
  );
  return row!;
};
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

test('the board lists what is on hold once, without the invitations that rest with it, and lets nothing be forgotten', async () => {
  const task = await first();
  const boardOf = async () => inTenant((tx) => world.app.get(ReadBoard).run(tx, world.committeeId));
  await act('clerk', task.instance_id, 'arrange', { heldOn: '2026-03-20' });
  const holds = world.app.get(HoldTask);
  const target = { committeeId: world.committeeId, taskId: task.id, lockVersion: 1 };
  await holds.hold(actor('leader'), target, '等县里通知');
  await liveUntil(world, '2026-04-07T10:00');
  expect(await boardOf()).toMatchObject({
    late: [],
    paused: [{ id: task.id, hold: { reason: '等县里通知', byName: '许建章' } }],
  });
  await holds.release(actor('clerk'), { ...target, lockVersion: 2 });
  expect(await boardOf()).toMatchObject({
    late: expect.arrayContaining([expect.objectContaining({ id: task.id })]),
    paused: [],
  });
});

describe('a duty beside the plan', () => {
  const duty: Omit<DutyInput, 'committeeId'> = {
    title: ' 协助县政协调研 ',
    category: 'research',
    dueOn: '2026-01-16',
    responsibleAccountId: null,
    note: '电话通知',
    idempotencyKey: newId(),
  };
  const enter = (changes: Partial<typeof duty> = {}, who = 'clerk') =>
    world.app.get(EnterDuty).run(actor(who), { ...duty, committeeId: world.committeeId, ...changes });

  test('is owed and reminded of like any other, and counted as unplanned', async () => {
    const entered = await enter();
    expect(entered).toMatchObject({ ok: true });
    const [task] = await world.owner(
      `select t.kind, t.origin, t.due_on, t.opens_on, t.ladder, t.holder_role, i.title, i.category,
         (select count(*) from timer m where m.subject_id = t.id) as timers,
         (select e.input from workflow_event e where e.instance_id = i.id) as said
       from task t join workflow_instance i on i.id = t.instance_id where t.id = $1`,
      [entered.ok ? entered.value : ''],
    );
    expect(task).toEqual({
      kind: 'do-duty',
      origin: 'unplanned',
      due_on: '2026-01-16',
      opens_on: '2026-01-05',
      ladder: 'duty-short',
      holder_role: 'staff',
      title: '协助县政协调研',
      category: 'research',
      timers: 1,
      said: { note: '电话通知' },
    });
  });

  test('clicked twice at the same moment it is entered once', async () => {
    const [one, two] = await Promise.all([enter(), enter()]);
    expect(one).toEqual(two);
    expect(await world.owner(`select id from workflow_instance where definition = 'duty'`)).toEqual([
      { id: duty.idempotencyKey },
    ]);
    expect(await enter({ title: '另一件事' })).toEqual({ ok: false, why: 'missing' });
  });

  test('done before it was entered, it is recorded on the day it was done', async () => {
    await enter();
    expect(await act('clerk', duty.idempotencyKey, 'finish', { doneOn: '2025-12-30' })).toMatchObject({ ok: true });
    expect(await world.owner(`select status, done_on from task where kind = 'do-duty'`)).toEqual([
      { status: 'done', done_on: '2025-12-30' },
    ]);
  });

  test('its person in charge may finish it, and reads only what there is to do', async () => {
    const member = world.township.accountId('member-1');
    const entered = await enter({ responsibleAccountId: member });
    const taskId = entered.ok ? entered.value : '';
    const seen = await inTenant((tx) => world.app.get(ReadTask).run(tx, actor('member-1'), world.committeeId, taskId));
    expect(seen).toMatchObject({
      light: null,
      reminders: [],
      case: { state: 'open', history: [], children: [], allowedActions: [{ event: 'finish' }] },
    });
    expect(await act('member-2', duty.idempotencyKey, 'finish', { doneOn: '2026-01-05' })).toMatchObject({
      reason: 'role-not-allowed',
    });
    const finished = await act('member-1', duty.idempotencyKey, 'finish', { doneOn: '2026-01-05' });
    expect(finished).toMatchObject({ ok: true, value: { state: 'closed', history: [], allowedActions: [] } });
  });

  test.each([
    [{ title: ' ' }, 'title-missing', 'title'],
    [{ dueOn: '2026-01-04' }, 'date-in-past', 'dueOn'],
    [{ responsibleAccountId: newId() }, 'responsible-unknown', 'responsibleAccountId'],
  ] as const)('%j is refused', async (changes, reason, field) => {
    expect(await enter(changes as Partial<typeof duty>)).toEqual({ ok: false, why: 'refused', reason, field });
    expect(await world.owner(`select id from workflow_instance where definition = 'duty'`)).toEqual([]);
  });
});

describe('an urging', () => {
  const urge = (taskId: string, text = '请抓紧', who = 'leader', byPhone = false) =>
    world.app.get(UrgeTasks).run(actor(who), { committeeId: world.committeeId, taskIds: [taskId], text, byPhone });
  const urgings = () =>
    world.owner<{ id: string; state: string; about_task_id: string; parent_id: string; open: number }>(
      `select i.id, i.state, i.about_task_id, i.parent_id,
         (select count(*) from task t where t.instance_id = i.id and t.status = 'open') as open
       from workflow_instance i where definition = 'urging' order by opened_at`,
    );

  test('is a case of its own, on the case and about the task it urges, and asks the holder for an answer', async () => {
    await liveUntil(world, '2026-04-07T10:00');
    const task = await first();
    expect(await urge(task.id)).toEqual({ ok: true, value: { urged: 1, people: 1, goesAt: null } });
    const [urging] = await urgings();
    expect(urging).toMatchObject({ state: 'urged', about_task_id: task.id, parent_id: task.instance_id, open: 1 });
    const [asked] = await world.owner('select kind, origin, holder_role, due_on from task where instance_id = $1', [
      urging!.id,
    ]);
    expect(asked).toEqual({ kind: 'answer-urging', origin: 'urging', holder_role: 'staff', due_on: '2026-04-10' });
    const parent = await inTenant((tx) =>
      readCase(tx, { committeeId: world.committeeId, instanceId: task.instance_id }, actor('leader')),
    );
    expect(parent?.children).toMatchObject([{ instanceId: urging!.id, definition: 'urging', state: 'urged' }]);
    const child = await inTenant((tx) =>
      readCase(tx, { committeeId: world.committeeId, instanceId: urging!.id }, actor('clerk')),
    );
    expect(child).toMatchObject({
      aboutTaskId: task.id,
      parent: { instanceId: task.instance_id, definition: 'activity' },
      history: [{ event: 'start', input: { text: '请抓紧' }, actorName: '许建章' }],
    });
    expect(child?.allowedActions.map(({ event }) => event)).toEqual(['answer', 'urge-again']);
  });

  test('is answered once, and asked anew when urged on another day; not urged itself, and no red of its own', async () => {
    await liveUntil(world, '2026-04-07T10:00');
    const task = await first();
    await urge(task.id);
    await liveUntil(world, '2026-04-08T10:00');
    await urge(task.id, '再请抓紧');
    const [urging, another] = await urgings();
    expect(another).toBeUndefined();
    expect(urging).toMatchObject({ state: 'urged', open: 1 });
    const answerTask = await first('answer-urging');
    expect(await urge(answerTask.id)).toEqual({ ok: false, why: 'missing' });
    await liveUntil(world, '2026-04-20T10:00');
    const board = await inTenant((tx) => world.app.get(ReadBoard).run(tx, world.committeeId));
    expect(board.late.map(({ kind }) => kind)).toEqual(['hold-activity']);
    expect(board.lateCount).toBe(1);
    expect(board.late[0]?.urged).toMatchObject({ times: 2 });
    expect(await act('clerk', urging!.id, 'answer', { reply: '本周五开展' })).toMatchObject({ ok: true });
    await urge(task.id, '第三次');
    expect((await urgings()).map(({ state }) => state)).toEqual(['answered', 'urged']);
  });

  test('at night says when the message goes: when quiet hours end, at eight', async () => {
    await liveUntil(world, '2026-04-07T22:30');
    expect(await urge((await first()).id)).toMatchObject({ ok: true, value: { goesAt: '2026-04-08T00:00:00Z' } });
  });

  test('by phone is on record as a call, at once and at night; nothing is sent, and the last contact says so', async () => {
    await liveUntil(world, '2026-04-07T22:30');
    await world.owner(`update account set phone = '0000-5550199' where login_name = 'ganshi'`);
    const task = await first();
    const contacts = () =>
      inTenant((tx) =>
        readContacts(tx, world.app.get(CommitteeRules), { committeeId: world.committeeId, taskIds: [task.id] }),
      );
    expect(await contacts()).toMatchObject([
      {
        people: [{ name: '林晓雨', phone: '0000-5550199', otherPhone: null }],
        last: { channel: 'in-app', form: 'ask-record', byName: null, wasReached: true },
      },
    ]);
    expect(await urge(task.id, '请抓紧', 'leader', true)).toEqual({
      ok: true,
      value: { urged: 1, people: 1, goesAt: null },
    });
    expect(
      await world.owner(
        `select m.channel, m.status, d.status as delivery, d.by_account_id = $1 as by_leader, n.text
         from notice n join message m on m.committee_id = n.message_committee_id and m.id = n.message_id
         join delivery d on d.committee_id = m.committee_id and d.message_id = m.id where n.form = 'urging'`,
        [world.township.accountId('leader')],
      ),
    ).toEqual([{ channel: 'phone', status: 'sent', delivery: 'delivered', by_leader: true, text: '请抓紧' }]);
    expect(await urgings()).toMatchObject([{ state: 'urged', open: 1 }]);
    expect(await contacts()).toMatchObject([{ last: { channel: 'phone', form: 'urging', byName: '许建章' } }]);
    expect(await urge(task.id, '再请抓紧')).toMatchObject({ ok: false, reason: 'urged-today' });
  });

  test('is settled when the duty ends', async () => {
    await liveUntil(world, '2026-04-07T10:00');
    const task = await first();
    await urge(task.id);
    expect(await act('clerk', task.instance_id, 'record', { doneOn: '2026-04-07' })).toMatchObject({ ok: true });
    expect(await urgings()).toMatchObject([{ state: 'settled', open: 0 }]);
  });

  test('from the county it is a case in the township, which its own clerk answers', async () => {
    await liveUntil(world, '2026-04-07T10:00');
    const task = await first();
    expect(await urge(task.id, '县里来电', 'county-leader')).toMatchObject({ ok: true });
    await liveUntil(world, '2026-04-08T10:00');
    expect(await urge(task.id, '再次来电', 'county-leader')).toMatchObject({ ok: true });
    expect(await urgings()).toMatchObject([{ state: 'urged', open: 1 }]);
  });
});

describe('a supervision slip', () => {
  const issueAll = (taskIds: readonly string[], who = 'leader', more: { demand?: string; leader?: string } = {}) =>
    world.app.get(IssueSlips).run(actor(who), {
      committeeId: world.committeeId,
      taskIds,
      demand: more.demand ?? '请于五个工作日内办结并反馈',
      leaderAccountId: more.leader === undefined ? null : world.township.accountId(more.leader),
    });
  const issue = (taskId: string, who = 'leader', demand?: string) =>
    issueAll([taskId], who, demand === undefined ? {} : { demand });
  const slips = () => {
    const today = dateIn('Asia/Shanghai', world.clock.now()).toString();
    return inTenant((tx) => listSlips(tx, { committeeId: world.committeeId, year: 2026, today }));
  };

  test('goes to whoever owes the task, is answered in time, demanded again and closed', async () => {
    await liveUntil(world, '2026-04-07T10:00');
    const task = await first();
    const issued = await issue(task.id);
    expect(issued).toMatchObject({ ok: true });
    expect(await slips()).toEqual([
      {
        instanceId: issued.ok ? issued.value[0]!.instanceId : '',
        year: 2026,
        number: 1,
        demand: '请于五个工作日内办结并反馈',
        issuedOn: '2026-04-07',
        issuedByName: '许建章',
        title: '委员活动(每季度至少一次)',
        state: 'issued',
        isFinal: false,
        lockVersion: 1,
        taskId: task.id,
        addresseeName: null,
        addresseeRole: 'staff',
        replyDueOn: '2026-04-14',
        isReplyLate: false,
        reply: null,
      },
    ]);
    const instanceId = issued.ok ? issued.value[0]!.instanceId : '';
    const [noted] = await world.owner(
      `select input from workflow_event where instance_id = $1 and event = 'slip-issued'`,
      [task.instance_id],
    );
    expect(noted).toEqual({
      input: { task: 'hold-activity', number: '督办〔2026〕1号', text: '请于五个工作日内办结并反馈' },
    });
    const waitsFor = async () => {
      const { late } = await inTenant((tx) => world.app.get(ReadBoard).run(tx, world.committeeId));
      return late.find(({ id }) => id === task.id)?.slip?.waitsFor;
    };
    expect(await waitsFor()).toEqual({ kind: 'answer-slip', dueOn: '2026-04-14' });
    await act('clerk', instanceId, 'acknowledge');
    await act('clerk', instanceId, 'reply', { reply: '周五开展' });
    expect(await waitsFor()).toEqual({ kind: 'judge-slip-reply', dueOn: '2026-04-14' });
    expect(await slips()).toMatchObject([{ state: 'replied', reply: '周五开展', replyDueOn: null }]);
    await act('leader', instanceId, 'demand-again', { reason: '没有说明原因' });
    await act('clerk', instanceId, 'reply', { reply: '已开展，因雨推迟' });
    expect(await act('leader', instanceId, 'close')).toMatchObject({ ok: true, value: { isFinal: true } });
    // What was tried stays on the board, and another slip may follow.
    const board = await inTenant((tx) => world.app.get(ReadBoard).run(tx, world.committeeId));
    expect(board.late[0]?.slip).toMatchObject({ number: 1, state: 'closed', isFinal: true, waitsFor: null });
    expect(await issue(task.id)).toMatchObject({ ok: true });
    expect((await slips()).map(({ number }) => number)).toEqual([2, 1]);
  });

  test('what a slip asks for comes from the slip, also of one issued before that was said', async () => {
    await liveUntil(world, '2026-04-07T10:00');
    await issue((await first()).id);
    const origins = () =>
      world.owner<{ task: string; facts: string }>(
        `select t.origin as task, i.facts ->> 'origin' as facts from task t
         join workflow_instance i on i.id = t.instance_id where t.kind = 'answer-slip'`,
      );
    const said = [{ task: 'supervision-slip', facts: 'supervision-slip' }];
    expect(await origins()).toEqual(said);
    const runner = { query: (sql: string) => world.owner(sql) } as QueryRunner;
    await new SlipOrigin1764000000039().down(runner);
    expect(await origins()).toEqual([{ task: 'urging', facts: 'urging' }]);
    await new SlipOrigin1764000000039().up(runner);
    expect(await origins()).toEqual(said);
  });

  test('issued at the same moment, slips are numbered without gap or double, and one refused leaves none', async () => {
    await liveUntil(world, '2026-07-06T10:00');
    const late = await world.owner<{ id: string }>(
      `select id from task where kind = 'hold-activity' and due_on < '2026-07-06' order by due_on`,
    );
    expect(late).toHaveLength(2);
    const results = await Promise.all([...late, late[0]!].map(({ id }) => issue(id)));
    expect(results.map((one) => one.ok).sort()).toEqual([false, true, true]);
    await act('clerk', late[0] === undefined ? '' : (await first()).instance_id, 'record', { doneOn: '2026-07-06' });
    expect((await slips()).map(({ number }) => number)).toEqual([2, 1]);
  });

  test('issued about several, each has its number; one that may not be leaves none', async () => {
    await liveUntil(world, '2026-07-06T10:00');
    const late = await world.owner<{ id: string }>(
      `select id from task where kind = 'hold-activity' order by due_on, id`,
    );
    const [first, second, ahead] = late.map(({ id }) => id);
    expect(await issueAll([first!, ahead!])).toMatchObject({ reason: 'task-not-overdue', field: 'taskIds' });
    expect(await slips()).toEqual([]);
    expect(await issueAll([second!, first!, second!])).toMatchObject({
      ok: true,
      value: [{ number: 1 }, { number: 2 }],
    });
    expect((await slips()).map(({ taskId }) => taskId).sort()).toEqual([first, second].sort());
  });

  test('registered by staff, it is the slip of the leader they name, and its reply is late after its day', async () => {
    await liveUntil(world, '2026-04-07T10:00');
    const task = await first();
    for (const leader of [undefined, 'clerk', 'county-leader']) {
      const refused = await issueAll([task.id], 'clerk', leader === undefined ? {} : { leader });
      expect(refused).toMatchObject({ reason: 'leader-unknown', field: 'leaderAccountId' });
    }
    expect(await issueAll([task.id], 'clerk', { leader: 'leader' })).toMatchObject({ ok: true });
    expect(await slips()).toMatchObject([{ issuedByName: '许建章', isReplyLate: false }]);
    const marked = await world.owner(
      `select e.event, a.name as by, b.name as in_name_of from workflow_event e join account a on a.id = e.actor_account_id
       left join account b on b.id = e.on_behalf_of_account_id
       where e.event = 'slip-issued' or e.event = 'start' and e.input ->> 'number' is not null order by e.event`,
    );
    const by = { by: '林晓雨', in_name_of: '许建章' };
    expect(marked).toEqual([
      { event: 'slip-issued', ...by },
      { event: 'start', ...by },
    ]);
    await liveUntil(world, '2026-04-15T10:00');
    expect(await slips()).toMatchObject([{ replyDueOn: '2026-04-14', isReplyLate: true }]);
    const board = await inTenant((tx) => world.app.get(ReadBoard).run(tx, world.committeeId));
    expect(board.late[0]).toMatchObject({ id: task.id, slip: { year: 2026, number: 1, state: 'issued' } });
  });

  test.each([
    ['not overdue yet', '2026-03-30T10:00', 'hold-activity', 'task-not-overdue'],
    ['owed by a member', '2026-12-20T10:00', 'contribute', 'holder-is-member'],
  ] as const)('about a task %s it is refused', async (_named, on, kind, reason) => {
    await liveUntil(world, on);
    expect(await issue((await first(kind)).id)).toEqual({ ok: false, why: 'refused', reason, field: 'taskIds' });
  });

  test('without words, about a task on hold, done or already under a slip it is refused', async () => {
    world.clock.moveTo(at('2026-04-07T10:00'));
    const task = await first();
    expect(await issue(task.id, 'leader', ' ')).toMatchObject({ reason: 'text-missing', field: 'demand' });
    expect(await issue(newId())).toEqual({ ok: false, why: 'missing' });
    await issue(task.id);
    expect(await issue(task.id)).toMatchObject({ reason: 'slip-open', field: 'taskIds' });
    await world.owner(`update task set held_at = now(), hold_reason = '等通知' where id = $1`, [task.id]);
    expect(await issue(task.id)).toMatchObject({ reason: 'task-on-hold' });
    await act('clerk', task.instance_id, 'record', { doneOn: '2026-04-07' });
    expect(await issue(task.id)).toMatchObject({ reason: 'task-not-open' });
    expect((await slips()).map(({ state }) => state)).toEqual(['issued']);
  });
});
