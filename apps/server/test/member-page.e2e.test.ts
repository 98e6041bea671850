import { type LinkedDuty, MemberLinks } from '../src/capabilities/account/index.js';
import { Doors } from '../src/platform/database/doors.js';
import { newId } from '../src/platform/ids.js';
import { Browser, listen } from './support.js';
import { at, publishedYear, type TownshipYear } from './township-year.js';

let world: TownshipYear;
let baseUrl: string;
let clerk: Browser;

interface Matter {
  readonly taskId: string;
  readonly kind: string;
  readonly standing: string;
  readonly acts: string[];
  readonly doneOn: string | null;
  readonly enteredByName: string | null;
  readonly heldOn: string | null;
  readonly place: string | null;
  readonly standsInForName: string | null;
  readonly reason: string | null;
}
interface Page {
  readonly name: string;
  readonly isAlive: boolean;
  readonly asked: Matter | null;
  readonly others: Matter[];
  readonly ended: Matter[];
  readonly contact: { name: string; phone: string } | null;
}

/** The first quarter's activity is arranged for 20 January; from September two proposals are asked of each member. */
beforeEach(async () => {
  world = await publishedYear();
  baseUrl = await listen(world);
  clerk = new Browser(baseUrl);
  await clerk.signIn('ganshi');
  await actOnActivity('arrange', { heldOn: '2026-01-20', place: '乡政府三楼会议室' });
});
afterEach(() => world.close());

const inTownship = (path: string) => `/api/committees/${world.committeeId}${path}`;

async function actOnActivity(event: string, input: object, by = clerk): Promise<void> {
  const [found] = await world.owner<{ id: string; lock_version: number }>(
    `select i.id, i.lock_version from workflow_instance i join occurrence o on o.id = i.occurrence_id
     where i.definition = 'activity' and o.key = '2026-Q1'`,
  );
  const lockVersion = found!.lock_version;
  expect(await by.call('POST', inTownship(`/cases/${found!.id}/actions`), { event, lockVersion, input })).toMatchObject(
    {
      status: 200,
    },
  );
}

async function dutyOf(person: string, kind: string): Promise<LinkedDuty> {
  const accountId = world.township.accountId(person);
  const [task] = await world.owner<{ id: string }>(
    'select id from task where holder_account_id = $1 and kind = $2 order by due_on limit 1',
    [accountId, kind],
  );
  return { committeeId: world.committeeId, taskId: task!.id, accountId };
}

