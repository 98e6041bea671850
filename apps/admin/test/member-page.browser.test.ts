import type { BrowserContext, Page } from 'playwright-core';
import { MemberLinks } from '../../server/src/capabilities/account/index.js';
import { inTownship, openArrangedActivity } from './arranged-activity.js';
import { accessibilityFaults } from './axe.js';
import { button, heading, phone, type Site } from './browser.js';
import { largeTypeFaults } from './large-type.js';

let site: Site;

beforeAll(async () => {
  site = await openArrangedActivity();
}, 90_000);

afterAll(() => site?.close());

/** Opens a person's link to one of their duties on a phone that knows nothing else. */
async function open(person: string, kind: string, context?: BrowserContext): Promise<Page> {
  const accountId = site.loaded.accountId(person);
  const link = await inTownship(site, async (tx) => {
    const [task] = await tx.query<{ id: string; committee_id: string }>(
      'select id, committee_id from task where holder_account_id = $1 and kind = $2 order by due_on limit 1',
      [accountId, kind],
    );
    if (task === undefined) throw new Error(`${person} owes no ${kind}`);
    const duty = { committeeId: task.committee_id, taskId: task.id, accountId };
    return site.server.app.get(MemberLinks).linkFor(tx, duty);
  });
  const page = await (context ?? (await site.browser.newContext({ viewport: phone, locale: 'zh-CN' }))).newPage();
  page.setDefaultTimeout(15_000);
  page.on('request', (request) => {
    // The token is told to the page's own routes, in a header, and to nobody else.
    if (request.url().includes(link.slice(3)) || !request.url().startsWith(site.address)) {
      (site.foreign as string[]).push(request.url());
    }
  });
  await page.goto(`${site.address}${link}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** axe's faults, and what is not in large type. */
const faultsOf = async (page: Page): Promise<string[]> => [
  ...(await largeTypeFaults(page)),
  ...(await accessibilityFaults(page)),
];

test('a member comes: one press, and what was answered is still there when the link is opened again', async () => {
  const page = await open('member-1', 'answer-invitation');
  await heading(page, /陈小满委员，您好/);
  await page.getByText('9月18日(周五)').first().waitFor();
  await page.getByText('乡政府三楼会议室').first().waitFor();
  await button(page, '稍后答复').click();
  await page.getByText(/随时再打开这条链接/).waitFor();
  await button(page, '参加').click();
  await page.getByText('已记下：您将参加。谢谢！').waitFor();
  await page.reload();
  await page.getByText('您已回复：参加。').waitFor();
  expect(await page.locator('body').innerText()).not.toMatch(/逾期|督办|红灯|催办/);
  expect(await page.getByRole('link', { name: /0000-5550123/ }).getAttribute('href')).toBe('tel:0000-5550123');
  await page.context().close();
}, 60_000);

test('a member asks for leave with a ready reason; a second window is told kindly that it is so', async () => {
  const page = await open('member-2', 'answer-invitation');
  const second = await open('member-2', 'answer-invitation', page.context());
  await button(page, '请假').click();
  await button(page, '提交请假').click();
  await page.getByRole('alert').filter({ hasText: '请选择缘由' }).waitFor();
  await page.getByRole('radio', { name: '出差' }).check();
  await button(page, '提交请假').click();
  await page.getByText('已收到您的请假，谢谢告知。').waitFor();
  await page.getByText(/已收到您的请假\(出差\)/).waitFor();
  await button(second, '请假').click();
  await second.getByRole('radio', { name: '生病' }).check();
  await button(second, '提交请假').click();
  await second.getByText('此事先前已经办好，无需再办。').waitFor();
  await second.getByText(/已收到您的请假\(出差\)/).waitFor();
  await page.context().close();
}, 60_000);

test('a member records what was handed in, on the day it was', async () => {
  const page = await open('member-3', 'contribute');
  const card = page.locator('section', { has: page.getByRole('heading', { name: /两份有质量的提案/ }) }).first();
  await button(card, '我已提交一件').click();
  await page.getByRole('textbox', { name: /说明/ }).fill('关于村道亮化的建议');
  await button(card, '登记').dblclick();
  await card.getByText('已登记，谢谢您！').waitFor();
  await card.getByText('已收到 1 件，共需 2 件').waitFor();
  await page.context().close();
}, 60_000);

test('nothing is in a reader’s way, in both languages, light and dark, and the link is told to nobody', async () => {
  const faults: string[] = [];
  for (const [locale, colorScheme] of [
    ['zh-CN', 'light'],
    ['en-GB', 'dark'],
  ] as const) {
    const context = await site.browser.newContext({ viewport: phone, locale, colorScheme });
    const page = await open('member-4', 'answer-invitation', context);
    faults.push(...(await faultsOf(page)));
    await button(page, locale === 'en-GB' ? 'Ask for leave' : '请假').click();
    await page.getByRole('radio').last().check();
    faults.push(...(await faultsOf(page)));
    await context.close();
  }
  const page = await open('member-4', 'answer-invitation');
  await page.goto(`${site.address}/m#nothing`);
  await heading(page, /打不开/);
  faults.push(...(await faultsOf(page)));
  expect(faults).toEqual([]);
  expect(site.foreign).toEqual([]);
}, 90_000);

test('the other language is one press away', async () => {
  const page = await open('member-4', 'answer-invitation');
  await button(page, 'English').click();
  await heading(page, /^Good day, /);
  await page.context().close();
}, 60_000);
