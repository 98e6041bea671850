import { newId } from '../src/platform/ids.js';
import { Browser, listen } from './support.js';
import { publishedYear, type TownshipYear } from './township-year.js';

let world: TownshipYear;
let baseUrl: string;
let plan: string;
beforeAll(async () => {
  world = await publishedYear();
  baseUrl = await listen(world);
  plan = `/api/committees/${world.committeeId}/plans/${world.planId}`;
});
afterAll(() => world.close());

async function signedIn(loginName: string) {
  const browser = new Browser(baseUrl);
  expect(await browser.signIn(loginName)).toMatchObject({ status: 200 });
  return browser;
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ZIP = 'PK';

test.each([
  ['key-points', WORD, ZIP, '年度工作要点.docx'],
  ['task-breakdown', WORD, ZIP, '年度任务分解表.docx'],
  ['workbook', EXCEL, ZIP, '年度计划表.xlsx'],
  ['wall-chart-a3', 'application/pdf', '%PDF-', '年度挂图（A3）.pdf'],
  ['wall-chart-a4', 'application/pdf', '%PDF-', '年度挂图（A4）.pdf'],
])('the clerk takes %s along under its Chinese name, and no cache keeps it', async (document, type, start, name) => {
  const clerk = await signedIn('ganshi');
  const { status, headers, text } = await clerk.call('GET', `${plan}/documents/${document}`);
  expect(status).toBe(200);
  expect(text.startsWith(start)).toBe(true);
  expect(headers.get('content-type')).toBe(type);
  expect(headers.get('cache-control')).toBe('no-store');
  const disposition = headers.get('content-disposition') ?? '';
  expect(disposition).toMatch(/^attachment; filename="document\.\w+"; filename\*=UTF-8''[\w%.!~-]+$/);
  const [, encoded = ''] = disposition.split("UTF-8''");
  expect(decodeURIComponent(encoded)).toBe(`云岭乡政协工委2026${name}`);
});

test('a member, a stranger, a plan that is not there and a document nobody knows get an answer, no file', async () => {
  const [clerk, member] = [await signedIn('ganshi'), await signedIn('weiyuan1')];
  const elsewhere = `/api/committees/${world.committeeId}/plans/${newId()}`;
  expect(await member.call('GET', `${plan}/documents/key-points`)).toMatchObject({ status: 403 });
  expect(await new Browser(baseUrl).call('GET', `${plan}/documents/key-points`)).toMatchObject({ status: 401 });
  expect(await clerk.call('GET', `${elsewhere}/documents/key-points`)).toMatchObject({ status: 404 });
  expect(await clerk.call('GET', `${plan}/documents/everything`)).toMatchObject({ status: 400 });
});

test('the clerk sees who has a part in the plan and takes each sheet along; whoever has none has no sheet', async () => {
  const clerk = await signedIn('ganshi');
  const { body } = await clerk.call('GET', `${plan}/people`);
  const people = body as unknown as { accountId: string; name: string; isMember: boolean; dates: number }[];
  const member = people.find(({ isMember }) => isMember);
  expect(people.length).toBeGreaterThan(12);
  expect(member).toMatchObject({ dates: expect.any(Number) });
  const sheet = await clerk.call('GET', `${plan}/people/${member?.accountId}/year`);
  expect(sheet).toMatchObject({ status: 200 });
  expect(decodeURIComponent(sheet.headers.get('content-disposition') ?? '')).toContain(
    `年度安排（${member?.name}）.docx`,
  );
  expect(await clerk.call('GET', `${plan}/people/${newId()}/year`)).toMatchObject({ status: 404 });
});

test('the wall chart is sent as areas and words, every title of the plan among them', async () => {
  const clerk = await signedIn('ganshi');
  const { body } = await clerk.call('GET', `${plan}/wall-chart`);
  const drawing = body as unknown as { width: number; height: number; shapes: { kind: string; text?: string }[] };
  expect([drawing.width, drawing.height]).toEqual([420, 297]);
  const said = drawing.shapes.map(({ text }) => text ?? '').join('');
  for (const { title } of await world.owner<{ title: string }>('select title from plan_item')) {
    expect(said).toContain(title.replaceAll('(', '（').replaceAll(')', '）'));
  }
});
