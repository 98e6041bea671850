import { AddClosing } from '../src/capabilities/work-calendar/index.js';
import { Browser, listen } from './support.js';
import { liveUntil, publishedYear, type TownshipYear } from './township-year.js';

let world: TownshipYear;
let baseUrl: string;
let clerk: Browser;

/** Published on 5 January 2026; the first quarter's activity is due on Tuesday 31 March. */
beforeEach(async () => {
  world = await publishedYear();
  baseUrl = await listen(world);
  clerk = await signedIn('ganshi');
});
afterEach(() => world.close());

async function signedIn(loginName: string): Promise<Browser> {
  const browser = new Browser(baseUrl);
  await browser.signIn(loginName);
  return browser;
}

interface Run {
  readonly id: string;
  readonly instanceId: string;
  readonly lockVersion: number;
  readonly dueOn: string;
  readonly rule: string;
  readonly plannedOn: string;
}

/** A run of the plan by its kind and key. */
async function run(definition = 'activity', key = '2026-Q1'): Promise<Run> {
  const [found] = await world.owner<Run>(
    `select o.id, i.id as "instanceId", i.lock_version as "lockVersion", o.due_on as "dueOn",
       o.due_reason ->> 'rule' as rule, o.due_reason ->> 'from' as "plannedOn"
     from occurrence o join workflow_instance i on i.occurrence_id = o.id
     where i.definition = $1 and ($2 = '' or o.key = $2) order by o.due_on limit 1`,
    [definition, key],
  );
  return found!;
}

const inTownship = (path: string) => `/api/committees/${world.committeeId}${path}`;
const move = (id: string, body: object, by = clerk) => by.call('POST', inTownship(`/occurrences/${id}/moves`), body);
const trial = { reason: '', lockVersion: null, isTrial: true };

interface Ripple {
  isMade: boolean;
  from: string;
  to: string;
  deadline: { from: string; to: string } | null;
  tasks: { kind: string; change: string; people: number; from: string | null; to: string | null }[];
  dropped: { on: string; count: number }[];
  coming: { on: string; count: number }[];
  told: number;
  answered: number;
  sameDay: string[];
  warnings: string[];
  lockVersion: number;
}
const rippleOf = ({ text }: { text: string }): Ripple => JSON.parse(text);

/** Tried first and then done, as the screen does it; what was shown is what was done. */
async function moved(id: string, to: string, reason = '领导外出'): Promise<Ripple> {
  const tried = rippleOf(await move(id, { to, ...trial }));
  const made = await move(id, { to, reason, lockVersion: tried.lockVersion, isTrial: false });
  expect(made.status).toBe(200);
  expect(rippleOf(made)).toEqual({ ...tried, isMade: true });
  return tried;
}

async function act(instanceId: string, event: string, input: object, by = clerk) {
  const [one] = await world.owner<{ v: number }>('select lock_version as v from workflow_instance where id = $1', [
    instanceId,
  ]);
  const body = { event, lockVersion: one!.v, input };
  expect(await by.call('POST', inTownship(`/cases/${instanceId}/actions`), body)).toMatchObject({ status: 200 });
}

const rungsOf = async (instanceId: string, kind: string) =>
  (
    await world.owner<{ line: string }>(
      `select concat_ws(' ', r.due_on, r.round, r.rung, r.on_date, r.outcome, r.reason) as line
       from reminder r join task t on t.id = r.task_id where t.instance_id = $1 and t.kind = $2
       order by r.due_on, r.round, r.on_date, r.rung`,
      [instanceId, kind],
    )
  ).map(({ line }) => line);

test('what is due moves with its task and its reminders, and tells the day it was planned for', async () => {
  const { id, instanceId } = await run();
  await liveUntil(world, '2026-03-03T10:00');
  clerk = await signedIn('ganshi');
  const ripple = await moved(id, '2026-04-10');
  expect(ripple).toMatchObject({
    from: '2026-03-31',
    to: '2026-04-10',
    tasks: [{ kind: 'hold-activity', change: 'moved', people: 1, from: '2026-03-31', to: '2026-04-10' }],
    told: 1,
    warnings: ['outside-window'],
  });
  expect(await run()).toMatchObject({ dueOn: '2026-04-10', rule: 'moved-by-hand', plannedOn: '2026-03-31' });
  const [history] = await world.owner<{ input: object; name: string }>(
    `select e.input, a.name from workflow_event e join account a on a.id = e.actor_account_id
     where e.instance_id = $1 and e.event = 'moved'`,
    [instanceId],
  );
  expect(history).toEqual({
    input: { from: '2026-03-31', to: '2026-04-10', because: 'moved-by-hand', reason: '领导外出' },
    name: '林晓雨',
  });
  // Nothing is lost or doubled: each rung of the old day is on record once, and those of the new day come once.
  await liveUntil(world, '2026-04-13T10:00');
  const rungs = await rungsOf(instanceId, 'hold-activity');
  expect(rungs).toContain('2026-03-31 1 T-30 2026-02-28 sent reached');
  expect(rungs.filter((line) => line.startsWith('2026-03-31') && line.includes('sent'))).toHaveLength(1);
  expect(rungs.filter((line) => line.includes('superseded moved-by-hand')).length).toBeGreaterThan(3);
  const sent = rungs.filter((line) => line.startsWith('2026-04-10') && line.includes(' sent '));
  expect(sent.map((line) => line.split(' ')[3])).toEqual(
    ripple.coming.map(({ on }) => on).filter((on) => on <= '2026-04-13'),
  );
});

