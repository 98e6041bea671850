import { newId } from '../src/platform/ids.js';
import { draftPlan, loadScenario } from '../src/scenarios/load-scenario.js';
import { publishScenarioPlan } from '../src/scenarios/publish-scenario-plan.js';
import { townshipScenario } from '../src/scenarios/township.js';
import { Browser, listen, PASSWORD, startServer } from './support.js';

/** A township with its clerk, leader, twelve members and no plan. */
async function township() {
  const server = await startServer();
  const loaded = await loadScenario(server.app, townshipScenario, { password: PASSWORD, officeFrom: '2025-01-01' });
  return { ...server, loaded, committeeId: loaded.committeeId('township'), baseUrl: await listen(server) };
}

let world: Awaited<ReturnType<typeof township>>;
beforeEach(async () => {
  world = await township();
});
afterEach(() => world.close());

interface Preview {
  fingerprint: string;
  rows: {
    sheet: string;
    row: number;
    fate: string;
    name: string | null;
    why: string | null;
    faults: { code: string; field: string | null; candidates: { accountId: string | null }[] }[];
    changes: { field: string; from: string | null; to: string }[];
  }[];
  counts: Record<'rows' | 'add' | 'update' | 'unchanged' | 'faulty' | 'leftOut', number>;
  newGroups: string[];
  newUnits: string[];
  term: { leavers: { name: string; duties: number; ownDuties: number }[] } | null;
}

async function signedIn(loginName: string, committeeId = world.committeeId) {
  const browser = new Browser(world.baseUrl);
  expect(await browser.signIn(loginName)).toMatchObject({ status: 200 });
  const path = `/api/committees/${committeeId}/roster`;
  return {
    get: (address: string) => browser.call('GET', `${path}${address}`),
    post: (address: string, body: object = {}) => browser.call('POST', `${path}${address}`, body),
    preview: async (input: object) => {
      const { status, body } = await browser.call('POST', `${path}/preview`, input);
      expect({ status, body: status === 200 ? null : body }).toEqual({ status: 200, body: null });
      return body as unknown as Preview;
    },
  };
}

const list = (...lines: string[]) => ({
  source: { text: ['姓名\t手机\t界别\t小组\t工作单位', ...lines].join('\n') },
  kind: 'people',
});

test('people stand in the order of their surnames as these are read', async () => {
  const clerk = await signedIn('ganshi');
  const names = ['沈甲', '单甲', '仇甲', '解甲', '曾甲', '查甲', '朴甲', '区甲', '缪甲', '陈甲', '石甲', '王甲'];
  const input = list(...names.map((name, index) => `${name}\t1380000${1000 + index}\t\t\t`));
  const { fingerprint } = await clerk.preview(input);
  expect(await clerk.post('/import', { ...input, fingerprint })).toMatchObject({ status: 200 });
  const { body } = await clerk.get('/people?search=甲');
  expect((body as unknown as { rows: { name: string }[] }).rows.map(({ name }) => name)).toEqual(
    // chén miào ōu piáo qiú shàn shěn shí wáng xiè zēng zhā
    ['陈甲', '缪甲', '区甲', '朴甲', '仇甲', '单甲', '沈甲', '石甲', '王甲', '解甲', '曾甲', '查甲'],
  );
});

test('a pasted list is looked at, brought in, and the same list again changes nothing', async () => {
  const clerk = await signedIn('ganshi');
  const input = list(
    '何春分\t13800000101\t农业界\t东片组\t青溪茶厂',
    '唐夏至\t13800000102\t经济界\t东片组\t',
    '唐夏至\t1.38E+10\t\t\t',
  );
  const seen = await clerk.preview(input);
  expect(seen).toMatchObject({
    counts: { rows: 4, add: 2, faulty: 1, leftOut: 1 },
    newGroups: ['农业界', '东片组', '经济界'],
  });
  const before = await world.owner('select count(*) as n from account');
  expect(await clerk.post('/import', { ...input, fingerprint: 'another' })).toMatchObject({
    status: 409,
    body: { data: { reason: 'roster-changed' } },
  });
  expect(await world.owner('select count(*) as n from account')).toEqual(before);
  expect(await clerk.post('/import', { ...input, fingerprint: seen.fingerprint })).toMatchObject({ status: 200 });
  const found = await clerk.get('/people?search=青溪茶厂');
  expect(found.body).toMatchObject({
    total: 1,
    rows: [
      {
        name: '何春分',
        phone: '13800000101',
        signsIn: false,
        offices: [
          { role: 'member', sector: '农业界', group: '东片组', employer: '青溪茶厂', fromOn: '2026-01-05', toOn: null },
        ],
      },
    ],
  });
  const again = await clerk.preview(input);
  expect(again.counts).toMatchObject({ add: 0, update: 0, unchanged: 2 });
  expect(await clerk.post('/import', { ...input, fingerprint: again.fingerprint })).toMatchObject({
    status: 422,
    body: { data: { reason: 'roster-without-change' } },
  });
  const mended = list('何春分\t13800000101\t农业界\t西片组\t');
  const change = await clerk.preview(mended);
  expect(change.rows[1]).toMatchObject({ fate: 'update', changes: [{ field: 'group', from: '东片组', to: '西片组' }] });
  expect((await clerk.post('/import', { ...mended, fingerprint: change.fingerprint })).status).toBe(200);
  expect((await clerk.get('/people?search=何春分')).body).toMatchObject({
    rows: [{ offices: [{ group: '西片组', sector: '农业界', employer: '青溪茶厂' }] }],
  });
  expect((await clerk.get('/changes')).body).toMatchObject([
    { corrected: 1 },
    { added: 2, others: 3, byName: '林晓雨' },
  ]);
});

