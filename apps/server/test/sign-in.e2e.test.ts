import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { bootServer } from '../src/boot.js';
import { loadScenario } from '../src/scenarios/load-scenario.js';
import { townshipScenario } from '../src/scenarios/township.js';
import { Browser, listen, PASSWORD, startServer, type TestServer } from './support.js';

let server: TestServer;
let baseUrl: string;
const minutes = (count: number) => server.clock.moveTo(server.clock.now().add({ minutes: count }));
const browser = () => new Browser(baseUrl);

beforeAll(async () => {
  server = await startServer();
  await loadScenario(server.app, townshipScenario, { password: PASSWORD, officeFrom: '2025-01-01' });
  baseUrl = await listen(server);
});

afterAll(() => server.close());

test('the right password opens a session that knows who is calling', async () => {
  const clerk = browser();
  const before = await clerk.call('GET', '/api/account/session');
  expect(before.body).toEqual({ account: null, isFirstRun: false, isDemo: false });
  const answer = await clerk.signIn(' GANSHI ');
  expect(answer).toMatchObject({ status: 200, body: { account: { name: '林晓雨', loginName: 'ganshi' } } });
  const cookie = answer.headers.getSetCookie()[0];
  expect(cookie).toMatch(/^xushi=[\w-]{43};/);
  expect(cookie).toContain('HttpOnly');
  expect(cookie).toContain('SameSite=Lax');
  expect(cookie).not.toContain('Secure');
  const after = await clerk.call('GET', '/api/account/session');
  expect(after.body.account).toMatchObject({ name: '林晓雨' });
});

test('behind https the cookie is a __Host- cookie, and only that one counts', async () => {
  const secure = { 'x-xushi-request': '1', 'x-forwarded-proto': 'https' };
  const clerk = browser();
  const answer = await clerk.call('POST', '/api/account/sign-in', { loginName: 'ganshi', password: PASSWORD }, secure);
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-xushi=.*Path=\/;.*Secure/);
  expect((await clerk.call('GET', '/api/committees', undefined, secure)).status).toBe(200);
  clerk.cookie = clerk.cookie.replace('__Host-', '');
  expect((await clerk.call('GET', '/api/committees', undefined, secure)).status).toBe(401);
});

test('the database holds neither password nor token', async () => {
  const clerk = browser();
  await clerk.signIn('ganshi');
  const token = clerk.cookie.split('=')[1];
  const [kept] = await server.owner<{ text: string }>(
    `select (select string_agg(c::text, ' ') from credential c) || (select string_agg(s::text, ' ') from session s) as text`,
  );
  expect(kept?.text).toContain('$argon2id$');
  expect(kept?.text).not.toContain(PASSWORD);
  expect(kept?.text).not.toContain(token);
  expect(kept?.text).not.toContain(Buffer.from(String(token)).toString('hex'));
});

test('a wrong password and an unknown name get the same answer', async () => {
  const wrong = await browser().signIn('zhuren', 'not this one');
  const unknown = await browser().signIn('nobody-here', 'not this one');
  expect(wrong).toMatchObject({ status: 401, body: { data: { reason: 'wrong', lockedUntil: null } } });
  expect({ status: unknown.status, text: unknown.text }).toEqual({ status: wrong.status, text: wrong.text });
  expect(unknown.headers.getSetCookie()).toEqual([]);
});

test('a person without a password cannot sign in with an empty or any other one', async () => {
  await server.owner(
    `delete from credential where account_id = (select id from account where login_name = 'weiyuan9')`,
  );
  expect((await browser().signIn('weiyuan9', PASSWORD)).status).toBe(401);
  expect((await browser().signIn('weiyuan9', '')).status).toBe(400);
});

test('five wrong ones lock for 15 minutes by the server’s clock, even against the right one', async () => {
  for (let time = 1; time <= 4; time++) {
    expect(await browser().signIn('weiyuan1', 'wrong')).toMatchObject({ body: { data: { reason: 'wrong' } } });
  }
  const lockedUntil = server.clock.now().add({ minutes: 15 }).toString();
  const locked = { status: 401, body: { data: { reason: 'locked', lockedUntil } } };
  expect(await browser().signIn('weiyuan1', 'wrong')).toMatchObject(locked);
  expect(await browser().signIn('weiyuan1')).toMatchObject(locked);
  minutes(14);
  // Trying again neither opens nor prolongs it.
  expect(await browser().signIn('weiyuan1')).toMatchObject(locked);
  minutes(1);
  expect(await browser().signIn('weiyuan1')).toMatchObject({ status: 200 });
});

