import { readFile } from 'node:fs/promises';
import { accessibilityFaults } from './axe.js';
import {
  at,
  button,
  dialog,
  faultsIn,
  heading,
  inDialog,
  openSite,
  phone,
  publishTownshipPlan,
  rowOf,
  type Site,
} from './browser.js';

let site: Site;
beforeAll(async () => {
  site = await openSite(at('2026-01-05', '10:00'));
  await publishTownshipPlan(site, 2026);
}, 60_000);
afterAll(() => site?.close());

it('a clerk keeps a view, chooses columns, takes exactly that along as a file', async () => {
  const page = await site.signIn('ganshi');
  await page.goto(site.in('township', 'tasks?search=提案'));
  await heading(page, /任务/);
  await page.getByText('共 12 项').waitFor();
  await button(page, '常用筛选').click();
  await dialog(page).getByLabel('起个名字').fill('提案征集');
  await inDialog(page, '保存').click();
  await page.keyboard.press('Escape');
  await button(page, '清除筛选').click();
  await page.getByText('共 12 项').waitFor({ state: 'hidden' });
  await button(page, '常用筛选').click();
  await button(page, '提案征集').click();
  await page.getByText('共 12 项').waitFor();
  expect(decodeURIComponent(page.url())).toContain('search=提案');

  await button(page, '列').click();
  await dialog(page).getByRole('checkbox', { name: '灯色' }).uncheck();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('columnheader', { name: '灯色' }).count()).toBe(0);
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '导出').click()]);
  expect(download.suggestedFilename()).toBe('云岭乡政协工委任务2026-01-05.csv');
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines[0]).toBe('\uFEFF"事项","承担人","期限","进度"');
  expect(lines).toHaveLength(13);
  expect(lines.filter((line) => line.includes('"陈小满","2026-12-10","0 / 2"'))).toHaveLength(1);

  // Kept in this browser.
  await page.reload();
  await page.getByText('共 12 项').waitFor();
  expect(await page.getByRole('columnheader', { name: '灯色' }).count()).toBe(0);
  await page.context().close();
}, 60_000);

it('several tasks are paused with one reason and resumed; one that was changed meanwhile stays as it is, and that is said', async () => {
  const page = await site.signIn('ganshi');
  await page.goto(site.in('township', 'tasks?search=提案'));
  await page.getByText('共 12 项').waitFor();
  for (const name of ['陈小满', '刘谷雨']) await rowOf(page, name).getByRole('checkbox').check();
  const other = await site.signIn('ganshi');
  await other.goto(site.in('township', 'tasks?search=刘谷雨'));
  await other.getByRole('main').getByRole('link', { name: /提案/ }).click();
  await button(other, '暂停').click();
  await dialog(other).getByLabel('理由').fill('住院');
  await inDialog(other, '暂停').click();
  await other.getByText(/住院/).first().waitFor();

  await button(page, '暂停所选 2 项').click();
  await inDialog(page, '暂停').click();
  await dialog(page).getByRole('alert').waitFor();
  await dialog(page).getByLabel('理由').fill('换届');
  await inDialog(page, '暂停').click();
  await page.getByText(/已办理 1 项；其余没有动/).waitFor();
  await page.getByText('共 12 项').waitFor();
  for (const name of ['陈小满', '刘谷雨']) {
    await rowOf(page, name, '暂停').getByRole('checkbox').check();
  }
  await button(page, '恢复所选 2 项').click();
  await page.getByText('已办理 2 项。').waitFor();
  expect(await faultsIn(page, 'zh-CN')).toEqual([]);
  await page.setViewportSize(phone);
  expect(await faultsIn(page, 'en')).toEqual([]);
  await page.context().close();
}, 90_000);