test('a new term: who stays begins anew, who leaves hands over, who comes is there; all at once', async () => {
  const { app, loaded, clock, owner } = world;
  const [plan] = townshipScenario.plans;
  const planId = await draftPlan(app, loaded, plan!, { clerk: 'clerk', year: 2026, now: clock.now() });
  await publishScenarioPlan(app, loaded, { committee: 'township', planId, now: clock.now() });
  const leaving = loaded.accountId('member-1');
  // A member who is also in charge of a matter: by charge it is handed over, the member's own duties are not.
  await owner(
    `update task set holder_account_id = $2, holder_role = null where id = (
       select id from task where committee_id = $1 and kind = 'hold-activity' order by due_on limit 1)`,
    [world.committeeId, leaving],
  );
  const clerk = await signedIn('ganshi');
  const staying = townshipScenario.people.filter(({ key }) => /^member-([2-9]|1\d)$/.test(key)).map(({ name }) => name);
  const source = {
    text: ['姓名\t手机\t界别', ...staying.map((name) => `${name}\t\t`), '何春分\t13800000101\t农业界'].join('\n'),
  };
  const input = {
    source,
    kind: 'people',
    term: { effectiveOn: '2026-01-05', successorAccountId: null as string | null },
  };
  const without = await clerk.preview(input);
  expect(without).toMatchObject({ counts: { add: 1, unchanged: staying.length, faulty: 0 } });
  expect(without.term?.leavers).toMatchObject([{ name: '陈小满', duties: 1 }]);
  expect(await clerk.post('/import', { ...input, fingerprint: without.fingerprint })).toMatchObject({
    body: { data: { reason: 'successor-missing' } },
  });
  input.term.successorAccountId = leaving;
  expect(await clerk.post('/preview', input)).toMatchObject({ body: { data: { reason: 'successor-unknown' } } });
  input.term.successorAccountId = loaded.accountId('clerk');
  const seen = await clerk.preview(input);
  expect((await clerk.post('/import', { ...input, fingerprint: seen.fingerprint })).status).toBe(200);

  const offices = await owner<{ name: string; from_on: string; to_on: string | null; end_reason: string | null }>(
    `select a.name, from_on, to_on, end_reason from membership m join account a on a.id = m.account_id
     where m.committee_id = $1 and role = 'member' and a.name = any($2) order by a.name, from_on`,
    [world.committeeId, ['陈小满', '刘谷雨', '何春分']],
  );
  expect(offices).toEqual([
    { name: '何春分', from_on: '2026-01-05', to_on: null, end_reason: null },
    { name: '刘谷雨', from_on: '2025-01-01', to_on: '2026-01-04', end_reason: 'new-term' },
    { name: '刘谷雨', from_on: '2026-01-05', to_on: null, end_reason: null },
    { name: '陈小满', from_on: '2025-01-01', to_on: '2026-01-04', end_reason: 'new-term' },
  ]);
  expect(
    await owner(`select kind from task where holder_account_id = $1 and kind = 'hold-activity'`, [leaving]),
  ).toEqual([]);
  expect(await owner(`select state from workflow_instance where definition = 'hand-over'`)).toEqual([
    { state: 'carried-out' },
  ]);
  const clerkOffice = await owner<{ id: string }>(
    `select id from membership where account_id = $1 and role = 'staff'`,
    [loaded.accountId('clerk')],
  );
  const clerkId = loaded.accountId('clerk');
  const held = { accountId: clerkId, duties: [{ kind: 'hold-activity', count: 1 }], ownDuties: [] };
  // Asked before the office ends, and by whoever keeps the roster; of somebody unknown there is nothing to say.
  expect(await clerk.get(`/../hand-overs/held/${clerkId}`)).toMatchObject({ status: 200, body: held });
  expect((await clerk.get(`/../hand-overs/held/${newId()}`)).status).toBe(404);
  expect(
    await clerk.post(`/offices/${clerkOffice[0]!.id}/end`, { lastOn: '2026-12-31', reason: '退休' }),
  ).toMatchObject({ body: { name: '林晓雨', ...held } });
  const after = await clerk.preview(input);
  expect(after).toMatchObject({ counts: { add: 0, unchanged: staying.length + 1 }, term: { leavers: [] } });
});

