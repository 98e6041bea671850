import { createTestDatabase } from '@xushi/testkit';
import type { ConsoleMessage, Page, Response } from 'playwright-core';
import { hashPassword, People } from '../../server/src/capabilities/account/index.js';
import { JobQueue } from '../../server/src/platform/jobs/job-queue.js';
import { inTownship, openArrangedActivity } from './arranged-activity.js';
import {
  at,
  desktop,
  draftTownshipPlan,
  heading,
  letTimePass,
  lookFaults,
  PASSWORD,
  phone,
  press,
  publishTownshipPlan,
  type Site,
  serve,
  speak,
} from './browser.js';

/**
 * Every route of the app, opened by its address by somebody who may: the list is the running router's own, so that a
 * route without a visit fails here.
 */
interface Visit {
  /** Who opens it; null for nobody signed in. */
  readonly as: string | null;
  readonly path: string;
  /** Where it leads, if elsewhere. */
  readonly leadsTo?: string;
}

let site: Site;
/** By the router's path. */
let visits: Readonly<Record<string, readonly Visit[]>>;

/**
 * 14 December 2026: the township's plan of 2026 has run and its proposals are late, one mail of each reminder lies in
 * the outbox, the plan of 2027 is published and being amended, that of 2028 a draft. Somebody holds no office any more,
 * and a member's password has just been reset.
 */
beforeAll(async () => {
  site = await openArrangedActivity();
  const passwordHash = await hashPassword(PASSWORD);
  await inTownship(site, async (tx) => {
    await tx.query(`update account set email = 'weiyuan1@example.com' where id = $1`, [
      site.loaded.accountId('member-1'),
    ]);
    await site.server.app.get(People).add(tx, { name: '姜立冬', loginName: 'lidong', passwordHash, offices: [] });
  });
  await publishTownshipPlan(site, 2027);
  await draftTownshipPlan(site, 2028);
  await letTimePass(site, at('2026-11-25', '10:00'));
  await site.server.app.get(JobQueue).drain();
  await letTimePass(site, at('2026-12-14', '10:00'));
  await inTownship(site, (tx) =>
    tx.query('select reset_login($1, $2, $3)', [site.loaded.accountId('member-2'), passwordHash, tx.now]),
  );
  const ids = await idsOfTownship();
  const clerk = await site.signIn('ganshi');
  await clerk.goto(site.in('township', `plans/${ids.amended}`));
  await press(clerk, '调整计划');
  await clerk.context().close();
  visits = visitsOf(ids);
}, 120_000);

afterAll(() => site?.close());

/** Who lands elsewhere than in a committee. */
const landings: Readonly<Record<string, RegExp>> = { lidong: /:\d+\/$/, weiyuan2: /\/initial-password/ };

interface Ids {
  readonly plan: string;
  readonly amended: string;
  readonly draft: string;
  readonly activity: string;
  readonly task: string;
  readonly mail: string;
}

async function idsOfTownship(): Promise<Ids> {
  const [ids] = await inTownship(site, (tx) =>
    tx.query<Ids>(
      `select (select id from plan where year = 2026) as plan, (select id from plan where year = 2027) as amended,
         (select id from plan where year = 2028) as draft,
         (select instance_id from task where kind = 'answer-invitation' limit 1) as activity,
         (select id from task where kind = 'contribute' and holder_account_id = $1 limit 1) as task,
         (select id from message where channel = 'mail' limit 1) as mail`,
      [site.loaded.accountId('member-1')],
    ),
  );
  if (ids === undefined || Object.values(ids).includes(null))
    throw new Error(`not all is there: ${JSON.stringify(ids)}`);
  return ids;
}

