import { Browser, listen } from './support.js';
import { liveUntil, publishedYear, type TownshipYear } from './township-year.js';

let world: TownshipYear;
let baseUrl: string;
let clerk: Browser;

/** From September two proposals are asked of each member, due on 10 December. */
beforeAll(async () => {
  world = await publishedYear();
  baseUrl = await listen(world);
  clerk = await signedIn('ganshi');
}, 60_000);
afterAll(() => world.close());

async function signedIn(loginName: string): Promise<Browser> {
  const browser = new Browser(baseUrl);
  await browser.signIn(loginName);
  return browser;
}

/** Lives until then; who was signed in has to sign in again. */
async function live(local: string): Promise<void> {
  await liveUntil(world, local);
  clerk = await signedIn('ganshi');
}

interface Wording {
  readonly family: string;
  readonly form: string;
  readonly builtIn: string;
  readonly own: string | null;
  readonly version: number;
  readonly changedByName: string | null;
}
const inTownship = (path: string) => `/api/committees/${world.committeeId}${path}`;
const list = async (by = clerk) => (await by.call('GET', inTownship('/notice-wordings'))).body as unknown as Wording[];
const current = async (family: string, form: string) =>
  (await list()).find((one) => one.family === family && one.form === form);
const save = (wording: object, by = clerk) => by.call('POST', inTownship('/notice-wordings'), wording);
const handIn = { family: 'contribute', form: 'notice' };
const courteous = '敬请您为{{事项}}建言，{{期限}}前交委即可。';

test('the product’s words first; only who keeps them changes them, and members do not see them', async () => {
  const wordings = await list();
  expect(wordings).toHaveLength(20);
  expect(
    wordings.every(({ own, version, changedByName }) => own === null && version === 0 && changedByName === null),
  ).toBe(true);
  expect(await list(await signedIn('zhuren'))).toEqual(wordings);
  expect(await save({ ...handIn, text: courteous, version: 0 }, await signedIn('zhuren'))).toMatchObject({
    status: 403,
  });
  expect(await (await signedIn('weiyuan1')).call('GET', inTownship('/notice-wordings'))).toMatchObject({ status: 403 });
});

test.each([
  ['', 'text-missing'],
  ['{{事项}}已逾期，{{期限}}。', 'wording-pressing'],
  ['{{事项}}。', 'wording-gap-missing'],
  ['{{事项}}，{{期限}}，{{姓名}}。', 'wording-gap-unknown'],
  ['{事项}，{{期限}}。', 'wording-braces'],
  [`{{事项}}，{{期限}}。${'请'.repeat(120)}`, 'wording-too-long'],
])('%j is refused: %s', async (text, reason) => {
  const refusal = { status: 422, body: { data: { reason, field: 'text' } } };
  expect(await save({ ...handIn, text, version: 0 })).toMatchObject(refusal);
  const query = new URLSearchParams({ ...handIn, text, accountId: world.township.accountId('member-1') });
  expect(await clerk.call('GET', inTownship(`/notice-wordings/preview?${query}`))).toMatchObject(refusal);
  expect(await current('contribute', 'notice')).toMatchObject({ own: null, version: 0 });
});

test('a member is never told about another’s duty, so there are no words for it', async () => {
  expect(await save({ family: 'contribute', form: 'escalation', text: courteous, version: 0 })).toMatchObject({
    status: 422,
    body: { data: { reason: 'wording-not-known-here' } },
  });
});

test('seen before it is used, on a real person and a matter that exists', async () => {
  const preview = async (accountId: string) => {
    const query = new URLSearchParams({ ...handIn, text: courteous, accountId });
    return (await clerk.call('GET', inTownship(`/notice-wordings/preview?${query}`))) as unknown as {
      status: number;
      body: { isOwn: boolean; subject: string; text: string };
    };
  };
  await live('2026-09-02T10:00');
  const { body } = await preview(world.township.accountId('member-1'));
  expect(body.isOwn).toBe(true);
  expect(body.text).toMatch(/^尊敬的陈小满：\n\n敬请您为每位委员提交两份.*建言，12月10日\(周四\)前交委即可。/);
  expect((await preview(world.township.accountId('clerk'))).body).toMatchObject({ isOwn: false });
  expect(await preview('00000000-0000-7000-8000-000000000000')).toMatchObject({
    status: 422,
    body: { data: { reason: 'person-unknown', field: 'accountId' } },
  });
});

test('two people at once: the second is told, nothing of theirs is lost; a double click saves once', async () => {
  const saved = await save({ ...handIn, text: courteous, version: 0 });
  expect(saved).toMatchObject({ status: 200 });
  expect(await current('contribute', 'notice')).toMatchObject({ own: courteous, version: 1, changedByName: '林晓雨' });
  expect(await save({ ...handIn, text: '{{事项}}，{{期限}}。', version: 0 })).toMatchObject({
    status: 409,
    body: { data: { currentLockVersion: 1 } },
  });
  const twice = await Promise.all([1, 2].map(() => save({ ...handIn, text: '{{事项}}，{{期限}}前。', version: 1 })));
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await current('contribute', 'notice')).toMatchObject({ own: '{{事项}}，{{期限}}前。', version: 2 });
  // Put back to the product's words: null, not a copy that would stay behind.
  const { builtIn } = (await current('contribute', 'notice'))!;
  await save({ ...handIn, text: builtIn, version: 2 });
  expect(await current('contribute', 'notice')).toMatchObject({ own: null, version: 3 });
  expect(await save({ ...handIn, text: courteous, version: 3 })).toMatchObject({ status: 200 });
});

test('what is told from now on is told so; what was told keeps its words, and each duty has its own', async () => {
  await save({ family: 'plain', form: 'notice', text: '请安排{{事项}}，{{期限}}前。', version: 0 });
  // T-15 of the proposals of 10 December, and of what the clerk owes by the year's end.
  await live('2026-11-26T18:00');
  const told = () =>
    world.owner<{ kind: string; form: string; wording: string | null; notices: number }>(
      `select t.kind, n.form, n.wording, count(*)::int as notices from notice n
       join task t on t.committee_id = n.committee_id and t.id = n.task_id
       where t.kind in ('contribute', 'hold-activity') and n.created_at > '2026-11-01T00:00:00Z'
       group by 1, 2, 3 order by 1, 2, 3`,
    );
  const before = await told();
  expect(before).toEqual(
    expect.arrayContaining([{ kind: 'contribute', form: 'notice', wording: courteous, notices: 12 }]),
  );
  await save({ ...handIn, text: null, version: 4 });
  expect(await told()).toEqual(before);
  const member = await signedIn('weiyuan1');
  const { body } = await member.call('GET', '/api/notices/mine');
  expect(body).toMatchObject([{ notices: [{ form: 'notice', wording: courteous }] }]);
  await live('2026-12-16T18:00');
  // Told after the wording was taken back, and what the leader is told of members: the product's words.
  const rest = (await told()).filter(({ kind, form }) => kind === 'contribute' && form !== 'notice');
  expect(rest.map(({ form }) => form)).toEqual(expect.arrayContaining(['approaching', 'due-today', 'escalation']));
  expect(rest.every(({ wording }) => wording === null)).toBe(true);
  const plain = (await told()).filter(({ kind, form }) => kind === 'hold-activity' && form === 'notice');
  expect(plain).toEqual([expect.objectContaining({ wording: '请安排{{事项}}，{{期限}}前。' })]);
}, 60_000);