test('two who import at once: the second is told that the roster has changed; a double click imports once', async () => {
  const clerk = await signedIn('ganshi');
  const input = list('何春分\t13800000101\t农业界\t\t');
  const { fingerprint } = await clerk.preview(input);
  const answers = await Promise.all([1, 2].map(() => clerk.post('/import', { ...input, fingerprint })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)).toMatchObject({ body: { data: { reason: 'roster-changed' } } });
  expect(await world.owner(`select count(*) as n from account where name = '何春分'`)).toEqual([{ n: 1 }]);
});

test('10,000 rows are previewed and brought in, and again change nothing; a body too large is refused', async () => {
  const clerk = await signedIn('ganshi');
  const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许';
  const given = '春夏秋冬雨雪风霜云月星辰山水松竹梅兰菊荷';
  const nameOf = (n: number) =>
    `${surnames[n % 20]}${given[Math.trunc(n / 20) % 20]}${given[Math.trunc(n / 400) % 20]}${n < 8000 ? '' : '儿'}`;
  const lines = Array.from(
    { length: 10_000 },
    (_, n) => `${nameOf(n)}\t${13_800_000_000 + n}\t${given[n % 20]}${given[n % 17]}界\t第${n % 50}组\t青溪茶厂`,
  );
  const input = list(...lines);
  const seen = await clerk.preview(input);
  expect(seen.counts).toMatchObject({ rows: 10_001, add: 10_000, leftOut: 1 });
  expect((await clerk.post('/import', { ...input, fingerprint: seen.fingerprint })).status).toBe(200);
  expect((await clerk.preview(input)).counts).toMatchObject({ unchanged: 10_000 });
  expect((await clerk.get('/people?page=200')).body).toMatchObject({ total: 10_014 });
  expect((await clerk.post('/preview', { source: { file: 'A'.repeat(7_000_000) }, kind: 'people' })).status).toBe(413);
  const stranger = new Browser(world.baseUrl);
  const path = `/api/committees/${world.committeeId}/roster/preview`;
  expect((await stranger.call('POST', path, { source: { text: 'A'.repeat(2_000_000) }, kind: 'people' })).status).toBe(
    413,
  );
}, 90_000);

test('a word from the clerk settles who is meant; a number shared, a namesake', async () => {
  const clerk = await signedIn('ganshi');
  const first = list('何春分\t13800000101\t农业界\t\t');
  await clerk.post('/import', { ...first, fingerprint: (await clerk.preview(first)).fingerprint });
  const second = list('何春分\t13900000909\t经济界\t\t', '何小满\t13800000101\t\t\t');
  const asked = await clerk.preview(second);
  expect(asked.rows.slice(1).map(({ faults }) => faults[0]?.code)).toEqual(['same-name', 'phone-of-another']);
  const [{ accountId } = { accountId: null }] = asked.rows[1]!.faults[0]!.candidates;
  const answers = [
    { sheet: '', row: 2, accountId },
    { sheet: '', row: 3, accountId: null },
  ];
  const settled = await clerk.preview({ ...second, answers });
  expect(settled.rows.slice(1).map(({ fate }) => fate)).toEqual(['update', 'add']);
  // The answers are part of what was seen: without them it is another list.
  expect(await clerk.post('/import', { ...second, fingerprint: settled.fingerprint })).toMatchObject({
    body: { data: { reason: 'roster-changed' } },
  });
  expect((await clerk.post('/import', { ...second, answers, fingerprint: settled.fingerprint })).status).toBe(200);
  const people = await world.owner<{ name: string; phone: string }>(
    `select name, phone from account where name in ('何小满', '何春分') order by name collate "C"`,
  );
  expect(people).toEqual([
    { name: '何小满', phone: '13800000101' },
    { name: '何春分', phone: '13900000909' },
  ]);
});

test('an answer may not name somebody of another committee', async () => {
  const clerk = await signedIn('ganshi');
  const foreign = world.loaded.accountId('sibling-clerk');
  const input = { ...list('何春分\t13800000101\t\t\t'), answers: [{ sheet: '', row: 2, accountId: foreign }] };
  expect((await clerk.preview(input)).rows[1]).toMatchObject({ fate: 'faulty' });
});

