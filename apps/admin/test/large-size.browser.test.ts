import { KeepStandIns } from '../../server/src/capabilities/account/index.js';
import { openArrangedActivity } from './arranged-activity.js';
import { accessibilityFaults } from './axe.js';
import { button, desktop, heading, phone, type Site } from './browser.js';
import { largeTypeFaults } from './large-type.js';

let site: Site;

beforeAll(async () => {
  site = await openArrangedActivity();
  // The member also stands in for a colleague: what that one owes is read and pressed as easily.
  const { server, loaded, clock } = site;
  const added = await server.app.get(KeepStandIns).add(loaded.actor('clerk', clock.now()), {
    committeeId: loaded.committeeId('township'),
    accountId: loaded.accountId('member-2'),
    standInAccountId: loaded.accountId('member-1'),
    kind: 'stand-in',
    fromOn: '2026-09-01',
    toOn: '2026-09-15',
  });
  if (!added.ok) throw new Error('the stand-in was refused');
}, 90_000);

afterAll(() => site?.close());

test.each([
  ['phone', phone],
  ['desktop', desktop],
] as const)(
  'a member who chooses large type on a %s reads and presses everything of theirs without effort, also tomorrow',
  async (_, viewport) => {
    const page = await site.signIn('weiyuan1', { viewport });
    await heading(page, /件事/);
    expect(await largeTypeFaults(page)).not.toEqual([]);
    await button(page, viewport === phone ? '更多' : '账户').click();
    await page.getByText('长辈版', { exact: true }).click();
    await page.keyboard.press('Escape');
    // Kept in this browser.
    await page.reload();
    await heading(page, /件事/);
    const faults: Record<string, string[]> = {};
    const look = async (name: string) => {
      await page.waitForLoadState('networkidle');
      faults[name] = [...(await largeTypeFaults(page)), ...(await accessibilityFaults(page))];
    };
    await page.getByRole('heading', { name: '您代刘谷雨办理：9月1日—9月15日' }).waitFor();
    await page.getByText('活动日期：9月18日(周五)').nth(1).waitFor();
    await look('home');
    await page.getByRole('main').getByRole('link').first().click();
    await button(page, '请假').waitFor();
    await look('task');
    await page.getByRole('navigation').getByRole('link', { name: '我的消息' }).click();
    await heading(page, /我的消息/);
    await look('inbox');
    expect(faults).toEqual({ home: [], task: [], inbox: [] });
    await page.context().close();
  },
  60_000,
);
