import { contract, type Policy, type RouteMeta } from '@xushi/contract';
import { defaultRuleProfile, type Role } from '@xushi/domain';
import { MemberLinks } from '../src/capabilities/account/index.js';
import { Doors } from '../src/platform/database/doors.js';
import { newId } from '../src/platform/ids.js';
import { draftPlan, type LoadedScenario, loadScenario } from '../src/scenarios/load-scenario.js';
import { publishScenarioPlan } from '../src/scenarios/publish-scenario-plan.js';
import { plainItem, type Scenario, type ScenarioItem } from '../src/scenarios/scenario.js';
import { Browser, listen, PASSWORD, startServer, type TestServer } from './support.js';

/**
 * Every route × every role × every committee, generated from the contract: a route added tomorrow is in the matrix
 * tomorrow. What is expected is worked out by the small table below, which shares no code with the server.
 */

const ROLES = ['staff', 'leader', 'member', 'administrator', 'unit'] as const satisfies readonly Role[];
/** `nobody` is signed in with an office that ended; `stranger` is not signed in; `link` only holds a member's link. */
const CALLERS = [...ROLES, 'nobody', 'stranger', 'link'] as const;
type Caller = (typeof CALLERS)[number];
const COMMITTEES = ['own', 'child', 'parent', 'sibling', 'foreign', 'invented'] as const;
type Committee = (typeof COMMITTEES)[number];

/** 401, 403, 404 or let in. Callers hold their one office in `own`. */
function expected(policy: Policy, caller: Caller, committee: Committee): 401 | 403 | 404 | 'let in' {
  if (policy.access === 'public') return 'let in';
  if (policy.access === 'member-link') return caller === 'link' ? 'let in' : 401;
  if (caller === 'stranger' || caller === 'link') return 401;
  if (policy.access === 'signed-in') return 'let in';
  const looksDown = caller === 'staff' || caller === 'leader' || caller === 'administrator';
  const isSeen = (committee === 'own' && caller !== 'nobody') || (committee === 'child' && looksDown);
  if (!isSeen) return 404;
  if (committee === 'child' && policy.reach === 'own') return 403;
  return policy.roles.some((role) => role === caller) ? 'let in' : 403;
}

interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly policy: Policy;
}

interface Procedure {
  readonly '~orpc': { readonly meta: RouteMeta; readonly route: { readonly method: string; readonly path: string } };
}

const routes: Route[] = Object.entries(contract).flatMap(([noun, procedures]) =>
  Object.entries(procedures as unknown as Record<string, Procedure>).map(
    ([
      name,
      {
        '~orpc': { meta, route },
      },
    ]) => ({
      name: `${noun}.${name}`,
      method: route.method,
      path: route.path,
      policy: meta.policy,
    }),
  ),
);

const item: ScenarioItem = {
  ...plainItem,
  title: '委员活动',
  category: 'activity',
  workflow: 'activity',
  cadence: { kind: 'each', unit: 'quarter' },
};
const mailServer = {
  host: '127.0.0.1',
  port: 1,
  security: 'none',
  userName: '',
  password: null,
  senderName: '某县政协',
  senderAddress: 'office@example.com',
  publicAddress: '',
};
const items = (): ScenarioItem[] => [
  item,
  { ...item, title: '提案', category: 'proposal', workflow: 'solicitation', target: 90 },
];