test('one person is one account over the whole installation', async () => {
  const clerk = await signedIn('ganshi');
  const other = await signedIn('songping', world.loaded.committeeId('sibling'));
  const input = list('何春分\t13800000101\t农业界\t\t');
  for (const one of [clerk, other]) {
    const { fingerprint } = await one.preview(input);
    expect((await one.post('/import', { ...input, fingerprint })).status).toBe(200);
  }
  const offices = await world.owner(
    `select count(distinct a.id) as people, count(*) as offices from account a join membership m on m.account_id = a.id
     where a.name = '何春分'`,
  );
  expect(offices).toEqual([{ people: 1, offices: 2 }]);
});

test('single people are added, corrected and leave, by the same rules', async () => {
  const clerk = await signedIn('ganshi');
  const person = { name: ' 何　春分 ', gender: null, phone: '138 0000 0101', sector: '农业界', role: 'member' };
  const added = await clerk.post('/people', { person, fromOn: '2026-01-05' });
  expect(added).toMatchObject({ status: 200, body: { name: '何春分', phone: '13800000101' } });
  const again = await clerk.post('/people', { person: { ...person, phone: '13900000909' }, fromOn: '2026-01-05' });
  expect(again).toMatchObject({ body: { data: { reason: 'same-name', field: 'name' } } });
  const wrong = await clerk.post('/people', { person: { ...person, phone: '1380000' }, fromOn: '2026-01-05' });
  expect(wrong).toMatchObject({ status: 422, body: { data: { reason: 'phone-invalid', field: 'phone' } } });
  const { offices } = added.body as unknown as { offices: { membershipId: string }[] };
  const office = `/offices/${offices[0]!.membershipId}`;
  const corrected = { name: '何春分', gender: 'female', phone: '', group: '东片组' };
  expect(await clerk.post(office, { person: corrected })).toMatchObject({
    status: 200,
    body: { gender: 'female', phone: null, offices: [{ sector: null, group: '东片组' }] },
  });
  expect(await clerk.post(`${office}/end`, { lastOn: '2025-12-31', reason: '调离' })).toMatchObject({
    body: { data: { reason: 'ends-before-it-began' } },
  });
  expect(await clerk.post(`${office}/end`, { lastOn: '2026-01-05', reason: '调离' })).toMatchObject({
    status: 200,
    body: { name: '何春分', duties: [], ownDuties: [], cases: 0, items: 0 },
  });
  world.clock.moveTo(Temporal.Instant.from('2026-01-06T02:00:00Z'));
  expect((await clerk.get('/people?state=former')).body).toMatchObject({
    rows: [{ name: '何春分', offices: [{ toOn: '2026-01-05', endReason: '调离' }] }],
  });
});

test('handling units come in with those who speak for them, and are kept one by one', async () => {
  const clerk = await signedIn('ganshi');
  const rows = [
    '单位\t联系人\t电话',
    '县水利局\t何春分\t13800000101',
    '县教育局\t何春分\t13800000101',
    '县气象局\t\t0578-2123456',
  ];
  const input = { source: { text: rows.join('\n') }, kind: 'units' };
  const seen = await clerk.preview(input);
  expect(seen).toMatchObject({ counts: { add: 3 }, newUnits: ['县水利局', '县教育局', '县气象局'] });
  expect((await clerk.post('/import', { ...input, fingerprint: seen.fingerprint })).status).toBe(200);
  const units = async () => (await clerk.get('/units')).body as unknown as { id: string; name: string }[];
  expect(await units()).toMatchObject([
    { name: '县教育局', contacts: [{ name: '何春分' }] },
    { name: '县气象局', phone: '0578-2123456', contacts: [] },
    { name: '县水利局', contacts: [{ name: '何春分', phone: '13800000101' }] },
  ]);
  expect((await clerk.preview(input)).counts).toMatchObject({ unchanged: 3 });
  expect(await world.owner(`select count(*) as n from account where name = '何春分'`)).toEqual([{ n: 1 }]);
  expect(await clerk.post('/units', { unitId: null, name: ' 县水利局', phone: '' })).toMatchObject({
    body: { data: { reason: 'name-taken', field: 'name' } },
  });
  const [{ id } = { id: '' }] = await units();
  expect((await clerk.post('/units', { unitId: id, name: '县教育体育局', phone: '2123457' })).body).toMatchObject(
    expect.arrayContaining([expect.objectContaining({ name: '县教育体育局', phone: '2123457' })]),
  );
});
