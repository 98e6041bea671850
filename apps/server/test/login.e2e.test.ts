import { People } from '../src/capabilities/account/index.js';
import { Doors } from '../src/platform/database/doors.js';
import { loadScenario } from '../src/scenarios/load-scenario.js';
import type { Scenario } from '../src/scenarios/scenario.js';
import { Browser, listen, PASSWORD, startServer } from './support.js';

const office = (committee: string, role: 'staff' | 'leader' | 'member' | 'administrator') => ({
  committee,
  role,
  title: null,
});
const person = (key: string, name: string, loginName: string | null, ...offices: ReturnType<typeof office>[]) => ({
  key,
  name,
  loginName,
  offices,
});

/** A county with its administrator, a township with one of its own, and a neighbour without. */
const scenario: Scenario = {
  committees: [
    { key: 'county', parent: null, level: 'county', name: '清溪县政协' },
    { key: 'township', parent: 'county', level: 'township', name: '云岭乡工委' },
    { key: 'neighbour', parent: 'county', level: 'township', name: '石桥乡工委' },
  ],
  people: [
    person('county-admin', '何定安', 'county-admin', office('county', 'administrator')),
    person('county-leader', '沈知远', null, office('county', 'leader')),
    person('admin', '周管理', 'admin', office('township', 'administrator')),
    person('clerk', '林晓雨', null, office('township', 'staff')),
    person('member', '王秀英', null, office('township', 'member')),
    person('namesake', '王秀英', null, office('township', 'member')),
    person('leader', '陈主任', 'leader', office('township', 'leader')),
    person('of-both', '唐双任', null, office('township', 'member'), office('county', 'staff')),
    person('neighbour', '马立秋', 'maliqiu', office('neighbour', 'staff')),
  ],
  plans: [],
};

let world: Awaited<ReturnType<typeof open>>;
async function open() {
  const server = await startServer();
  const loaded = await loadScenario(server.app, scenario, { password: PASSWORD, officeFrom: '2025-01-01' });
  return { ...server, loaded, baseUrl: await listen(server) };
}
beforeEach(async () => {
  world = await open();
});
afterEach(() => world.close());

interface Slip {
  readonly accountId: string;
  readonly name: string;
  readonly loginName: string;
  readonly initialPassword: string;
  readonly lapsesAt: string;
}
interface Listed {
  readonly accountId: string;
  readonly name: string;
  readonly signsIn: boolean;
  readonly isKeptAbove: boolean;
  readonly login: { loginName: string; initialPassword: string; lastSignInAt: string; lockedUntil: string } | null;
  readonly offices: readonly { committeeName: string; role: string }[];
  readonly proposedLoginName: string;
}

const idOf = (key: string) => world.loaded.accountId(key);

async function keeper(loginName: string, committee = 'township', password = PASSWORD) {
  const browser = new Browser(world.baseUrl);
  expect(await browser.signIn(loginName, password)).toMatchObject({ status: 200 });
  const path = `/api/committees/${world.loaded.committeeId(committee)}/logins`;
  return {
    browser,
    list: async (query = '') => (await browser.call('GET', `${path}${query}`)).body as unknown as { rows: Listed[] },
    give: (...logins: [key: string, loginName: string][]) =>
      browser.call('POST', path, {
        logins: logins.map(([key, name]) => ({ accountId: idOf(key), loginName: name })),
      }),
    act: (what: 'reset' | 'unlock' | 'withdraw', key: string) =>
      browser.call('POST', `${path}/${idOf(key)}/${what}`, {}),
  };
}

const slipsOf = (answer: { body: unknown }) => answer.body as Slip[];
const refusedWith = (status: number, reason: string, field?: string) => ({
  status,
  body: { data: { reason, ...(field === undefined ? {} : { field }) } },
});

async function given(key: string, loginName: string): Promise<Slip> {
  const answer = await (await keeper('admin')).give([key, loginName]);
  expect(answer).toMatchObject({ status: 200 });
  return slipsOf(answer)[0]!;
}

