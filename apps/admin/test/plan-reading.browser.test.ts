import type { Page } from 'playwright-core';
import { Doors } from '../../server/src/platform/database/doors.js';
import { accessibilityFaults } from './axe.js';
import { at, button, confirm, dialog, faultsIn, heading, openSite, phone, press, rowOf, type Site } from './browser.js';
import { entry, pastePlan, startFromDocument } from './plan-from-document.js';
import { countyPlan, streetPlan, townshipPlan } from './plans-of-three-levels.js';

let site: Site;

/** January: the clerks have written their plans in Word and bring them in. */
beforeAll(async () => {
  site = await openSite(at('2026-01-05', '10:00'));
}, 60_000);

afterAll(() => site?.close());

const waiting = (page: Page) => page.locator('[data-entry]', { hasText: '时间待定' });

/** Whatever is left open is to be done within the year: the first is answered by itself, the others at once. */
async function answerOpen(page: Page): Promise<void> {
  const open = await waiting(page).count();
  await button(waiting(page).first(), '全年').click();
  await waiting(page)
    .nth(open - 1)
    .waitFor({ state: 'detached' });
  await page.getByRole('button', { name: `待定的 ${open - 1} 项都定为全年` }).click();
  await waiting(page).first().waitFor({ state: 'detached' });
}

/** The name of the file a button brings. */
async function downloaded(page: Page, name: RegExp): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return file.suggestedFilename();
}

async function counted(table: string): Promise<number> {
  const [row] = await site.server.app
    .get(Doors)
    .inTenant(site.loaded.tenants(), (tx) =>
      tx.query<{ count: number }>(`select count(*)::int as count from ${table}`),
    );
  return row?.count ?? 0;
}

it('the keyboard goes through what was found: focus, tick, answer, edit, add', async () => {
  const page = await site.signIn('ganshi');
  await pastePlan(site, page, { committee: 'township', year: '2028', text: townshipPlan });
  expect(await accessibilityFaults(page)).toEqual([]);

  const focused = () => page.evaluate(() => document.activeElement?.closest('[data-entry]')?.textContent ?? '');
  expect(await focused()).toContain('落实各项学习制度');
  await page.keyboard.press('j');
  expect(await focused()).toContain('组织委员活动');
  expect(await page.locator('[data-source~="item-1"]').getAttribute('class')).toMatch(/markNow/);
  await page.keyboard.press('k');
  await page.keyboard.press('Space');
  expect(await entry(page, '落实各项学习制度').getByRole('checkbox').isChecked()).toBe(false);

  await page.keyboard.press('o');
  expect(await focused()).toContain('调查视察');
  await page.keyboard.press('Enter');
  await page.getByLabel('时间要求(按原话填写)').fill('6月中旬');
  await page.keyboard.press('Enter');
  await page.getByLabel('系统的理解').getByText('6月中旬').waitFor();
  await page.keyboard.press('Escape');
  await entry(page, '调查视察').getByText('6月中旬').waitFor();

  // A reload loses nothing of it.
  await page.reload();
  await entry(page, '调查视察').getByText('6月中旬').waitFor();
  expect(await entry(page, '落实各项学习制度').getByRole('checkbox').isChecked()).toBe(false);

  const before = await page.locator('[data-entry]').count();
  await page.locator('[data-entry] [data-title]').first().focus();
  await page.keyboard.press('l');
  await page.keyboard.press('Enter');
  await page.locator('[data-entry] [data-editor]').waitFor();
  expect(await page.locator('[data-entry]').count()).toBe(before + 1);
  await page.keyboard.press('Escape');

  // What is ready goes in; what wants a time stays, and the plan's page says so.
  await page.getByRole('button', { name: /^列入计划/ }).click();
  await page.getByText(/^已列入 \d+ 项。$/).waitFor();
  await waiting(page).first().waitFor();
  await page.getByRole('link', { name: '2028年度工作计划' }).click();
  await rowOf(page, '6月中旬').first().waitFor();
  await page.getByText(/时间待定，没有列入计划/).waitFor();
  await button(page, '继续确认').click();
  await heading(page, /从文件读取工作项/);
  await page.context().close();
}, 120_000);

it('a file that cannot be read says what to do instead', async () => {
  const page = await site.signIn('songping');
  await startFromDocument(site, page, { committee: 'sibling', year: '2025' });
  const old = { name: '计划.doc', mimeType: 'application/msword', buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) };
  await page.getByLabel('选择文件，或拖到这里').setInputFiles(old);
  await page.getByText(/旧版 Word.*另存为 \.docx/).waitFor();
  const chart = '工作任务\t完成时限\t分管领导\t责任人\n视察重点工程\t5月中旬\t工委主任\t罗春禾';
  await page
    .getByLabel('选择文件，或拖到这里')
    .setInputFiles({ name: '分解表.txt', mimeType: 'text/plain', buffer: Buffer.from(chart) });
  await entry(page, '视察重点工程').getByText('责任领导：工委主任 (没有唯一对应的在任人员)').waitFor();
  await entry(page, '视察重点工程').getByText('负责人：罗春禾').waitFor();
  await page.context().close();
}, 90_000);

