import { RehearsePlan } from '../src/capabilities/annual-plan/index.js';
import { Doors } from '../src/platform/database/doors.js';
import { draftPlan, loadScenario } from '../src/scenarios/load-scenario.js';
import { publishScenarioPlan } from '../src/scenarios/publish-scenario-plan.js';
import { townshipScenario } from '../src/scenarios/township.js';
import { Browser, listen, PASSWORD, startServer } from './support.js';
import { at, liveUntil } from './township-year.js';

/** The township's plan as a draft: what is entered before it is published is in its rehearsal. */
async function draftedYear() {
  const server = await startServer();
  const { app, clock } = server;
  const township = await loadScenario(app, townshipScenario, { password: PASSWORD, officeFrom: '2025-01-01' });
  const [plan] = townshipScenario.plans;
  const planId = await draftPlan(app, township, plan!, { clerk: 'clerk', year: 2026, now: clock.now() });
  const committeeId = township.committeeId('township');
  return { ...server, township, committeeId, planId, baseUrl: await listen(server) };
}

let world: Awaited<ReturnType<typeof draftedYear>>;
beforeEach(async () => {
  world = await draftedYear();
});
afterEach(() => world.close());

async function signedIn(loginName: string) {
  const browser = new Browser(world.baseUrl);
  expect(await browser.signIn(loginName)).toMatchObject({ status: 200 });
  const path = `/api/committees/${world.committeeId}`;
  return {
    own: (address: string) => browser.call('GET', `/api${address}`),
    get: (address: string) => browser.call('GET', `${path}${address}`),
    post: (address: string, body: object = {}) => browser.call('POST', `${path}${address}`, body),
    postTo: (committee: string, address: string, body: object) =>
      browser.call('POST', `/api/committees/${world.township.committeeId(committee)}${address}`, body),
    committees: async () =>
      (await browser.call('GET', '/api/committees')).body as unknown as { id: string; myRoles: string[] }[],
  };
}
const person = (key: string) => world.township.accountId(key);
const letStandIn = (
  of: string,
  by: string,
  kind: 'stand-in' | 'delegate',
  fromOn = '2026-01-05',
  toOn: string | null = null,
) => ({ accountId: person(of), standInAccountId: person(by), kind, fromOn, toOn });

test('a stand-in hears instead, as rehearsed, and only on the days agreed', async () => {
  const clerk = await signedIn('ganshi');
  // Proposals are due on 10 December: T−15 is 25 November, T−3 7 December.
  const away = letStandIn('member-1', 'member-2', 'stand-in', '2026-11-20', '2026-11-30');
  expect(await clerk.post('/stand-ins', away)).toMatchObject({
    status: 200,
    body: [{ name: '陈小满', standInName: '刘谷雨', kind: 'stand-in', enteredByName: '林晓雨', endedAt: null }],
  });
  const { app, township, committeeId, planId } = world;
  const rehearsal = await app
    .get(Doors)
    .inTenant(township.tenants(), (tx) => app.get(RehearsePlan).run(tx, committeeId, planId));
  const rehearsed = rehearsal!.duties.find(({ kind }) => kind === 'contribute')!.rungs;
  const shown = (await clerk.get(`/plans/${planId}/rehearsal`)).body as unknown as {
    duties: { taskKind: string; rungs: { rung: string; insteadOf: { accountId: string; ofName: string }[] }[] }[];
  };
  const contribute = shown.duties.find(({ taskKind }) => taskKind === 'contribute');
  expect(contribute?.rungs.filter(({ insteadOf }) => insteadOf.length > 0)).toMatchObject([
    { rung: 'T-15', insteadOf: [{ accountId: person('member-2'), ofName: '陈小满' }] },
  ]);
  await publishScenarioPlan(app, township, { committee: 'township', planId, now: world.clock.now() });
  await liveUntil(world, '2026-12-20T10:00');
  const happened = await world.owner<{ rung: string; recipients: string[] }>(
    `select n.rung, array_agg(distinct n.account_id::text) as recipients from notice n
     join task t on t.id = n.task_id where t.kind = 'contribute' group by 1`,
  );
  const sorted = (ids: readonly string[]) => [...ids].sort();
  for (const { rung, recipients } of rehearsed) {
    expect(sorted(happened.find((one) => one.rung === rung)?.recipients ?? [])).toEqual(sorted(recipients));
  }
  const told = (rung: string) =>
    world.owner<{ account_id: string }>(
      `select n.account_id from notice n join task t on t.id = n.task_id
       where t.kind = 'contribute' and t.holder_account_id = $1 and n.rung = $2`,
      [person('member-1'), rung],
    );
  expect(await told('T-15')).toEqual([{ account_id: person('member-2') }]);
  expect(await told('T-3')).toEqual([{ account_id: person('member-1') }]);
});