/** Opens a link as a browser that knows nothing else. */
async function opened(duty: LinkedDuty) {
  const link = await world.app
    .get(Doors)
    .inTenant(world.township.tenants(), (tx) => world.app.get(MemberLinks).linkFor(tx, duty));
  expect(link).toMatch(/^\/m#[A-Za-z0-9_-]{43}$/);
  const headers = { 'x-xushi-request': '1', 'x-xushi-link': link.slice(3) };
  const browser = new Browser(baseUrl);
  const post = (path: string, body: object) => browser.call('POST', `/api/member-page/${path}`, body, headers);
  return {
    read: async () => {
      const { status, body } = await browser.call('GET', '/api/member-page', undefined, headers);
      expect(status).toBe(200);
      return body as unknown as Page;
    },
    come: (taskId = duty.taskId, idempotencyKey = newId()) =>
      post('contributions', { taskId, doneOn: '2026-01-05', note: null, answer: 'coming', idempotencyKey }),
    handIn: (taskId: string, doneOn: string) =>
      post('contributions', { taskId, doneOn, note: null, answer: null, idempotencyKey: newId() }),
    askLeave: (reason: string, taskId = duty.taskId) => post('leave', { taskId, reason }),
    browser,
    headers,
  };
}

const contributions = () =>
  world.owner<{ task_id: string; recorded_by_account_id: string; on_behalf_of_account_id: string | null }>(
    'select task_id, recorded_by_account_id, on_behalf_of_account_id from contribution',
  );

test('opening a link shows what is asked and changes nothing, however often it is opened', async () => {
  const counts = () =>
    world.owner(
      `select (select count(*) from contribution) as contributions, (select count(*) from workflow_event) as events,
         (select sum(lock_version) from task) as locks, (select count(*) from session) as sessions,
         (select count(*) from member_link) as links`,
    );
  const duty = await dutyOf('member-1', 'answer-invitation');
  const link = await opened(duty);
  const before = await counts();
  for (let time = 0; time < 3; time++) await link.read();
  expect(await counts()).toEqual(before);
  expect(link.browser.cookie).toBe('');
  expect(await link.read()).toMatchObject({
    name: '陈小满',
    isAlive: true,
    asked: {
      taskId: duty.taskId,
      heldOn: '2026-01-20',
      place: '乡政府三楼会议室',
      standing: 'asked',
      acts: ['come', 'ask-leave'],
    },
    // Proposals are asked for from September: shown, with nothing to do yet.
    others: [{ kind: 'contribute', standing: 'asked', acts: [] }],
    ended: [],
  });
});

test('no page shows a colour, a word of lateness or another member', async () => {
  world.clock.moveTo(at('2026-12-20T10:00'));
  const link = await opened(await dutyOf('member-1', 'contribute'));
  const text = JSON.stringify(await link.read());
  expect(text).toContain('"due":"past"');
  expect(text).not.toMatch(/light|overdue|late|刘谷雨/i);
});

test('the member comes: recorded as the member’s own act; a second press and a second window are told it is so', async () => {
  const duty = await dutyOf('member-1', 'answer-invitation');
  const link = await opened(duty);
  const key = newId();
  const answers = await Promise.all([link.come(duty.taskId, key), link.come(duty.taskId, key)]);
  for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: { asked: { standing: 'coming' } } });
  expect(await link.come()).toMatchObject({ status: 409, body: { data: { reason: 'task-not-open' } } });
  expect(await contributions()).toEqual([
    { task_id: duty.taskId, recorded_by_account_id: duty.accountId, on_behalf_of_account_id: null },
  ]);
});

test('leave with a reason goes to whoever decides; one may come after all, and granted leave is told', async () => {
  const [first, second] = [
    await dutyOf('member-1', 'answer-invitation'),
    await dutyOf('member-2', 'answer-invitation'),
  ];
  const [one, two] = [await opened(first), await opened(second)];
  expect(await one.askLeave('')).toMatchObject({ status: 422, body: { data: { reason: 'text-missing' } } });
  for (const link of [one, two]) {
    expect(await link.askLeave('出差')).toMatchObject({
      status: 200,
      body: { asked: { standing: 'leave-asked', acts: ['come'], reason: '出差' } },
    });
  }
  expect(await one.askLeave('出差')).toMatchObject({ status: 409, body: { data: { reason: 'leave-requested' } } });
  expect(await one.come()).toMatchObject({ status: 200, body: { asked: { standing: 'coming' } } });
  const [leave] = await world.owner<{ id: string; lock_version: number }>(
    `select id, lock_version from workflow_instance where definition = 'leave' and about_task_id = $1`,
    [second.taskId],
  );
  const lockVersion = leave!.lock_version;
  await clerk.call('POST', inTownship(`/cases/${leave!.id}/actions`), { event: 'approve', lockVersion, input: {} });
  expect((await two.read()).asked).toMatchObject({ standing: 'on-leave', acts: [], reason: '出差' });
});

test('pieces are handed in one by one, on the day they were', async () => {
  world.clock.moveTo(at('2026-09-10T10:00'));
  const duty = await dutyOf('member-1', 'contribute');
  const link = await opened(duty);
  expect(await link.handIn(duty.taskId, '2026-09-11')).toMatchObject({ status: 422 });
  expect(await link.handIn(duty.taskId, '2026-09-09')).toMatchObject({
    status: 200,
    body: { asked: { standing: 'asked', progress: 1, target: 2, doneOn: '2026-09-09' } },
  });
  expect(await link.handIn(duty.taskId, '2026-09-10')).toMatchObject({
    status: 200,
    body: { isAlive: true, asked: { standing: 'received', progress: 2 } },
  });
});

