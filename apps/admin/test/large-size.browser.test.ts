import { openArrangedActivity } from './arranged-activity.js';
import { accessibilityFaults } from './axe.js';
import { button, desktop, heading, phone, type Site } from './browser.js';
import { largeTypeFaults } from './large-type.js';

let site: Site;

beforeAll(async () => {
  site = await openArrangedActivity();
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
