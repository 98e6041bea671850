import { dayWords, periodWords } from '../calendar/day-words.js';
import { taskKindWords } from '../task/task-kind-words.js';
import type { TaskKind } from '../workflow/definition.js';
import type { NoticeForm } from './message.js';
import { fillWording } from './notice-wording.js';
import { fillTemplate, isGentle, isOwnDuty, noticeTemplate, noticeWords } from './notice-words.js';

/** One notice as a mail says it. */
export interface MailedNotice {
  readonly committeeName: string;
  readonly officePhone: string | null;
  readonly form: NoticeForm;
  readonly taskKind: TaskKind;
  readonly title: string;
  readonly occurrenceKey: string | null;
  readonly dueOn: string;
  readonly holderName: string | null;
  /** The words of an urging. */
  readonly text: string | null;
  /** The committee's own words; null for the product's. */
  readonly wording: string | null;
  readonly byName: string | null;
  /** Where the duty is opened; null where the installation has no public address. */
  readonly link: string | null;
}

export interface MailContent {
  readonly kind: 'digest' | 'immediate';
  readonly on: string;
  readonly recipientName: string;
  readonly notices: readonly MailedNotice[];
  /** Where the reader turns such mails off; null where there is no public address. */
  readonly stopLink: string | null;
}

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A notice in the parts of a mail: what, why, by when, where, whom to ask. */
interface Said {
  readonly what: string;
  readonly lines: readonly string[];
  readonly link: string | null;
}

/**
 * What a mail looks like, in Chinese: each matter with its reason, its day (included) and one way to open it, then whom
 * to call. Members are asked, never pressed. No picture, nothing that reports back.
 */
export function renderMail(content: MailContent): RenderedMail {
  const said = content.notices.map(sayNotice);
  const phones = phoneLines(content.notices);
  const foot = [
    '本邮件由系统自动发出，请勿直接回复。',
    ...(content.stopLink === null ? [] : [`不再接收此类邮件：${content.stopLink}`]),
  ];
  return {
    subject: subjectOf(content),
    text: textOf(content, said, { phones, foot }),
    html: htmlOf(content, said, { phones, foot }),
  };
}

/** 【云岭乡政协工委】今日事项：2026年提案; of several, how many and the nearest. */
function subjectOf({ kind, on, notices }: MailContent): string {
  const [first] = notices;
  if (first === undefined) throw new RangeError('A mail without a notice says nothing.');
  const names = new Set(notices.map((one) => one.committeeName));
  const from = names.size === 1 ? `【${first.committeeName}】` : '';
  const title = first.title.replaceAll(/\s+/g, ' ');
  if (kind === 'immediate') return `${from}${first.form === 'urging' ? '请您办理' : '今日事项'}：${title}`;
  if (notices.length === 1) return `${from}事项提醒：${title}`;
  return `${from}${dayWords(on)}事项提醒：${title}等${notices.length}项`;
}

function sayNotice(notice: MailedNotice): Said {
  const { form, taskKind, title, occurrenceKey, dueOn, holderName, text, wording, byName, link } = notice;
  const gentle = isGentle(taskKind) && isOwnDuty(form);
  const name = [
    title,
    occurrenceKey === null ? null : periodWords(occurrenceKey),
    isGentle(taskKind) ? null : taskKindWords.zh[taskKind],
  ]
    .filter((part) => part !== null)
    .join(' · ');
  const gaps = { title: name, due: dayWords(dueOn), holder: holderName ?? '工作人员' };
  const what = wording === null ? fillTemplate(noticeTemplate('zh', form, taskKind), gaps) : fillWording(wording, gaps);
  const why = byName === null ? noticeWords.zh.why[form] : `${byName}提请您办理`;
  // Toward a member a day that has passed is not held up again.
  const isPast = gentle && (form === 'past-due' || form === 'urging');
  return {
    what,
    lines: [
      ...(text === null || text === '' ? [] : [`留言：${text}`]),
      `缘由：${why}`,
      ...(isPast ? [] : [`日期：${dayWords(dueOn)}，含当日`]),
    ],
    link,
  };
}

/** One number for each committee that speaks in the mail and has one. */
function phoneLines(notices: readonly MailedNotice[]): string[] {
  const phones = new Map(notices.map((one) => [one.committeeName, one.officePhone]));
  return [...phones].flatMap(([name, phone]) => (phone === null ? [] : [`有疑问请致电${name}：${phone}`]));
}

interface Ends {
  readonly phones: readonly string[];
  readonly foot: readonly string[];
}

function textOf({ recipientName, notices }: MailContent, said: readonly Said[], { phones, foot }: Ends): string {
  const withNames = new Set(notices.map((one) => one.committeeName)).size > 1;
  const matters = said.map(({ what, lines, link }, index) =>
    [
      `${said.length === 1 ? '' : `${index + 1}. `}${withNames ? `【${notices[index]?.committeeName}】` : ''}${what}`,
      ...lines,
      link === null ? '请登录系统查看。' : `打开：${link}`,
    ].join('\n'),
  );
  return `${[`尊敬的${recipientName}：`, ...matters, phones.join('\n'), foot.join('\n')].filter((part) => part !== '').join('\n\n')}\n`;
}

const FONT = `font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif`;

/** Inline styles only: mail programs drop the rest. Eighteen pixels and more: many readers are elderly. */
function htmlOf({ recipientName, notices }: MailContent, said: readonly Said[], { phones, foot }: Ends): string {
  const withNames = new Set(notices.map((one) => one.committeeName)).size > 1;
  const matters = said
    .map(({ what, lines, link }, index) => {
      const from = withNames
        ? `<p style="margin:0 0 4px;font-size:16px;color:#4a5a5c">${escaped(notices[index]?.committeeName ?? '')}</p>`
        : '';
      const details = lines.map((line) => `<p style="margin:4px 0 0;color:#3a4547">${escaped(line)}</p>`).join('');
      const open =
        link === null
          ? '<p style="margin:10px 0 0">请登录系统查看。</p>'
          : `<p style="margin:14px 0 0"><a href="${escaped(link)}" style="display:inline-block;padding:12px 28px;background:#0e5a60;color:#ffffff;text-decoration:none;border-radius:6px;font-size:20px">打开查看</a></p>`;
      return `<div style="padding:18px 0;border-top:1px solid #d5dcdc">${from}<p style="margin:0;font-size:20px;font-weight:bold">${escaped(what)}</p>${details}${open}</div>`;
    })
    .join('');
  const asked = phones.map((line) => `<p style="margin:16px 0 0">${escaped(line)}</p>`).join('');
  const small = foot
    .map((line) => `<p style="margin:4px 0 0;font-size:14px;color:#5c6a6c">${linked(line)}</p>`)
    .join('');
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head>',
    `<body style="margin:0;padding:20px;background:#ffffff;color:#16282a;font-size:18px;line-height:1.6;${FONT}">`,
    '<div style="max-width:640px;margin:0 auto">',
    `<p style="margin:0 0 16px">尊敬的${escaped(recipientName)}：</p>`,
    matters,
    `<div style="border-top:1px solid #d5dcdc">${asked}<div style="margin-top:20px">${small}</div></div>`,
    '</div></body></html>',
  ].join('');
}

const linked = (line: string) =>
  escaped(line).replace(/https?:\/\/\S+$/, (address) => `<a href="${address}" style="color:#0e5a60">${address}</a>`);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