const office = (committee: string, role: Role) => ({ committee, role, title: null });
const scenario: Scenario = {
  committees: [
    { key: 'parent', parent: null, level: 'county', name: '上级县政协' },
    { key: 'own', parent: 'parent', level: 'township', name: '本乡工委' },
    { key: 'sibling', parent: 'parent', level: 'township', name: '邻乡工委' },
    { key: 'child', parent: 'own', level: 'street', name: '下属联络组' },
  ],
  people: [
    ...ROLES.map((role) => ({ key: role, name: `本乡${role}`, loginName: role, offices: [office('own', role)] })),
    { key: 'nobody', name: '离任者', loginName: 'nobody', offices: [office('own', 'staff')] },
    // They make the plans and sign in nowhere.
    ...(['parent', 'own', 'sibling', 'child'] as const).map((key) => ({
      key: `${key}-member`,
      name: `${key}委员`,
      loginName: null,
      offices: [office(key, 'member')],
    })),
    {
      key: 'clerk',
      name: '制表人',
      loginName: null,
      offices: ['parent', 'own', 'sibling', 'child'].map((key) => office(key, 'staff')),
    },
    {
      key: 'leader-of-all',
      name: '批准人',
      loginName: null,
      offices: ['parent', 'own', 'sibling', 'child'].map((key) => office(key, 'leader')),
    },
  ],
  plans: ['parent', 'own', 'sibling', 'child'].map((committee) => ({
    committee,
    title: () => '2026年工作计划',
    items,
  })),
};
const foreignScenario: Scenario = {
  committees: [{ key: 'foreign', parent: null, level: 'county', name: '外县政协' }],
  people: [
    { key: 'clerk', name: '外县干事', loginName: null, offices: [office('foreign', 'staff')] },
    { key: 'leader-of-all', name: '外县主任', loginName: null, offices: [office('foreign', 'leader')] },
    { key: 'foreign-member', name: '外县委员', loginName: null, offices: [office('foreign', 'member')] },
  ],
  plans: [{ committee: 'foreign', title: () => '2026年工作计划', items }],
};

let server: TestServer;
let baseUrl: string;
const browsers = new Map<Caller, Browser>();
/** Objects that really stand in each committee, so that a permitted call finds what it asks for. */
const objects = new Map<Committee, Record<string, string>>();
/** The member's own duty, and the unit's: others' duties answer as missing to them. */
let ownTasks: Readonly<Partial<Record<Caller, string>>>;
/** The link to the member's own duty, without its `/m#`. */
let linkToken: string;

beforeAll(async () => {
  server = await startServer();
  const { clock, app, owner } = server;
  for (const one of [scenario, foreignScenario]) {
    const loaded = await loadScenario(app, aliased(one), { password: PASSWORD, officeFrom: '2025-01-01' });
    for (const plan of one.plans) await publish(loaded, plan);
  }
  objects.set('invented', { ...objects.get('own'), committeeId: newId() });
  const [own] = await owner<{ id: string }>(
    `select t.id from task t join account a on a.id = t.holder_account_id where a.login_name = 'member' and t.by_contribution`,
  );
  const committeeId = objects.get('own')!.committeeId!;
  const unitId = newId();
  await owner('insert into handling_unit (committee_id, id, name) values ($1, $2, $3)', [
    committeeId,
    unitId,
    '交通局',
  ]);
  await owner(`update membership set handling_unit_id = $1 where committee_id = $2 and role = 'unit'`, [
    unitId,
    committeeId,
  ]);
  const [ofUnit] = await owner<{ id: string }>(
    `update task set holder_account_id = null, holder_unit_id = $1
     where id = (select id from task where committee_id = $2 and by_contribution and id <> $3 limit 1) returning id`,
    [unitId, committeeId, own!.id],
  );
  ownTasks = { member: own!.id, unit: ofUnit!.id, link: own!.id };
  linkToken = await makeLink(committeeId, own!.id);
  await owner(
    `update membership set to_on = '2026-01-04' where account_id = (select id from account where login_name = 'nobody')`,
  );
  baseUrl = await listen(server);
  for (const caller of CALLERS) {
    const browser = new Browser(baseUrl);
    if (isSignedIn(caller)) expect(await browser.signIn(caller)).toMatchObject({ status: 200 });
    browsers.set(caller, browser);
  }

  async function publish(loaded: LoadedScenario, plan: Scenario['plans'][number]) {
    const now = clock.now();
    const planId = await draftPlan(app, loaded, plan, { clerk: 'clerk', year: 2026, now });
    await publishScenarioPlan(app, loaded, { committee: plan.committee, planId, now });
    const committeeId = loaded.committeeId(plan.committee);
    const [found] = await owner<{ item_id: string; task_id: string; instance_id: string; occurrence_id: string }>(
      `select i.id as item_id, t.id as task_id, t.instance_id, o.id as occurrence_id from plan_item i
       join occurrence o on o.plan_item_id = i.id
       join workflow_instance w on w.occurrence_id = o.id join task t on t.instance_id = w.id
       where i.committee_id = $1 and t.kind = 'hold-activity' limit 1`,
      [committeeId],
    );
    const standInId = newId();
    await owner(
      `insert into stand_in (committee_id, id, account_id, stand_in_account_id, kind, from_on, entered_at, entered_by_account_id)
       select $1, $2, min(id::text)::uuid, max(id::text)::uuid, 'stand-in', '2026-01-01', now(), min(id::text)::uuid from account`,
      [committeeId, standInId],
    );
    const [office] = await owner<{ id: string; account_id: string }>(
      `select id, account_id from membership where committee_id = $1 and role = 'member' order by id limit 1`,
      [committeeId],
    );
    const [asked] = await owner<{ id: string; instance_id: string }>(
      `select id, instance_id from task where committee_id = $1 and kind = 'contribute' limit 1`,
      [committeeId],
    );
    const [idle] = await owner<{ account_id: string }>(
      `select m.account_id from membership m join account a on a.id = m.account_id
       where m.committee_id = $1 and m.role = 'member' and a.login_name is null limit 1`,
      [committeeId],
    );
    objects.set(plan.committee as Committee, {
      committeeId,
      idleAccountId: idle!.account_id,
      askedTaskId: asked!.id,
      askedInstanceId: asked!.instance_id,
      membershipId: office!.id,
      accountId: office!.account_id,
      document: 'key-points',
      planId,
      itemId: found!.item_id,
      taskId: found!.task_id,
      instanceId: found!.instance_id,
      occurrenceId: found!.occurrence_id,
      year: '2026',
      name: 'inspection',
      version: '1',
      standInId,
      messageId: await mailAbout(committeeId, found!.task_id, office!.account_id),
      recordId: await recordFigure(committeeId),
      on: '2026-04-07',
    });
    await owner(`insert into closing_day (committee_id, on_date, name) values ($1, '2026-04-07', '乡庆')`, [
      committeeId,
    ]);
  }
}, 60_000);

