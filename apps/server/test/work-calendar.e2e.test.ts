import { loadScenario } from '../src/scenarios/load-scenario.js';
import { townshipScenario } from '../src/scenarios/township.js';
import { Browser, listen, PASSWORD, startServer, type TestServer } from './support.js';

/** The administrator of the county signs in and keeps the calendar; the clerk of the township closes a day. */

let server: TestServer;
let baseUrl: string;
let county: string;
let township: string;

beforeAll(async () => {
  server = await startServer();
  const loaded = await loadScenario(server.app, townshipScenario, { password: PASSWORD, officeFrom: '2025-01-01' });
  county = `/api/committees/${loaded.committeeId('county')}`;
  township = `/api/committees/${loaded.committeeId('township')}`;
  baseUrl = await listen(server);
});
afterAll(() => server.close());

async function signedIn(loginName: string) {
  const browser = new Browser(baseUrl);
  expect(await browser.signIn(loginName)).toMatchObject({ status: 200 });
  return browser;
}

/** An invented notice: the statutory days, and one more day for the national holiday. */
const STATUTORY = [
  '2027-01-01 元旦',
  '2027-02-05 春节',
  '2027-02-06 春节',
  '2027-02-07 春节',
  '2027-02-08 春节',
  '2027-04-05 清明节',
  '2027-05-01 劳动节',
  '2027-05-02 劳动节',
  '2027-06-09 端午节',
  '2027-09-15 中秋节',
  '2027-10-01 国庆节',
  '2027-10-02 国庆节',
  '2027-10-03 国庆节',
].map((line) => ({ date: line.slice(0, 10), name: line.slice(11), isOffDay: true }));
const STATUTORY_2028 = [
  '2028-01-25 春节',
  '2028-01-26 春节',
  '2028-01-27 春节',
  '2028-01-28 春节',
  '2028-04-04 清明节',
  '2028-05-01 劳动节',
  '2028-05-02 劳动节',
  '2028-10-02 国庆节',
  '2028-10-03 国庆节',
  '2028-10-04 国庆节',
];
const notice = {
  year: 2027,
  papers: ['https://www.gov.cn/invented'],
  days: [...STATUTORY, { name: '国庆节', date: '2027-10-04', isOffDay: true }],
};

test('a notice is tried, entered and read back, and conflicts with one entered meanwhile', async () => {
  const administrator = await signedIn('admin');
  const year = () => administrator.call('GET', `${township}/work-calendar/2027`).then((answer) => answer.body);
  expect(await year()).toMatchObject({ status: 'provisional', papers: [], enteredAt: null });

  const enter = (isTrial: boolean, lockVersion: number, entered: unknown = notice) =>
    administrator.call('POST', `${county}/work-calendar`, { notice: entered, lockVersion, isTrial });
  const faulty = await enter(true, 0, { ...notice, days: STATUTORY.slice(1) });
  expect(faulty).toMatchObject({
    status: 200,
    body: {
      isMade: false,
      year: null,
      faults: [{ code: 'statutory-day-worked', at: 'days', found: '2027-01-01 元旦' }],
    },
  });
  const changedDays = [{ on: '2027-10-04', isWorked: false, nameBefore: null, nameAfter: '国庆节' }];
  expect(await enter(true, 0)).toMatchObject({ status: 200, body: { isMade: false, year: 2027, changedDays } });
  expect(await enter(false, 0)).toMatchObject({ status: 200, body: { isMade: true, year: 2027, changedDays } });
  expect(await enter(false, 0)).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });

  expect(await year()).toMatchObject({
    status: 'published',
    papers: ['https://www.gov.cn/invented'],
    enteredAt: '2026-01-05T02:00:00Z',
    days: expect.arrayContaining([{ on: '2027-10-04', isWorked: false, isClosing: false, name: '国庆节' }]),
  });
});

test('an entered notice is taken back by the administrator of the county alone, and who did what stays', async () => {
  const administrator = await signedIn('admin');
  const post = (path: string, body: object) => administrator.call('POST', `${county}/work-calendar${path}`, body);
  const year = () => administrator.call('GET', `${township}/work-calendar/2028`).then((answer) => answer.body);
  const days = STATUTORY_2028.map((line) => ({ date: line.slice(0, 10), name: line.slice(11), isOffDay: true }));
  const entered = await post('', { notice: { year: 2028, papers: [], days }, lockVersion: 0, isTrial: false });
  expect(entered).toMatchObject({ status: 200, body: { isMade: true } });

  const tried = await post('/2028/taking-back', { lockVersion: 0, isTrial: true });
  expect(tried).toMatchObject({ status: 200, body: { isMade: false, year: 2028, becomes: 'provisional' } });
  const { lockVersion } = tried.body as { lockVersion?: number };
  const clerk = await signedIn('ganshi');
  const asClerk = await clerk.call('POST', `${township}/work-calendar/2028/taking-back`, {
    lockVersion,
    isTrial: false,
  });
  expect(asClerk).toMatchObject({ status: 403 });
  expect(await year()).toMatchObject({ status: 'published' });

  const back = () => post('/2028/taking-back', { lockVersion, isTrial: false });
  expect(await back()).toMatchObject({ status: 200, body: { isMade: true, moves: [] } });
  expect(await back()).toMatchObject({ status: 409, body: { code: 'CONFLICT', data: { currentLockVersion: 0 } } });
  expect(await post('/2028/taking-back', { lockVersion: 0, isTrial: true })).toMatchObject({
    status: 409,
    body: { data: { reason: 'notice-not-entered' } },
  });
  expect(await post('/2026/taking-back', { lockVersion: 0, isTrial: true })).toMatchObject({
    status: 409,
    body: { data: { reason: 'notice-came-with-product' } },
  });
  expect(await post('/1999/taking-back', { lockVersion: 0, isTrial: true })).toMatchObject({ status: 400 });
  expect(await year()).toMatchObject({
    status: 'provisional',
    enteredAt: null,
    changes: [
      { change: 'entered', at: '2026-01-05T02:00:00Z' },
      { change: 'taken-back', at: '2026-01-05T02:00:00Z' },
    ],
  });
});

test('a closing day is tried, entered, listed, read in its year and taken back', async () => {
  const clerk = await signedIn('ganshi');
  const list = () => clerk.call('GET', `${township}/closings`).then((answer) => answer.body);
  const closing = { on: '2026-04-07', name: '乡庆' };
  const add = (isTrial: boolean) => clerk.call('POST', `${township}/closings`, { ...closing, isTrial });
  expect(await add(true)).toMatchObject({ status: 200, body: { isMade: false } });
  expect(await list()).toEqual([]);
  expect(await add(false)).toMatchObject({ status: 200, body: { isMade: true } });
  expect(await add(false)).toMatchObject({ status: 409, body: { data: { reason: 'closing-exists', field: 'on' } } });
  expect(await list()).toEqual([closing]);
  expect((await clerk.call('GET', `${township}/work-calendar/2026`)).body).toMatchObject({
    status: 'published',
    days: expect.arrayContaining([
      { on: '2026-02-14', isWorked: true, isClosing: false, name: '春节' },
      { on: '2026-04-07', isWorked: false, isClosing: true, name: '乡庆' },
    ]),
  });
  const removal = await clerk.call('POST', `${township}/closings/2026-04-07/removal`, { isTrial: false });
  expect(removal).toMatchObject({ status: 200, body: { isMade: true } });
  expect(await list()).toEqual([]);
});
