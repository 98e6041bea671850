import { type MailContent, type MailedNotice, renderMail } from './mail.js';

const notice: MailedNotice = {
  committeeName: '云岭乡政协工委',
  officePhone: '0578-2123456',
  form: 'notice',
  taskKind: 'contribute',
  title: '提交提案',
  occurrenceKey: null,
  dueOn: '2026-03-27',
  holderName: '陈小满',
  text: null,
  byName: null,
  wording: null,
  link: 'https://xushi.example/m#abc',
};
const mail = (notices: readonly Partial<MailedNotice>[], more: Partial<MailContent> = {}) =>
  renderMail({
    kind: 'digest',
    on: '2026-03-20',
    recipientName: '陈小满',
    notices: notices.map((one) => ({ ...notice, ...one })),
    stopLink: 'https://xushi.example/stop-mail?of=x',
    ...more,
  });

test('one matter: what, why, by when, where, whom to call', () => {
  expect(mail([{}])).toMatchObject({
    subject: '【云岭乡政协工委】事项提醒：提交提案',
    text: [
      '尊敬的陈小满：',
      '',
      '温馨提示：提交提案，诚请您于3月27日(周五)前提交。',
      '缘由：按工作安排提前告知',
      '日期：3月27日(周五)，含当日',
      '打开：https://xushi.example/m#abc',
      '',
      '有疑问请致电云岭乡政协工委：0578-2123456',
      '',
      '本邮件由系统自动发出，请勿直接回复。',
      '不再接收此类邮件：https://xushi.example/stop-mail?of=x',
      '',
    ].join('\n'),
  });
});

test('several matters of several committees: each with its name and telephone', () => {
  const { subject, text } = mail([
    {},
    {
      committeeName: '清溪县政协',
      officePhone: null,
      title: '专题视察',
      taskKind: 'hold-inspection',
      occurrenceKey: '2026-Q1',
    },
  ]);
  expect(subject).toBe('3月20日(周五)事项提醒：提交提案等2项');
  expect(text).toContain('1. 【云岭乡政协工委】温馨提示');
  expect(text).toContain('2. 【清溪县政协】专题视察 · 一季度 · 组织视察调研，3月27日(周五)前。');
  expect(text.match(/有疑问请致电/g)).toHaveLength(1);
});

test.each<[string, Partial<MailedNotice>, string, RegExp | null]>([
  ['due today, to staff', { form: 'due-today', taskKind: 'hold-activity' }, '今日事项', null],
  ['an urging in its own words', { form: 'urging', byName: '许建章', text: '请今天回复' }, '请您办理', null],
  ['past its day, to a member', { form: 'past-due' }, '今日事项', /日期：|逾期|督办|已过/],
])('%s', (_, of, subject, absent) => {
  const { subject: said, text } = mail([of], { kind: 'immediate' });
  expect(said).toBe(`【云岭乡政协工委】${subject}：提交提案`);
  if (of.text != null) expect(text).toContain(`留言：${of.text}`);
  if (of.byName != null) expect(text).toContain(`缘由：${of.byName}提请您办理`);
  if (absent !== null) expect(text).not.toMatch(absent);
});

test('without a public address there is no link, and the reader is told where to look', () => {
  const { text, html } = mail([{ link: null }], { stopLink: null });
  expect(text).toContain('请登录系统查看。');
  expect(`${text}${html}`).not.toContain('http');
});

test('what people typed is text in the mail’s page, and the subject is one line', () => {
  const { html, subject } = mail([
    { title: '<script>alert(1)</script>\r\nBcc: all@example.com', link: 'https://x.example/"><b>' },
  ]);
  expect(html).not.toMatch(/<script|"><b>/);
  expect(html).toContain('&lt;script&gt;');
  expect(subject).not.toMatch(/[\r\n]/);
});

test('a mail without a notice is a defect', () => {
  expect(() => mail([])).toThrow(RangeError);
});

test('a committee’s own words are said as they are, with reason and day beside them', () => {
  const text = mail([
    { form: 'notice', taskKind: 'contribute', wording: '敬请您为{{事项}}建言，{{期限}}前交委即可。' },
  ]).text;
  expect(text).toContain('敬请您为');
  expect(text).toContain('前交委即可。\n缘由：按工作安排提前告知\n日期：');
});