afterAll(() => server.close());

/** A reminder of a task that was told in the app, and lies in the outbox as a mail. */
async function mailAbout(committeeId: string, taskId: string, accountId: string): Promise<string> {
  const [inApp, mail] = [newId(), newId()];
  const root = `(select root_id from committee where id = '${committeeId}')`;
  await server.owner(
    `insert into reminder (committee_id, task_id, rung, due_on, form, on_date, outcome, reason, recorded_at)
     values ('${committeeId}', '${taskId}', 'T-15', '2026-03-31', 'notice', '2026-01-05', 'sent', 'reached', now());
     insert into message (committee_id, id, account_id, channel, on_date, slot, kind, status, due_at, sent_at, live_notices, carries_message_id)
     values (${root}, '${inApp}', '${accountId}', 'in-app', '2026-01-05', '${inApp}', 'digest', 'sent', now(), now(), 1, null),
            (${root}, '${mail}', '${accountId}', 'mail', '2026-01-05', '${mail}', 'digest', 'outbox', now(), null, 1, '${inApp}');
     insert into notice (committee_id, task_id, rung, due_on, account_id, form, created_at, message_committee_id, message_id)
     values ('${committeeId}', '${taskId}', 'T-15', '2026-03-31', '${accountId}', 'notice', now(), ${root}, '${inApp}')`,
  );
  return mail;
}

/** A figure of 2026 as a clerk recorded it. */
async function recordFigure(committeeId: string): Promise<string> {
  const id = newId();
  await server.owner(
    `insert into year_figure (committee_id, id, year, name, value, unit, bound, source_name, source_line, source_text,
       confirmed_by_account_id, confirmed_at)
     select $1, $2, 2026, '收到提案', 83, '件', 'exact', '报告', 1, '', min(id::text)::uuid, now() from account`,
    [committeeId, id],
  );
  return id;
}

/** `publishScenarioPlan` looks for `leader`, which here is the name of a caller with an office in one committee only. */
function aliased(one: Scenario): Scenario {
  const rename: Record<string, string> = { leader: 'leader-caller', 'leader-of-all': 'leader' };
  return { ...one, people: one.people.map((person) => ({ ...person, key: rename[person.key] ?? person.key })) };
}

