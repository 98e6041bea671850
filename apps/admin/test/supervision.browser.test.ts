import type { Page } from 'playwright-core';
import { EnterDuty } from '../../server/src/capabilities/task/index.js';
import { TimerScheduler } from '../../server/src/engine/index.js';
import { newId } from '../../server/src/platform/ids.js';
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
  phone,
  press,
  publishTownshipPlan,
  rowOf,
  type Site,
} from './browser.js';

let site: Site;

/** On 10 April the first quarter's activity is late; the clerk answers by name for a report due in May. */
beforeAll(async () => {
  site = await openSite(at('2026-01-05', '10:00'));
  const { server, loaded, clock } = site;
  await publishTownshipPlan(site, 2026);
  clock.moveTo(at('2026-04-10', '10:00'));
  await server.app.get(TimerScheduler).runDue();
  const entered = await server.app.get(EnterDuty).run(loaded.actor('clerk', clock.now()), {
    committeeId: loaded.committeeId('township'),
    title: '撰写调研报告',
    category: 'research',
    dueOn: '2026-05-15',
    responsibleAccountId: loaded.accountId('clerk'),
    note: null,
    idempotencyKey: newId(),
  });
  if (!entered.ok) throw new Error('the duty was refused');
}, 60_000);

afterAll(() => site?.close());

/** The faults of a page for a clerk at a desk in Chinese and on a phone in English. */
async function faultsOf(path: string): Promise<string[]> {
  const faults: string[] = [];
  for (const [viewport, language] of [
    [desktop, 'zh-CN'],
    [phone, 'en'],
  ] as const) {
    const page = await site.signIn('ganshi', { viewport });
    await page.goto(path.startsWith('http') ? path : site.in('township', path));
    faults.push(...(await faultsIn(page, language)));
    await page.context().close();
  }
  return faults;
}