test('a stand-in hears and finds what is owed also where another stand-in is away in turn', async () => {
  await publishScenarioPlan(world.app, world.township, {
    committee: 'township',
    planId: world.planId,
    now: world.clock.now(),
  });
  world.clock.moveTo(at('2026-11-23T10:00'));
  const [clerk, last] = [await signedIn('ganshi'), await signedIn('weiyuan3')];
  for (const [of, by] of [
    ['member-1', 'member-2'],
    ['member-2', 'member-3'],
  ] as const) {
    expect((await clerk.post('/stand-ins', letStandIn(of, by, 'stand-in', '2026-11-23'))).status).toBe(200);
  }
  const { body } = await last.own('/tasks/stood-for');
  expect(body).toMatchObject([
    { name: '陈小满', tasks: [{ kind: 'contribute' }] },
    { name: '刘谷雨', tasks: [{ kind: 'contribute' }] },
  ]);
  expect((await (await signedIn('weiyuan2')).own('/tasks/stood-for')).body).toEqual([]);
});

test('a delegate acts in the leader’s name, the history says so, and no longer once it is ended', async () => {
  const { planId, committeeId } = world;
  const [leader, delegate] = [await signedIn('zhuren'), await signedIn('weiyuan1')];
  const rolesOfDelegate = async () => (await delegate.committees()).find(({ id }) => id === committeeId)?.myRoles;
  expect(await rolesOfDelegate()).toEqual(['member']);
  const named = await leader.post('/stand-ins', letStandIn('leader', 'member-1', 'delegate'));
  expect(named.status).toBe(200);
  expect(await rolesOfDelegate()).toEqual(['member', 'leader']);

  const clerk = await signedIn('ganshi');
  const [plan] = await world.owner<{ id: string; lock_version: number }>(
    `select i.id, i.lock_version from plan p join workflow_instance i on i.id = p.instance_id where p.id = $1`,
    [planId],
  );
  const act = (who: typeof clerk, event: string, lockVersion: number) =>
    who.post(`/cases/${plan!.id}/actions`, { event, lockVersion, input: {} });
  expect((await act(clerk, 'submit', 1)).status).toBe(200);
  expect((await act(delegate, 'approve', 2)).status).toBe(200);
  const [approval] = await world.owner(
    `select actor_account_id as by, on_behalf_of_account_id as in_name_of from workflow_event where event = 'approve'`,
  );
  expect(approval).toEqual({ by: person('member-1'), in_name_of: person('leader') });
  expect((await act(clerk, 'publish', 3)).status).toBe(200);

  const [task] = await world.owner<{ id: string }>(
    `select id from task where kind = 'hold-activity' order by due_on limit 1`,
  );
  const hold = () => delegate.post(`/tasks/${task!.id}/hold`, { reason: '等县里通知', lockVersion: 1 });
  const { id: standInId } = (named.body as unknown as { id: string }[])[0]!;
  expect((await leader.post(`/stand-ins/${standInId}/end`)).status).toBe(200);
  expect((await hold()).status).toBe(403);
  expect(await rolesOfDelegate()).toEqual(['member']);
  expect((await leader.post('/stand-ins', letStandIn('leader', 'member-1', 'delegate'))).status).toBe(200);
  expect((await hold()).status).toBe(200);
  const [held] = await world.owner(
    `select actor_account_id as by, on_behalf_of_account_id as in_name_of from workflow_event where event = 'held'`,
  );
  expect(held).toEqual({ by: person('member-1'), in_name_of: person('leader') });

  // Who has left the committee acts in nobody's name.
  await world.owner(`update membership set to_on = '2026-01-05' where account_id = $1`, [person('member-1')]);
  world.clock.moveTo(at('2026-01-06T10:00'));
  expect(await rolesOfDelegate()).toBeUndefined();
});