describe('wrong ones from one place', () => {
  const from = (address: string, loginName: string, password: string = PASSWORD) =>
    browser().call(
      'POST',
      '/api/account/sign-in',
      { loginName, password },
      { 'x-xushi-request': '1', 'x-forwarded-for': address },
    );

  test('lock nobody out elsewhere: a stranger cannot keep the leader away', async () => {
    for (let time = 1; time <= 7; time++) await from('203.0.113.9', 'zhuren', 'wrong');
    expect(await from('203.0.113.9', 'zhuren')).toMatchObject({ status: 401, body: { data: { reason: 'locked' } } });
    expect(await from('203.0.113.10', 'zhuren')).toMatchObject({ status: 200 });
    // Nor does the leader's own success open it to the stranger.
    expect(await from('203.0.113.9', 'zhuren')).toMatchObject({ status: 401 });
  });

  test('lock the whole network that an IPv6 subscriber gets', async () => {
    for (let time = 1; time <= 5; time++) await from(`2001:db8:0:7::${time}`, 'weiyuan6', 'wrong');
    expect(await from('2001:db8:0:7:ffff::1', 'weiyuan6')).toMatchObject({ body: { data: { reason: 'locked' } } });
    expect(await from('2001:db8:0:8::1', 'weiyuan6')).toMatchObject({ status: 200 });
  });

  test('answer alike for a name that nobody has', async () => {
    const tried = async (loginName: string) => {
      const answers = [];
      for (let time = 1; time <= 6; time++) answers.push((await from('203.0.113.11', loginName, 'wrong')).text);
      return answers;
    };
    expect(await tried('nobody-at-all')).toEqual(await tried('weiyuan7'));
  });

  test('are forgotten when a lock’s time has passed', async () => {
    minutes(15);
    await from('203.0.113.12', 'weiyuan8', 'wrong');
    expect(await server.owner('select login_name from sign_in_failure')).toEqual([{ login_name: 'weiyuan8' }]);
  });
});

test('the right password starts the count again', async () => {
  for (let time = 1; time <= 4; time++) await browser().signIn('weiyuan2', 'wrong');
  expect((await browser().signIn('weiyuan2')).status).toBe(200);
  for (let time = 1; time <= 4; time++) {
    expect(await browser().signIn('weiyuan2', 'wrong')).toMatchObject({ body: { data: { reason: 'wrong' } } });
  }
  expect((await browser().signIn('weiyuan2')).status).toBe(200);
});

test('five wrong ones at the same moment lock too', async () => {
  await Promise.all(Array.from({ length: 5 }, () => browser().signIn('weiyuan3', 'wrong')));
  expect(await browser().signIn('weiyuan3')).toMatchObject({ status: 401, body: { data: { reason: 'locked' } } });
});

test('signing out ends the session on the server, not just the cookie', async () => {
  const clerk = browser();
  await clerk.signIn('ganshi');
  const stolen = browser();
  stolen.cookie = clerk.cookie;
  expect((await stolen.call('GET', '/api/committees')).status).toBe(200);
  const out = await clerk.call('POST', '/api/account/sign-out', {});
  expect(out.status).toBe(200);
  expect(out.headers.getSetCookie()[0]).toMatch(/^xushi=;.*Expires=Thu, 01 Jan 1970/);
  expect((await stolen.call('GET', '/api/committees')).status).toBe(401);
});

test('signing in with a browser ends the session it had, and takes over no token brought along', async () => {
  const shared = browser();
  await shared.signIn('ganshi');
  const former = browser();
  former.cookie = shared.cookie;
  await shared.signIn('weiyuan10');
  expect((await former.call('GET', '/api/committees')).status).toBe(401);
  shared.cookie = 'xushi=chosen-by-somebody-else';
  await shared.signIn('ganshi');
  expect(shared.cookie).not.toContain('chosen-by-somebody-else');
  const planted = browser();
  planted.cookie = 'xushi=chosen-by-somebody-else';
  expect((await planted.call('GET', '/api/committees')).status).toBe(401);
});