test('a person given a login signs in with the slip, can do nothing but change the password, and then works', async () => {
  const admin = await keeper('admin');
  const before = (await admin.list()).rows.find(({ name }) => name === '林晓雨')!;
  expect(before).toMatchObject({ signsIn: false, login: null, proposedLoginName: '林晓雨' });
  expect(before.offices).toMatchObject([{ committeeName: '云岭乡工委', role: 'staff' }]);
  const slip = await given('clerk', '林晓雨');
  expect(slip).toMatchObject({ name: '林晓雨', loginName: '林晓雨' });
  expect(slip.initialPassword).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}$/);

  const clerk = new Browser(world.baseUrl);
  expect(await clerk.signIn('林晓雨', slip.initialPassword)).toMatchObject({
    status: 200,
    body: { account: { hasInitialPassword: true } },
  });
  const people = `/api/committees/${world.loaded.committeeId('township')}/people`;
  for (const path of ['/api/committees', people]) {
    expect(await clerk.call('GET', path)).toMatchObject({ status: 403, body: { code: 'PASSWORD_CHANGE_REQUIRED' } });
  }
  const change = (current: string, next: string) => clerk.call('POST', '/api/account/password', { current, next });
  expect(await change(slip.initialPassword, slip.initialPassword)).toMatchObject(
    refusedWith(422, 'password-same', 'next'),
  );
  expect(await change(slip.initialPassword, 'short')).toMatchObject(refusedWith(422, 'password-too-short', 'next'));
  expect(await clerk.call('GET', '/api/committees')).toMatchObject({ status: 403 });
  expect(await change(slip.initialPassword, 'my own password')).toMatchObject({ status: 200 });
  expect(await clerk.call('GET', people)).toMatchObject({ status: 200 });
  expect(await clerk.call('GET', '/api/account/session')).toMatchObject({
    body: { account: { hasInitialPassword: false } },
  });
  const after = (await admin.list()).rows.find(({ name }) => name === '林晓雨')!;
  expect(after.login).toEqual({
    loginName: '林晓雨',
    initialPassword: null,
    lastSignInAt: world.clock.now().toString(),
    lockedUntil: null,
  });
});

test('several get logins at once, namesakes two names; nothing of a password is kept but its hash', async () => {
  const admin = await keeper('admin');
  const { rows } = await admin.list('?state=without');
  const proposed = rows.filter(({ name }) => name === '王秀英').map((row) => row.proposedLoginName);
  expect(proposed).toEqual(['王秀英', '王秀英2']);
  const slips = slipsOf(await admin.give(['member', '王秀英'], ['namesake', '王秀英2']));
  expect(new Set(slips.map(({ initialPassword }) => initialPassword)).size).toBe(2);
  const [kept] = await world.owner<{ text: string }>(
    `select (select string_agg(c::text, ' ') from credential c) || (select string_agg(r::text, ' ') from roster_change r) as text`,
  );
  for (const { initialPassword } of slips) expect(kept?.text).not.toContain(initialPassword);
  const changes = await world.owner<{ kind: string; name: string; by: string; detail: object }>(
    `select c.kind, a.name, b.name as by, c.detail from roster_change c join account a on a.id = c.account_id
     join account b on b.id = c.by_account_id order by c.id`,
  );
  expect(changes).toEqual([
    { kind: 'login-given', name: '王秀英', by: '周管理', detail: { loginName: '王秀英' } },
    { kind: 'login-given', name: '王秀英', by: '周管理', detail: { loginName: '王秀英2' } },
  ]);
});

test.each([
  ['a name that cannot be one', '王 秀英', 422, 'login-name-invalid'],
  ['another’s name, whatever its letters', 'LEADER', 409, 'login-name-taken'],
  ['a name that somebody of another committee has', 'maliqiu', 409, 'login-name-taken'],
  ['the name of the first of the list', '林晓雨', 409, 'login-name-taken'],
])('refused, with nobody given anything: %s', async (_, loginName, status, reason) => {
  const admin = await keeper('admin');
  expect(await admin.give(['clerk', '林晓雨'], ['member', loginName])).toMatchObject(
    refusedWith(status, reason, 'logins.1.loginName'),
  );
  expect((await admin.list('?state=with')).rows.map(({ name }) => name)).toEqual(['陈主任', '周管理']);
  expect(await world.owner('select * from roster_change')).toEqual([]);
});