describe('what a stand-in may see and do', () => {
  const taskOf = async (key: string) => {
    const [row] = await world.owner<{ id: string }>(
      `select id from task where kind = 'contribute' and holder_account_id = $1`,
      [person(key)],
    );
    return row!.id;
  };
  const piece = (doneOn: string) => ({ amount: 1, doneOn, note: null, idempotencyKey: crypto.randomUUID() });

  test('exactly the other’s tasks, on the days agreed, without a colour, and marked as the other’s', async () => {
    await publishScenarioPlan(world.app, world.township, {
      committee: 'township',
      planId: world.planId,
      now: world.clock.now(),
    });
    world.clock.moveTo(at('2026-11-19T10:00'));
    const [clerk, standIn, fellow] = [await signedIn('ganshi'), await signedIn('weiyuan2'), await signedIn('weiyuan3')];
    const [theirs, fellows] = [await taskOf('member-1'), await taskOf('member-3')];
    const added = await clerk.post(
      '/stand-ins',
      letStandIn('member-1', 'member-2', 'stand-in', '2026-11-20', '2026-11-30'),
    );
    const statuses = async (who: typeof clerk) => [
      (await who.get(`/tasks/${theirs}`)).status,
      (await who.get(`/tasks/${fellows}`)).status,
    ];
    expect(await statuses(standIn)).toEqual([404, 404]);
    expect((await standIn.post(`/tasks/${theirs}/contributions`, piece('2026-11-19'))).status).toBe(404);
    const stoodFor = async (who: typeof clerk) => (await who.own('/tasks/stood-for')).body;
    const period = { name: '陈小满', kind: 'stand-in', fromOn: '2026-11-20', toOn: '2026-11-30' };
    expect(await stoodFor(standIn)).toEqual([expect.objectContaining({ ...period, isAhead: true, tasks: [] })]);
    world.clock.moveTo(at('2026-11-20T10:00'));
    expect(await stoodFor(standIn)).toMatchObject([
      { ...period, isAhead: false, tasks: [{ id: theirs, light: null }] },
    ]);
    expect(await stoodFor(fellow)).toEqual([]);
    expect(await stoodFor(await signedIn('weiyuan1'))).toEqual([]);
    expect(await statuses(standIn)).toEqual([200, 404]);
    expect(await statuses(fellow)).toEqual([404, 200]);
    expect((await standIn.get(`/tasks/${theirs}`)).body).toMatchObject({
      standsIn: true,
      light: null,
      reminders: [],
      urgings: [],
    });
    // The list of the committee, and its register, stay closed.
    expect((await standIn.get('/tasks')).status).toBe(403);
    expect((await standIn.post(`/tasks/${fellows}/contributions`, piece('2026-11-20'))).status).toBe(404);
    expect((await standIn.post(`/tasks/${theirs}/contributions`, piece('2026-11-20'))).status).toBe(200);
    const [entry] = await world.owner(
      `select recorded_by_account_id as by, on_behalf_of_account_id as of from contribution`,
    );
    expect(entry).toEqual({ by: person('member-2'), of: person('member-1') });
    const [{ id: standInId }] = added.body as unknown as [{ id: string }];
    expect((await clerk.post(`/stand-ins/${standInId}/end`)).status).toBe(200);
    expect(await statuses(standIn)).toEqual([404, 404]);
    expect(await stoodFor(standIn)).toEqual([]);
    world.clock.moveTo(at('2026-12-01T10:00'));
    expect(await statuses(standIn)).toEqual([404, 404]);
  });

  test('a duty the other answers for by name is finished in the other’s name; an office’s duty is read only', async () => {
    const clerk = await signedIn('ganshi');
    const standIn = await signedIn('weiyuan2');
    const enter = async (responsibleAccountId: string | null) => {
      const entered = await clerk.post('/duties', {
        title: '撰写调研报告',
        category: 'research',
        dueOn: '2026-01-16',
        responsibleAccountId,
        note: null,
        idempotencyKey: crypto.randomUUID(),
      });
      return entered.body as unknown as { id: string; instanceId: string; case: { lockVersion: number } };
    };
    const [own, office] = [await enter(person('clerk')), await enter(null)];
    const finish = (duty: typeof own) =>
      standIn.post(`/cases/${duty.instanceId}/actions`, {
        event: 'finish',
        lockVersion: duty.case.lockVersion,
        input: { doneOn: '2026-01-05' },
      });
    expect((await standIn.get(`/tasks/${own.id}`)).status).toBe(404);
    expect((await finish(own)).body).toMatchObject({ data: { reason: 'role-not-allowed' } });
    expect((await clerk.post('/stand-ins', letStandIn('clerk', 'member-2', 'stand-in'))).status).toBe(200);
    expect((await standIn.get(`/tasks/${own.id}`)).body).toMatchObject({
      standsIn: true,
      case: { allowedActions: [{ event: 'finish' }] },
    });
    expect((await standIn.get(`/tasks/${office.id}`)).body).toMatchObject({ standsIn: false, case: null });
    expect((await finish(office)).body).toMatchObject({ data: { reason: 'role-not-allowed' } });
    expect((await finish(own)).status).toBe(200);
    const [finished] = await world.owner(
      `select actor_account_id as by, on_behalf_of_account_id as of from workflow_event where event = 'finish'`,
    );
    expect(finished).toEqual({ by: person('member-2'), of: person('clerk') });
  });
});