/** Input that would do if the caller were let in; lock versions are wrong on purpose, so that little is changed. */
function bodyOf(route: Route, caller: Caller, ids: Record<string, string>): unknown {
  const bodies: Record<string, unknown> = {
    'account.signIn': { loginName: isSignedIn(caller) ? caller : 'staff', password: PASSWORD },
    'account.changePassword': { current: 'not the password', next: 'long enough' },
    'account.setUp': {
      committeeName: '某县政协',
      level: 'county',
      administratorName: '某人',
      loginName: 'x9',
      password: PASSWORD,
    },
    'roster.preview': { source: { text: '姓名' }, kind: 'people' },
    'roster.table': { rows: [['姓名']] },
    'yearRecord.read': { source: { text: '收到提案83件。' } },
    'yearRecord.confirm': { sourceName: '2025年工作报告', held: [], figures: [] },
    'schedule.move': { to: '2026-02-10', reason: '领导外出', lockVersion: 999, isTrial: false },
    'annualPlan.create': { year: 2026, title: '2026年工作计划' },
    'annualPlan.copy': { year: 2027, title: '2027年工作计划', lockVersion: 999, itemIds: [] },
    'annualPlan.saveItem': {
      itemId: null,
      lockVersion: 999,
      item: { ...item, responsibleAccountId: null, leaderAccountId: null, groupId: null },
    },
    'annualPlan.removeItem': { lockVersion: 999 },
    'annualPlan.readDocument': { source: { text: '每季度组织委员活动一次。' } },
    'annualPlan.takeItems': {
      lockVersion: 999,
      items: [{ ...item, responsibleAccountId: null, leaderAccountId: null, groupId: null }],
    },
    'annualPlan.close': { lockVersion: 999, note: '', undone: [] },
    'annualPlan.passDown': { committeeIds: [newId()] },
    'annualPlan.understandCadence': { cadence: item.cadence, times: 1 },
    'annualPlan.readWording': { text: '每季度一次' },
    'workflow.act': { event: 'nothing', lockVersion: 999, input: {} },
    'task.contribute': { amount: 1, doneOn: '2026-01-05', note: null, idempotencyKey: newId() },
    'task.hold': { reason: '等通知', lockVersion: 999 },
    'task.release': { lockVersion: 999 },
    'workCalendar.importYear': { notice: {}, lockVersion: 999, isTrial: true },
    'workCalendar.takeBackYear': { lockVersion: 999, isTrial: true },
    'workCalendar.addClosing': { on: '2026-06-01', name: '乡庆', isTrial: true },
    'workCalendar.removeClosing': { isTrial: true },
    'ruleProfile.judge': {
      profile: defaultRuleProfile,
      basedOnVersion: 1,
      ladder: 'duty',
      opensOn: '2026-01-05',
      dueOn: '2026-03-31',
    },
    'ruleProfile.write': { validFrom: '2026-06-01', basedOnVersion: 999, profile: defaultRuleProfile },
    'task.enterDuty': {
      title: '临时任务',
      category: 'other',
      dueOn: '2026-01-30',
      responsibleAccountId: null,
      note: null,
      idempotencyKey: newId(),
    },
    'task.requestLeave': { reason: '病' },
    'memberPage.contribute': {
      taskId: ids.taskId,
      doneOn: '2026-01-05',
      note: null,
      answer: null,
      idempotencyKey: newId(),
    },
    // Nobody asks for leave from handing in: nothing is recorded.
    'callSheet.recordCall': { taskId: ids.askedTaskId, outcome: 'leave', reason: '病', attempt: 1 },
    'memberPage.askLeave': { taskId: ids.taskId, reason: '病' },
    // A last day before anybody's first, so that nobody loses the office the other calls need.
    'roster.endOffice': { lastOn: '1999-12-31', reason: '辞职' },
    'roster.correctPerson': { person: { name: '某人', gender: null } },
    'task.previewHandOver': { fromAccountId: newId(), toAccountId: newId() },
    'task.prepareHandOver': { fromAccountId: newId(), toAccountId: newId(), note: null },
    'channel.saveMailServer': { server: mailServer },
    // Nobody listens at port 1 of this machine.
    'channel.tryMailServer': { server: mailServer, sendTo: null },
    'channel.saveSettings': { officePhone: '0578-2123456', sendsMail: true },
    'channel.saveMine': { email: '', mailDigest: true, mailImmediate: true },
    'channel.stopMail': { of: 'nobody signed this' },
    'delivery.sendAgain': { messageIds: [ids.messageId], email: null },
    'supervision.issueSlips': { taskIds: [ids.taskId], demand: '请办结' },
    'supervision.urge': { taskIds: [ids.taskId], text: '请抓紧' },
  };
  return route.method === 'GET' ? undefined : (bodies[route.name] ?? {});
}

