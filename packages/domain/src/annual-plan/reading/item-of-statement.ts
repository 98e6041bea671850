import type { Cadence } from '../../recurrence/cadence.js';
import { asksForReport, categoryOf } from './acts.js';
import { targetIn, timesIn } from './amounts.js';
import { dutiesIn } from './duties.js';
import { lineAt, type Paragraph } from './paragraph.js';
import { isPast } from './plan-part.js';
import type { ReadItem } from './plan-reading.js';
import { sitesIn } from './sites.js';
import { MOVES, precision, type Statement } from './statement.js';
import { stretchOf } from './time-course.js';
import { type TimeContext, type TimeWords, timeWordsIn } from './time-words.js';
import { titleOf, wide } from './title.js';

/** What is known of a passage from what stands above it. */
export interface Surroundings extends TimeContext {
  /** A heading that is nothing but time (二季度) dates all that stands below it. */
  readonly time: TimeWords | null;
  /** Headings, the nearest first. */
  readonly captions: readonly string[];
}

/** A slogan's first word: what follows is a will, unless it also names an act. */
const WILL =
  /^(?:要)?(?:进一步|不断|切实|努力|积极|认真|全面|始终|牢固|充分|大力|着力)*(?:加强|强化|提高|提升|坚持|围绕|树立|深化|推进|推动|注重|发挥|增强|贯彻|落实|统一|凝聚|促进|服务|聚焦|营造|激发|维护|确保|助推|高举|突出|把握|完善|丰富|拓展|优化|做到|结合|通过|以)/;

/** Headings under which nothing stands that is to be done by itself. */
const FRAME = /要求$|保障(?:措施)?$|组织领导$|指导思想$|总体(?:思路|目标)$|基本原则$|主题$|目标$|注意事项$|意义$/;

/** Whether a statement is something a clerk could tick off. */
export function isDuty({ strength, text, act, time }: Statement, around: Surroundings): boolean {
  const hasTime = (time?.cadence ?? around.time?.cadence) != null;
  if (!hasTime && around.captions.some((caption) => FRAME.test(caption) && caption.length <= 12)) return false;
  if (isPast(act)) return false;
  if (strength > 0) return true;
  return (
    hasTime &&
    !WILL.test(act) &&
    !/^(?:同时|此外|另外|关注|提供)/.test(act) &&
    text.length >= 4 &&
    (categoryOf(text) !== 'other' || MOVES.test(text))
  );
}

/** One item; as many as there are days where the same is done again from other days (春节、重阳节走访慰问). */
export function itemsOf(statement: Statement, paragraph: Paragraph, around: Surroundings): ReadItem[] {
  const item = itemOf(statement, paragraph, around);
  const again = item.cadence === statement.time?.cadence ? (statement.time?.also ?? []) : [];
  return [item, ...again.map((cadence) => ({ ...item, cadence }))];
}

function itemOf(statement: Statement, paragraph: Paragraph, around: Surroundings): ReadItem {
  const { from, to, text, act, asked } = statement;
  const time = timeOf(statement.time, around.time, around.year);
  const cadence = time?.cadence ?? null;
  const counted = timesWithin(text, time, cadence);
  const spans = cadence?.kind === 'within' ? cadence.spans.length : 1;
  const category = categoryOf(act, [text, ...around.captions.slice(0, 2)]);
  const words = timeWordsIn(text, around).map((one) => one.text);
  return {
    title: titleOf(act, text, words),
    category,
    cadence,
    // 分别在5月和10月…两次: one in each.
    times:
      cadence === null || asked !== ''
        ? 1
        : spans > 1 && counted === spans && !EACH.test(text)
          ? 1
          : Math.min(counted, 12),
    timeWords: time?.text ?? null,
    target: targetIn(text.includes(asked) ? text : `${asked}${text}`, cadence),
    sites: HAS_SITES.has(category) ? sitesIn(withoutTimes(text, words)) : [],
    reportWanted: asksForReport(text),
    duties: dutiesIn(text),
    source: { line: lineAt(paragraph, from), text: wide(paragraph.raw.slice(from, to).replace(/[,，、;；]$/u, '')) },
    open: cadence === null ? ['cadence'] : [],
  };
}

/** Words on time stand before the places they are about: 9月底前完成东湖社区改造监督. */
const withoutTimes = (text: string, words: readonly string[]) =>
  words.reduce((left, one) => left.replace(one, ','), text);

/** 二季度: 6月底前…: what is due within a heading's stretch is not begun before it. */
function startOf(above: Cadence, on: string, year: number): string | null {
  const stretch = above.kind === 'by' ? null : stretchOf(above, year);
  return stretch !== null && stretch.from <= on && on <= stretch.to ? stretch.from : null;
}

/** 上半年、下半年各2场. */
export const EACH = /各(?:自)?(?:至少|不少于)?(?:组织|开展|召开|举办|安排)?[一二两三四五六\d]{1,2}[次场期]/;

/** 全年召开4次,每季度1次: of a recurrence only the number beside its own words counts. */
export function timesWithin(text: string, time: TimeWords | null, cadence: ReadItem['cadence']): number {
  if (cadence === null) return 1;
  const recurs = cadence.kind === 'each' || cadence.kind === 'rule';
  if (!recurs || time === null || !/全年|年内|每年/.test(text)) return timesIn(text) ?? 1;
  const at = text.indexOf(time.text);
  return at < 0 ? 1 : (timesIn(text.slice(at)) ?? 1);
}

/** A heading's stretch counts where the words themselves name none, or a wider one (七月: 上半年经济形势通报会). */
function timeOf(own: TimeWords | null, above: TimeWords | null, year: number): TimeWords | null {
  if (above?.cadence == null) return own;
  if (own?.cadence == null) return above;
  const start = own.cadence.kind === 'by' ? startOf(above.cadence, own.cadence.on, year) : null;
  if (own.cadence.kind === 'by' && start !== null) {
    return { ...own, cadence: { kind: 'between', from: start, to: own.cadence.on } };
  }
  const isWider = own.cadence.kind === 'within' && above.cadence.kind === 'within';
  return isWider && precision(own.cadence) < precision(above.cadence) ? above : own;
}

const HAS_SITES: ReadonlySet<string> = new Set([
  'inspection',
  'research',
  'oversight',
  'enterprise',
  'welfare',
  'liaison',
  'activity',
  'consultation',
]);
