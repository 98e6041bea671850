import type { TaskKind } from '../workflow/definition.js';
import type { NoticeForm } from './message.js';
import { fillTemplate, isGentle, isOwnDuty, noticeTemplate, noticeWords } from './notice-words.js';

/** Duties that are spoken of in words of their own: a member's contribution, an answer to an invitation, all others. */
export const noticeFamilies = ['plain', 'contribute', 'answer-invitation'] as const;
export type NoticeFamily = (typeof noticeFamilies)[number];

/** What one wording is for. */
export interface WordingKey {
  readonly family: NoticeFamily;
  readonly form: NoticeForm;
}

/** The gaps (空位) of a committee's own wording, by what fills them; written `{{事项}}`. */
export const gapNames = { title: '事项', due: '期限', holder: '承办人' } as const;
export type NoticeGap = keyof typeof gapNames;

export const LONGEST_WORDING = 120;

/** Words that are never said to a member (design: ux). */
const PRESSING = /逾期|超期|过期|督办|催办|红灯|黄灯|通报|抓紧/;

/** Everything that can be worded, in the order in which it is shown. */
export const wordingKeys: readonly WordingKey[] = noticeFamilies.flatMap((family) =>
  (Object.keys(noticeWords.zh.plain) as NoticeForm[])
    .filter((form) => family === 'plain' || isOwnDuty(form))
    .map((form) => ({ family, form })),
);

/** Which wording a notice about a duty uses: what is told of another's duty is never in the gentle words. */
export function wordingKeyOf(form: NoticeForm, taskKind: TaskKind): WordingKey {
  return { family: isGentle(taskKind) && isOwnDuty(form) ? taskKind : 'plain', form };
}

/** The product's own wording, in Chinese, with its gaps named in Chinese. */
export function builtInWording({ family, form }: WordingKey): string {
  const named = Object.fromEntries(Object.entries(gapNames).map(([gap, name]) => [gap, `{{${name}}}`]));
  return fillTemplate(noticeTemplate('zh', form, family), named);
}

/** Why a wording is not taken, each with its remedy in the app. */
export const wordingFaults = [
  'wording-too-long',
  'wording-braces',
  'wording-gap-unknown',
  'wording-gap-missing',
  'wording-pressing',
] as const;
export type WordingFault = (typeof wordingFaults)[number] | 'text-missing';

/**
 * Judges a committee's own wording: gaps that are known, those without which nobody knew what and by when, no word that
 * presses a member. Answers the first fault with what it is about, or null.
 */
export function judgeWording(key: WordingKey, text: string): { fault: WordingFault; what: string } | null {
  if (text.trim() === '') return { fault: 'text-missing', what: '' };
  if (text.length > LONGEST_WORDING) return { fault: 'wording-too-long', what: String(LONGEST_WORDING) };
  const gaps = [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map((match) => match[1]?.trim() ?? '');
  if (/[{}]/.test(text.replaceAll(/\{\{[^{}]*\}\}/g, ''))) return { fault: 'wording-braces', what: '' };
  const known: readonly string[] = Object.values(gapNames);
  const unknown = gaps.find((gap) => !known.includes(gap));
  if (unknown !== undefined) return { fault: 'wording-gap-unknown', what: unknown };
  const missing = neededGaps(key).find((gap) => !gaps.includes(gap));
  if (missing !== undefined) return { fault: 'wording-gap-missing', what: missing };
  const pressing = key.family === 'plain' ? null : PRESSING.exec(text);
  return pressing === null ? null : { fault: 'wording-pressing', what: pressing[0] };
}

/** What the product's wording says has to be said by a committee's own, too. */
const neededGaps = (key: WordingKey): string[] =>
  Object.values(gapNames).filter((name) => builtInWording(key).includes(`{{${name}}}`));

/** Fills a committee's own wording. One with a gap nobody knows was never taken: refused as a defect. */
export function fillWording(text: string, said: Readonly<Record<NoticeGap, string>>): string {
  const values = new Map(Object.entries(said).map(([gap, value]) => [gapNames[gap as NoticeGap] as string, value]));
  return text.replace(/\{\{([^{}]*)\}\}/g, (_, gap: string) => {
    const value = values.get(gap.trim());
    if (value === undefined) throw new RangeError(`A wording has a gap nobody fills: ${gap}.`);
    return value;
  });
}
