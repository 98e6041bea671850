import type { Page } from 'playwright-core';
import { inTownship, openArrangedActivity } from './arranged-activity.js';
import { button, confirm, desktop, dialog, faultsIn, heading, phone, rowOf, type Site } from './browser.js';

let site: Site;

beforeAll(async () => {
  site = await openArrangedActivity();
}, 90_000);

afterAll(() => site?.close());

/** The clerk's way to the sheet: from one of the invitations. */
async function openSheet(viewport = desktop): Promise<Page> {
  const page = await site.signIn('ganshi', { viewport });
  const [task] = await inTownship(site, (tx) =>
    tx.query<{ id: string }>(
      `select id from task where kind = 'answer-invitation' and status = 'open' order by id limit 1`,
    ),
  );
  await page.goto(site.in('township', `tasks/${task?.id}`));
  await page.getByRole('link', { name: '群通知与电话联系' }).click();
  await heading(page, /电话联系表/);
  return page;
}

test('a clerk puts the text into the group and walks the list: not reached, called again, coming, leave', async () => {
  const page = await openSheet();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await button(page, '复制').click();
  await page.getByText('已复制，可粘贴到群里。').waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toBe(
    '【云岭乡政协工委】各位委员：定于9月18日(周五)在乡政府三楼会议室举行“委员活动(每季度至少一次)”，诚请各位委员于9月17日(周四)前(含当日)告知能否参加。已告知的委员不必重复。如有疑问，请致电林晓雨：0000-5550123。谢谢！',
  );
  // No status of anybody stands in it.
  expect(text).not.toMatch(/陈小满|未答复|逾期|催/);
  await button(page, '已发到群里').click();
  await page.getByText(/由林晓雨发到群里/).waitFor();

  const row = rowOf(page, '陈小满');
  expect(await row.getByRole('link', { name: '0000-5550456' }).getAttribute('href')).toBe('tel:0000-5550456');
  await row.getByRole('button', { name: /未接通/ }).click();
  await row.getByText(/未接通\(林晓雨\)/).waitFor();
  await row.getByRole('button', { name: /：参加/ }).dblclick();
  await row.getByText(/参加\(林晓雨\)/).waitFor();
  expect(await row.getByRole('button').count()).toBe(0);

  const second = rowOf(page, '刘谷雨');
  await second.getByRole('button', { name: /请假/ }).click();
  await dialog(page).getByRole('radio', { name: '会议冲突' }).check();
  await confirm(page, '提交请假');
  await second.getByText('请假待批').waitFor();
  await page.getByText('还有 11 位待联系').waitFor();
  const [told] = await inTownship(site, (tx) =>
    tx.query(
      `select (select count(*) from delivery d join message m on m.id = d.message_id where m.channel = 'phone') as calls,
         (select count(*) from delivery d join message m on m.id = d.message_id where m.channel = 'group-text') as posted,
         (select count(*) from contribution where answer = 'coming' and on_behalf_of_account_id = $1) as coming`,
      [site.loaded.accountId('member-1')],
    ),
  );
  expect(told).toEqual({ calls: 3, posted: 12, coming: 1 });
  await page.context().close();
}, 90_000);

test('the sheet stands without faults in both languages and sizes, and is one clean page on paper', async () => {
  const faults: string[] = [];
  for (const [viewport, language] of [
    [desktop, 'zh-CN'],
    [phone, 'en'],
  ] as const) {
    const page = await openSheet(viewport);
    faults.push(...(await faultsIn(page, language)));
    if (viewport === desktop) {
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('button', { name: '复制' }).isVisible()).toBe(false);
      expect(await page.getByText('怎么说').isVisible()).toBe(true);
      const paper = await page.pdf({ preferCSSPageSize: true });
      expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    }
    await page.context().close();
  }
  expect(faults).toEqual([]);
  expect(site.foreign).toEqual([]);
}, 120_000);
