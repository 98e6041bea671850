import type { Page } from 'playwright-core';
import { openArrangedActivity } from './arranged-activity.js';
import { accessibilityFaults } from './axe.js';
import { button, desktop, dialog, faultsIn, inDialog, phone, type Site } from './browser.js';

let site: Site;
beforeAll(async () => {
  site = await openArrangedActivity();
}, 60_000);
afterAll(() => site?.close());

const schedule = (search = '') => site.in('township', `schedule${search}`);
const entry = (page: Page, text: RegExp) => page.getByRole('button', { name: text }).first();

it('the clerk moves an arranged activity by click, sees first what follows, and the member’s page has the new day', async () => {
  const member = await site.signIn('weiyuan1', { viewport: phone });
  await member.goto(schedule('?month=2026-09'));
  await member.getByRole('heading', { name: /9月18日/ }).waitFor();
  expect(await faultsIn(member, 'zh-CN')).toEqual([]);

  const clerk = await site.signIn('ganshi', { viewport: desktop });
  await clerk.goto(schedule('?month=2026-09'));
  await entry(clerk, /举行\s*委员活动/).click();
  await button(dialog(clerk), '改期').click();
  await dialog(clerk).getByLabel('改到').fill('2026-09-24');
  await inDialog(clerk, '看看会变动什么').click();
  await dialog(clerk)
    .getByText(/重新征询/)
    .waitFor();
  expect(await dialog(clerk).getByRole('status').innerText()).toMatch(
    /回复参加\(12 人\) 重新征询：9月17日\(周四\) → 9月23日\(周三\)/,
  );
  expect(await accessibilityFaults(clerk)).toEqual([]);
  // A move says why.
  await inDialog(clerk, '确认改期').click();
  await dialog(clerk).getByText('请写明改期原因。').waitFor();
  await dialog(clerk).getByLabel('改期原因').fill('主任外出');
  await inDialog(clerk, '确认改期').click();
  await clerk.getByText(/已改到9月24日/).waitFor();
  await clerk.getByRole('cell', { name: /9月24日.*举行\s*委员活动/ }).waitFor();

  await member.reload();
  await member.getByRole('heading', { name: /9月24日/ }).waitFor();
  expect(await member.getByRole('heading', { name: /9月18日/ }).count()).toBe(0);
  await entry(member, /举行\s*委员活动/).click();
  await dialog(member).getByText('9月18日(周五)').waitFor();
}, 120_000);

it('by month, quarter and year, in both languages, narrowed in the address: axe finds nothing', async () => {
  const page = await site.signIn('ganshi');
  for (const search of ['?month=2026-10', '?month=2026-08&view=quarter', '?view=year', '?category=history']) {
    await page.goto(schedule(search));
    for (const language of ['en', 'zh-CN'] as const) expect(await faultsIn(page, language)).toEqual([]);
  }
  await page.getByText('没有符合条件的安排').waitFor();
}, 120_000);

it('dragged to another day, it asks before it moves; a day off and the plan’s period are pointed out', async () => {
  const page = await site.signIn('ganshi');
  await page.goto(schedule('?month=2026-12'));
  const target = page.getByRole('cell', { name: /^12月20日/ });
  await entry(page, /截止\s*每位委员提交两份有质量的提案/).dragTo(target);
  expect(await dialog(page).getByLabel('改到').inputValue()).toBe('2026-12-20');
  await inDialog(page, '看看会变动什么').click();
  await dialog(page).getByText('这一天是休息日。').waitFor();
  await dialog(page).getByText('超出计划写明的时段。').waitFor();
  await button(dialog(page), '取消').click();
  await page.getByRole('cell', { name: /^12月10日.*每位委员提交/ }).waitFor();
}, 60_000);
