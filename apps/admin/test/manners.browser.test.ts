import type { Page } from 'playwright-core';
import { TimerScheduler } from '../../server/src/engine/index.js';
import {
  at,
  button,
  confirm,
  desktop,
  dialog,
  faultsIn,
  heading,
  inDialog,
  openSite,
  PASSWORD,
  phone,
  publishTownshipPlan,
  rowOf,
  type Site,
} from './browser.js';

let site: Site;

/** Published in January and not touched since: on 10 April the first quarter's activity is late by seven working days. */
beforeAll(async () => {
  site = await openSite(at('2026-01-05', '10:00'));
  const { server, clock } = site;
  await publishTownshipPlan(site, 2026);
  clock.moveTo(at('2026-04-10', '10:00'));
  await server.app.get(TimerScheduler).runDue();
}, 60_000);

afterAll(() => site?.close());

const signIn = (loginName: string, password = PASSWORD): Promise<Page> =>
  site.signIn(loginName, { viewport: phone, password });

it('a county’s leader finds on the board what the first page counted', async () => {
  const page = await signIn('xianzhuxi');
  await heading(page, /有 \d+ 件逾期/);
  await page.getByRole('link', { name: '全部逾期事项' }).click();
  await heading(page, /督办/);
  await page.getByRole('heading', { name: /\d+ 项逾期/ }).waitFor();
  expect(await page.getByText('林晓雨(工作人员)').count()).toBeGreaterThan(0);
}, 60_000);

it('the clerk says once, with a double click, that it is not done; the first line then tells what is late', async () => {
  const page = await signIn('ganshi');
  await heading(page, /件过期事项待您核实/);
  await button(page, '确未办理').click();
  let answers = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/not-done')) answers++;
  });
  await inDialog(page, '确未办理').dblclick();
  await heading(page, /件已过期限/);
  expect(answers).toBe(1);
}, 60_000);

it('a press that somebody else has overtaken offers to load the latest', async () => {
  const page = await signIn('ganshi');
  await page
    .getByRole('link', { name: /委员活动/ })
    .first()
    .click();
  await button(page, '暂停').click();
  await page.getByRole('dialog').locator('textarea').fill('等县里通知');
  await inDialog(page, '暂停').click();
  await button(page, '恢复').waitFor();
  const other = await signIn('ganshi');
  await other.goto(page.url());
  await button(other, '恢复').click();
  await button(other, '暂停').waitFor();
  await button(page, '恢复').click();
  await page.getByText('这项内容在您打开之后有了改动').waitFor();
  await page.getByText('可能是同事改的，也可能是您在另一个窗口改的。', { exact: false }).waitFor();
  await button(page, '载入最新内容').click();
  await button(page, '暂停').waitFor();
}, 60_000);

it('what one does in one window, one’s other window shows by itself', async () => {
  const page = await signIn('ganshi');
  await page
    .getByRole('link', { name: /委员活动/ })
    .first()
    .click();
  await button(page, '暂停').waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await button(other, '暂停').click();
  await other.getByRole('dialog').locator('textarea').fill('等县里通知');
  await inDialog(other, '暂停').click();
  await button(page, '恢复').click();
  await button(page, '暂停').waitFor();
  await button(other, '暂停').waitFor();
}, 60_000);

it('a member reads where and when, and answers whether he comes', async () => {
  const clerk = await signIn('ganshi');
  await clerk
    .getByRole('link', { name: /委员活动/ })
    .first()
    .click();
  await button(clerk, '安排日期').click();
  await clerk.getByRole('dialog').getByLabel('开展日期').fill('2026-04-28');
  await clerk.getByRole('dialog').getByLabel(/地点/).fill('乡政府三楼会议室');
  await inDialog(clerk, '安排日期').click();
  await clerk.getByRole('dialog').waitFor({ state: 'hidden' });
  const member = await signIn('weiyuan3');
  await member.getByText('活动日期：4月28日(周二)').waitFor();
  await member.getByText('地点：乡政府三楼会议室').waitFor();
  expect(await member.getByText('地点：乡政府三楼会议室').count()).toBe(1);
  await button(member, '回复能否参加').click();
  await inDialog(member, '提交回复').click();
  await member.getByText('还没有选择能否参加').waitFor();
  await member.getByRole('dialog').getByText('不能参加', { exact: true }).click();
  await inDialog(member, '提交回复').click();
  await member.getByText('已收到您的回复，谢谢。').waitFor();
  await clerk.reload();
  await clerk.getByText('能否参加：不能参加').waitFor();
  // What was answered still says where and when; the clerk reads who comes, and the day on the list of tasks.
  await member.getByText('活动日期：4月28日(周二)').waitFor();
  await clerk.getByRole('heading', { name: '参加情况' }).waitFor();
  await clerk.getByText('共邀请 12 人：未答复 11 人、不参加 1 人').waitFor();
  expect(await faultsIn(clerk, 'zh-CN')).toEqual([]);
  await clerk.goto(site.in('township', 'tasks?whose=committee'));
  await clerk.getByText('定于4月28日(周二)', { exact: false }).first().waitFor();
}, 60_000);

it('a password is changed when both fields are filled and the new one is long enough', async () => {
  const page = await signIn('weiyuan4');
  await button(page, '更多').click();
  await button(page, '修改密码').click();
  const dialog = page.getByRole('dialog', { name: '修改密码' });
  const field = (label: string) => dialog.getByLabel(label, { exact: true });
  await inDialog(page, '保存').click();
  await dialog.getByText('请填写“当前密码”').waitFor();
  await field('当前密码').fill(PASSWORD);
  for (const [password, answer] of [
    ['short', '请设置不少于 8 个字符的密码'],
    ['long-enough', '密码已修改'],
  ] as const) {
    await field('新密码').fill(password);
    await field('再次输入新密码').fill(password);
    await inDialog(page, '保存').click();
    await page.getByText(answer).first().waitFor();
  }
  const again = await signIn('weiyuan4', 'long-enough');
  await heading(again, /诚请您办理|目前没有/);
}, 60_000);

it('the clerk pauses a late duty on the board with a reason, finds it under what is on hold, and lets it go on', async () => {
  const page = await site.signIn('ganshi');
  await page.goto(site.in('township', 'supervision'));
  await heading(page, /督办/);
  await button(page, '暂停').click();
  await inDialog(page, '暂停').click();
  await dialog(page).getByText('请填写“暂停理由”').waitFor();
  await dialog(page).getByLabel('暂停理由').fill('等县里通知');
  await confirm(page, '暂停');
  await page.getByRole('heading', { name: '1 项暂停' }).waitFor();
  await rowOf(page, '等县里通知', '林晓雨').waitFor();
  const faults = await faultsIn(page, 'zh-CN');
  await page.setViewportSize(phone);
  expect([...faults, ...(await faultsIn(page, 'en'))]).toEqual([]);
  await page.getByRole('button', { name: /^Resume/ }).click();
  await page.getByRole('heading', { name: /on hold/ }).waitFor({ state: 'hidden' });
  await page.setViewportSize(desktop);
  await page.evaluate(() => localStorage.setItem('xushi.language', 'zh-CN'));
  await page.reload();
  await page.getByRole('heading', { name: '1 项逾期' }).waitFor();
}, 60_000);