function visitsOf({ plan, amended, draft, activity, task, mail }: Ids): typeof visits {
  const inCommittee = (committee: string, path: string) => new URL(site.in(committee, path)).pathname;
  const at = (as: string, path: string, committee = 'township'): Visit => ({ as, path: inCommittee(committee, path) });
  const clerk = (path: string): Visit[] => [at('ganshi', path)];
  const home = inCommittee('township', 'home');
  return {
    '/sign-in': [{ as: null, path: '/sign-in' }],
    '/initial-password': [{ as: 'weiyuan2', path: '/initial-password' }],
    '/stop-mail': [{ as: null, path: '/stop-mail' }],
    '/': [
      { as: 'ganshi', path: '/', leadsTo: home },
      { as: 'lidong', path: '/' },
    ],
    '/c/$committeeId': [{ as: 'ganshi', path: inCommittee('township', ''), leadsTo: home }],
    '/c/$committeeId/home': [
      ...clerk('home'),
      at('zhuren', 'home'),
      at('weiyuan1', 'home'),
      at('admin', 'home', 'county'),
      at('xianzhuxi', 'home', 'county'),
    ],
    '/c/$committeeId/plans': clerk('plans'),
    '/c/$committeeId/plans/$planId': [...clerk(`plans/${plan}`), ...clerk(`plans/${draft}`)],
    '/c/$committeeId/plans/$planId/rehearsal': clerk(`plans/${draft}/rehearsal`),
    '/c/$committeeId/plans/$planId/copy/$year': clerk(`plans/${plan}/copy/2028`),
    '/c/$committeeId/plans/$planId/reading': clerk(`plans/${draft}/reading`),
    '/c/$committeeId/plans/$planId/amendment': clerk(`plans/${amended}/amendment`),
    '/c/$committeeId/plans/$planId/closing': clerk(`plans/${plan}/closing`),
    '/c/$committeeId/plans/$planId/papers': clerk(`plans/${plan}/papers`),
    '/c/$committeeId/plans/$planId/wall-chart': clerk(`plans/${plan}/wall-chart`),
    '/c/$committeeId/years/$year': clerk('years/2025'),
    '/c/$committeeId/schedule': [...clerk('schedule'), at('weiyuan1', 'schedule')],
    '/c/$committeeId/tasks': [...clerk('tasks'), at('weiyuan1', 'tasks')],
    '/c/$committeeId/tasks/$taskId': [...clerk(`tasks/${task}`), at('weiyuan1', `tasks/${task}`)],
    '/c/$committeeId/supervision': [at('zhuren', 'supervision'), at('xianzhuxi', 'supervision', 'county')],
    '/c/$committeeId/supervision/slips': [at('zhuren', 'supervision/slips')],
    '/c/$committeeId/cases/$instanceId': clerk(`cases/${activity}`),
    '/c/$committeeId/cases/$instanceId/call-sheet': clerk(`cases/${activity}/call-sheet`),
    '/c/$committeeId/hand-over': clerk('hand-over'),
    '/c/$committeeId/reminders': clerk('reminders'),
    '/c/$committeeId/reminders/mails': clerk('reminders/mails'),
    '/c/$committeeId/reminders/mails/$messageId': clerk(`reminders/mails/${mail}`),
    '/c/$committeeId/inbox': [...clerk('inbox'), at('weiyuan1', 'inbox')],
    '/c/$committeeId/settings': clerk('settings'),
    '/c/$committeeId/settings/wordings': clerk('settings/wordings'),
    '/c/$committeeId/settings/stand-ins': clerk('settings/stand-ins'),
    '/c/$committeeId/settings/channels': [...clerk('settings/channels'), at('admin', 'settings/channels', 'county')],
    '/c/$committeeId/settings/rules': clerk('settings/rules'),
    '/c/$committeeId/settings/rules/edit': [at('admin', 'settings/rules/edit', 'county')],
    '/c/$committeeId/settings/people': clerk('settings/people'),
    '/c/$committeeId/settings/people/logins': [at('admin', 'settings/people/logins', 'county')],
    '/c/$committeeId/settings/people/import': clerk('settings/people/import'),
    '/c/$committeeId/settings/units': clerk('settings/units'),
    '/c/$committeeId/settings/calendar': clerk('settings/calendar'),
    '/c/$committeeId/settings/calendar/notice/$year': [at('admin', 'settings/calendar/notice/2027', 'county')],
  };
}

