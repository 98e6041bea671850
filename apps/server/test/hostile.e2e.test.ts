import { request } from 'node:http';
import { draftPlan, type LoadedScenario, loadScenario } from '../src/scenarios/load-scenario.js';
import { townshipScenario } from '../src/scenarios/township.js';
import { Browser, listen, PASSWORD, startServer, type TestServer } from './support.js';

/** What no screen of ours sends, sent all the same. */
let server: TestServer;
let baseUrl: string;
let township: LoadedScenario;
const browser = () => new Browser(baseUrl);

async function signedIn(loginName: string): Promise<Browser> {
  const one = browser();
  await one.signIn(loginName);
  return one;
}

beforeAll(async () => {
  server = await startServer();
  township = await loadScenario(server.app, townshipScenario, { password: PASSWORD, officeFrom: '2025-01-01' });
  baseUrl = await listen(server);
});
afterAll(() => server.close());

test.each(['/api/account/sign-out', '/API/account/sign-out', '/Api/Account/Sign-Out'])(
  'an address spelt otherwise is guarded against forgery all the same: %s',
  async (path) => {
    const clerk = await signedIn('ganshi');
    expect((await clerk.call('POST', path, {}, {})).status).toBe(403);
    expect((await clerk.call('GET', '/api/committees')).status).toBe(200);
  },
);

describe('a body too large to be a form', () => {
  const signIn = (bytes: number) =>
    browser().call('POST', '/api/account/sign-in', { loginName: 'ganshi', password: 'x'.repeat(bytes) });

  test('is refused unread', async () => {
    expect(await signIn(1_100_000)).toMatchObject({ status: 413, body: { code: 'PAYLOAD_TOO_LARGE' } });
    expect((await signIn(1_000_000)).status).toBe(400);
  });

  test('is refused when it does not tell its length', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { 'x-xushi-request': '1', 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
      const sent = request(`${baseUrl}/api/account/sign-in`, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject);
      sent.end('{}');
    });
    expect(status).toBe(411);
  });
});

test.each([
  ['a NUL character', 'gan\0shi'],
  ['half a surrogate pair', 'gan\ud800shi'],
])('a text with %s, which the database cannot keep, is a bad request and no defect', async (_what, text) => {
  const stranger = await browser().call('POST', '/api/account/sign-in', { loginName: text, password: PASSWORD });
  expect(stranger.status).toBe(400);
  const clerk = await signedIn('ganshi');
  const tasks = `/api/committees/${township.committeeId('township')}/tasks`;
  expect((await clerk.call('GET', `${tasks}?search=%00`)).status).toBe(400);
});

test.each([
  ['2099-12-31', 200],
  ['2100-01-01', 422],
  ['9999-12-31', 422],
])('a duty due on %s, a slip of the keyboard, is answered with %d and no defect', async (dueOn, status) => {
  const clerk = await signedIn('ganshi');
  const entered = await clerk.call('POST', `/api/committees/${township.committeeId('township')}/duties`, {
    title: `迎接检查 ${dueOn}`,
    category: 'other',
    dueOn,
    responsibleAccountId: null,
    note: null,
    idempotencyKey: crypto.randomUUID(),
  });
  expect(entered.status).toBe(status);
  if (status !== 200) expect(entered.body).toMatchObject({ data: { reason: 'year-out-of-range', field: 'dueOn' } });
});

test('a login name typed with a Chinese input method, in full-width letters, is the same name', async () => {
  expect(await browser().signIn('ｇａｎｓｈｉ　')).toMatchObject({
    status: 200,
    body: { account: { loginName: 'ganshi' } },
  });
});

test('an action takes no field it does not ask for: an approval is not dated back', async () => {
  const [plan] = townshipScenario.plans;
  const planId = await draftPlan(server.app, township, plan!, { clerk: 'clerk', year: 2026, now: server.clock.now() });
  const [row] = await server.owner<{ instance_id: string }>('select instance_id from plan where id = $1', [planId]);
  const actions = `/api/committees/${township.committeeId('township')}/cases/${row?.instance_id}/actions`;
  const [clerk, leader] = [await signedIn('ganshi'), await signedIn('zhuren')];
  expect((await clerk.call('POST', actions, { event: 'submit', lockVersion: 1 })).status).toBe(200);
  for (const input of [{ doneOn: '2020-01-01' }, { doneOn: 'never' }, { anything: 'x'.repeat(2000) }]) {
    const answer = await leader.call('POST', actions, { event: 'approve', lockVersion: 2, input });
    expect(answer).toMatchObject({ status: 422, body: { data: { reason: 'field-invalid' } } });
  }
  expect((await leader.call('POST', actions, { event: 'approve', lockVersion: 2 })).status).toBe(200);
  const approvals = await server.owner(`select done_on from task where kind = 'approve-plan'`);
  expect(approvals).toEqual([{ done_on: '2026-01-05' }]);
});

test('the first administrator’s name is kept as it will be typed: without blanks around it', async () => {
  const fresh = await startServer();
  try {
    const address = await listen(fresh);
    const form = { committeeName: ' 清溪县政协 ', level: 'county', administratorName: ' 何定安', password: PASSWORD };
    const blank = await new Browser(address).call('POST', '/api/account/set-up', { ...form, loginName: '   ' });
    expect(blank.status).toBe(400);
    const answer = await new Browser(address).call('POST', '/api/account/set-up', { ...form, loginName: ' Admin ' });
    expect(answer).toMatchObject({ status: 200, body: { account: { name: '何定安', loginName: 'admin' } } });
    expect((await new Browser(address).signIn('admin')).status).toBe(200);
  } finally {
    await fresh.close();
  }
});
