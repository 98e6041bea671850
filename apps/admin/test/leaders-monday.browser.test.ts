import type { Page } from 'playwright-core';
import { EnterDuty } from '../../server/src/capabilities/task/index.js';
import { newId } from '../../server/src/platform/ids.js';
import { plainItem } from '../../server/src/scenarios/scenario.js';
import { inTownship } from './arranged-activity.js';
import {
  at,
  confirm,
  dialog,
  heading,
  letTimePass,
  openSite,
  publishTownshipPlan,
  rowOf,
  type Site,
} from './browser.js';

let site: Site;
let leader: Page;

/**
 * Monday 13 April 2026: the first quarter's activity is late, so is a report that the clerk answers for by name;
 * a look-back is due next week.
 */
beforeAll(async () => {
  site = await openSite(at('2026-01-05', '10:00'));
  const { server, loaded, clock } = site;
  await publishTownshipPlan(site, 2026, [
    {
      ...plainItem,
      title: '提案办理情况回头看',
      category: 'proposal',
      workflow: 'duty',
      participants: 'none',
      cadence: { kind: 'by', on: '2026-04-22' },
    },
  ]);
  await inTownship(site, (tx) =>
    tx.query(`update account set phone = '0000-5550123' where id = $1`, [loaded.accountId('clerk')]),
  );
  const entered = await server.app.get(EnterDuty).run(loaded.actor('clerk', clock.now()), {
    committeeId: loaded.committeeId('township'),
    title: '撰写调研报告',
    category: 'research',
    dueOn: '2026-04-03',
    responsibleAccountId: loaded.accountId('clerk'),
    note: null,
    idempotencyKey: newId(),
  });
  if (!entered.ok) throw new Error('the duty was refused');
  await letTimePass(site, at('2026-04-13', '08:30'));
  leader = await site.signIn('zhuren');
}, 90_000);

afterAll(() => site?.close());

it('the first page says what is late and who holds it, and leads to the board', async () => {
  await heading(leader, /有 2 件逾期/);
  await rowOf(leader, '委员活动', '林晓雨').first().waitFor();
  await rowOf(leader, '撰写调研报告', '林晓雨').first().waitFor();
  await leader.getByRole('link', { name: '全部逾期事项' }).click();
  await heading(leader, /督办/);
  await leader.getByRole('heading', { name: '2 项逾期' }).waitFor();
  await rowOf(leader, '委员活动', '询问工作人员').waitFor();
}, 60_000);

it('he urges: whom to call, what to say and when they last heard stand before him', async () => {
  await rowOf(leader, '撰写调研报告').getByRole('button', { name: /催办/ }).click();
  const call = dialog(leader).getByRole('region', { name: '打电话催办' });
  await call.getByText(/我是云岭乡政协工委的许建章。“撰写调研报告”已过期限/).waitFor();
  await call.getByText(/最近联系：\d+月\d+日/).waitFor();
  expect(await call.getByRole('link', { name: '0000-5550123' }).getAttribute('href')).toBe('tel:0000-5550123');
  await confirm(leader, '发送催办');
  await rowOf(leader, '撰写调研报告', '催办 1 次').waitFor();
}, 60_000);

it('he issues a slip about the one, and lets the other rest with a reason', async () => {
  await rowOf(leader, '委员活动')
    .getByRole('button', { name: /下发督办单/ })
    .click();
  await confirm(leader, '下发');
  await rowOf(leader, '委员活动', '督办〔2026〕1号：已下达').waitFor();

  await rowOf(leader, '撰写调研报告').getByRole('button', { name: /暂停/ }).click();
  await dialog(leader).getByRole('textbox').fill('等县里统一口径');
  await confirm(leader, '暂停');
  await leader.getByRole('heading', { name: '1 项逾期' }).waitFor();
  await rowOf(leader, '撰写调研报告', '等县里统一口径').waitFor();
}, 60_000);

it('he sees what next week holds and how far the plan is', async () => {
  await leader.getByRole('link', { name: '日程' }).click();
  await leader.getByRole('cell', { name: /^4月22日.*截止\s*提案办理情况回头看/ }).waitFor();

  await leader.getByRole('link', { name: '年度计划' }).first().click();
  await leader.getByRole('link', { name: /2026年工作计划/ }).click();
  await heading(leader, /2026年工作计划/);
  await leader.getByRole('heading', { name: '排程与进展' }).waitFor();
  await rowOf(leader, '委员活动', '一季度', '待安排').waitFor();
  await rowOf(leader, '提案办理情况回头看', '4月22日').first().waitFor();
  expect(site.foreign).toEqual([]);
}, 60_000);