test('moved twice it still tells the first day; back on it, it is the plan’s own again, on its second round', async () => {
  const { id, instanceId } = await run();
  await moved(id, '2026-04-10');
  await moved(id, '2026-04-15');
  expect(await run()).toMatchObject({ dueOn: '2026-04-15', plannedOn: '2026-03-31' });
  await moved(id, '2026-03-31');
  expect(await run()).toMatchObject({ dueOn: '2026-03-31', rule: 'last-workday-of-window' });
  await liveUntil(world, '2026-04-02T10:00');
  const sent = (await rungsOf(instanceId, 'hold-activity')).filter((line) => line.includes(' sent '));
  expect(sent.every((line) => line.startsWith('2026-03-31 2 '))).toBe(true);
  expect(new Set(sent).size).toBe(sent.length);
});

test('a day set by hand stays when the days worked change and when the plan is reckoned anew; nothing is doubled', async () => {
  const { id } = await run();
  await moved(id, '2026-04-10');
  // 31 March, the plan's day, is closed: untouched runs would go to the 30th.
  const actor = world.township.actor('clerk', world.clock.now());
  const closing = { committeeId: world.committeeId, on: '2026-03-31', name: '乡庆', isTrial: false };
  const closed = await world.app.get(AddClosing).run(actor, closing);
  expect(closed).toMatchObject({
    ok: true,
    value: {
      moves: expect.arrayContaining([
        expect.objectContaining({ change: 'kept', why: 'moved-by-hand', from: '2026-04-10', to: '2026-03-30' }),
      ]),
    },
  });
  expect(await run()).toMatchObject({ dueOn: '2026-04-10', rule: 'moved-by-hand' });
  const [count] = await world.owner<{ open: number }>(
    `select count(*)::int as open from task t join workflow_instance i on i.id = t.instance_id
     join occurrence o on o.id = i.occurrence_id where o.id = $1 and t.status = 'open'`,
    [id],
  );
  expect(count).toEqual({ open: 1 });
  // Back to the plan's day, which is another one now.
  await moved(id, '2026-03-30');
  expect(await run()).toMatchObject({ dueOn: '2026-03-30', rule: 'last-workday-of-window' });
});

test('what is arranged is arranged anew: answers are asked again, and the due date follows only where it must', async () => {
  const { id, instanceId } = await run();
  await act(instanceId, 'arrange', { heldOn: '2026-03-20', place: '三楼会议室' });
  const member = await signedIn('weiyuan1');
  const [invitation] = await world.owner<{ id: string }>(
    `select id from task where instance_id = $1 and kind = 'answer-invitation' and holder_account_id = $2`,
    [instanceId, world.township.accountId('member-1')],
  );
  const answered = await member.call('POST', inTownship(`/tasks/${invitation!.id}/contributions`), {
    idempotencyKey: '018f0000-0000-7000-8000-000000000001',
    amount: 1,
    doneOn: '2026-01-05',
    note: null,
    answer: 'coming',
  });
  expect(answered.status).toBe(200);
  expect(await moved(id, '2026-03-24')).toMatchObject({
    from: '2026-03-20',
    to: '2026-03-24',
    deadline: null,
    answered: 1,
    tasks: [{ kind: 'answer-invitation', change: 'asked-again', people: 12, from: '2026-03-19', to: '2026-03-23' }],
  });
  expect(await run()).toMatchObject({ dueOn: '2026-03-31', rule: 'last-workday-of-window' });
  const page = JSON.parse((await member.call('GET', inTownship('/schedule?from=2026-03-01&to=2026-03-31'))).text);
  expect(page.entries.map(({ on, day, plannedOn }: Record<string, string>) => [on, day, plannedOn])).toContainEqual([
    '2026-03-24',
    'held',
    '2026-03-20',
  ]);
  // Behind the due date: it moves along. Early enough again: back to the plan's.
  expect(await moved(id, '2026-04-09')).toMatchObject({ deadline: { from: '2026-03-31', to: '2026-04-09' } });
  expect(await run()).toMatchObject({ dueOn: '2026-04-09', plannedOn: '2026-03-31' });
  expect(await moved(id, '2026-03-27')).toMatchObject({ deadline: { from: '2026-04-09', to: '2026-03-31' } });
  expect(await run()).toMatchObject({ dueOn: '2026-03-31', rule: 'last-workday-of-window' });
  const [open] = await world.owner<{ asked: number; people: number }>(
    `select count(*)::int as asked, count(distinct holder_account_id)::int as people from task
     where instance_id = $1 and kind = 'answer-invitation' and status = 'open'`,
    [instanceId],
  );
  expect(open).toEqual({ asked: 12, people: 12 });
});

