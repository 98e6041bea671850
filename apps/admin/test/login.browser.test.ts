import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Scenario, ScenarioPerson } from '../../server/src/scenarios/scenario.js';
import { townshipScenario } from '../../server/src/scenarios/township.js';
import { accessibilityFaults } from './axe.js';
import { at, button, dialog, faultsIn, heading, inDialog, openSite, phone, rowOf, type Site } from './browser.js';

type Role = ScenarioPerson['offices'][number]['role'];
const person = (key: string, name: string, loginName: string | null, ...roles: [string, Role][]): ScenarioPerson => ({
  key,
  name,
  loginName,
  offices: roles.map(([committee, role]) => ({ committee, role, title: null })),
});

const scenario: Scenario = {
  ...townshipScenario,
  people: [
    ...townshipScenario.people,
    person('township-administrator', '周管理', 'xiangguanli', ['township', 'administrator']),
    person('new-clerk', '叶知微', null, ['township', 'staff']),
    person('new-member', '韩小雪', null, ['township', 'member']),
    person('namesake', '韩小雪', null, ['township', 'member']),
    person('of-both', '唐双任', 'tangshuangren', ['township', 'member'], ['county', 'staff']),
  ],
};

let site: Site;
beforeAll(async () => {
  site = await openSite(at('2026-08-03', '10:00'), scenario);
}, 60_000);
afterAll(() => site?.close());

const loginsPage = 'settings/people/logins';

async function toLogins(page: Page, search = ''): Promise<void> {
  await page.goto(site.in('township', `${loginsPage}${search}`));
  await heading(page, /^登录账号$/);
}

/** What stands on the slips, in their order: login name and initial password. */
async function slips(page: Page): Promise<{ loginName: string; initialPassword: string }[]> {
  const read = (term: string) => page.locator('dt', { hasText: term }).locator('+ dd').allTextContents();
  const passwords = await read('初始密码');
  return (await read('登录名')).map((loginName, index) => ({ loginName, initialPassword: passwords[index] ?? '' }));
}

async function enter(page: Page, { loginName, password }: { loginName: string; password: string }): Promise<void> {
  await page.goto(site.address);
  await page.locator('input[name=loginName]').fill(loginName);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
}

async function faultsOfDialog(page: Page): Promise<string[]> {
  return (await accessibilityFaults(page)).map((fault) => `${page.url()} dialog: ${fault}`);
}

it('a clerk given a login signs in on a phone with what the slip says, chooses a password and is at home', async () => {
  const admin = await site.signIn('admin');
  await toLogins(admin);
  await rowOf(admin, '叶知微')
    .getByRole('button', { name: /开\s*通/ })
    .click();
  await dialog(admin).getByText('登录后的身份：工作人员').waitFor();
  const faults = await faultsOfDialog(admin);
  await dialog(admin).getByLabel('叶知微的登录名').fill('ganshi');
  await inDialog(admin, '开通').click();
  await dialog(admin).getByText('这个登录名已有人使用').waitFor();
  await dialog(admin).getByLabel('叶知微的登录名').fill('叶知微');
  await inDialog(admin, '开通').click();
  await heading(admin, /登录信息/);
  faults.push(...(await accessibilityFaults(admin)));
  const saved = admin.waitForEvent('download');
  await button(admin, '保存为文件').click();
  const [slip] = await slips(admin);
  expect(await readFile(await (await saved).path(), 'utf8')).toContain(slip?.initialPassword);
  await button(admin, '完成').click();
  await rowOf(admin, '叶知微', '还没有登录过', '初始密码未改').waitFor();

  const page = await site.newPage(phone);
  await enter(page, { loginName: '叶知微', password: slip?.initialPassword ?? '' });
  await heading(page, /设置您的密码/);
  // Whatever address is opened, nothing else is.
  await page.goto(site.in('township', 'plans'));
  await heading(page, /设置您的密码/);
  for (const language of ['en', 'zh-CN'] as const) faults.push(...(await faultsIn(page, language)));
  await page.goto(site.address);
  await page.getByLabel('初始密码').fill(slip?.initialPassword ?? '');
  await page.getByLabel('新密码', { exact: true }).fill('my own password');
  await page.getByLabel('再次输入新密码').fill('my own password');
  await button(page, '保存并继续').click();
  await page.waitForURL(/\/home$/);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
  await admin.context().close();
}, 90_000);

