import { newId } from '../src/platform/ids.js';
import { Browser, listen } from './support.js';
import { at, liveUntil, publishedYear, type TownshipYear } from './township-year.js';

let world: TownshipYear;
let clerk: Browser;
let baseUrl: string;
let activityId: string;

interface Sheet {
  readonly title: string;
  readonly heldOn: string | null;
  readonly people: {
    readonly taskId: string;
    readonly name: string;
    readonly phone: string | null;
    readonly standing: string;
    readonly outcomes: string[];
    readonly calls: { outcome: string; byName: string | null }[];
    readonly nextAttempt: number;
  }[];
  readonly posted: { byName: string | null } | null;
}

/** The first quarter's activity is arranged for 20 January: twelve members are to be asked. */
beforeEach(async () => {
  world = await publishedYear();
  baseUrl = await listen(world);
  clerk = new Browser(baseUrl);
  await clerk.signIn('ganshi');
  const [found] = await world.owner<{ id: string; lock_version: number }>(
    `select i.id, i.lock_version from workflow_instance i join occurrence o on o.id = i.occurrence_id
     where i.definition = 'activity' and o.key = '2026-Q1'`,
  );
  activityId = found!.id;
  await world.owner(`update account set phone = '13800000001' where id = $1`, [world.township.accountId('member-1')]);
  await clerk.call('POST', inCase('/actions'), {
    event: 'arrange',
    lockVersion: found!.lock_version,
    input: { heldOn: '2026-01-20', place: '乡政府三楼会议室' },
  });
});
afterEach(() => world.close());

const inCase = (path: string) => `/api/committees/${world.committeeId}/cases/${activityId}${path}`;

async function sheet(): Promise<Sheet> {
  const { status, body } = await clerk.call('GET', inCase('/call-sheet'));
  expect(status).toBe(200);
  return body as unknown as Sheet;
}

