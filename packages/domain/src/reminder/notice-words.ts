import type { Language } from '../recurrence/cadence-words-slots.js';
import type { TaskKind } from '../workflow/definition.js';
import type { NoticeForm } from './message.js';

/** The duties whose holders are asked, never pressed: a member's contributions and answers. */
const gentleKinds = ['contribute', 'answer-invitation'] as const satisfies readonly TaskKind[];
type GentleKind = (typeof gentleKinds)[number];

/** What is said to whoever keeps or leads, also about a member's duty. */
const aboutOthers: readonly NoticeForm[] = ['ask-record', 'escalation'];

interface NoticeWords {
  readonly plain: Readonly<Record<NoticeForm, string>>;
  readonly gentle: Readonly<
    Record<GentleKind, Readonly<Record<Exclude<NoticeForm, 'ask-record' | 'escalation'>, string>>>
  >;
  /** Why the notice comes. */
  readonly why: Readonly<Record<NoticeForm, string>>;
}

/** What notices say, in the app and by mail: templates as data. */
export const noticeWords: Readonly<Record<Language, NoticeWords>> = {
  zh: {
    plain: {
      notice: '{{title}}，{{due}}前。',
      approaching: '{{title}}，{{due}}前，时间已近。',
      'due-today': '{{title}}，今天({{due}})截止，含当日。',
      'ask-record': '{{title}}({{holder}})已过 {{due}} 的期限，是否已办而未登记？请登记，或答复“确未办理”。',
      escalation: '{{title}}({{holder}})已过 {{due}} 的期限，仍未办结，请予关注。',
      'past-due': '{{title}}，期限 {{due}}，已过期限，请抓紧办理。',
      urging: '{{title}}，期限 {{due}}。',
      assigned: '新的任务：{{title}}，{{due}}前。',
    },
    gentle: {
      contribute: {
        notice: '温馨提示：{{title}}，诚请您于{{due}}前提交。',
        approaching: '温馨提示：{{title}}，诚请您于{{due}}前提交。',
        'due-today': '温馨提示：{{title}}，诚请您于今天({{due}})提交。',
        'past-due': '温馨提示：{{title}}，待您补交。',
        urging: '{{title}}，待您补交。',
        assigned: '{{title}}，诚请您于{{due}}前提交。',
      },
      'answer-invitation': {
        notice: '温馨提示：{{title}}，诚请您于{{due}}前回复能否参加。',
        approaching: '温馨提示：{{title}}，诚请您于{{due}}前回复能否参加。',
        'due-today': '温馨提示：{{title}}，诚请您于今天({{due}})回复能否参加。',
        'past-due': '温馨提示：{{title}}，盼您回复能否参加。',
        urging: '{{title}}，盼您回复能否参加。',
        assigned: '{{title}}，诚请您于{{due}}前回复能否参加。',
      },
    },
    why: {
      notice: '按工作安排提前告知',
      approaching: '日期将近',
      'due-today': '今天是最后一天',
      'ask-record': '期限已过，尚无办结登记',
      escalation: '期限已过，仍未办结',
      'past-due': '尚未收到',
      urging: '专门提醒',
      assigned: '新交办的事项',
    },
  },
  en: {
    plain: {
      notice: '{{title}}, by {{due}}.',
      approaching: '{{title}}, by {{due}}: the day is near.',
      'due-today': '{{title}} is due today ({{due}}, today included).',
      'ask-record':
        '{{title}} ({{holder}}) was due {{due}}. Done but not recorded? Please record it, or answer “Really not done”.',
      escalation: '{{title}} ({{holder}}) was due {{due}} and is still not done. Please look into it.',
      'past-due': '{{title}} was due {{due}}. Please see to it soon.',
      urging: '{{title}}, due {{due}}.',
      assigned: 'New task: {{title}}, by {{due}}.',
    },
    gentle: {
      contribute: {
        notice: 'A kind reminder: {{title}}. We would be glad to have it by {{due}}.',
        approaching: 'A kind reminder: {{title}}. We would be glad to have it by {{due}}.',
        'due-today': 'A kind reminder: {{title}}. We would be glad to have it today ({{due}}).',
        'past-due': 'A kind reminder: {{title}}. We still look forward to it.',
        urging: '{{title}}: we still look forward to it.',
        assigned: '{{title}}. We would be glad to have it by {{due}}.',
      },
      'answer-invitation': {
        notice: 'A kind reminder: {{title}}. Please let us know by {{due}} whether you can come.',
        approaching: 'A kind reminder: {{title}}. Please let us know by {{due}} whether you can come.',
        'due-today': 'A kind reminder: {{title}}. Please let us know today ({{due}}) whether you can come.',
        'past-due': 'A kind reminder: {{title}}. Please let us know whether you can come.',
        urging: '{{title}}: please let us know whether you can come.',
        assigned: '{{title}}. Please let us know by {{due}} whether you can come.',
      },
    },
    why: {
      notice: 'told ahead, as planned',
      approaching: 'the day is near',
      'due-today': 'today is the last day',
      'ask-record': 'the day has passed and nothing is recorded',
      escalation: 'the day has passed and it is not done',
      'past-due': 'not received yet',
      urging: 'a person asked to remind you',
      assigned: 'newly assigned',
    },
  },
};

/** Whether the duty's holder is asked in the gentle form, which names the duty by itself. */
export function isGentle(taskKind: string): taskKind is GentleKind {
  return (gentleKinds as readonly string[]).includes(taskKind);
}

/** What a notice says, with gaps. Members owe contributions and answers: they are asked, never pressed. */
export function noticeTemplate(language: Language, form: NoticeForm, taskKind: string): string {
  const words = noticeWords[language];
  if (form === 'ask-record' || form === 'escalation' || !isGentle(taskKind)) return words.plain[form];
  return words.gentle[taskKind][form];
}

/** Whether a notice asks its reader for a duty of their own, or tells of another's. */
export function isOwnDuty(form: NoticeForm): boolean {
  return !aboutOthers.includes(form);
}

/** Fills a template's gaps. A gap nobody knows is a defect in the template: refused, never printed. */
export function fillTemplate<Gap extends string>(template: string, values: Readonly<Record<Gap, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, gap: string) => {
    const value = (values as Readonly<Record<string, string | undefined>>)[gap];
    if (value === undefined) throw new RangeError(`A template has a gap nobody fills: ${gap}.`);
    return value;
  });
}