test('refused: who has a login, who serves no longer, who is of another committee, the same person twice', async () => {
  const admin = await keeper('admin');
  expect(await admin.give(['leader', 'another'])).toMatchObject(refusedWith(409, 'login-exists'));
  expect(await admin.give(['clerk', 'one'], ['clerk', 'two'])).toMatchObject(
    refusedWith(409, 'login-exists', 'logins.1.loginName'),
  );
  expect(await admin.give(['neighbour', 'another'])).toMatchObject({ status: 404 });
  await world.owner('update membership set to_on = $1 where account_id = $2', ['2026-01-04', idOf('clerk')]);
  expect(await admin.give(['clerk', 'clerk'])).toMatchObject(refusedWith(422, 'not-in-office'));
  for (const what of ['reset', 'unlock', 'withdraw'] as const) {
    expect(await admin.act(what, 'member')).toMatchObject(refusedWith(409, 'login-missing'));
    expect(await admin.act(what, 'neighbour')).toMatchObject({ status: 404 });
  }
});

test('whoever also serves elsewhere is kept by an administrator above both, and nothing of the login is told', async () => {
  const township = await keeper('admin');
  const county = await keeper('county-admin', 'county');
  const refused = refusedWith(422, 'login-kept-above');
  expect(await township.give(['of-both', '唐双任'])).toMatchObject(refused);
  expect(await county.give(['of-both', '唐双任'])).toMatchObject({ status: 200 });
  for (const what of ['reset', 'unlock', 'withdraw'] as const) {
    expect(await township.act(what, 'of-both')).toMatchObject(refused);
  }
  const row = (await township.list()).rows.find(({ name }) => name === '唐双任')!;
  expect(row).toMatchObject({ signsIn: true, isKeptAbove: true, login: null, proposedLoginName: '' });
  expect(row.offices.map(({ committeeName }) => committeeName)).toEqual(['云岭乡工委']);
  const fromAbove = await keeper('county-admin');
  const seen = (await fromAbove.list()).rows.find(({ name }) => name === '唐双任')!;
  expect(seen).toMatchObject({ isKeptAbove: false, login: { loginName: '唐双任' } });
  expect(seen.offices.map(({ committeeName }) => committeeName)).toEqual(['云岭乡工委', '清溪县政协']);
  // When the office elsewhere has ended, the login is the township's alone.
  await world.owner(`update membership set to_on = '2026-01-04' where account_id = $1 and role = 'staff'`, [
    idOf('of-both'),
  ]);
  expect(await township.act('reset', 'of-both')).toMatchObject({ status: 200 });
});

test('the county’s administrator gives logins in a township, a township’s one not in its neighbour or above', async () => {
  const county = await keeper('county-admin');
  expect(await county.give(['clerk', 'clerk'])).toMatchObject({ status: 200 });
  for (const committee of ['neighbour', 'county']) {
    const foreign = await keeper('admin', committee);
    expect(await foreign.give(['neighbour', 'x9'])).toMatchObject({ status: 404 });
    expect(await foreign.act('reset', 'neighbour')).toMatchObject({ status: 404 });
  }
  const leader = await keeper('leader');
  expect(await leader.give(['clerk', 'x9'])).toMatchObject({ status: 403 });
});

test('a reset ends the old password and all sessions; the new one must be changed', async () => {
  const leader = new Browser(world.baseUrl);
  await leader.signIn('leader');
  const answer = await (await keeper('admin')).act('reset', 'leader');
  const slip = answer.body as unknown as Slip;
  expect(slip).toMatchObject({ name: '陈主任', loginName: 'leader' });
  expect(await leader.call('GET', '/api/committees')).toMatchObject({ status: 401 });
  expect(await new Browser(world.baseUrl).signIn('leader')).toMatchObject({ status: 401 });
  expect(await new Browser(world.baseUrl).signIn('leader', slip.initialPassword)).toMatchObject({
    body: { account: { hasInitialPassword: true } },
  });
});

