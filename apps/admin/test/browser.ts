import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { instantIn } from '@xushi/domain';
import { createTestDatabase } from '@xushi/testkit';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { bootServer, type RunningServer } from '../../server/src/boot.js';
import { TimerScheduler } from '../../server/src/engine/index.js';
import { MovableClock } from '../../server/src/platform/clock/clock.js';
import { draftPlan, type LoadedScenario, loadScenario } from '../../server/src/scenarios/load-scenario.js';
import { publishScenarioPlan } from '../../server/src/scenarios/publish-scenario-plan.js';
import type { Scenario, ScenarioItem } from '../../server/src/scenarios/scenario.js';
import { townshipScenario } from '../../server/src/scenarios/township.js';
import { accessibilityFaults } from './axe.js';

export const PASSWORD = 'walk-through';
export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** A moment in the committees' zone. */
export const at = (date: string, time: string): Temporal.Instant =>
  instantIn('Asia/Shanghai', Temporal.PlainDate.from(date), time);

/** The township's scenario on a server of its own with a clock that stands, and a browser before it. */
export interface Site {
  readonly server: RunningServer;
  readonly clock: MovableClock;
  readonly loaded: LoadedScenario;
  readonly browser: Browser;
  readonly address: string;
  /** Requests of its pages that would have left the machine. */
  readonly foreign: readonly string[];
  /** The address of a page in a committee of the scenario: `in('township', 'plans')`. */
  in(committee: string, path: string): string;
  /** A fresh browser that knows nothing, before any page. */
  newPage(viewport?: typeof desktop): Promise<Page>;
  /**
   * Signs a person in on a fresh browser that nobody else uses; answers once the first page is there, a committee's
   * unless it is said where the person lands.
   */
  signIn(loginName: string, how?: { viewport?: typeof desktop; password?: string; landsOn?: RegExp }): Promise<Page>;
  close(): Promise<void>;
}

/** Opens a site whose clock stands at `now`; the scenario's people hold office from 2025, its plans are not drafted yet. */
export async function openSite(now: Temporal.Instant, scenario: Scenario = townshipScenario): Promise<Site> {
  const database = await createTestDatabase();
  const clock = new MovableClock(now);
  const { server, address } = await serve(database.url, clock);
  const loaded = await loadScenario(server.app, scenario, { password: PASSWORD, officeFrom: '2025-01-01' });
  const browser = await launch();
  const foreign: string[] = [];
  const newPage = async (viewport = desktop): Promise<Page> => {
    const page = await (await browser.newContext({ viewport, locale: 'zh-CN' })).newPage();
    page.setDefaultTimeout(15_000);
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(address) && !url.startsWith('data:')) foreign.push(url);
    });
    return page;
  };
  return {
    server,
    clock,
    loaded,
    browser,
    address,
    foreign,
    in: (committee, path) => `${address}/c/${loaded.committeeId(committee)}/${path}`,
    newPage,
    async signIn(loginName, { viewport, password = PASSWORD, landsOn = /\/c\// } = {}) {
      const page = await newPage(viewport);
      await page.goto(address);
      await page.locator('input[name=loginName]').fill(loginName);
      await page.locator('input[name=password]').fill(password);
      await page.locator('button[type=submit]').click();
      await page.waitForURL(landsOn);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
      await database.drop();
    },
  };
}

/** The whole app on a migrated database, people or not, at an address of this machine. */
export async function serve(
  databaseUrl: string,
  clock: MovableClock,
): Promise<{ readonly server: RunningServer; readonly address: string }> {
  const adminFolder = join(process.cwd(), 'apps/admin/dist');
  const server = await bootServer({ databaseUrl, clock, adminFolder, roles: ['api'] });
  await server.app.listen(0, '127.0.0.1');
  return { server, address: `http://127.0.0.1:${(server.app.getHttpServer().address() as AddressInfo).port}` };
}

/** The township's plan of a year as its clerk's draft, with more items where a test needs them; answers the plan's id. */
export async function draftTownshipPlan(
  { server, loaded, clock }: Site,
  year: number,
  more: readonly ScenarioItem[] = [],
): Promise<string> {
  const [plan] = townshipScenario.plans;
  if (plan === undefined) throw new Error('the scenario has no plan');
  const items = (of: number) => [...plan.items(of), ...more];
  return draftPlan(server.app, loaded, { ...plan, items }, { clerk: 'clerk', year, now: clock.now() });
}

/** The same plan, published at the moment the clock stands at. */
export async function publishTownshipPlan(site: Site, year: number, more: readonly ScenarioItem[] = []): Promise<void> {
  const planId = await draftTownshipPlan(site, year, more);
  const { server, loaded, clock } = site;
  await publishScenarioPlan(server.app, loaded, { committee: 'township', planId, now: clock.now() });
}

/** Due timers fire as they would on a running server, moment by moment, up to an instant. */
export async function letTimePass({ server, clock }: Site, until: Temporal.Instant): Promise<void> {
  const scheduler = server.app.get(TimerScheduler);
  for (let next = await scheduler.runDue(); next !== null && Temporal.Instant.compare(next, until) < 0; ) {
    clock.moveTo(next);
    next = await scheduler.runDue();
  }
  clock.moveTo(until);
  await scheduler.runDue();
}

const launch = (): Promise<Browser> =>
  chromium.launch({
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

/**
 * A button's name. antd sets a space between the two characters of a short one, and the spinner of a button that was
 * just busy may still stand before its label; what it acts on may follow after a colon.
 */
export const named = (label: string): RegExp =>
  new RegExp(
    `^(loading\\s*)?${[...label].map((one) => one.replace(/[.*+?^${}()|[\]\\]/, '\\$&')).join('\\s*')}(?=$|[：:])`,
  );

export const button = (within: Page | Locator, label: string): Locator =>
  within.getByRole('button', { name: named(label) }).first();

export const dialog = (page: Page): Locator => page.getByRole('dialog');

export const inDialog = (page: Page, label: string): Locator => button(dialog(page), label);

/** Presses a button of the open dialog and waits until the dialog has gone. */
export async function confirm(page: Page, label: string): Promise<void> {
  await inDialog(page, label).click();
  await dialog(page).waitFor({ state: 'hidden' });
}

/** Presses a button that asks, and the one of the same name that answers. */
export async function press(page: Page, label: string): Promise<void> {
  await button(page, label).click();
  await confirm(page, label);
}

/** Waits for the page's title. */
export const heading = (page: Page, text: RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name: text }).waitFor();

/** The rows of tables that hold each of the texts. */
export const rowOf = (page: Page, ...texts: string[]): Locator =>
  texts.reduce((rows, hasText) => rows.filter({ hasText }), page.getByRole('row'));

/** From the next page loaded on, the app speaks this language. */
export const speak = (page: Page, language: 'zh-CN' | 'en'): Promise<void> =>
  page.evaluate((chosen) => localStorage.setItem('xushi.language', chosen), language);

/**
 * What is wrong with the look of a page for somebody's sight, keyboard or phone: axe's faults, and a page wider than
 * the screen.
 */
export async function lookFaults(page: Page): Promise<string[]> {
  const viewport = page.viewportSize()?.width ?? 0;
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  const wide = width > viewport ? [`${width} px wide on ${viewport}`] : [];
  return [...wide, ...(await accessibilityFaults(page))];
}

/** The same of the page loaded anew in a language, each fault with the page and the language. */
export async function faultsIn(page: Page, language: 'zh-CN' | 'en'): Promise<string[]> {
  await speak(page, language);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  return (await lookFaults(page)).map((fault) => `${page.url()} ${language}: ${fault}`);
}