async function personOn(name: string) {
  const found = (await sheet()).people.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${name} is not on the sheet`);
  return found;
}

async function called(name: string, outcome: string, more: { reason?: string; attempt?: number; by?: Browser } = {}) {
  const { taskId, nextAttempt } = await personOn(name);
  const { reason = null, attempt = nextAttempt, by = clerk } = more;
  return by.call('POST', inCase('/calls'), { taskId, outcome, reason, attempt });
}

const deliveries = (channel: string) =>
  world.owner(
    `select d.attempt, d.status, d.answer, d.error, m.status as message, b.name as by
     from delivery d join message m on m.id = d.message_id join account b on b.id = d.by_account_id
     where m.channel = $1 order by d.at, d.attempt`,
    [channel],
  );

test('the sheet names everybody who is asked, with number and what may be ticked', async () => {
  const { people, heldOn, title } = await sheet();
  expect({ title, heldOn, n: people.length }).toEqual({
    title: '委员活动(每季度至少一次)',
    heldOn: '2026-01-20',
    n: 12,
  });
  expect(people.find(({ name }) => name === '陈小满')).toMatchObject({
    phone: '13800000001',
    standing: 'asked',
    outcomes: ['coming', 'leave', 'later', 'not-reached'],
    calls: [],
    nextAttempt: 1,
  });
  expect(
    await world.owner('select 1 from delivery d join message m on m.id = d.message_id where m.channel = $1', ['phone']),
  ).toEqual([]);
});

test('who comes is read from the case by staff and leaders: everyone once, with group and phone', async () => {
  const attendance = async (by = clerk) =>
    (await by.call('GET', inCase('/attendance'))).body as unknown as { name: string; attendance: string }[];
  const groupId = newId();
  await world.owner(`insert into member_group (committee_id, id, kind, name) values ($1, $2, 'liaison', '东片组')`, [
    world.committeeId,
    groupId,
  ]);
  await world.owner('update membership set member_group_id = $2 where account_id = $1', [
    world.township.accountId('member-1'),
    groupId,
  ]);
  await called('陈小满', 'coming');
  await called('刘谷雨', 'leave', { reason: '出差' });
  const seen = await attendance();
  expect(seen).toHaveLength(12);
  expect(seen.filter((one) => one.attendance !== 'unanswered')).toEqual([
    expect.objectContaining({
      name: '陈小满',
      groups: ['东片组'],
      phone: '13800000001',
      attendance: 'coming',
      reason: null,
    }),
    expect.objectContaining({ name: '刘谷雨', groups: [], phone: null, attendance: 'leave-asked', reason: '出差' }),
  ]);
  // A new day asks everybody anew: whoever said yes to the old one has not answered for this.
  const [found] = await world.owner<{ lock_version: number }>(
    'select lock_version from workflow_instance where id = $1',
    [activityId],
  );
  await clerk.call('POST', inCase('/actions'), {
    event: 'arrange',
    lockVersion: found!.lock_version,
    input: { heldOn: '2026-01-27' },
  });
  const [leader, member] = [new Browser(baseUrl), new Browser(baseUrl)];
  await leader.signIn('zhuren');
  const anew = await attendance(leader);
  expect(anew).toHaveLength(12);
  expect(new Set(anew.map((one) => one.attendance))).toEqual(new Set(['unanswered']));
  await member.signIn('weiyuan1');
  expect((await member.call('GET', inCase('/attendance'))).status).toBe(403);
});

test('who says yes on the phone has answered, entered by the clerk on their behalf', async () => {
  expect(await called('陈小满', 'coming')).toMatchObject({ status: 200 });
  expect(await personOn('陈小满')).toMatchObject({
    standing: 'coming',
    outcomes: [],
    calls: [{ outcome: 'coming', byName: '林晓雨' }],
  });
  expect(
    await world.owner('select answer, recorded_by_account_id as by, on_behalf_of_account_id as of from contribution'),
  ).toEqual([{ answer: 'coming', by: world.township.accountId('clerk'), of: world.township.accountId('member-1') }]);
  expect(await deliveries('phone')).toEqual([
    { attempt: 1, status: 'delivered', answer: 'coming', error: null, message: 'sent', by: '林晓雨' },
  ]);
});

test('nobody reached is an outcome, the next call another try; leave is asked for with its reason', async () => {
  await called('陈小满', 'not-reached');
  expect(await deliveries('phone')).toMatchObject([{ status: 'failed', error: 'not-reached', message: 'failed' }]);
  world.clock.moveTo(at('2026-01-06T10:00'));
  await called('陈小满', 'later');
  expect(await called('陈小满', 'leave')).toMatchObject({ status: 422, body: { data: { reason: 'text-missing' } } });
  expect(await called('陈小满', 'leave', { reason: '出差' })).toMatchObject({ status: 200 });
  expect(await personOn('陈小满')).toMatchObject({
    standing: 'leave-asked',
    outcomes: ['coming', 'later', 'not-reached'],
    calls: [{ outcome: 'not-reached' }, { outcome: 'later' }, { outcome: 'leave' }],
    nextAttempt: 4,
  });
  expect(await deliveries('phone')).toMatchObject([
    { attempt: 1, status: 'failed' },
    { attempt: 2, status: 'delivered', answer: 'later' },
    { attempt: 3, status: 'delivered', answer: 'leave', message: 'sent' },
  ]);
});

test('a double click records one call; a colleague with another outcome is refused', async () => {
  const answers = await Promise.all([
    called('陈小满', 'not-reached', { attempt: 1 }),
    called('陈小满', 'not-reached', { attempt: 1 }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await called('陈小满', 'coming', { attempt: 1 })).toMatchObject({
    status: 409,
    body: { data: { reason: 'call-recorded' } },
  });
  expect(await deliveries('phone')).toHaveLength(1);
  expect((await personOn('陈小满')).standing).toBe('asked');
});

test('nobody is called about what was answered meanwhile', async () => {
  const member = new Browser(clerk.baseUrl);
  await member.signIn('weiyuan1');
  const { taskId } = await personOn('陈小满');
  await member.call('POST', `/api/committees/${world.committeeId}/tasks/${taskId}/contributions`, {
    amount: 1,
    doneOn: '2026-01-05',
    note: null,
    answer: 'coming',
    idempotencyKey: newId(),
  });
  expect(await called('陈小满', 'not-reached')).toMatchObject({
    status: 409,
    body: { data: { reason: 'task-not-open' } },
  });
  expect(await deliveries('phone')).toEqual([]);
});

test('the text in the group counts as told to everybody asked, once a day; the app’s inbox shows none of it', async () => {
  await called('陈小满', 'coming');
  for (let time = 0; time < 2; time++) expect((await clerk.call('POST', inCase('/group-text'))).status).toBe(200);
  expect(await deliveries('group-text')).toHaveLength(11);
  expect(await sheet()).toMatchObject({ posted: { byName: '林晓雨' } });
  const member = new Browser(clerk.baseUrl);
  await member.signIn('weiyuan2');
  expect((await member.call('GET', '/api/notices/mine')).body).toEqual([]);
  const { body } = await clerk.call('GET', `/api/committees/${world.committeeId}/reminders`);
  expect((body as unknown as { rows: { reason: string }[] }).rows.map(({ reason }) => reason)).toContain('called');
});

test('calls do not disturb the ladder: what was planned still comes', async () => {
  await called('陈小满', 'not-reached');
  await called('刘谷雨', 'later');
  await liveUntil(world, '2026-01-19T12:00');
  const sent = await world.owner<{ name: string; rungs: string[] }>(
    `select a.name, array_agg(distinct n.rung order by n.rung) as rungs from notice n
     join task t on t.id = n.task_id join account a on a.id = n.account_id
     where t.kind = 'answer-invitation' and a.name in ('陈小满', '赵清和') group by 1 order by 1`,
  );
  const rungs = (name: string) => sent.find((one) => one.name === name)?.rungs.filter((rung) => rung !== 'call');
  expect(rungs('赵清和')?.length).toBeGreaterThan(0);
  expect(rungs('陈小满')).toEqual(rungs('赵清和'));
});

test('a member may not look at the sheet, and another case’s duty is not called about', async () => {
  const member = new Browser(clerk.baseUrl);
  await member.signIn('weiyuan1');
  expect((await member.call('GET', inCase('/call-sheet'))).status).toBe(403);
  const [foreign] = await world.owner<{ id: string }>(`select id from task where kind = 'contribute' limit 1`);
  expect(
    await clerk.call('POST', inCase('/calls'), { taskId: foreign!.id, outcome: 'later', reason: null, attempt: 1 }),
  ).toMatchObject({ status: 404 });
});
