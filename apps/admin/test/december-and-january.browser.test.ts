import type { Page } from 'playwright-core';
import { JobQueue } from '../../server/src/platform/jobs/job-queue.js';
import { startSmtp, type TestSmtp } from '../../server/test/smtp.js';
import {
  at,
  button,
  confirm,
  dialog,
  heading,
  inDialog,
  letTimePass,
  openSite,
  phone,
  press,
  rowOf,
  type Site,
} from './browser.js';
import { entry, pastePlan } from './plan-from-document.js';

let site: Site;
let smtp: TestSmtp;

/** Nothing stands in the township but its people: its clerk's first December with it. */
beforeAll(async () => {
  site = await openSite(at('2026-12-08', '10:00'));
  smtp = await startSmtp();
}, 60_000);

afterAll(async () => {
  await smtp?.close();
  await site?.close();
});

/** In the manner of a work committee's yearly paper: the report first, then next year's work. */
const paper = [
  '云岭乡政协工委2026年工作总结和2027年工作安排',
  '一、2026年工作回顾',
  '一年来，工委组织委员视察了重点工程，共提交提案23件，受到好评。',
  '二、2027年工作安排',
  '(一)加强政治理论学习，提高委员参政议政能力。按照县、乡党委统一部署，落实各项学习制度，至少一个季度组织委员活动一次。',
  '(二)注重调查研究，提高提案质量。1月28日前，每位委员至少提交一份有质量的提案。',
  '(三)关注民生，在一季度，组织委员对全乡社会保障情况进行一次视察调研，并写好一份有质量的调研报告。',
  '(四)积极参与社会公益事业，发扬优良传统，多做稳人心、暖人心的好事实事。',
].join('\n');

/** Two members' addresses, and somebody new whose address the mail server does not know. */
const list = [
  '姓名\t界别\t邮箱',
  '陈小满\t农业界\txiaoman@example.com',
  '刘谷雨\t经济界\tguyu@example.com',
  '邹远帆\t教育界\tyuanfan@exampel.com',
].join('\n');

/** What the transactions so far have queued is sent, as a worker would. */
const sendQueued = () => site.server.app.get(JobQueue).drain();

const receivedBy = (address: string) =>
  smtp.mails.filter((mail) => [mail.to].flat().some((to) => to?.text.includes(address)));

/** The township's clerk at her desk today. */
let clerk: Page;

/** Time passes to ten in the morning of another day, on which the clerk signs in again. */
async function clerkOn(date: string): Promise<void> {
  await clerk.context().close();
  await letTimePass(site, at(date, '10:00'));
  clerk = await site.signIn('ganshi');
}

it('December: she pastes the paper, confirms it, rehearses the year, has it approved by a meeting and publishes', async () => {
  clerk = await site.signIn('ganshi');
  await pastePlan(site, clerk, { committee: 'township', year: '2027', text: paper });
  await button(entry(clerk, '落实各项学习制度'), '全年').click();
  await entry(clerk, '参与社会公益事业').getByRole('checkbox').uncheck();
  await clerk.getByRole('button', { name: '列入计划(4 项)' }).click();
  await heading(clerk, /2027年度工作计划/);
  await rowOf(clerk, '每位委员至少提交一份有质量的提案', '1月28日前').waitFor();

  await button(clerk, '全年排程预览').click();
  await heading(clerk, /排程预览/);
  await clerk.goBack();
  await button(clerk, '登记会议审定').click();
  await dialog(clerk).getByLabel('审定会议').fill('工委第四次全体会议');
  await dialog(clerk).getByLabel('文号').fill('云政协〔2026〕12号');
  await confirm(clerk, '登记会议审定');
  await press(clerk, '发布');
  await clerk.getByText('已发布').first().waitFor();
}, 120_000);

it('December: she brings in the roster with its addresses', async () => {
  await clerk.goto(site.in('township', 'settings/people/import'));
  await clerk.getByLabel('或粘贴').fill(list);
  await button(clerk, '预览').click();
  await button(clerk, '导入 3 人').click();
  await clerk.getByText('已导入：新增 1 行，更新 2 行。').first().waitFor();
}, 60_000);