test('a link lives to the end of the day its duty ended, then tells what became of it and acts no more', async () => {
  const duty = await dutyOf('member-1', 'answer-invitation');
  const link = await opened(duty);
  await link.come();
  world.clock.moveTo(at('2026-01-05T23:59'));
  expect(await link.read()).toMatchObject({ isAlive: true, others: [{ kind: 'contribute' }] });
  world.clock.moveTo(at('2026-01-06T00:00'));
  expect(await link.read()).toMatchObject({ isAlive: false, asked: { standing: 'coming' }, others: [], ended: [] });
  expect(await link.come()).toMatchObject({ status: 409, body: { data: { reason: 'link-ended' } } });
});

test('what the clerk entered meanwhile, and an activity called off, are told', async () => {
  const [first, second] = [
    await dutyOf('member-1', 'answer-invitation'),
    await dutyOf('member-2', 'answer-invitation'),
  ];
  const [one, two] = [await opened(first), await opened(second)];
  await clerk.call('POST', inTownship(`/tasks/${first.taskId}/contributions`), {
    amount: 1,
    doneOn: '2026-01-05',
    note: null,
    answer: 'coming',
    idempotencyKey: newId(),
  });
  expect((await one.read()).asked).toMatchObject({ standing: 'coming', enteredByName: '林晓雨' });
  const leader = new Browser(baseUrl);
  await leader.signIn('zhuren');
  await actOnActivity('drop', { reason: '改期另行通知' }, leader);
  for (const link of [one, two]) expect((await link.read()).asked).toMatchObject({ standing: 'called-off', acts: [] });
});

test('a link acts on the person’s own matters only, as a member and nothing else', async () => {
  const duty = await dutyOf('member-1', 'answer-invitation');
  const others = await dutyOf('member-2', 'answer-invitation');
  // The person is on the staff, too: a link that was forwarded must not open the office's desk.
  await world.owner(
    `insert into membership (committee_id, id, account_id, role, from_on) values ($1, $2, $3, 'staff', '2025-01-01')`,
    [world.committeeId, newId(), duty.accountId],
  );
  const link = await opened(duty);
  expect(await link.come(others.taskId)).toMatchObject({ status: 404 });
  expect(await link.askLeave('病', others.taskId)).toMatchObject({ status: 404 });
  expect(await contributions()).toEqual([]);
  const caller = await world.app.get(MemberLinks).openedBy({ headers: link.headers } as never);
  expect(caller?.actor.memberships).toEqual([expect.objectContaining({ role: 'member' })]);
});

test('who stands in for a member answers in their place, and the entry names both', async () => {
  const duty = await dutyOf('member-1', 'answer-invitation');
  const standIn = { ...duty, accountId: world.township.accountId('member-2') };
  const link = await opened(standIn);
  expect(await link.read()).toMatchObject({ isAlive: false, asked: null, others: [] });
  expect(
    await clerk.call('POST', inTownship('/stand-ins'), {
      accountId: duty.accountId,
      standInAccountId: standIn.accountId,
      kind: 'stand-in',
      fromOn: '2026-01-05',
      toOn: '2026-01-31',
    }),
  ).toMatchObject({ status: 200 });
  expect(await link.read()).toMatchObject({ name: '刘谷雨', isAlive: true, asked: { standsInForName: '陈小满' } });
  expect(await link.come()).toMatchObject({ status: 200 });
  expect(await contributions()).toEqual([
    { task_id: duty.taskId, recorded_by_account_id: standIn.accountId, on_behalf_of_account_id: duty.accountId },
  ]);
});

test('whom to call is told; who has left the committee is shown nothing more', async () => {
  const duty = await dutyOf('member-1', 'answer-invitation');
  await world.owner(`update account set phone = '13800000001' where id = $1`, [world.township.accountId('clerk')]);
  const link = await opened(duty);
  expect((await link.read()).contact).toEqual({ name: '林晓雨', phone: '13800000001' });
  await world.owner(`update committee set office_phone = '0000-5550100' where id = $1`, [world.committeeId]);
  expect((await link.read()).contact).toEqual({ name: '云岭乡政协工委', phone: '0000-5550100' });
  await world.owner(`update membership set to_on = '2026-01-04' where account_id = $1`, [duty.accountId]);
  expect(await link.read()).toMatchObject({ isAlive: false, asked: null, others: [] });
  expect(await link.come()).toMatchObject({ status: 409, body: { data: { reason: 'link-ended' } } });
});

