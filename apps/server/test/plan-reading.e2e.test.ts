import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '@xushi/contract';
import { draftPlan, type LoadedScenario, loadScenario } from '../src/scenarios/load-scenario.js';
import { publishScenarioPlan } from '../src/scenarios/publish-scenario-plan.js';
import { townshipScenario } from '../src/scenarios/township.js';
import { Browser, listen, PASSWORD, startServer, type TestServer } from './support.js';

type Reading = InferContractRouterOutputs<Contract>['annualPlan']['readDocument'];
type NewItem = InferContractRouterInputs<Contract>['annualPlan']['takeItems']['items'][number];

const TEXT = `2026年工作安排
（一）每季度组织委员活动一次。
（二）适时组织委员对重点工程进行视察。
（三）发扬优良传统，做暖人心的好事实事。`;
const CHART =
  '工作任务\t完成时限\t分管领导\t责任科室\t配合单位\t责任人\n视察重点工程\t5月中旬\t工委主任\t经济委\t发改局、住建局\t林晓雨';

let server: TestServer;
let loaded: LoadedScenario;
let clerk: Browser;
let baseUrl: string;
let committeeId: string;
let planId: string;

beforeEach(async () => {
  server = await startServer();
  loaded = await loadScenario(server.app, townshipScenario, { password: PASSWORD, officeFrom: '2025-01-01' });
  committeeId = loaded.committeeId('township');
  planId = await draft();
  baseUrl = await listen(server);
  clerk = new Browser(baseUrl);
  await clerk.signIn('ganshi');
}, 60_000);
afterEach(() => server.close());

function draft(): Promise<string> {
  return draftPlan(
    server.app,
    loaded,
    { committee: 'township', title: () => '2026年工作计划', items: () => [] },
    { clerk: 'clerk', year: 2026, now: server.clock.now() },
  );
}

const path = (act: 'readings' | 'items-taken') => `/api/committees/${committeeId}/plans/${planId}/${act}`;
const read = (source: unknown, browser = clerk) => browser.call('POST', path('readings'), { source });
const take = (items: readonly unknown[], lockVersion: number, browser = clerk) =>
  browser.call('POST', path('items-taken'), { items, lockVersion });
const file = (name: string, bytes: Uint8Array | string) => ({ name, file: Buffer.from(bytes).toString('base64') });
const reading = async (source: unknown) => (await read(source)).body as unknown as Reading;
const rows = () =>
  server.owner<{ title: string; source_text: string | null }>(
    'select title, source_text from plan_item where plan_id = $1 order by position',
    [planId],
  );

/** The drafts of a reading that want nothing more, as the page sends them. */
const complete = ({ items }: Reading): NewItem[] =>
  items.flatMap(({ draft: { cadence, ...draft } }) => (cadence === null ? [] : [{ ...draft, cadence }]));