test('a slip opens nothing after 14 days, says so to who has it alone, and a new one does', async () => {
  const slip = await given('clerk', '林晓雨');
  const { clock } = world;
  const lapsesAt = clock.now().add({ hours: 14 * 24 });
  expect(slip.lapsesAt).toBe(lapsesAt.toString());
  const signIn = (password: string) => new Browser(world.baseUrl).signIn('林晓雨', password);
  clock.moveTo(lapsesAt.subtract({ seconds: 1 }));
  expect(await signIn(slip.initialPassword)).toMatchObject({ status: 200 });
  clock.moveTo(lapsesAt);
  const lapsed = { status: 401, body: { data: { reason: 'lapsed', lockedUntil: null } } };
  for (let time = 1; time <= 6; time++) expect(await signIn(slip.initialPassword)).toMatchObject(lapsed);
  expect(await signIn('wrong')).toMatchObject({ status: 401, body: { data: { reason: 'wrong' } } });
  const admin = await keeper('admin');
  expect((await admin.list('?search=林')).rows).toMatchObject([{ login: { initialPassword: 'lapsed' } }]);
  const renewed = (await admin.act('reset', 'clerk')).body as unknown as Slip;
  expect(await signIn(renewed.initialPassword)).toMatchObject({ status: 200 });
  // A password of one's own does not lapse.
  clock.moveTo(lapsesAt.add({ hours: 365 * 24 }));
  expect(await new Browser(world.baseUrl).signIn('leader')).toMatchObject({ status: 200 });
});

test('a lock is shown and lifted', async () => {
  for (let time = 1; time <= 5; time++) await new Browser(world.baseUrl).signIn('leader', 'wrong');
  const admin = await keeper('admin');
  const lockOf = async () => (await admin.list('?search=陈')).rows[0]?.login?.lockedUntil;
  expect(await lockOf()).toBe(world.clock.now().add({ minutes: 15 }).toString());
  expect(await admin.act('unlock', 'leader')).toMatchObject({ status: 200 });
  expect(await lockOf()).toBeNull();
  expect(await new Browser(world.baseUrl).signIn('leader')).toMatchObject({ status: 200 });
});

test('a login taken back ends at once, its name is free again, and every act is on record', async () => {
  const leader = new Browser(world.baseUrl);
  await leader.signIn('leader');
  const admin = await keeper('admin');
  expect(await admin.act('withdraw', 'leader')).toMatchObject({ status: 200 });
  expect(await leader.call('GET', '/api/committees')).toMatchObject({ status: 401 });
  expect(await new Browser(world.baseUrl).signIn('leader')).toMatchObject({ status: 401 });
  expect(await admin.act('withdraw', 'leader')).toMatchObject(refusedWith(409, 'login-missing'));
  expect(await admin.give(['clerk', 'leader'])).toMatchObject({ status: 200 });
  const changes = await admin.browser.call(
    'GET',
    `/api/committees/${world.loaded.committeeId('township')}/roster/changes`,
  );
  expect(changes.body).toMatchObject([
    { byName: '周管理', names: ['林晓雨'], loginsGiven: 1 },
    { byName: '周管理', names: ['陈主任'], loginsWithdrawn: 1 },
  ]);
});

test('who left and still has a login is listed, and it can be taken back', async () => {
  await world.owner('update membership set to_on = $1 where account_id = $2', ['2026-01-04', idOf('leader')]);
  const admin = await keeper('admin');
  expect((await admin.list()).rows.find(({ name }) => name === '陈主任')).toMatchObject({ signsIn: true, offices: [] });
  expect(await admin.act('withdraw', 'leader')).toMatchObject({ status: 200 });
});