test('a session ends after 14 days, and a made-up token was never one', async () => {
  const clerk = browser();
  await clerk.signIn('ganshi');
  minutes(14 * 24 * 60 - 1);
  expect((await clerk.call('GET', '/api/committees')).status).toBe(200);
  minutes(1);
  expect((await clerk.call('GET', '/api/committees')).status).toBe(401);
  clerk.cookie = `xushi=${'A'.repeat(43)}`;
  expect((await clerk.call('GET', '/api/committees')).status).toBe(401);
});

test('a change of password ends all other sessions and the old password', async () => {
  const here = browser();
  const elsewhere = browser();
  const somebodyElse = browser();
  await here.signIn('weiyuan4');
  await elsewhere.signIn('weiyuan4');
  await somebodyElse.signIn('weiyuan5');
  const change = (current: string, next: string) => here.call('POST', '/api/account/password', { current, next });
  expect(await change('wrong', 'a longer one')).toMatchObject({
    status: 422,
    body: { data: { reason: 'password-wrong' } },
  });
  expect(await change(PASSWORD, 'short')).toMatchObject({
    status: 422,
    body: { data: { reason: 'password-too-short' } },
  });
  expect((await elsewhere.call('GET', '/api/committees')).status).toBe(200);
  expect(await change(PASSWORD, 'a longer one')).toMatchObject({ status: 200 });
  expect((await here.call('GET', '/api/committees')).status).toBe(200);
  expect((await elsewhere.call('GET', '/api/committees')).status).toBe(401);
  expect((await somebodyElse.call('GET', '/api/committees')).status).toBe(200);
  expect((await browser().signIn('weiyuan4')).status).toBe(401);
  expect((await browser().signIn('weiyuan4', 'a longer one')).status).toBe(200);
});

describe('a request that did not come from the app', () => {
  const post = (headers: Record<string, string>) =>
    browser().call('POST', '/api/account/sign-in', { loginName: 'ganshi', password: PASSWORD }, headers);

  test('is refused without the app’s own header', async () => {
    expect(await post({})).toMatchObject({ status: 403, body: { code: 'FORGERY_SUSPECTED' } });
  });
  test('is refused with a foreign Origin', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      baseUrl.replace('http:', 'https:'),
      `${baseUrl}.evil.example`,
    ]) {
      expect(await post({ 'x-xushi-request': '1', origin })).toMatchObject({ status: 403 });
    }
  });
  test('passes with this host’s Origin', async () => {
    expect(await post({ 'x-xushi-request': '1', origin: baseUrl })).toMatchObject({ status: 200 });
  });
  test('may not change anything by a method that is not guarded', async () => {
    const clerk = browser();
    await clerk.signIn('ganshi');
    expect((await clerk.call('GET', '/api/account/sign-out', undefined, {})).status).toBe(404);
    expect((await clerk.call('GET', '/api/committees')).status).toBe(200);
  });
});

test('every answer carries a strict policy with a nonce of its own', async () => {
  const policies = new Set<string>();
  for (const path of ['/api/account/session', '/api/committees', '/api/nothing', '/health/live']) {
    const { headers } = await browser().call('GET', path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/]{22}=='/);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    policies.add(policy);
  }
  expect(policies.size).toBe(4);
});