/** Arranges a matter of the first quarter for a day. */
async function arrange(title: RegExp, heldOn: string, place: string): Promise<void> {
  await clerk.goto(site.in('township', 'home'));
  await clerk.getByRole('link', { name: title }).first().click();
  await button(clerk, '安排日期').click();
  await dialog(clerk).getByLabel('开展日期').fill(heldOn);
  await dialog(clerk)
    .getByLabel(/^地点(?!\(点位)/)
    .fill(place);
  await confirm(clerk, '安排日期');
}

it('January: two matters are arranged; the first notices go in the app, and by mail into the outbox', async () => {
  await clerkOn('2027-01-04');
  await arrange(/组织委员活动/, '2027-01-21', '乡政府三楼会议室');
  await arrange(/社会保障情况/, '2027-01-21', '县社会保险服务中心');
  await clerkOn('2027-01-13');
  await sendQueued();

  const member = await site.signIn('weiyuan1', { viewport: phone });
  await member
    .getByText(/诚请您于1月20日\(周三\)前回复能否参加/)
    .first()
    .waitFor();
  await member.context().close();

  await clerk.goto(site.in('township', 'reminders/mails'));
  await clerk.getByText(/还没有设置邮件服务器：\d+ 封邮件留在发件箱，没有发出/).waitFor();
  await rowOf(clerk, '陈小满', '发件箱').getByRole('link').first().click();
  await clerk.getByRole('heading', { name: '邮件样子' }).waitFor();
  await clerk.getByText('尊敬的陈小满：').first().waitFor();
  await clerk.getByText('还没有发送过。').waitFor();
  expect(smtp.mails).toEqual([]);
}, 120_000);

it('January: the administrator enters the mail server; what lay in the outbox is sent, and one is refused', async () => {
  const administrator = await site.signIn('admin');
  await administrator.goto(site.in('county', 'settings/channels'));
  const form = administrator.locator('form', { hasText: '服务器地址' });
  await form.getByLabel('服务器地址').fill('127.0.0.1');
  await form.getByLabel('加密方式').click();
  await administrator.getByTitle('不加密(仅限内网)').click();
  await form.getByRole('spinbutton', { name: '端口' }).fill(String(smtp.port));
  await form.getByLabel('发件人名称').fill('清溪县政协');
  await form.getByLabel('发件地址').fill('office@qingxi.example');
  await form.getByLabel('系统访问地址').fill(site.address);
  await button(form, '测试连接').click();
  await form.getByText('连接成功，可以登录。').waitFor();
  await button(form, '保存').click();
  await button(form, '不再使用').waitFor();
  await administrator.context().close();

  smtp.unknown.add('yuanfan@exampel.com');
  await clerk.goto(site.in('township', 'reminders/mails?state=outbox'));
  await button(clerk, '发送').click();
  await confirm(clerk, '发送');
  await clerk.getByText(/\d+ 封已排入发送。/).waitFor();
  await sendQueued();
  expect(receivedBy('xiaoman@example.com')).not.toEqual([]);
  expect(receivedBy('guyu@example.com')).not.toEqual([]);
  expect(receivedBy('yuanfan')).toEqual([]);
}, 90_000);

it('January: the refused address is mended and its mail sent again', async () => {
  await clerk.goto(site.in('township', 'reminders/mails?state=failed'));
  await rowOf(clerk, '邹远帆', '未送达').getByRole('link').first().click();
  await clerk.getByText('被拒收').waitFor();
  await button(clerk, '再次发送').click();
  await dialog(clerk).getByLabel('邮箱').fill('yuanfan@example.com');
  await confirm(clerk, '再次发送');
  await sendQueued();
  await clerk.reload();
  await clerk.getByText('邮件服务器已接收').waitFor();
  expect(receivedBy('yuanfan@example.com')).toHaveLength(1);
}, 60_000);

it('a member opens the link from the mail that came, and gives three answers, each by a press', async () => {
  const [mail] = receivedBy('xiaoman@example.com');
  const link = mail?.text?.match(/http:\S+\/m#\S+/)?.[0] ?? '';
  const page = await site.newPage(phone);
  await page.goto(link);
  await heading(page, /陈小满委员，您好/);
  const card = (title: string) => page.locator('section section, main > section', { hasText: title }).last();

  const activity = card('组织委员活动');
  await button(activity, '参加').click();
  await activity.getByText('已记下：您将参加。谢谢！').waitFor();

  const inspection = card('社会保障情况');
  await button(inspection, '请假').click();
  await inspection.getByRole('radio', { name: '出差' }).check();
  await button(inspection, '提交请假').click();
  await inspection.getByText('已收到您的请假，谢谢告知。').waitFor();

  const proposal = card('有质量的提案');
  await button(proposal, '我已提交一件').click();
  await button(proposal, '登记').click();
  await page.getByText('已登记，谢谢您！').waitFor();
  await page.reload();
  await page.getByText('您已回复：参加。').waitFor();
  await page.getByText(/已收到您的请假\(出差\)/).waitFor();
  await page.getByText(/已收到您提交的 1 件/).waitFor();
  await page.context().close();
}, 90_000);

it('January: she calls those who have not answered, and ticks coming, leave and not reached', async () => {
  await clerk.goto(site.in('township', 'home'));
  await clerk
    .getByRole('link', { name: /组织委员活动/ })
    .first()
    .click();
  await clerk.getByRole('link', { name: '群通知与电话联系' }).click();
  await heading(clerk, /电话联系表：组织委员活动/);
  await clerk.getByText('还有 12 位待联系').waitFor();
  // Whoever answered by the link is not called.
  expect(await rowOf(clerk, '陈小满', '参加').getByRole('button').count()).toBe(0);
  await rowOf(clerk, '刘谷雨')
    .getByRole('button', { name: /：参加/ })
    .click();
  await rowOf(clerk, '刘谷雨')
    .getByText(/参加\(林晓雨\)/)
    .waitFor();
  await rowOf(clerk, '邹远帆').getByRole('button', { name: /请假/ }).click();
  await dialog(clerk).getByRole('radio', { name: '生病' }).check();
  await inDialog(clerk, '提交请假').click();
  await rowOf(clerk, '邹远帆').getByText('请假待批').waitFor();
  await rowOf(clerk, '赵清和')
    .getByRole('button', { name: /未接通/ })
    .click();
  await rowOf(clerk, '赵清和')
    .getByText(/未接通\(林晓雨\)/)
    .waitFor();
  await clerk.getByText('还有 11 位待联系').waitFor();
  expect(site.foreign).toEqual([]);
}, 90_000);