/** What the app itself tells of its work; the router puts itself there in every browser. */
interface RunningApp {
  __TSR_ROUTER__: {
    readonly routesByPath: Readonly<Record<string, unknown>>;
    readonly state: { readonly status: string };
    readonly options: { readonly context: { readonly queryClient: { isFetching(): number } } };
  };
}

/** Opens an address and waits until the page has asked all it asks; answers what went wrong, and how the page looks. */
async function faultsAt(page: Page, { path, leadsTo = path }: Visit): Promise<string[]> {
  const faults: string[] = [];
  const threw = (error: Error) => void faults.push(`threw ${error.message}`);
  const wrote = (line: ConsoleMessage) => void (line.type() === 'error' && faults.push(`wrote ${line.text()}`));
  const answered = (answer: Response) =>
    void (answer.status() >= 400 && faults.push(`${answer.url()} answered ${answer.status()}`));
  page.on('pageerror', threw).on('console', wrote).on('response', answered);
  await page.goto(new URL(path, page.url()).href);
  await page
    .getByRole('heading', { level: 1 })
    .waitFor()
    .catch(() => faults.push('has no title'));
  await page.waitForFunction(() => {
    const { state, options } = (window as unknown as RunningApp).__TSR_ROUTER__;
    return state.status === 'idle' && options.context.queryClient.isFetching() === 0;
  });
  const { pathname } = new URL(page.url());
  if (pathname !== leadsTo) faults.push(`led to ${pathname}`);
  faults.push(...(await lookFaults(page)));
  page.off('pageerror', threw).off('console', wrote).off('response', answered);
  return faults.map((fault) => `${path}: ${fault}`);
}

/** A browser of nobody's, at an installation's address. */
async function nobodyAt(address: string, viewport: typeof desktop): Promise<Page> {
  const page = await site.newPage(viewport);
  await page.goto(`${address}/stop-mail`);
  return page;
}

describe.each([
  ['zh-CN', 'at a desk', desktop],
  ['en', 'on a phone', phone],
] as const)('in %s %s', (language, _where, viewport) => {
  it('every route stands without a fault and asks nothing of the outside', async () => {
    const faults: string[] = [];
    const all = Object.values(visits).flat();
    for (const [as, theirs] of Map.groupBy(all, (visit) => visit.as)) {
      const page =
        as === null
          ? await nobodyAt(site.address, viewport)
          : await site.signIn(as, { viewport, landsOn: landings[as] ?? /\/c\// });
      await speak(page, language);
      for (const visit of theirs) faults.push(...(await faultsAt(page, visit)).map((fault) => `${as} ${fault}`));
      await page.context().close();
    }
    expect(faults).toEqual([]);
    expect(site.foreign).toEqual([]);
  }, 300_000);
});

it('the first start of an installation stands without a fault, too', async () => {
  const database = await createTestDatabase();
  const { server, address } = await serve(database.url, site.clock);
  for (const [language, viewport] of [
    ['zh-CN', desktop],
    ['en', phone],
  ] as const) {
    const page = await nobodyAt(address, viewport);
    await speak(page, language);
    expect(await faultsAt(page, { as: null, path: '/set-up' })).toEqual([]);
    await page.context().close();
  }
  await server.close();
  await database.drop();
}, 90_000);

it('no route is left out', async () => {
  const page = await nobodyAt(site.address, desktop);
  await heading(page, /邮件/);
  const routes = await page.evaluate(() => Object.keys((window as unknown as RunningApp).__TSR_ROUTER__.routesByPath));
  expect([...Object.keys(visits), '/set-up'].sort()).toEqual(routes.sort());
}, 60_000);
