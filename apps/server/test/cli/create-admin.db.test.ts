import { createTestDatabase } from '@xushi/testkit';
import { loadScenario } from '../../src/scenarios/load-scenario.js';
import { townshipScenario } from '../../src/scenarios/township.js';
import { Browser, listen, PASSWORD, startServer, type TestServer } from '../support.js';
import { xushi } from './xushi.js';

let server: TestServer;
let baseUrl: string;

beforeAll(async () => {
  // The command lives by the database's own clock: the server must not be behind it, or its offices lie in the future.
  server = await startServer({ at: Temporal.Now.instant().toString() });
  await loadScenario(server.app, townshipScenario, { password: PASSWORD, officeFrom: '2025-01-01' });
  baseUrl = await listen(server);
});
afterAll(() => server.close());

const call = (words: string[], password: string, url = server.database.url) =>
  xushi(['create-admin', ...words, '--password-stdin', '--json'], {
    env: { DATABASE_URL: url },
    input: `${password}\n`,
  });

const rolesOf = (loginName: string) =>
  server.owner<{ role: string; committee: string }>(
    `select m.role, c.name as committee from membership m join account a on a.id = m.account_id
     join committee c on c.id = m.committee_id where a.login_name = $1 order by m.role`,
    [loginName],
  );

it('makes an administrator of the topmost committee who can sign in', async () => {
  const ran = await call(['Guanliyuan', '--name', '何定安'], 'a long password');
  expect(ran).toMatchObject({ exit: 0, stderr: '' });
  expect(ran.json()).toEqual({
    loginName: 'guanliyuan',
    committeeName: '清溪县政协',
    account: 'created',
    isAppointed: true,
  });
  expect(await rolesOf('guanliyuan')).toEqual([{ role: 'administrator', committee: '清溪县政协' }]);
  const answer = await new Browser(baseUrl).signIn('guanliyuan', 'a long password');
  expect(answer).toMatchObject({ status: 200, body: { account: { name: '何定安' } } });
});

it('is the way back in: unlocks, sets the password, ends the sessions', async () => {
  const before = new Browser(baseUrl);
  await before.signIn('admin');
  for (let i = 0; i < 5; i++) await new Browser(baseUrl).signIn('admin', 'wrong password');
  expect(await new Browser(baseUrl).signIn('admin')).toMatchObject({ body: { data: { reason: 'locked' } } });
  const ran = await call(['admin', '--reset'], 'another password');
  expect(ran.json()).toMatchObject({ account: 'reset', isAppointed: false });
  expect(await new Browser(baseUrl).signIn('admin', 'another password')).toMatchObject({ status: 200 });
  expect(await before.call('GET', '/api/account/session')).toMatchObject({ body: { account: null } });
});

it('makes an administrator of somebody who was none, and says so', async () => {
  const ran = await call(['ganshi', '--reset'], 'clerk no longer');
  expect(ran.json()).toMatchObject({ account: 'reset', isAppointed: true });
  expect(await rolesOf('ganshi')).toEqual([
    { role: 'administrator', committee: '清溪县政协' },
    { role: 'staff', committee: '云岭乡政协工委' },
  ]);
});

it.each([
  ['a name that is taken', ['zhuren'], 'a long password', 'login-name-taken', '--reset'],
  ['a reset of nobody', ['nobody', '--reset'], 'a long password', 'login-name-unknown', 'leave out --reset'],
  ['a short password', ['someone'], 'short', 'password-too-short', 'choose a longer one'],
  ['a short name', ['x'], 'a long password', 'login-name-invalid', 'choose another'],
])('%s is refused with what to do', async (_case, words, password, code, remedy) => {
  const ran = await call(words, password);
  expect(ran.exit).toBe(1);
  expect(ran.json()).toMatchObject({ error: { code } });
  expect(ran.stderr).toContain(remedy);
});

it('before the first run there is a page for that', async () => {
  const empty = await createTestDatabase();
  const ran = await call(['guanliyuan'], 'a long password', empty.url);
  await empty.drop();
  expect(ran.exit).toBe(1);
  expect(ran.json()).toMatchObject({ error: { code: 'not-set-up' } });
});

it('without a terminal and without --password-stdin it says how to give the password', async () => {
  const ran = await xushi(['create-admin', 'guanliyuan'], { env: { DATABASE_URL: server.database.url } });
  expect(ran).toMatchObject({ exit: 2, stdout: '' });
  expect(ran.stderr).toContain('--password-stdin');
});
