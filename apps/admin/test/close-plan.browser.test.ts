import { plainItem } from '../../server/src/scenarios/scenario.js';
import { accessibilityFaults } from './axe.js';
import {
  at,
  button,
  confirm,
  faultsIn,
  heading,
  openSite,
  phone,
  publishTownshipPlan,
  rowOf,
  type Site,
} from './browser.js';

let site: Site;

/** The township's plan of 2026, of which nothing was recorded; its clerk ends the year. */
beforeAll(async () => {
  site = await openSite(at('2026-01-05', '10:00'));
  await publishTownshipPlan(site, 2026, [
    {
      ...plainItem,
      title: '编印委员风采',
      category: 'other',
      workflow: 'duty',
      participants: 'none',
      responsible: 'clerk',
      cadence: { kind: 'by', on: '2026-09-30' },
    },
  ]);
  site.clock.moveTo(at('2026-12-28', '10:00'));
}, 60_000);

afterAll(() => site?.close());

it('a clerk closes the year with what was not done and why, and the plan says so afterwards', async () => {
  const page = await site.signIn('ganshi');
  await page.goto(site.in('township', 'plans'));
  await page.getByRole('link', { name: /2026年(度)?工作计划/ }).click();
  await button(page, '结束计划').click();
  await heading(page, /2026 年计划结束/);
  expect([...(await faultsIn(page, 'en')), ...(await faultsIn(page, 'zh-CN'))]).toEqual([]);

  // Without reasons it is not asked about; what is missing is marked.
  await button(page, '结束计划').click();
  await page.getByText('请写明原因。').first().waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByLabel('未办原因：编印委员风采').fill('经费未落实，转入下年');
  await page.getByLabel('相同原因').fill('条件不具备，转入下年');
  await page.getByRole('button', { name: /填入没写原因的/ }).click();
  await page.getByText('每项都写了原因，可以结束。').waitFor();
  await button(page, '结束计划').click();
  await page.getByRole('dialog').getByLabel('说明').fill('经主任会议研究同意');
  expect(await accessibilityFaults(page)).toEqual([]);
  await confirm(page, '确认结束');
  await rowOf(page, '编印委员风采', '经费未落实，转入下年', '林晓雨').waitFor();
  expect(await page.getByLabel(/^未办原因：/).count()).toBe(0);

  await page.getByRole('link', { name: /2026年(度)?工作计划/ }).click();
  await rowOf(page, '委员活动', '条件不具备，转入下年').first().waitFor();
  await page.getByText('经主任会议研究同意').first().waitFor();
  expect(await button(page, '结束计划').count()).toBe(0);
  const reader = await site.signIn('ganshi', { viewport: phone });
  await reader.goto(page.url());
  await reader.getByText('经费未落实，转入下年').waitFor();
  expect(await faultsIn(reader, 'zh-CN')).toEqual([]);
}, 120_000);
