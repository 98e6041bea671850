import { Doors } from '../../server/src/platform/database/doors.js';
import { plainItem } from '../../server/src/scenarios/scenario.js';
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

/** The township ran its plan of 2026; in December its clerk begins 2027. */
beforeAll(async () => {
  site = await openSite(at('2026-12-01', '10:00'));
  await publishTownshipPlan(site, 2026, [
    {
      ...plainItem,
      title: '2026年春节前走访慰问',
      category: 'welfare',
      workflow: 'duty',
      participants: 'none',
      cadence: { kind: 'by', on: '2026-02-10' },
    },
  ]);
}, 60_000);

afterAll(() => site?.close());

it('a clerk starts next year’s plan from this year’s and sees first what changes', async () => {
  const page = await site.signIn('ganshi');
  await page.goto(site.in('township', 'plans'));
  await button(page, '新建年度计划').click();
  await dialog(page).getByLabel('从哪里开始').click();
  await page.getByTitle('以“云岭乡政协工委2026年工作计划”为底稿').click();
  await inDialog(page, '预览 2027 年底稿').click();
  await heading(page, /以 2026 年计划为底稿/);
  await rowOf(page, '2027年春节前走访慰问', '随春节移动').waitFor();
  await page.getByText('放假安排尚未公布').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole('checkbox', { name: '列入“社会保障情况视察调研”' }).uncheck();
  await page.getByText('已勾选 3 项').waitFor();
  await button(page, '生成 2027 年计划草稿').click();
  await heading(page, /2027年度工作计划/);
  await rowOf(page, '2027年春节前走访慰问', '春节前7日').first().waitFor();
  expect(await rowOf(page, '社会保障情况视察调研').count()).toBe(0);
}, 90_000);

const report = [
  '一、2025年工作回顾',
  '全年共收到提案83件,比上年增加77%,立案81件。',
  '9月8日,组织委员视察供水工程。',
  '二、明年工作打算',
  '组织视察4次。',
].join('\n');

it('a clerk puts last year on record from its report, passage beside finding, and takes one back', async () => {
  const page = await site.signIn('ganshi');
  await page.goto(site.in('township', 'plans'));
  await button(page, '补录往年实绩').click();
  await heading(page, /2025 年实绩补录/);
  await page.getByLabel('粘贴原文').fill(report);
  await button(page, '读取').click();
  await page.getByText('读出 4 条').waitFor();
  await page.getByRole('blockquote').filter({ hasText: '视察供水工程' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole('checkbox', { name: '登记：收到提案', exact: true }).check();
  await button(page, '修改：组织委员视察供水工程').click();
  await page.getByLabel('参加人数').fill('21');
  await page.getByText('已勾选 2 条').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await button(page, '登记勾选的内容').click();
  await rowOf(page, '收到提案', '83 件', '2025年工作汇报', '林晓雨').waitFor();
  await rowOf(page, '视察供水工程', '9月8日', '21 人参加').waitFor();

  await button(page, '撤回“收到提案”').click();
  await confirm(page, '撤回');
  await rowOf(page, '收到提案', '83 件').waitFor({ state: 'detached' });
  expect(await rowOf(page, '视察供水工程').count()).toBe(1);
  expect(await faultsIn(page, 'zh-CN')).toEqual([]);
}, 90_000);

it('the record reads well on a phone and in English', async () => {
  const clerk = await site.signIn('ganshi', { viewport: phone });
  await clerk.goto(site.in('township', 'years/2025'));
  await clerk.getByLabel('粘贴原文').fill(report);
  await button(clerk, '读取').click();
  await clerk.getByText('读出 4 条').waitFor();
  await button(clerk, '修改：收到提案').click();
  const width = await clerk.evaluate(() => document.documentElement.scrollWidth);
  expect({ width, faults: await accessibilityFaults(clerk) }).toEqual({ width: phone.width, faults: [] });
  expect([...(await faultsIn(clerk, 'zh-CN')), ...(await faultsIn(clerk, 'en'))]).toEqual([]);
}, 90_000);

it('the preview reads well on a phone and in English', async () => {
  const clerk = await site.signIn('ganshi', { viewport: phone });
  const [plan] = await site.server.app
    .get(Doors)
    .inTenant(site.loaded.tenants(), (tx) =>
      tx.query<{ id: string }>('select id from plan where committee_id = $1 and year = 2026', [
        site.loaded.committeeId('township'),
      ]),
    );
  await clerk.goto(site.in('township', `plans/${plan?.id}/copy/2028`));
  expect([...(await faultsIn(clerk, 'zh-CN')), ...(await faultsIn(clerk, 'en'))]).toEqual([]);
}, 90_000);