describe.each([
  ['township', 'ganshi', '2026', townshipPlan, 7, ['遭遇百年洪涝灾害之', '投资 100 多万元开']],
  ['street', 'songping', '2026', streetPlan, 15, []],
  ['county', 'ganshi', '2027', countyPlan, 6, ['8 家骨干企业视察', '委员提案 83 件', '现场监测 40']],
])('the plan of the %s, from its whole document to its paper', (_level, loginName, year, text, atLeast, reported) => {
  it('is read, confirmed, rehearsed, approved by a meeting, published and printed', async () => {
    const committee = loginName === 'songping' ? 'sibling' : 'township';
    const page = await site.signIn(loginName);
    await pastePlan(site, page, { committee, year, text });
    // What its report tells of last year stands beside the plan and is left out.
    for (const words of reported) {
      await page.locator('p', { hasText: words, has: page.locator('[data-left-out]') }).waitFor();
      expect(await entry(page, words).count()).toBe(0);
    }
    await answerOpen(page);
    const found = await page.locator('[data-entry]').count();
    expect(found).toBeGreaterThanOrEqual(atLeast);
    await page.getByRole('button', { name: `列入计划(${found} 项)` }).dblclick();
    await heading(page, new RegExp(`${year}年度工作计划`));
    const changes = page.getByRole('button', { name: /^修改工作项/ });
    await changes.nth(found - 1).waitFor();
    expect(await changes.count()).toBe(found);

    await button(page, '全年排程预览').click();
    await heading(page, /排程预览/);
    await page.goBack();
    await button(page, '登记会议审定').click();
    await dialog(page).getByLabel('审定会议').fill('工委第一次全体会议');
    await dialog(page).getByLabel('文号').fill(`云政协〔${year}〕1号`);
    await confirm(page, '登记会议审定');
    const before = await counted('occurrence');
    await press(page, '发布');
    await page.getByText('已发布').first().waitFor();
    expect(await counted('occurrence')).toBeGreaterThanOrEqual(before + found);

    await button(page, '打印和下载').click();
    await heading(page, /打印和下载/);
    for (const document of ['年度工作要点', '任务分解表']) {
      expect(await downloaded(page, new RegExp(`^下载.*${document}`))).toMatch(/\.docx$/);
    }
    await button(page, '查看和打印').click();
    await heading(page, /全年挂图/);
    expect(await downloaded(page, /^下载.*全年挂图/)).toMatch(/\.pdf$/);
    await page.context().close();
  }, 120_000);
});

it('asks once about what a template left empty, marks what is left, and says before publishing what is open', async () => {
  const page = await site.signIn('songping');
  const text = [
    '2028年工作安排',
    '（一）每季度组织委员对××乡社会保障工作进行视察。',
    '（二）上半年围绕××乡道路建设开展调研。',
    '（三）全会闭幕后30日内组织委员视察某某村。',
  ].join('\n');
  await pastePlan(site, page, { committee: 'sibling', year: '2028', text });
  const marked = page.locator('[data-entry]', { hasText: '待填写' });
  expect(await marked.count()).toBe(3);
  expect(await accessibilityFaults(page)).toEqual([]);

  const name = page.getByLabel('“××乡”改为');
  await name.fill('云溪乡');
  await name.press('Enter');
  await entry(page, '对云溪乡社会保障工作进行视察').waitFor();
  await entry(page, '围绕云溪乡道路建设开展调研').waitFor();
  // A wrong answer is taken back.
  await page.getByText('“××乡”已全部改为“云溪乡”。').waitFor();
  await button(page, '重新选择').click();
  expect(await marked.count()).toBe(3);
  await name.fill('青禾乡');
  await button(page, '全部改').first().click();
  await button(page, '先保留').click();
  await page.getByText('“某某村”先保留').waitFor();
  expect(await marked.allTextContents()).toEqual([expect.stringContaining('待填写：某某村')]);

  await button(page, '列入计划(3 项)').click();
  await heading(page, /2028年度工作计划/);
  await rowOf(page, '对青禾乡社会保障工作进行视察').waitFor();
  await rowOf(page, '待填写：某某村').waitFor();
  await button(page, '提交审批').click();
  await dialog(page).getByText('1 项有待填写的空处，会照样印出').waitFor();
  await dialog(page).getByText('1 项日期待定，定下前没有任务和提醒').waitFor();
  await dialog(page).getByText('5 个日期为暂定(2 项)，以后可能变动').waitFor();
  await dialog(page).getByText('3 项没有负责人，由全体工作人员收提醒、共同办理').waitFor();
  expect(await faultsIn(page, 'en')).toEqual([]);
  await page.context().close();
}, 90_000);

it('reads well on a phone and in English', async () => {
  const clerk = await site.signIn('songping', { viewport: phone });
  await clerk.goto(site.in('sibling', 'plans'));
  await pastePlan(site, clerk, { committee: 'sibling', year: '2027', text: townshipPlan });
  expect([...(await faultsIn(clerk, 'zh-CN')), ...(await faultsIn(clerk, 'en'))]).toEqual([]);
}, 90_000);