async function call(route: Route, caller: Caller, committee: Committee, changed: Record<string, string> = {}) {
  let browser = browsers.get(caller)!;
  if (['account.signOut', 'account.signIn'].includes(route.name)) {
    // These end or replace the session that the other calls need.
    browser = new Browser(baseUrl);
    if (isSignedIn(caller)) await browser.signIn(caller);
  }
  const there = objects.get(committee)!;
  const ids = {
    ...there,
    ...(caller in ownTasks ? { taskId: ownTasks[caller]! } : {}),
    // Somebody without a login: nobody who calls here may lose theirs.
    ...(route.name.startsWith('login.') ? { accountId: there.idleAccountId! } : {}),
    ...(route.name === 'callSheet.recordCall' ? { instanceId: there.askedInstanceId! } : {}),
    ...changed,
  };
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = (ids as Record<string, string>)[name];
    if (id === undefined) throw new Error(`${route.name} wants a ${name}: give this test one.`);
    return id;
  });
  return browser.call(route.method, path, bodyOf(route, caller, ids), headersOf(caller));
}

const isSignedIn = (caller: Caller): boolean => caller !== 'stranger' && caller !== 'link';

const headersOf = (caller: Caller): Record<string, string> => ({
  'x-xushi-request': '1',
  ...(caller === 'link' ? { 'x-xushi-link': linkToken } : {}),
});

/** A link to the member's duty, as a message to them would carry it. */
function makeLink(committeeId: string, taskId: string): Promise<string> {
  const tenants = new Map([[committeeId, objects.get('parent')!.committeeId!]]);
  return server.app.get(Doors).inTenant(tenants, async (tx) => {
    const [member] = await tx.query<{ id: string }>(`select id from account where login_name = 'member'`);
    const link = await server.app.get(MemberLinks).linkFor(tx, { committeeId, taskId, accountId: member!.id });
    return link.slice(link.indexOf('#') + 1);
  });
}

