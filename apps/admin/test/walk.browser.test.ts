import type { Page } from 'playwright-core';
import { Doors } from '../../server/src/platform/database/doors.js';
import {
  at,
  confirm,
  desktop,
  draftTownshipPlan,
  faultsIn,
  heading,
  letTimePass,
  openSite,
  phone,
  press,
  type Site,
} from './browser.js';

let site: Site;

beforeAll(async () => {
  site = await openSite(at('2026-08-03', '10:00'));
  await draftTownshipPlan(site, 2026);
}, 60_000);

afterAll(() => site?.close());

/** Signs a person in on a fresh browser and lets them work. */
async function as(loginName: string, viewport: typeof desktop, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await site.signIn(loginName, { viewport });
  await work(page);
  await page.context().close();
}

async function openPlan(page: Page): Promise<void> {
  await page.goto(site.in('township', 'plans'));
  await page
    .getByRole('link', { name: /2026年工作计划/ })
    .first()
    .click();
  await heading(page, /2026年工作计划/);
}

async function ask(sql: string, parameters: unknown[]): Promise<Record<string, number>> {
  const [row] = await site.server.app
    .get(Doors)
    .inTenant(site.loaded.tenants(), (tx) => tx.query<Record<string, number>>(sql, parameters));
  return row ?? {};
}

describe('a plan becomes a duty, a reminder, an escalation, an urging, and is done', () => {
  it('staff rehearses and submits, the leader approves, staff publishes', async () => {
    await as('ganshi', desktop, async (page) => {
      await openPlan(page);
      await page.getByRole('button', { name: '全年排程预览' }).first().click();
      await heading(page, /排程预览/);
      await openPlan(page);
      await press(page, '提交审批');
    });
    await as('zhuren', desktop, async (page) => {
      await openPlan(page);
      await press(page, '批准');
    });
    await as('ganshi', desktop, async (page) => {
      await openPlan(page);
      await press(page, '发布');
      await page.getByText('已发布').first().waitFor();
    });
    const { tasks, timers } = await ask(
      `select (select count(*) from task where kind = 'contribute' and status = 'open') as tasks,
         (select count(*) from timer where kind = 'ladder') as timers`,
      [],
    );
    expect(tasks).toBe(12);
    expect(timers).toBeGreaterThanOrEqual(12);
  }, 90_000);

  it('the leader sees what is overdue and that the clerk was asked before, and urges', async () => {
    await letTimePass(site, at('2026-12-16', '10:00'));
    await as('zhuren', desktop, async (page) => {
      await page.goto(site.in('township', 'supervision'));
      await page.getByText('陈小满').first().waitFor();
      await page
        .getByRole('checkbox', { name: /陈小满/ })
        .first()
        .check();
      await page.getByRole('button', { name: /^催办所选/ }).click();
      // What the member heard last; that the clerk was asked since is not theirs.
      await page
        .getByRole('dialog')
        .getByText(/最近联系：12月10日.*站内，当日提醒/)
        .waitFor();
      await confirm(page, '发送催办');
      await page
        .getByText(/催办 1 次/)
        .first()
        .waitFor();
    });
    const told = await ask(
      `select (select count(*) from notice where form = 'escalation') as escalations,
         (select count(*) from notice where form = 'urging' and account_id = $1) as urgings,
         (select count(*) from reminder e where form = 'escalation' and not exists (select from reminder a
            where a.task_id = e.task_id and a.form = 'ask-record' and a.on_date < e.on_date)) as unasked`,
      [site.loaded.accountId('member-1')],
    );
    expect(told.escalations).toBeGreaterThan(0);
    expect(told).toMatchObject({ urgings: 1, unasked: 0 });
  }, 90_000);

  it('the member sees the notice on a phone, records both proposals, and the reminders stop', async () => {
    await as('weiyuan1', phone, async (page) => {
      await page
        .getByText(/温馨提示/)
        .first()
        .waitFor();
      // A member is honoured: no word of lateness, of supervision, no red light.
      expect(await page.locator('body').innerText()).not.toMatch(/逾期|督办|红灯/);
      for (const progress of ['1/2', null]) {
        await page.getByRole('button', { name: '我已提交一件' }).first().click();
        await page.getByRole('dialog').locator('button.ant-btn-primary').click();
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
        if (progress === null) await page.getByRole('button', { name: '我已提交一件' }).waitFor({ state: 'hidden' });
        else await page.getByText(progress).first().waitFor();
      }
    });
    const after = await ask(
      `select (select count(*) from timer m join task t on t.id = m.subject_id where t.holder_account_id = $1 and t.kind = 'contribute') as timers,
         (select count(*) from task where holder_account_id = $1 and kind = 'contribute' and status = 'done') as done,
         (select count(*) from reminder r join task t on t.id = r.task_id
            where t.holder_account_id = $1 and t.kind = 'contribute' and r.recorded_at > t.recorded_at and r.outcome = 'sent') as after_done`,
      [site.loaded.accountId('member-1')],
    );
    expect(after).toEqual({ timers: 0, done: 1, after_done: 0 });
  }, 90_000);

  it('every screen stands without accessibility faults, in both languages and sizes, and asks nothing of the outside', async () => {
    const faults: string[] = [];
    for (const [viewport, language] of [
      [desktop, 'zh-CN'],
      [phone, 'en'],
    ] as const) {
      await as('ganshi', viewport, async (page) => {
        for (const screen of ['home', 'plans', 'tasks', 'supervision', 'reminders', 'inbox']) {
          await page.goto(site.in('township', screen));
          faults.push(...(await faultsIn(page, language)));
        }
      });
    }
    expect(faults).toEqual([]);
    expect(site.foreign).toEqual([]);
  }, 120_000);
});