test.each(['/api/nothing', '/api', '/api/', '/api/committees/x/y/z'])(
  'an unknown address under /api is a JSON 404: %s',
  async (path) => {
    const answer = await browser().call('GET', path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/json');
  },
);

test('everything else is the app’s page, with the nonce of its own answer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xushi-page-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<script nonce="__CSP_NONCE__" src="/assets/app.js"></script>');
  writeFileSync(join(folder, 'member.html'), '<script nonce="__CSP_NONCE__" src="/assets/member.js"></script>');
  writeFileSync(join(folder, 'assets', 'app.js'), 'app()');
  writeFileSync(join(folder, 'assets', 'app.js.br'), brotliCompressSync('app() by brotli'));
  writeFileSync(join(folder, 'assets', 'app.js.gz'), gzipSync('app() by gzip'));
  const withPage = await bootServer({
    databaseUrl: server.database.url,
    clock: server.clock,
    adminFolder: folder,
    roles: ['api'],
  });
  try {
    await withPage.app.listen(0, '127.0.0.1');
    const one = new Browser(await withPage.app.getUrl());
    for (const path of ['/', '/plans/2026', '/index.html']) {
      const answer = await one.call('GET', path);
      expect(answer.status).toBe(200);
      const nonce = /nonce="([^"]+)"/.exec(answer.text)?.[1];
      expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    for (const path of ['/m', '/member.html']) {
      const memberPage = await one.call('GET', path);
      expect(memberPage.text).toMatch(/nonce="[^"_]+" src="\/assets\/member.js"/);
      expect(memberPage.headers.get('referrer-policy')).toBe('no-referrer');
      expect(memberPage.headers.get('x-robots-tag')).toContain('noindex');
    }
    const address = `${await withPage.app.getUrl()}/assets/app.js`;
    for (const [accepted, text] of [
      ['br', 'app() by brotli'],
      ['gzip', 'app() by gzip'],
      ['identity', 'app()'],
    ] as const) {
      const answer = await fetch(address, { headers: { 'Accept-Encoding': accepted } });
      expect(await answer.text()).toBe(text);
      expect(answer.headers.get('content-encoding')).toBe(accepted === 'identity' ? null : accepted);
      expect(answer.headers.get('content-type')).toContain('javascript');
      expect(answer.headers.get('cache-control')).toContain('immutable');
      expect(answer.headers.get('vary')).toContain('Accept-Encoding');
    }
    expect((await one.call('GET', '/assets/gone.js')).status).toBe(404);
    rmSync(join(folder, 'assets', 'app.js'));
    const vanished = fetch(address, { headers: { 'Accept-Encoding': 'identity' } }).then((answer) => answer.text());
    await expect(vanished).rejects.toThrow();
    expect((await one.call('GET', '/health/live')).status).toBe(200);
    const unknown = await one.call('GET', '/api/nothing');
    expect(unknown.status).toBe(404);
    expect(unknown.headers.get('content-type')).toContain('application/json');
  } finally {
    await withPage.close();
    rmSync(folder, { recursive: true });
  }
});

test('health answers strangers', async () => {
  expect((await browser().call('GET', '/health/live')).text).toBe('{"status":"live"}');
  expect((await browser().call('GET', '/health/ready')).text).toBe('{"status":"ready"}');
});

describe('first run', () => {
  const form = (loginName: string) => ({
    committeeName: '清溪县政协',
    level: 'county',
    administratorName: '何定安',
    loginName,
    password: PASSWORD,
  });

  test('is over where somebody can sign in already', async () => {
    const answer = await browser().call('POST', '/api/account/set-up', form('second'));
    expect(answer).toMatchObject({ body: { data: { reason: 'already-set-up' } } });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test('sets up once: of two at the same moment one wins', async () => {
    const fresh = await startServer();
    try {
      const address = await listen(fresh);
      expect((await new Browser(address).call('GET', '/api/account/session')).body.isFirstRun).toBe(true);
      const short = await new Browser(address).call('POST', '/api/account/set-up', {
        ...form('x1'),
        password: 'short',
      });
      expect(short).toMatchObject({ status: 422, body: { data: { reason: 'password-too-short' } } });
      const both = ['first', 'second'].map((loginName) => ({ loginName, browser: new Browser(address) }));
      const answers = await Promise.all(
        both.map(({ loginName, browser: one }) => one.call('POST', '/api/account/set-up', form(loginName))),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.find(({ status }) => status !== 200)?.body.data).toMatchObject({ reason: 'already-set-up' });
      const committees = await fresh.owner('select name from committee');
      expect(committees).toEqual([{ name: '清溪县政协' }]);
      const winner = both[answers.findIndex(({ status }) => status === 200)]!;
      // Signed in at once, as administrator and clerk of the new committee.
      const mine = await winner.browser.call('GET', '/api/committees');
      expect(JSON.parse(mine.text)).toMatchObject([{ name: '清溪县政协', myRoles: ['administrator', 'staff'] }]);
      const after = await new Browser(address).call('GET', '/api/account/session');
      expect(after.body.isFirstRun).toBe(false);
      expect((await new Browser(address).signIn(winner.loginName)).status).toBe(200);
    } finally {
      await fresh.close();
    }
  });
});
