import { Browser, listen, PASSWORD } from './support.js';
import { publishedYear, type TownshipYear } from './township-year.js';

let world: TownshipYear;
let baseUrl: string;
let clerk: Browser;

interface Entry {
  readonly instanceId: string;
  readonly occurrenceId: string | null;
  readonly taskKind: string | null;
  readonly title: string;
  readonly on: string;
  readonly day: string;
  readonly occurrenceKey: string | null;
  readonly place: string | null;
  readonly people: { all: number; done: number } | null;
  readonly light: { meaning: string } | null;
}

/** The first quarter's activity is due 31 March; the clerk arranges it for 20 January, answers due the working day before. */
beforeEach(async () => {
  world = await publishedYear();
  baseUrl = await listen(world);
  clerk = await signedIn('ganshi');
});
afterEach(() => world.close());

async function signedIn(loginName: string): Promise<Browser> {
  const browser = new Browser(baseUrl);
  expect(await browser.signIn(loginName, PASSWORD)).toMatchObject({ status: 200 });
  return browser;
}

const inTownship = (path: string) => `/api/committees/${world.committeeId}${path}`;

async function read(by: Browser, from: string, to: string, more = ''): Promise<{ entries: Entry[]; total: number }> {
  const answer = await by.call('GET', inTownship(`/schedule?from=${from}&to=${to}${more}`));
  expect(answer.status).toBe(200);
  return JSON.parse(answer.text);
}
const say = ({ on, day, title, taskKind, people }: Entry) =>
  [on, day, title, taskKind, people === null ? null : `${people.done}/${people.all}`].filter(Boolean).join(' ');

async function actOnActivity(event: string, input: object): Promise<void> {
  const [found] = await world.owner<{ id: string; lock_version: number }>(
    `select i.id, i.lock_version from workflow_instance i join occurrence o on o.id = i.occurrence_id
     where i.definition = 'activity' and o.key = '2026-Q1'`,
  );
  const body = { event, lockVersion: found!.lock_version, input };
  expect(await clerk.call('POST', inTownship(`/cases/${found!.id}/actions`), body)).toMatchObject({ status: 200 });
}

test('what is due stands on its day, what is arranged on the day it is held, with the answers asked for', async () => {
  expect((await read(clerk, '2026-03-01', '2026-03-31')).entries.map(say)).toContain(
    '2026-03-31 due 委员活动(每季度至少一次) 0/1',
  );
  await actOnActivity('arrange', { heldOn: '2026-01-20', place: '三楼会议室' });
  expect((await read(clerk, '2026-03-01', '2026-03-31')).entries.map(say)).not.toContain(
    '2026-03-31 due 委员活动(每季度至少一次) 0/1',
  );
  const january = await read(clerk, '2026-01-01', '2026-01-31');
  expect(january.entries.map(say)).toEqual(
    expect.arrayContaining([
      '2026-01-19 due 委员活动(每季度至少一次) answer-invitation 0/12',
      '2026-01-20 held 委员活动(每季度至少一次) 0/1',
    ]),
  );
  expect(january.total).toBe(january.entries.length);
});

test('what was done stands on the day it was done', async () => {
  await actOnActivity('record', { doneOn: '2026-01-05', attended: 9 });
  expect((await read(clerk, '2026-01-01', '2026-01-31')).entries.map(say)).toContain(
    '2026-01-05 done 委员活动(每季度至少一次) 1/1',
  );
});

test('a member reads what is asked of them and what they are asked to come to: no lights, nobody else', async () => {
  const member = await signedIn('weiyuan1');
  expect(await read(member, '2026-01-01', '2026-03-31')).toEqual({ entries: [], total: 0 });
  await actOnActivity('arrange', { heldOn: '2026-01-20', place: '三楼会议室' });
  const { entries } = await read(member, '2026-01-01', '2026-03-31');
  expect(entries.map(say)).toEqual([
    '2026-01-19 due 委员活动(每季度至少一次) answer-invitation',
    '2026-01-20 held 委员活动(每季度至少一次)',
  ]);
  expect(entries.every(({ light, people }) => light === null && people === null)).toBe(true);
  const load = await member.call('GET', inTownship('/schedule/2026/load'));
  // Two pieces are asked of the member by December, on one line.
  expect(JSON.parse(load.text)).toEqual([
    { month: '2026-01', category: 'activity', entries: 2 },
    { month: '2026-12', category: 'proposal', entries: 1 },
  ]);
});

test('the load of a year counts every line once, and agrees with the days', async () => {
  const load: { month: string; entries: number }[] = JSON.parse(
    (await clerk.call('GET', inTownship('/schedule/2026/load'))).text,
  );
  for (const [from, to] of [
    ['2026-01-01', '2026-03-31'],
    ['2026-04-01', '2026-06-30'],
    ['2026-07-01', '2026-09-30'],
    ['2026-10-01', '2026-12-31'],
  ] as const) {
    const inQuarter = load.filter(({ month }) => `${month}-01` >= from && `${month}-01` <= to);
    expect((await read(clerk, from, to)).total).toBe(inQuarter.reduce((sum, { entries }) => sum + entries, 0));
  }
});

test('narrowed to a kind of work, and to what one person owes', async () => {
  const proposals = await read(clerk, '2026-12-01', '2026-12-31', '&category=proposal');
  expect(proposals.entries.map(say)).toEqual(['2026-12-10 due 每位委员提交两份有质量的提案 0/12']);
  const personId = world.township.accountId('member-1');
  expect((await read(clerk, '2026-12-01', '2026-12-31', `&personId=${personId}`)).entries.map(say)).toEqual(
    proposals.entries.map(say),
  );
});

test.each([
  ['2026-03-31', '2026-03-01'],
  ['2026-01-01', '2026-12-31'],
  ['0000-01-01', '0000-01-01'],
])('from %s to %s is no stretch to read', async (from, to) => {
  expect(await clerk.call('GET', inTownship(`/schedule?from=${from}&to=${to}`))).toMatchObject({
    status: 422,
    body: { data: { reason: 'range-invalid', field: 'to' } },
  });
});