async function choose(page: Page, label: string, name: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.keyboard.type(name);
  // Enter takes what is offered at that moment: on a slow machine the roster may not be there yet.
  await page.locator('.ant-select-item-option', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
}

it('a leader issues a slip about a late duty, the clerk replies, the leader closes it; the register tells', async () => {
  const leader = await site.signIn('zhuren');
  await leader.goto(site.in('township', 'supervision'));
  await button(leader, '下发督办单').click();
  await dialog(leader).getByText('编号 督办〔2026〕1号，下达日期 4月10日(周五)。').waitFor();
  await confirm(leader, '下发');
  await leader.getByRole('link', { name: '督办〔2026〕1号：已下达' }).waitFor();
  // The next step is what the slip waits for.
  await rowOf(leader, '督办〔2026〕1号', '应于4月17日(周五)前反馈督办单').waitFor();
  // One open slip a duty.
  expect(await button(leader, '下发督办单').count()).toBe(0);

  const clerk = await site.signIn('ganshi');
  await clerk.goto(site.in('township', 'supervision/slips'));
  await rowOf(clerk, '督办〔2026〕1号', '许建章', '应于4月17日(周五)前反馈').waitFor();
  await clerk.getByRole('link', { name: /督办〔2026〕1号/ }).click();
  await heading(clerk, /督办单：委员活动/);
  await button(clerk, '反馈办理情况').click();
  await dialog(clerk).getByLabel('办理情况').fill('4月17日开展');
  await confirm(clerk, '反馈办理情况');
  await clerk.getByText('办理情况：4月17日开展').waitFor();
  const slipPage = clerk.url();

  await leader.goto(site.in('township', 'supervision'));
  await rowOf(leader, '督办〔2026〕1号：已反馈', '前由领导审定反馈').waitFor();
  await leader.goto(slipPage);
  await press(leader, '审定办结');
  await leader.getByText('审定办结', { exact: true }).waitFor();
  await leader.goto(site.in('township', 'supervision/slips'));
  await rowOf(leader, '督办〔2026〕1号', '已办结', '4月17日开展').waitFor();
  expect([
    ...(await faultsOf('supervision/slips')),
    ...(await faultsOf('supervision')),
    ...(await faultsOf(slipPage)),
  ]).toEqual([]);
}, 120_000);

it('a member asks for leave on a phone, the clerk grants it from the activity, and the member reads so', async () => {
  const clerk = await site.signIn('ganshi');
  await clerk
    .getByRole('link', { name: /委员活动/ })
    .first()
    .click();
  await button(clerk, '安排日期').click();
  await dialog(clerk).getByLabel('开展日期').fill('2026-04-28');
  await confirm(clerk, '安排日期');

  const member = await site.signIn('weiyuan3', { viewport: phone });
  await member
    .getByRole('link', { name: /委员活动/ })
    .first()
    .click();
  await button(member, '请假').click();
  await inDialog(member, '提交请假').click();
  await dialog(member).getByText('请选择缘由。').waitFor();
  await dialog(member).getByText('出差', { exact: true }).click();
  await confirm(member, '提交请假');
  await member.getByRole('heading', { name: '请假：待批' }).waitFor();
  expect(await member.locator('main').innerText()).not.toMatch(/逾期|督办/);
  expect(await faultsIn(member, 'zh-CN')).toEqual([]);

  await clerk.reload();
  await clerk.getByRole('link', { name: /^请假 · / }).click();
  await heading(clerk, /请假：委员活动/);
  await clerk.getByText('理由：出差').waitFor();
  await press(clerk, '批准');
  await member.reload();
  await member.getByRole('heading', { name: '请假：已准假' }).waitFor();
}, 120_000);

it('one’s duties go to another: seen first, then done, and listed', async () => {
  const page = await site.signIn('ganshi');
  await page.goto(site.in('township', `hand-over?from=${site.loaded.accountId('clerk')}`));
  await choose(page, '接收人', '许建章');
  await rowOf(page, '撰写调研报告').waitFor();
  await page.getByRole('heading', { name: '负责的事项 1 件' }).waitFor();
  await page.getByText('全部 1 项待办、负责的事项 1 件').waitFor();
  // Of no duty nothing goes along.
  await page.getByRole('checkbox', { name: /撰写调研报告/ }).uncheck();
  await page.getByText('所选 0 项待办').waitFor();
  expect(await button(page, '办理交接').isDisabled()).toBe(true);
  await page.getByRole('checkbox', { name: /撰写调研报告/ }).check();
  await button(page, '办理交接').click();
  await dialog(page).getByText('林晓雨 的全部 1 项待办、负责的事项 1 件，一并转给 许建章。').waitFor();
  await inDialog(page, '办理交接').click();
  await heading(page, /工作交接：林晓雨 → 许建章/);
  await page.getByText('已交接').first().waitFor();
  await page.goto(site.in('township', 'hand-over'));
  await rowOf(page, '林晓雨 → 许建章', '已交接', '全部').waitFor();
  await page.goto(
    site.in('township', `hand-over?from=${site.loaded.accountId('leader')}&to=${site.loaded.accountId('member-1')}`),
  );
  await page.getByText('陈小满是委员，没有担任工作人员或领导', { exact: false }).waitFor();
  expect(
    await faultsOf(`hand-over?from=${site.loaded.accountId('leader')}&to=${site.loaded.accountId('member-1')}`),
  ).toEqual([]);

  // Whoever ends an office is told what the person holds, and leads to the hand-over from there.
  await page.goto(site.in('township', 'settings/people?search=许建章'));
  await button(page, '离任：许建章').click();
  await dialog(page).getByText('许建章名下还有 1 项待办没有办完：办理 1 项。').waitFor();
  await dialog(page).getByRole('link', { name: '先办理交接' }).click();
  await rowOf(page, '撰写调研报告').waitFor({ state: 'detached' });
  await choose(page, '接收人', '林晓雨');
  await rowOf(page, '撰写调研报告').waitFor();
}, 90_000);

it('somebody stands in for another from a day on, and no longer once it is ended', async () => {
  const page = await site.signIn('ganshi');
  await page.goto(site.in('township', 'settings/stand-ins'));
  await button(page, '添加代办或委托').click();
  await inDialog(page, '保存').click();
  await dialog(page).getByText('请填写“外出的同志”。').waitFor();
  await choose(page, '外出的同志', '陈小满');
  await choose(page, '由谁代办', '刘谷雨');
  // A last day is asked for; that there is none is said.
  await inDialog(page, '保存').click();
  await dialog(page).getByText('请填写“结束日期”。').waitFor();
  await dialog(page).getByText('还不知道，到手动结束为止').click();
  await confirm(page, '保存');
  await rowOf(page, '刘谷雨 代 陈小满', '4月10日(周五)起，到手动结束为止', '进行中', '林晓雨').waitFor();
  const standIn = await site.signIn('weiyuan2');
  await standIn.getByRole('heading', { name: '您代陈小满办理：4月10日(周五)起，到结束代办为止' }).waitFor();
  await standIn.getByText('期间陈小满的提醒发给您', { exact: false }).waitFor();
  await standIn.close();
  expect(await faultsOf('settings/stand-ins')).toEqual([]);
  await page.getByRole('button', { name: '结束：刘谷雨' }).click();
  await confirm(page, '结束');
  await rowOf(page, '刘谷雨 代 陈小满', '已提前结束').waitFor();
}, 90_000);

it('the board shows what is late page by page; a page that has been worked off leads to the last one', async () => {
  const { server, loaded, clock } = site;
  for (let n = 1; n <= 55; n++) {
    await server.app.get(EnterDuty).run(loaded.actor('clerk', clock.now()), {
      committeeId: loaded.committeeId('township'),
      title: `补报材料${n}`,
      category: 'other',
      dueOn: '2026-04-13',
      responsibleAccountId: null,
      note: null,
      idempotencyKey: newId(),
    });
  }
  clock.moveTo(at('2026-04-15', '10:00'));
  const page = await site.signIn('zhuren');
  await page.goto(site.in('township', 'supervision'));
  const rows = page.getByRole('button', { name: /^催办：/ });
  const total = Number(/\d+/.exec(await page.getByText(/^共 \d+ 项$/).innerText()));
  expect(total).toBeGreaterThanOrEqual(55);
  expect(await rows.count()).toBe(50);
  await page.getByTitle('2', { exact: true }).click();
  await page.waitForURL(/page=2/);
  await page.goto(site.in('township', 'supervision?page=9'));
  await page.waitForURL(/page=2/);
  await rows.nth(total - 51).waitFor();
  expect(await rows.count()).toBe(total - 50);
  expect(await faultsOf('supervision?page=2')).toEqual([]);
}, 120_000);