test('every route of the contract declares its policy, its method and an address under /api', () => {
  expect(routes.length).toBeGreaterThan(20);
  for (const { name, method, path, policy } of routes) {
    expect({ name, method }).toEqual({ name, method: expect.stringMatching(/^(GET|POST|PUT|DELETE)$/) });
    expect({ name, path }).toEqual({ name, path: expect.stringMatching(/^\/api\//) });
    expect({ name, access: policy?.access }).toEqual({
      name,
      access: expect.stringMatching(/^(public|signed-in|member-link|committee)$/),
    });
    expect({ name, inCommittee: path.includes('{committeeId}') }).toEqual({
      name,
      inCommittee: policy.access === 'committee',
    });
    if (policy.access === 'committee') expect({ name, roles: policy.roles.length > 0 }).toEqual({ name, roles: true });
  }
});

test('strangers may call exactly these', () => {
  const open = routes.filter((route) => route.policy.access === 'public').map((route) => route.name);
  expect(open.sort()).toEqual([
    'account.session',
    'account.setUp',
    'account.signIn',
    'channel.readStopLink',
    'channel.stopMail',
  ]);
});

describe.each(routes)('$name', (route) => {
  const committees = route.policy.access === 'committee' ? COMMITTEES : (['own'] as const);
  test.each(CALLERS)('called by %s', async (caller) => {
    const verdicts: Record<string, unknown> = {};
    const wanted: Record<string, unknown> = {};
    for (const committee of committees) {
      const { status, body } = await call(route, caller, committee);
      const want = expected(route.policy, caller, committee);
      wanted[committee] = want;
      // Let in: whatever comes then comes from the use case, and it finds the objects it was given.
      const letIn = ![401, 403, 404].includes(status) && status < 500;
      verdicts[committee] = letIn ? 'let in' : status;
      if (want === 404) expect(body).toMatchObject({ code: 'NOT_FOUND' });
      if (want === 403) expect(body).toMatchObject({ code: 'FORBIDDEN' });
      if (want === 401) expect(body).toMatchObject({ code: 'UNAUTHORIZED' });
    }
    expect(verdicts).toEqual(wanted);
  });
});

test('a member’s link opens exactly these, and a session none of them', () => {
  const byLink = routes.filter((route) => route.policy.access === 'member-link').map((route) => route.name);
  expect(byLink.sort()).toEqual(['memberPage.askLeave', 'memberPage.contribute', 'memberPage.read']);
});

test('a link that was never made, or is no link at all, answers as none', async () => {
  for (const token of ['', 'x', 'A'.repeat(43), `${linkToken}x`, linkToken.toLowerCase()]) {
    const headers = { 'x-xushi-request': '1', 'x-xushi-link': token };
    expect(await new Browser(baseUrl).call('GET', '/api/member-page', undefined, headers)).toMatchObject({
      status: 401,
      body: { code: 'UNAUTHORIZED' },
    });
  }
});

describe('an object of another committee, asked for in one’s own', () => {
  const places = {
    planId: 'plan',
    taskId: 'task',
    instanceId: 'case',
    occurrenceId: 'run',
    membershipId: 'office',
    messageId: 'mail',
  } as const;
  const asked = routes.flatMap((route) =>
    Object.keys(places)
      .filter((name) => route.path.includes(`{${name}}`))
      .map((name) => ({ name: route.name, route, id: name as keyof typeof places })),
  );
  test.each(asked)('$name answers as to a missing $id', async ({ route, id }) => {
    for (const committee of ['child', 'sibling', 'parent', 'foreign'] as const) {
      const caller = route.policy.access === 'committee' && route.policy.roles.includes('staff') ? 'staff' : 'leader';
      const foreign = await call(route, caller, 'own', { [id]: objects.get(committee)![id]! });
      const absent = await call(route, caller, 'own', { [id]: newId() });
      expect({ status: foreign.status, text: foreign.text }).toEqual({ status: 404, text: absent.text });
      expect(absent.status).toBe(404);
    }
  });
  test('urging names a foreign task: nothing is urged', async () => {
    const route = routes.find((one) => one.name === 'supervision.urge')!;
    const answer = await call(route, 'leader', 'own', { taskId: objects.get('sibling')!.taskId! });
    expect(answer.status).toBe(404);
  });
});

test('a malformed committee is refused before anything else is said about the input', async () => {
  const browser = browsers.get('staff')!;
  expect(await browser.call('GET', '/api/committees/not-an-id/plans')).toMatchObject({ status: 404 });
  expect(
    await browser.call('GET', `/api/committees/${objects.get('foreign')!.committeeId}/tasks?page=x`),
  ).toMatchObject({
    status: 404,
  });
});

test('another committee named in the body or the query does not override the one in the path', async () => {
  const own = objects.get('own')!.committeeId!;
  const foreign = objects.get('foreign')!.committeeId!;
  const browser = browsers.get('staff')!;
  const plan = { year: 2027, title: '2027年工作计划' };
  const asked = await browser.call('POST', `/api/committees/${foreign}/plans`, { ...plan, committeeId: own });
  expect(asked.status).toBe(404);
  expect(await exists(own)).toBe(false);
  const listed = await browser.call('GET', `/api/committees/${own}/plans?committeeId=${foreign}`);
  expect(listed.text).not.toContain(objects.get('foreign')!.planId);
  await browser.call('POST', `/api/committees/${own}/plans`, { ...plan, committeeId: foreign });
  expect(await exists(foreign)).toBe(false);

  async function exists(committeeId: string) {
    const rows = await server.owner('select 1 from plan where committee_id = $1 and year = 2027', [committeeId]);
    return rows.length > 0;
  }
});
