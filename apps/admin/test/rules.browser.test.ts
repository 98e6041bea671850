import type { Page } from 'playwright-core';
import { plainItem } from '../../server/src/scenarios/scenario.js';
import { accessibilityFaults } from './axe.js';
import {
  at,
  button,
  confirm,
  dialog,
  heading,
  inDialog,
  openSite,
  press,
  publishTownshipPlan,
  rowOf,
  type Site,
} from './browser.js';

let site: Site;

/** The township runs its plan of 2026, and the one of 2027 is published before anybody knows 2027's holidays. */
beforeAll(async () => {
  site = await openSite(at('2026-08-03', '10:00'));
  for (const year of [2026, 2027]) {
    await publishTownshipPlan(site, year, [
      {
        ...plainItem,
        title: '提案办理情况回头看',
        category: 'proposal',
        workflow: 'duty',
        participants: 'none',
        cadence: { kind: 'by', on: `${year}-10-31` },
      },
    ]);
  }
}, 60_000);

afterAll(() => site?.close());

/** Each manner of saying when, as a clerk chooses it, and the words the plan then shows. */
const manners: readonly [title: string, words: string, choose: (page: Page) => Promise<void>][] = [
  ['学习座谈', '每月', (page) => page.getByRole('radio', { name: '每月', exact: true }).check()],
  [
    '视察调研',
    '5月中旬',
    async (page) => {
      await page.getByRole('radio', { name: '某一时段' }).check();
      await page.getByLabel('时段', { exact: true }).fill('5月中旬');
      await page.keyboard.press('Enter');
      // Leaving the field closes its list.
      await page.getByLabel('工作内容').click();
    },
  ],
  [
    '重点提案督办',
    '10月底前',
    async (page) => {
      await page.getByRole('radio', { name: '某日前' }).check();
      await page.getByLabel('最晚日期').fill('2026-10-31');
    },
  ],
  [
    '企业走访',
    '9月1日至12月10日',
    async (page) => {
      await page.getByRole('radio', { name: '起止日期' }).check();
      await page.getByLabel('开始日期').fill('2026-09-01');
      await page.getByLabel('结束日期').fill('2026-12-10');
    },
  ],
  [
    '提案交办',
    '全会闭幕后20日内',
    async (page) => {
      await page.getByRole('radio', { name: '围绕某个日子' }).check();
      await page.getByLabel('最晚：数量').fill('20');
    },
  ],
  ['社情民意', '每月25日', (page) => page.getByRole('radio', { name: '重复规则' }).check()],
  [
    '委员活动',
    '每季度至少两次',
    async (page) => {
      await page.getByLabel('按原话填写').fill('每季度至少两次');
      await button(page, '识别').click();
    },
  ],
];

it('a clerk enters an item by each manner of saying when, sees what was understood, and finds it in the plan', async () => {
  const page = await site.signIn('songping');
  await page.goto(site.in('sibling', 'plans'));
  await button(page, '新建年度计划').click();
  await dialog(page).getByLabel('年度', { exact: true }).fill('2026');
  await dialog(page).getByRole('button', { name: /^新建/ }).click();
  await heading(page, /2026/);
  const faults: string[] = [];
  for (const [title, words, choose] of manners) {
    await button(page, '添加工作项').click();
    await page.getByLabel('工作内容').fill(title);
    await choose(page);
    await page.getByLabel('系统的理解').getByText(words).waitFor();
    faults.push(...(await accessibilityFaults(page)));
    await confirm(page, '保存');
    await rowOf(page, title, words).waitFor();
  }
  expect(faults).toEqual([]);
}, 120_000);

it('an amendment shows what moves before it is published, and stands in the history afterwards', async () => {
  const page = await site.signIn('ganshi');
  await page.goto(site.in('township', 'plans'));
  await page.getByRole('link', { name: /2026年工作计划/ }).click();
  await heading(page, /2026年工作计划/);
  await press(page, '调整计划');
  await button(page, '修改工作项：社会保障情况视察调研').click();
  await page.getByRole('radio', { name: '某日前' }).check();
  await page.getByLabel('最晚日期').fill('2026-11-30');
  await confirm(page, '保存');

  await button(page, '查看变动并发布').click();
  await heading(page, /变动一览/);
  await rowOf(page, '社会保障情况视察调研', '日期变动', '12月31日(周四)', '11月30日(周一)').waitFor();
  expect(await rowOf(page, '社会保障情况视察调研').count()).toBe(1);
  expect(await accessibilityFaults(page)).toEqual([]);

  await button(page, '发布调整').click();
  await dialog(page).getByLabel('理由').fill('县里要求提前');
  await inDialog(page, '发布调整').click();
  await heading(page, /2026年工作计划/);
  await page.getByText('第 2 次发布(调整)').waitFor();
  await page.getByText('调整理由：县里要求提前').waitFor();
  await rowOf(page, '社会保障情况视察调研', '11月30日(周一)').first().waitFor();
}, 90_000);