test('links of many duties are made in one statement, each for its own person; only hashes are kept', async () => {
  const duties = [
    await dutyOf('member-3', 'answer-invitation'),
    await dutyOf('member-1', 'contribute'),
    await dutyOf('member-2', 'answer-invitation'),
  ];
  const links = await world.app
    .get(Doors)
    .inTenant(world.township.tenants(), (tx) => world.app.get(MemberLinks).linksFor(tx, duties));
  const names = [];
  for (const link of links) {
    const headers = { 'x-xushi-link': link.slice(3) };
    const { body } = await new Browser(baseUrl).call('GET', '/api/member-page', undefined, headers);
    names.push((body as unknown as Page).name);
  }
  expect(names).toEqual(['赵清和', '陈小满', '刘谷雨']);
  const [row] = await world.owner<{ kept: string }>(
    `select string_agg(to_jsonb(l)::text, ' ') as kept from member_link l`,
  );
  for (const link of links) expect(row!.kept).not.toContain(link.slice(3));
});

test('what is done by a link is marked in the record; what the clerk enters is not', async () => {
  const [first, second] = [
    await dutyOf('member-1', 'answer-invitation'),
    await dutyOf('member-2', 'answer-invitation'),
  ];
  await (await opened(first)).come();
  const third = await dutyOf('member-3', 'answer-invitation');
  await clerk.call('POST', inTownship(`/tasks/${third.taskId}/contributions`), {
    amount: 1,
    doneOn: '2026-01-05',
    note: null,
    answer: 'coming',
    idempotencyKey: newId(),
  });
  const { askLeave } = await opened(second);
  expect(await askLeave('出差')).toMatchObject({ status: 200 });
  const read = async ({ taskId }: LinkedDuty) => (await clerk.call('GET', inTownship(`/tasks/${taskId}`))).body;
  expect(await read(first)).toMatchObject({ contributions: [{ isByLink: true, recordedByName: '陈小满' }] });
  expect(await read(third)).toMatchObject({ contributions: [{ isByLink: false, recordedByName: '林晓雨' }] });
  expect(await read(second)).toMatchObject({ leave: { history: [{ event: 'start', isByLink: true }] } });
  expect(await read(first)).toMatchObject({
    case: {
      history: expect.arrayContaining([
        expect.objectContaining({ event: 'contributed', actorName: '陈小满', isByLink: true }),
        expect.objectContaining({ event: 'contributed', actorName: '林晓雨', isByLink: false }),
        expect.objectContaining({ event: 'leave-requested', isByLink: true }),
      ]),
    },
  });
});

test('staff end the links of one duty: they open nothing, a later one does, and those of other duties live on', async () => {
  const duty = await dutyOf('member-1', 'answer-invitation');
  const [leaked, twin] = [await opened(duty), await opened(duty)];
  const other = await opened(await dutyOf('member-2', 'answer-invitation'));
  const end = (by: Browser) => by.call('POST', inTownship(`/tasks/${duty.taskId}/links/end`));
  const member = new Browser(baseUrl);
  await member.signIn('weiyuan1');
  expect(await end(member)).toMatchObject({ status: 403 });
  expect((await clerk.call('GET', inTownship(`/tasks/${duty.taskId}`))).body).toMatchObject({ openLinks: 2 });

  expect(await end(clerk)).toMatchObject({ status: 200, body: { ended: 2 } });
  for (const link of [leaked, twin]) {
    expect(await link.browser.call('GET', '/api/member-page', undefined, link.headers)).toMatchObject({ status: 401 });
    expect(await link.come()).toMatchObject({ status: 401 });
  }
  expect(await contributions()).toEqual([]);
  expect(await other.read()).toMatchObject({ isAlive: true });
  expect(await end(clerk)).toMatchObject({ status: 200, body: { ended: 0 } });
  expect((await clerk.call('GET', inTownship(`/tasks/${duty.taskId}`))).body).toMatchObject({
    openLinks: 0,
    case: { history: expect.arrayContaining([expect.objectContaining({ event: 'links-ended', input: { links: 2 } })]) },
  });
  expect(await (await opened(duty)).read()).toMatchObject({ isAlive: true, asked: { acts: ['come', 'ask-leave'] } });
});
