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
  rowOf,
  type Site,
} from './browser.js';

let site: Site;
beforeAll(async () => {
  site = await openSite(at('2026-08-03', '10:00'));
}, 60_000);
afterAll(() => site?.close());

const EDITOR = 'settings/rules/edit';

it('a clerk changes a ladder and the lights: what misleads is named at its row, the trial shows the dates, the version what changed', async () => {
  const page = await site.signIn('ganshi');
  await page.goto(site.in('township', EDITOR));
  await heading(page, /修改提醒方案/);
  // The third rung of the general ladder, 7 working days, onto the day of the second.
  await page.getByLabel('天数(第 3 行)').first().fill('15');
  await page.getByText('这一天已有一步').waitFor();
  await page.getByText('还有 1 处待改').waitFor();
  expect(await button(page, '另存为新版本').isDisabled()).toBe(true);
  await page.getByLabel('天数(第 3 行)').first().fill('10');
  // Asked the day after the date and given two days, the staff may still answer when this would tell the leader.
  await page.getByLabel('天数(第 8 行)').first().fill('2');
  await page.getByText('这一天领导还收不到').waitFor();
  expect(await button(page, '另存为新版本').isDisabled()).toBe(true);
  await page.getByLabel('天数(第 8 行)').first().fill('3');
  await page.getByText('还有 1 处待改').waitFor({ state: 'detached' });
  await page.getByLabel('到期日期').fill('2026-09-30');
  // Ten working days before 30 September 2026, over 中秋节 and the worked Sunday.
  await page.getByText('9月16日(周三) 09:00').waitFor();
  await button(page, '蓝、橙、红').click();
  await page.getByText('改动 2 处').waitFor();

  await button(page, '另存为新版本').click();
  await dialog(page).getByText('去掉 提前 7 个工作日 承担人').waitFor();
  await dialog(page).getByText('增加 提前 10 个工作日 承担人').waitFor();
  await confirm(page, '另存为新版本');
  await heading(page, /^提醒方案与期限/);
  await rowOf(page, '第 2 版', '现行', '林晓雨', '改动 2 处').waitFor();
}, 60_000);

it('of two who write at once the second chooses, sees the other’s version in what would change, and loses nothing', async () => {
  const [first, second] = [await site.signIn('ganshi'), await site.signIn('ganshi')];
  for (const page of [first, second]) {
    await page.goto(site.in('township', EDITOR));
    await heading(page, /修改提醒方案/);
  }
  await first.getByLabel('活动后提交报告').fill('20');
  await button(first, '另存为新版本').click();
  await confirm(first, '另存为新版本');

  await second.getByLabel('部门反馈').fill('30');
  await button(second, '另存为新版本').click();
  await inDialog(second, '另存为新版本').click();
  await dialog(second).getByText('这项内容在您打开之后有了改动').waitFor();
  await inDialog(second, '继续填写').click();
  // Against the other's version, 20 days would go back to 15: it is said before it is written.
  await dialog(second).getByText('20 个工作日 → 15 个工作日').waitFor();
  await dialog(second).getByText('40 个工作日 → 30 个工作日').waitFor();
  await inDialog(second, '取消').click();
  await second.getByLabel('活动后提交报告').fill('20');
  await second.getByText('改动 1 处').waitFor();
  await button(second, '另存为新版本').click();
  await confirm(second, '另存为新版本');
  await rowOf(second, '现行', '改动 1 处').waitFor();
}, 60_000);

it('a ladder of its own for members’ reports is added, and pressing members is refused', async () => {
  const page = await site.signIn('ganshi');
  await page.goto(site.in('township', EDITOR));
  await heading(page, /修改提醒方案/);
  await page.getByText('单设一个方案').click();
  await page.getByLabel('哪一种任务').click();
  await page.keyboard.type('撰写报告');
  await page.keyboard.press('Enter');
  await page.getByLabel('谁承担').click();
  await page.getByTitle('委员', { exact: true }).last().click();
  await page.getByLabel('从哪个方案抄起').click();
  await page.getByTitle('从“领导”抄起').click();
  await button(page, '添加').click();
  await page.getByText('委员过了期限不再提醒').waitFor();
  await button(page, '去掉(第 4 行)').click();
  await page.getByText('改动 1 处').waitFor();
  expect(await page.getByText('委员过了期限不再提醒').count()).toBe(0);
}, 60_000);

it('the editor and the versions are readable by everybody', async () => {
  const faults: string[] = [];
  const page = await site.signIn('ganshi');
  const handheld = await site.signIn('ganshi', { viewport: phone });
  for (const path of [EDITOR, 'settings/rules']) {
    await page.goto(site.in('township', path));
    faults.push(...(await faultsIn(page, 'zh-CN')));
    await handheld.goto(site.in('township', path));
    faults.push(...(await faultsIn(handheld, 'en')));
  }
  expect(faults).toEqual([]);
}, 60_000);