it('an invented notice for 2027 moves exactly the dates it should, listed before it is entered', async () => {
  const page = await site.signIn('admin');
  await page.goto(site.in('county', 'settings/calendar?year=2027'));
  await page.getByText('2027 年放假安排尚未录入').waitFor();
  await page.getByRole('link', { name: '录入放假安排' }).click();
  await heading(page, /录入 2027 年/);
  // 国庆节 30 September to 7 October; Saturday 30 October is worked for it. The other statutory days stand there already.
  await page.getByLabel('第一天(第 7 行)').fill('2027-09-30');
  await page.getByLabel('最后一天(第 7 行)').fill('2027-10-07');
  await button(page, '添加一个上班日').click();
  await page.getByLabel('为哪个节日调休(第 1 行)').fill('国庆节');
  await page.getByLabel('上班日期(第 1 行)').fill('2027-10-30');
  await button(page, '预览变动').click();

  await page.getByText('10月30日(周六) 改为上班(国庆节)').waitFor();
  await rowOf(page, '委员活动', '三季度', '日期变动', '9月30日(周四)', '9月29日(周三)').waitFor();
  await rowOf(page, '提案办理情况回头看', '日期变动', '10月29日(周五)', '10月30日(周六)').waitFor();
  expect(await rowOf(page, '日期变动').count()).toBe(2);
  // Every other date of the year was provisional and is so no longer.
  expect(await rowOf(page, '由暂定转为确定').count()).toBe(5);
  expect(await accessibilityFaults(page)).toEqual([]);

  await button(page, '确认录入 2027 年').click();
  await heading(page, /2027 年工作日历/);
  await page.getByText('已公布').waitFor();
  const clerk = await site.signIn('ganshi');
  await clerk.goto(site.in('township', 'plans'));
  await clerk.getByRole('link', { name: /2027年工作计划/ }).click();
  await rowOf(clerk, '委员活动', '三季度', '9月29日(周三)').first().waitFor();
  expect(await clerk.getByText('暂定', { exact: true }).count()).toBe(0);
}, 90_000);

it('taken back after a look, the notice leaves every date as it was, and who did what stays on the page', async () => {
  const page = await site.signIn('admin');
  await page.goto(site.in('county', 'settings/calendar?year=2027'));
  await button(page, '撤回放假安排').click();
  await dialog(page).getByText('2027 年恢复为暂定').waitFor();
  await rowOf(page, '委员活动', '三季度', '日期变动', '9月29日(周三)', '9月30日(周四)').waitFor();
  expect(await rowOf(page, '日期变动').count()).toBe(2);
  expect(await rowOf(page, '由确定转为暂定').count()).toBe(5);
  expect(await accessibilityFaults(page)).toEqual([]);

  // While she looks, somebody else takes it back: she is told, and there is nothing left to take back.
  const other = await site.signIn('admin');
  await other.goto(site.in('county', 'settings/calendar?year=2027'));
  await button(other, '撤回放假安排').click();
  await dialog(other).getByText('2027 年恢复为暂定').waitFor();
  await confirm(other, '撤回放假安排');
  await other.getByText('2027 年放假安排尚未录入').waitFor();
  await other.getByText(/8月3日\(周一\)，.+撤回。/).waitFor();
  expect(await button(other, '撤回放假安排').count()).toBe(0);
  await inDialog(page, '撤回放假安排').click();
  await dialog(page).getByText('这项内容在您打开之后有了改动').waitFor();
  await button(dialog(page), '载入最新内容').click();
  await dialog(page).getByText('这一年没有录入过放假安排').waitFor();

  const clerk = await site.signIn('ganshi');
  await clerk.goto(site.in('township', 'plans'));
  await clerk.getByRole('link', { name: /2027年工作计划/ }).click();
  await rowOf(clerk, '委员活动', '三季度', '9月30日(周四)').first().waitFor();
}, 90_000);