describe('a document is read', () => {
  test('into items with their words marked, what is vague open, the rest left out with its reason', async () => {
    const { items, leftOut, blocks, lockVersion } = await reading({ text: TEXT });
    expect(lockVersion).toBe(1);
    expect(
      items.map(({ line, draft, cadenceWords, timeWords, open, isPlanned }) => [
        line,
        draft.title,
        cadenceWords?.zh ?? null,
        timeWords,
        open,
        isPlanned,
      ]),
    ).toEqual([
      [2, '组织委员活动', '每季度至少一次', '每季度', [], false],
      [3, '组织委员对重点工程进行视察', null, '适时', ['cadence'], false],
    ]);
    expect(leftOut.map(({ line }) => line)).toEqual([1, 4]);
    expect(leftOut[1]?.why).toBe('no-act');
    expect(blocks[1]?.parts).toContainEqual({ text: '每季度组织委员活动一次', items: [0], leftOut: null });
    expect(await rows()).toEqual([]);
  });

  test("with a template's empty places named, and what is still open told before the plan goes out", async () => {
    const whole = await reading({
      text: '2026年工作安排\n（一）每季度组织委员视察某某村道路。\n（二）全会闭幕后30日内对××乡社会保障工作进行视察。',
    });
    expect(whole.placeholders).toEqual([
      { text: '某某村', meant: null },
      { text: '××乡', meant: '云岭乡' },
    ]);
    await take(complete(whole), whole.lockVersion);
    const matters = await clerk.call('GET', `/api/committees/${committeeId}/plans/${planId}/open-matters`);
    const [quarterly, after] = await server.owner<{ id: string }>(
      'select id from plan_item where plan_id = $1 order by position',
      [planId],
    );
    expect(matters.body).toMatchObject({
      waiting: [{ itemId: after?.id, anchor: 'event:plenary-closes' }],
      placeholders: [
        { itemId: quarterly?.id, texts: ['某某村'] },
        { itemId: after?.id, texts: ['××乡'] },
      ],
    });
  });

  test('a chart names people as written and the one in office each means', async () => {
    const { items } = await reading({ text: CHART });
    expect(items).toMatchObject([
      {
        cadenceWords: { zh: '5月中旬' },
        written: { leadInCharge: '工委主任', leadOffice: '经济委', responsible: '林晓雨' },
        draft: {
          responsibleAccountId: loaded.accountId('clerk'),
          leaderAccountId: loaded.accountId('leader'),
          leadOffice: '经济委',
          cooperating: ['发改局', '住建局'],
        },
      },
    ]);
  });

  test('whoever is out of office is matched with nobody', async () => {
    await server.owner(`update membership set to_on = '2026-01-04' where account_id = $1`, [loaded.accountId('clerk')]);
    const leader = new Browser(baseUrl);
    await leader.signIn('songping');
    await server.owner(`update membership set committee_id = $1 where account_id = $2`, [
      committeeId,
      loaded.accountId('sibling-clerk'),
    ]);
    const { body } = await read({ text: CHART }, leader);
    expect((body as unknown as Reading).items[0]?.draft.responsibleAccountId).toBeNull();
  });

  test.each([
    ['old Word', file('计划.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)), 'file-old-word'],
    ['old Excel', file('计划.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)), 'file-old-excel'],
    ['an encrypted file', file('计划.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)), 'file-encrypted'],
    ['a PDF', file('计划.pdf', '%PDF-1.7'), 'file-pdf'],
    ['a damaged file', file('计划.docx', 'PK and then nothing'), 'file-damaged'],
    ['another kind', file('计划.jpg', Uint8Array.of(0xff, 0xd8)), 'file-kind-unknown'],
    ['an empty file', file('计划.txt', ''), 'file-empty'],
    ['an empty text', { text: ' \n ' }, 'file-empty'],
    ['a text no plan is long as', file('计划.txt', '一'.repeat(300_001)), 'file-too-large'],
  ])('%s is refused with its remedy', async (_name, source, reason) => {
    expect(await read(source)).toMatchObject({ status: 422, body: { data: { reason, field: 'source' } } });
  });

  test('four megabytes may come, more is not even received', async () => {
    expect((await read(file('计划.docx', new Uint8Array(4 * 1024 * 1024)))).status).toBe(422);
    expect((await read(file('计划.docx', new Uint8Array(5 * 1024 * 1024)))).status).toBe(413);
  });
});

describe('items are taken', () => {
  test('all of them in one act, in their order, with the words they were read from', async () => {
    const found = await reading({ text: `${TEXT}\n（四）10月底前召开一次座谈会。` });
    expect(await take(complete(found), found.lockVersion)).toMatchObject({
      status: 200,
      body: { taken: 2, lockVersion: 2, faults: [] },
    });
    expect(await rows()).toEqual([
      { title: '组织委员活动', source_text: '每季度组织委员活动一次' },
      { title: '召开座谈会', source_text: '10月底前召开一次座谈会' },
    ]);
  });

  test('with the offices a chart names, which the printed task breakdown names again', async () => {
    const found = await reading({ text: CHART });
    await take(complete(found), found.lockVersion);
    const printed = await fetch(`${baseUrl}/api/committees/${committeeId}/plans/${planId}/documents/task-breakdown`, {
      headers: { cookie: clerk.cookie, 'x-xushi-request': '1' },
    });
    const { items } = await reading(file('任务分解表.docx', await printed.bytes()));
    expect(items).toMatchObject([
      { written: { leadOffice: '经济委', cooperating: ['发改局', '住建局'], responsible: '林晓雨' } },
    ]);
  });

  test('only with offices that have a name, and not with an endless list of them', async () => {
    const [good] = complete(await reading({ text: CHART }));
    expect((await take([{ ...good, leadOffice: ' ' }], 1)).status).toBe(400);
    expect((await take([{ ...good, cooperating: [''] }], 1)).status).toBe(400);
    expect((await take([{ ...good, cooperating: Array(31).fill('住建局') }], 1)).status).toBe(400);
    expect(await rows()).toEqual([]);
  });

  test('none, where one is faulty: every fault by item and field', async () => {
    const found = await reading({ text: TEXT });
    const [good] = complete(found);
    if (good === undefined) throw new Error('nothing was read');
    const member = loaded.accountId('member-1');
    const faulty = [good, { ...good, title: ' ', leaderAccountId: member }, { ...good, times: 0 }];
    expect((await take(faulty, 1)).body).toEqual({
      taken: 0,
      lockVersion: 1,
      faults: [
        { index: 1, field: 'title', reason: 'title-missing' },
        { index: 1, field: 'leaderAccountId', reason: 'leader-unknown' },
        { index: 2, field: 'times', reason: 'times-out-of-range' },
      ],
    });
    expect(await rows()).toEqual([]);
    expect(await take([good], 1)).toMatchObject({ body: { taken: 1 } });
  });

  test('once, however often and by however many it is pressed', async () => {
    const found = await reading({ text: TEXT });
    const second = new Browser(baseUrl);
    await second.signIn('ganshi');
    const answers = await Promise.all([
      take(complete(found), 1),
      take(complete(found), 1),
      take(complete(found), 1, second),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await rows()).toHaveLength(1);
  });

  test('and read again they are known', async () => {
    const found = await reading({ text: TEXT });
    await take(
      complete(found).map((item) => ({ ...item, title: '委员季度活动' })),
      1,
    );
    const { items, lockVersion } = await reading({ text: TEXT });
    expect(items.map(({ isPlanned }) => isPlanned)).toEqual([true, false]);
    expect(lockVersion).toBe(2);
  });

  test('not into a plan that is not edited now', async () => {
    const found = await reading({ text: TEXT });
    await take(complete(found), 1);
    await publishScenarioPlan(server.app, loaded, { committee: 'township', planId, now: server.clock.now() });
    expect(await read({ text: TEXT })).toMatchObject({ status: 409, body: { data: { reason: 'plan-not-editable' } } });
    expect(await take(complete(found), 3)).toMatchObject({ body: { data: { reason: 'plan-not-editable' } } });
  });
});

test('a member, a leader and another committee’s clerk are not let in', async () => {
  for (const [loginName, status] of [
    ['weiyuan1', 403],
    ['zhuren', 403],
    ['songping', 404],
  ] as const) {
    const browser = new Browser(baseUrl);
    await browser.signIn(loginName);
    expect((await read({ text: TEXT }, browser)).status).toBe(status);
    expect((await take([], 1, browser)).status).toBe(status);
  }
});