test('a clerk who is also the delegate acts as a clerk where that is enough', async () => {
  const [leader, clerk] = [await signedIn('zhuren'), await signedIn('ganshi')];
  expect((await leader.post('/stand-ins', letStandIn('leader', 'clerk', 'delegate'))).status).toBe(200);
  await publishScenarioPlan(world.app, world.township, {
    committee: 'township',
    planId: world.planId,
    now: world.clock.now(),
  });
  const [task] = await world.owner<{ id: string }>(
    `select id from task where kind = 'hold-activity' order by due_on limit 1`,
  );
  expect((await clerk.post('/supervision/urging', { taskIds: [task!.id], text: '请抓紧' })).status).toBe(200);
  const [urged] = await world.owner(
    `select actor_account_id as by, on_behalf_of_account_id as in_name_of from workflow_event where event = 'urged'`,
  );
  expect(urged).toEqual({ by: person('clerk'), in_name_of: null });
});

test('a delegate of the county’s leader urges in a township in the leader’s name', async () => {
  const [county, admin] = [await signedIn('xianzhuxi'), await signedIn('admin')];
  await publishScenarioPlan(world.app, world.township, {
    committee: 'township',
    planId: world.planId,
    now: world.clock.now(),
  });
  const [task] = await world.owner<{ id: string }>(
    `select id from task where kind = 'hold-activity' order by due_on limit 1`,
  );
  const urge = () => admin.post('/supervision/urging', { taskIds: [task!.id], text: '请抓紧' });
  expect((await urge()).status).toBe(403);
  const named = await county.postTo('county', '/stand-ins', letStandIn('county-leader', 'administrator', 'delegate'));
  expect(named.status).toBe(200);
  expect((await urge()).status).toBe(200);
  const [urged] = await world.owner(
    `select actor_account_id as by, on_behalf_of_account_id as in_name_of from workflow_event where event = 'urged'`,
  );
  expect(urged).toEqual({ by: person('administrator'), in_name_of: person('county-leader') });
});

test('what cannot be is refused with the field to mend', async () => {
  const [clerk, leader, admin] = [await signedIn('ganshi'), await signedIn('zhuren'), await signedIn('admin')];
  const refusals: [typeof clerk, object, string, string][] = [
    [clerk, letStandIn('member-1', 'member-1', 'stand-in'), 'stand-in-for-oneself', 'standInAccountId'],
    [clerk, letStandIn('member-1', 'member-2', 'stand-in', '2026-02-02', '2026-02-01'), 'window-reversed', 'toOn'],
    [clerk, letStandIn('member-1', 'member-2', 'stand-in', '2026-01-04'), 'date-in-past', 'fromOn'],
    [clerk, letStandIn('member-1', 'sibling-clerk', 'stand-in'), 'not-in-office', 'standInAccountId'],
    [clerk, letStandIn('sibling-clerk', 'member-1', 'stand-in'), 'not-in-office', 'accountId'],
    [leader, letStandIn('member-1', 'member-2', 'delegate'), 'delegate-not-of-leader', 'accountId'],
    [clerk, letStandIn('leader', 'clerk', 'delegate'), 'delegate-by-leader-only', 'kind'],
  ];
  for (const [who, input, reason, field] of refusals) {
    expect(await who.post('/stand-ins', input)).toMatchObject({ status: 422, body: { data: { reason, field } } });
  }
  expect(
    (await clerk.post('/stand-ins', letStandIn('member-1', 'member-2', 'stand-in', '2026-02-01', '2026-02-28'))).status,
  ).toBe(200);
  const second = (fromOn: string, toOn: string | null) =>
    clerk.post('/stand-ins', letStandIn('member-1', 'member-3', 'stand-in', fromOn, toOn));
  // What only the present state of things forbids is told apart from what the input lacks.
  const overlaps = {
    status: 409,
    body: { defined: true, code: 'REFUSED_BY_STATE', data: { reason: 'stand-in-overlaps', field: 'fromOn' } },
  };
  expect(await second('2026-02-28', null)).toMatchObject(overlaps);
  expect(await second('2026-01-10', '2026-02-01')).toMatchObject(overlaps);
  expect((await second('2026-03-01', null)).status).toBe(200);
  expect((await second('2026-01-10', '2026-01-31')).status).toBe(200);
  // The county's administrator holds no office in the township.
  expect((await admin.post('/stand-ins', letStandIn('leader', 'clerk', 'delegate'))).status).toBe(403);
  expect((await clerk.post('/stand-ins/00000000-0000-4000-8000-000000000000/end')).status).toBe(404);
});