it('several are given logins at once, on slips that print alone; one is reset, unlocked and withdrawn', async () => {
  const admin = await site.signIn('admin');
  await toLogins(admin, '?state=without');
  await rowOf(admin, '韩小雪').first().waitFor();
  for (const box of await admin.getByRole('checkbox', { name: '选择韩小雪' }).all()) await box.check();
  await button(admin, '为选中的 2 人开通').click();
  const faults = await faultsOfDialog(admin);
  await inDialog(admin, '开通').click();
  await heading(admin, /登录信息（2 人）/);
  const [first] = await slips(admin);
  expect((await slips(admin)).map(({ loginName }) => loginName)).toEqual(['韩小雪', '韩小雪2']);
  await admin.emulateMedia({ media: 'print' });
  expect(await button(admin, '完成').isVisible()).toBe(false);
  expect(await admin.getByText(first?.initialPassword ?? '').isVisible()).toBe(true);
  await admin.emulateMedia({ media: 'screen' });
  await button(admin, '完成').click();

  const stranger = await site.newPage(phone);
  for (let time = 1; time <= 5; time++) {
    await enter(stranger, { loginName: '韩小雪2', password: 'wrong' });
    await stranger.getByRole('alert').waitFor();
  }
  await stranger.getByText('账户已暂时锁定').waitFor();
  await toLogins(admin, '?search=韩小雪');
  const row = rowOf(admin, '韩小雪2');
  await row.getByText(/已锁定至/).waitFor();
  await row.getByRole('button', { name: /解除锁定/ }).click();
  await inDialog(admin, '解除锁定').click();
  await row.getByText(/已锁定至/).waitFor({ state: 'hidden' });

  await row.getByRole('button', { name: /重设密码/ }).click();
  faults.push(...(await faultsOfDialog(admin)));
  await inDialog(admin, '重设密码').click();
  await heading(admin, /登录信息（1 人）/);
  const [renewed] = await slips(admin);
  await enter(stranger, { loginName: '韩小雪2', password: renewed?.initialPassword ?? '' });
  await heading(stranger, /设置您的密码/);
  await button(admin, '完成').click();
  await row.getByRole('button', { name: /停\s*用/ }).click();
  await inDialog(admin, '停用').click();
  await rowOf(admin, '韩小雪', '未开通').waitFor();
  await stranger.reload();
  await stranger.locator('input[name=loginName]').waitFor();
  expect(faults).toEqual([]);
  await stranger.context().close();
  await admin.context().close();
}, 90_000);

it('the list reads well on a phone and in both languages, and says what to do when nobody fits', async () => {
  const page = await site.signIn('admin', { viewport: phone });
  const faults: string[] = [];
  for (const search of ['', '?search=没有这个人']) {
    for (const language of ['en', 'zh-CN'] as const) {
      await page.goto(site.in('township', `${loginsPage}${search}`));
      faults.push(...(await faultsIn(page, language)));
    }
  }
  await page.getByText('没有符合条件的人员').waitFor();
  // Whoever has a login has nothing to tick.
  await page.goto(site.in('township', `${loginsPage}?state=with`));
  await heading(page, /^登录账号$/);
  await page.getByText('林晓雨').waitFor();
  expect(await page.getByRole('checkbox').count()).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
}, 60_000);

it('whoever also serves in the county is left to its administrator', async () => {
  const page = await site.signIn('xiangguanli');
  await toLogins(page, '?search=唐双任');
  const row = rowOf(page, '唐双任', '由上级管理员办理');
  await row.waitFor();
  expect(await row.getByRole('button').count()).toBe(0);
  expect(await page.getByText('tangshuangren').count()).toBe(0);
  await page.context().close();
});

it('the administrator’s home names what must be set up next, and the person last without a login is given one there', async () => {
  const page = await site.signIn('xiangguanli');
  await page.getByText(/^花名册上有 \d+ 人还没有登录账号。$/).waitFor();
  // The calendar and the mail server are the county's to keep.
  expect(await page.getByRole('link', { name: /看工作日历|看邮件设置/ }).count()).toBe(0);
  await page.getByRole('link', { name: '去开通' }).click();
  await heading(page, /^登录账号$/);
  await page.getByRole('checkbox').first().waitFor();
  await page.getByRole('checkbox', { name: '全选' }).check();
  await page.getByRole('button', { name: /^为选中的/ }).click();
  await inDialog(page, '开通').click();
  await heading(page, /登录信息/);
  await page.goto(site.in('township', 'home'));
  await heading(page, /^人员$/);
  await rowOf(page, '周管理').first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.getByText('还需设置').count()).toBe(0);
  await page.context().close();

  const county = await site.signIn('admin', { viewport: phone });
  await county.getByText('2027 年的放假安排还没有录入').waitFor();
  await county.getByText('还没有设置邮件服务器').waitFor();
  const faults: string[] = [];
  for (const language of ['en', 'zh-CN'] as const) faults.push(...(await faultsIn(county, language)));
  expect(faults).toEqual([]);
  await county.context().close();
}, 60_000);