test('the last administrator who signs in keeps the login, also when two take each other’s at once', async () => {
  const admin = await keeper('admin');
  expect(await admin.act('withdraw', 'admin')).toMatchObject(refusedWith(409, 'last-administrator'));
  const { app, loaded, clock } = world;
  const township = loaded.committeeId('township');
  await app.get(Doors).inTenant(new Map([[township, loaded.committeeId('county')]]), (tx) =>
    app.get(People).appoint(tx, idOf('leader'), {
      committeeId: township,
      role: 'administrator',
      title: null,
      groupId: null,
      from: clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString(),
    }),
  );
  const other = await keeper('leader');
  const answers = await Promise.all([admin.act('withdraw', 'leader'), other.act('withdraw', 'admin')]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const left = await world.owner(
    `select from account a join membership m on m.account_id = a.id
     where m.committee_id = $1 and m.role = 'administrator' and a.login_name is not null`,
    [township],
  );
  expect(left).toHaveLength(1);
  // From above it may be done: the county can give another.
  const county = await keeper('county-admin');
  const last = answers[0]!.status === 200 ? 'admin' : 'leader';
  expect(await county.act('withdraw', last)).toMatchObject({ status: 200 });
  expect(await (await keeper('county-admin', 'county')).act('withdraw', 'county-admin')).toMatchObject(
    refusedWith(409, 'last-administrator'),
  );
});

test('the office of the last administrator who signs in does not end, whoever else is one without a login', async () => {
  const { app, loaded, clock } = world;
  const township = loaded.committeeId('township');
  const tenants = new Map([[township, loaded.committeeId('county')]]);
  const day = clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
  const office = { committeeId: township, role: 'administrator' as const, title: null, groupId: null, from: day };
  await app.get(Doors).inTenant(tenants, (tx) => app.get(People).appoint(tx, idOf('clerk'), office));
  const admin = await keeper('admin');
  const [own] = await world.owner<{ id: string }>(
    `select id from membership where account_id = $1 and role = 'administrator'`,
    [idOf('admin')],
  );
  const end = () =>
    admin.browser.call('POST', `/api/committees/${township}/roster/offices/${own!.id}/end`, {
      lastOn: day,
      reason: '调离',
    });
  expect(await end()).toMatchObject(refusedWith(409, 'last-administrator'));
  await given('clerk', '林晓雨');
  expect(await end()).toMatchObject({ status: 200 });
});

test('a double click, and two administrators at once: one login, one name', async () => {
  const admin = await keeper('admin');
  const county = await keeper('county-admin');
  const twice = await Promise.all([admin.give(['clerk', 'clerk']), admin.give(['clerk', 'clerk'])]);
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
  const slip = slipsOf(twice.find(({ status }) => status === 200)!)[0]!;
  expect(await new Browser(world.baseUrl).signIn('clerk', slip.initialPassword)).toMatchObject({ status: 200 });
  const both = await Promise.all([admin.give(['member', 'same']), county.give(['namesake', 'same'])]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)).toMatchObject(refusedWith(409, 'login-name-taken'));
});

test('nobody sees a login through a door that is not the person’s committee’s', async () => {
  const behind = (committee: string, sql: string, parameters: unknown[]) =>
    world.app
      .get(Doors)
      .inTenant(new Map([[world.loaded.committeeId(committee), world.loaded.committeeId('county')]]), (tx) =>
        tx.query(sql, parameters),
      );
  const leader = idOf('leader');
  const now = world.clock.now().toString();
  expect(await behind('neighbour', 'select * from logins_of($1, $2)', [[leader], now])).toEqual([]);
  expect(await behind('township', 'select * from logins_of($1, $2)', [[leader], now])).toHaveLength(1);
  expect(await behind('neighbour', 'select * from serving_elsewhere($1, $2)', [[leader], '2026-01-05'])).toEqual([]);
  await behind('neighbour', 'select withdraw_login($1)', [leader]);
  await behind('neighbour', 'select reset_login($1, $2, $3)', [leader, 'x', now]);
  await behind('neighbour', 'select give_logins($1::jsonb, $2)', [
    JSON.stringify([{ account_id: idOf('clerk'), login_name: 'clerk', hash: 'x' }]),
    now,
  ]);
  expect(await new Browser(world.baseUrl).signIn('leader')).toMatchObject({ status: 200 });
  expect(await world.owner('select login_name from account where id = $1', [idOf('clerk')])).toEqual([
    { login_name: null },
  ]);
});

test('a reset while the old password is being changed holds', async () => {
  const leader = new Browser(world.baseUrl);
  await leader.signIn('leader');
  const admin = await keeper('admin');
  const [changed, reset] = await Promise.all([
    leader.call('POST', '/api/account/password', { current: PASSWORD, next: 'my own password' }),
    admin.act('reset', 'leader'),
  ]);
  expect(reset.status).toBe(200);
  const { initialPassword } = reset.body as unknown as Slip;
  // Whichever came first, the administrator's stands in the end.
  expect([200, 401, 422]).toContain(changed.status);
  expect(await new Browser(world.baseUrl).signIn('leader', 'my own password')).toMatchObject({ status: 401 });
  expect(await new Browser(world.baseUrl).signIn('leader', initialPassword)).toMatchObject({ status: 200 });
});
