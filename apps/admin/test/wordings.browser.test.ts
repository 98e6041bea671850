import { accessibilityFaults } from './axe.js';
import {
  at,
  button,
  confirm,
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

it('a clerk puts a reminder into her own words: what is wrong is named, a person’s mail shows how it reads', async () => {
  const page = await site.signIn('ganshi');
  await page.goto(site.in('township', 'settings'));
  await page.getByRole('link', { name: '提醒用语' }).click();
  await heading(page, /^提醒用语/);
  const row = rowOf(page, '临期提醒', '{{事项}}，{{期限}}前，时间已近。');
  await button(row, '修改').click();
  const words = dialog(page).getByLabel('用语', { exact: true });
  await words.fill('请抓紧{{事项}}。');
  await dialog(page).getByText('缺少空位 {{期限}}，请补上。').waitFor();
  expect(await inDialog(page, '保存').isDisabled()).toBe(true);
  await button(dialog(page), '{{期限}}').click();
  await dialog(page)
    .getByText(/请抓紧.*。3月\d+日/)
    .waitFor();
  await words.fill('工委提示：{{事项}}请于{{期限}}前办好。');
  await dialog(page)
    .getByText(/工委提示：.*请于.*前办好。/)
    .nth(1)
    .waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await confirm(page, '保存');
  await rowOf(page, '临期提醒', '工委提示', '本单位用语', '林晓雨').waitFor();

  await button(rowOf(page, '临期提醒', '诚请您于{{期限}}前提交'), '修改').click();
  await words.fill('{{事项}}将逾期，{{期限}}。');
  await dialog(page).getByText('对委员不用“逾期”这样的字眼').waitFor();
  await button(dialog(page), '取消').click();
  expect(await faultsIn(page, 'zh-CN')).toEqual([]);
  await page.setViewportSize(phone);
  expect(await faultsIn(page, 'en')).toEqual([]);
  await page.context().close();
}, 60_000);
