import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './axe.js';
import { at, button, heading, letTimePass, openSite, publishTownshipPlan, type Site } from './browser.js';

let site: Site;
beforeAll(async () => {
  site = await openSite(at('2026-01-05', '10:00'));
  await publishTownshipPlan(site, 2026);
  // The first quarter's activity is late, the staff were asked, the leader was told.
  await letTimePass(site, at('2026-04-20', '10:00'));
}, 120_000);
afterAll(() => site?.close());

/** The file a page gives, line by line, without the mark of its coding. */
async function exported(page: Page, name: string): Promise<string[]> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '导出').click()]);
  expect(download.suggestedFilename()).toBe(`云岭乡政协工委${name}2026-04-20.csv`);
  return (await readFile(await download.path(), 'utf8')).replace('\uFEFF', '').trimEnd().split('\r\n');
}

it('what is late, with its story', async () => {
  const page = await site.signIn('zhuren');
  await page.goto(site.in('township', 'supervision'));
  await page.getByRole('columnheader', { name: '下一步' }).waitFor();
  const lines = await exported(page, '督办');
  expect(lines[0]).toBe('"事项","承担人","逾期","已做的工作","下一步"');
  expect(lines).toHaveLength(2);
  const tried = '4月1日 询问工作人员；4月10日 已报告领导；工作人员尚未答复';
  expect(lines[1]?.split('","').slice(1)).toEqual([
    '林晓雨(工作人员)',
    '2026-03-31、已逾期 13 个工作日',
    tried,
    '提醒方案已走完，请当面了解"',
  ]);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
}, 60_000);

it('people, as the list is narrowed', async () => {
  const page = await site.signIn('ganshi');
  await page.goto(site.in('township', 'settings/people?role=member'));
  await page.getByText('共 12 人').waitFor();
  const lines = await exported(page, '人员');
  expect(lines[0]).toBe('"姓名","身份和职务","界别、小组","电话","单位及职务"');
  expect(lines).toHaveLength(13);
  expect(lines.filter((line) => line.startsWith('"陈小满","委员",'))).toHaveLength(1);
  await page.context().close();
}, 60_000);

it('reminders with their outcome and every name', async () => {
  const page = await site.signIn('ganshi');
  await page.goto(site.in('township', 'reminders?outcome=sent'));
  await heading(page, /提醒记录/);
  const lines = await exported(page, '提醒记录');
  expect(lines[0]).toBe('"事项","内容","提醒日","结果","收件人与送达"');
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines.slice(1)) expect(line).toMatch(/,"2026-\d\d-\d\d","已发送","/);
  expect(lines.some((line) => line.includes('林晓雨'))).toBe(true);
  await page.context().close();
}, 60_000);