test('what many owe moves for each of them, and what was handed in stays', async () => {
  const { id } = await run('solicitation', '');
  const ripple = await moved(id, '2026-12-18');
  expect(ripple.tasks).toEqual([
    { kind: 'contribute', change: 'moved', people: 12, from: '2026-12-10', to: '2026-12-18' },
  ]);
  const member = await signedIn('weiyuan1');
  const page = JSON.parse((await member.call('GET', inTownship('/schedule?from=2026-12-01&to=2026-12-31'))).text);
  expect(page.entries).toEqual([
    expect.objectContaining({ on: '2026-12-18', taskKind: 'contribute', plannedOn: '2026-12-10' }),
  ]);
});

test('a day off and another session on the day are pointed out', async () => {
  const activity = await run();
  await act((await run('activity', '2026-Q2')).instanceId, 'arrange', { heldOn: '2026-03-28' });
  const ripple = rippleOf(await move(activity.id, { to: '2026-03-28', ...trial }));
  expect(ripple).toMatchObject({ warnings: ['day-off'], sameDay: ['委员活动(每季度至少一次)'] });
  expect(await run()).toEqual(activity);
});

const asked = { to: '2026-03-20', reason: '领导外出', isTrial: false };

test.each([
  ['date-in-past', 'to', { to: '2026-01-05' }],
  ['date-outside-year', 'to', { to: '2027-01-04' }],
  ['date-unchanged', 'to', { to: '2026-03-31' }],
  ['text-missing', 'reason', { reason: '  ' }],
] as const)('%s is refused at %s, and nothing is written', async (reason, field, changes) => {
  const before = await run();
  const body = { ...asked, lockVersion: before.lockVersion, ...changes };
  expect(await move(before.id, body)).toMatchObject({ status: 422, body: { data: { reason, field } } });
  expect(await run()).toEqual(before);
});

test('what is held, ended, on hold or due is not moved', async () => {
  const q1 = await run();
  const refused = async (reason: string, { id }: Run) =>
    expect(await move(id, { ...trial, to: '2026-11-20' })).toMatchObject({ status: 409, body: { data: { reason } } });
  await act(q1.instanceId, 'record', { doneOn: '2026-01-05', attended: 9 });
  await refused('run-closed', q1);
  const paused = await run('activity', '2026-Q4');
  const [task] = await world.owner<{ id: string; v: number }>(
    'select id, lock_version as v from task where instance_id = $1',
    [paused.instanceId],
  );
  const held = { reason: '等上级通知', lockVersion: task!.v };
  expect(await clerk.call('POST', inTownship(`/tasks/${task!.id}/hold`), held)).toMatchObject({ status: 200 });
  await refused('run-on-hold', paused);
  await liveUntil(world, '2026-06-30T10:00');
  clerk = await signedIn('ganshi');
  await refused('run-due', await run('activity', '2026-Q2'));
});

test('two clerks at once: one moves it, the other sees that somebody did', async () => {
  const { id, lockVersion } = await run();
  const both = await Promise.all([
    move(id, { ...asked, lockVersion }),
    move(id, { ...asked, to: '2026-03-24', lockVersion }),
  ]);
  expect(both.map(({ status, body }) => `${status} ${body.code ?? ''}`.trim()).sort()).toEqual(['200', '409 CONFLICT']);
});

test('a leader and a member do not move runs, and another committee’s run is none', async () => {
  const { id, lockVersion } = await run();
  for (const who of ['zhuren', 'weiyuan1']) {
    expect(await move(id, { ...asked, lockVersion }, await signedIn(who))).toMatchObject({ status: 403 });
  }
  expect(await move('018f0000-0000-7000-8000-000000000009', { ...asked, lockVersion })).toMatchObject({ status: 404 });
});
