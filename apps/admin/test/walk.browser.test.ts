import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { instantIn } from '@xushi/domain';
import { createTestDatabase } from '@xushi/testkit';
import { type Browser, chromium, type Page } from 'playwright-core';
import { bootServer, type RunningServer } from '../../server/src/boot.js';
import { TimerScheduler } from '../../server/src/engine/index.js';
import { MovableClock } from '../../server/src/platform/clock/clock.js';
import { Doors } from '../../server/src/platform/database/doors.js';
import { draftPlan, type LoadedScenario, loadScenario } from '../../server/src/scenarios/load-scenario.js';
import { townshipScenario } from '../../server/src/scenarios/township.js';
import { accessibilityFaults } from './axe.js';

const PASSWORD = 'walk-through';
const at = (date: string, time: string) => instantIn('Asia/Shanghai', Temporal.PlainDate.from(date), time);
const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let server: RunningServer;
let clock: MovableClock;
let loaded: LoadedScenario;
let browser: Browser;
let address: string;
const foreign: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  clock = new MovableClock(at('2026-08-03', '10:00'));
  const adminFolder = join(process.cwd(), 'apps/admin/dist');
  server = await bootServer({ databaseUrl: database.url, clock, adminFolder, roles: ['api'] });
  loaded = await loadScenario(server.app, townshipScenario, { password: PASSWORD, officeFrom: '2025-01-01' });
  const [plan] = townshipScenario.plans;
  if (plan === undefined) throw new Error('the scenario has no plan');
  await draftPlan(server.app, loaded, plan, { clerk: 'clerk', year: 2026, now: clock.now() });
  await server.app.listen(0, '127.0.0.1');
  address = `http://127.0.0.1:${(server.app.getHttpServer().address() as AddressInfo).port}`;
  browser = await chromium.launch({
    executablePath: process.env.XUSHI_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await database?.drop();
});

/** Signs a person in on a fresh browser and lets them work; every request that would leave the machine is noted. */
async function as(loginName: string, viewport: typeof desktop, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  await page.goto(address);
  await page.locator('input[name=loginName]').fill(loginName);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/\/c\//);
  await work(page);
  await context.close();
}

/** antd sets a space between the two characters of a short button. */
const named = (label: string) => new RegExp(`^${[...label].join('\\s*')}$`);

async function takeAction(page: Page, label: string): Promise<void> {
  await page
    .getByRole('button', { name: named(label) })
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: named(label) })
    .click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function openPlan(page: Page): Promise<void> {
  await page.goto(`${address}/c/${loaded.committeeId('township')}/plans`);
  await page
    .getByRole('link', { name: /2026年工作计划/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: /2026年工作计划/ }).waitFor();
}

/** Due timers fire as they would on a running server, moment by moment, up to an instant. */
async function letTimePass(until: Temporal.Instant): Promise<void> {
  const scheduler = server.app.get(TimerScheduler);
  for (let next = await scheduler.runDue(); next !== null && Temporal.Instant.compare(next, until) < 0; ) {
    clock.moveTo(next);
    next = await scheduler.runDue();
  }
  clock.moveTo(until);
}

async function ask(sql: string, parameters: unknown[]): Promise<Record<string, number>> {
  const [row] = await server.app
    .get(Doors)
    .inTenant(loaded.tenants(), (tx) => tx.query<Record<string, number>>(sql, parameters));
  return row ?? {};
}

describe('a plan becomes a duty, a reminder, an escalation, an urging, and is done', () => {
  it('staff rehearses and submits, the leader approves, staff publishes', async () => {
    await as('ganshi', desktop, async (page) => {
      await openPlan(page);
      await page.getByRole('button', { name: '全年排程预览' }).first().click();
      await page.getByRole('heading', { level: 1, name: /排程预览/ }).waitFor();
      await openPlan(page);
      await takeAction(page, '提交审批');
    });
    await as('zhuren', desktop, async (page) => {
      await openPlan(page);
      await takeAction(page, '批准');
    });
    await as('ganshi', desktop, async (page) => {
      await openPlan(page);
      await takeAction(page, '发布');
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
    await letTimePass(at('2026-12-16', '10:00'));
    await as('zhuren', desktop, async (page) => {
      await page.goto(`${address}/c/${loaded.committeeId('township')}/supervision`);
      await page.getByText('陈小满').first().waitFor();
      await page
        .getByRole('checkbox', { name: /陈小满/ })
        .first()
        .check();
      await page.getByRole('button', { name: /^催办所选/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: '发送催办' }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
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
      [loaded.accountId('member-1')],
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
      [loaded.accountId('member-1')],
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
        await page.evaluate((chosen) => localStorage.setItem('xushi.language', chosen), language);
        for (const screen of ['home', 'plans', 'tasks', 'supervision', 'reminders', 'inbox']) {
          await page.goto(`${address}/c/${loaded.committeeId('township')}/${screen}`);
          await page.getByRole('heading', { level: 1 }).waitFor();
          await page.waitForLoadState('networkidle');
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          if (width > viewport.width) faults.push(`${screen} ${language}: ${width} px wide on ${viewport.width}`);
          for (const fault of await accessibilityFaults(page)) faults.push(`${screen} ${language}: ${fault}`);
        }
      });
    }
    expect(faults).toEqual([]);
    expect(foreign).toEqual([]);
  }, 120_000);
});
