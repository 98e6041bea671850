import { asksForReport, categoryOf } from './acts.js';
import { targetIn, timesIn } from './amounts.js';
import { dutiesIn } from './duties.js';
import { markerOf, pointStarts, UNMARKED } from './outline.js';
import { lineAt, type Paragraph } from './paragraph.js';
import { isPast, isTitle } from './plan-part.js';
import type { PlanReading, ReadItem, SkippedPassage, SkipReason } from './plan-reading.js';
import { sitesIn } from './sites.js';
import { MOVES, precision, type Statement, statementsIn } from './statement.js';
import { type TimeContext, type TimeWords, timeWordsIn } from './time-words.js';
import { titleOf, wide } from './title.js';

/** A paragraph with what stands below it. */
export interface Section {
  readonly paragraph: Paragraph;
  readonly rank: number;
  readonly children: Section[];
}

/** What is known of a section from what stands above it. */
interface Surroundings extends TimeContext {
  /** A heading that is nothing but time (二季度) dates all that stands below it. */
  readonly time: TimeWords | null;
  readonly captions: readonly string[];
}

/** Paragraphs as a tree by their markers: 一、 above (一) above 1.; unmarked text belongs to the heading above it. */
export function sectionsOf(paragraphs: readonly Paragraph[], context: TimeContext): Section[] {
  const top: Section[] = [];
  const open: Section[] = [];
  const isSchedule = paragraphs.filter((paragraph) => leadingTime(paragraph, context) !== null).length >= 3;
  for (const paragraph of paragraphs) {
    const isTimed =
      timeOfHeading(captionOf(paragraph), context) !== null || (isSchedule && leadingTime(paragraph, context) !== null);
    const rank =
      markerOf(paragraph.text)?.rank ??
      (paragraph.level !== null ? paragraph.level - 8 : isTimed ? SCHEDULED : UNMARKED);
    while (open.length > 0 && (open.at(-1)?.rank ?? 0) >= rank) open.pop();
    const section = { paragraph, rank, children: [] };
    (open.at(-1)?.children ?? top).push(section);
    open.push(section);
  }
  return top;
}

/** A month at the beginning of a line, below the numbered headings: lines without one belong to the line above. */
const SCHEDULED = 2.5;

/** 3月 at the beginning of a line of a schedule. */
function leadingTime({ text }: Paragraph, context: TimeContext): TimeWords | null {
  const [first] = timeWordsIn(text.slice(0, 20), context);
  const isStretch = first?.at === 0 && first.cadence?.kind === 'within';
  return isStretch && first.cadence.spans.every(({ unit }) => unit === 'month' || unit === 'quarter') ? first : null;
}

function captionOf({ text }: Paragraph): string {
  return text.slice(markerOf(text)?.length ?? 0).split(/[。;:!?]/)[0] ?? '';
}

/** Words that stand in a heading beside its time: 二季度重点工作安排(4-6月). */
const BESIDE_TIME = /政协|工作|重点|主要|任务|安排|计划|活动|事项|要点|内容|[():、,份]/g;

/** The time of a heading that says nothing else. */
function timeOfHeading(caption: string, context: TimeContext): TimeWords | null {
  if (caption.length > 24) return null;
  const times = timeWordsIn(caption, context).filter(({ cadence }) => cadence !== null);
  const [first] = times;
  if (first === undefined) return null;
  const rest = times.reduce((left, { text }) => left.replace(text, ''), caption).replace(/\d{4}年?/, '');
  return rest.replace(BESIDE_TIME, '') === '' ? first : null;
}

/** Reads a section and all below it. */
export function readSection(section: Section, around: Surroundings): PlanReading {
  const { paragraph, children } = section;
  const caption = captionOf(paragraph);
  const time = timeOfHeading(caption, around) ?? around.time;
  const own = isTitle(paragraph)
    ? [heading(paragraph, { at: 0, text: paragraph.text, stop: '' })]
    : readParagraph(paragraph, { ...around, time });
  const inherited = section.rank === SCHEDULED ? (time ?? leadingTime(paragraph, around)) : time;
  const inner = { ...around, time: inherited, captions: [caption, ...around.captions] };
  const below = children.map((child) => readSection(child, inner));
  const items = below.flatMap((reading) => reading.items);
  const skipped = below.flatMap((reading) => reading.skipped);
  const isHeading = children.length > 0;
  const kept = own.filter((one) => isKept(one, own, items.length > 0));
  const said = isHeading && items.length > 0 ? kept.filter(({ isLone, item }) => !isLone || hasOwnTime(item)) : kept;
  const dropped = own.filter((one) => !said.includes(one) || one.item === null);
  return {
    items: [...said.flatMap(({ item }) => item ?? []), ...items],
    skipped: [
      ...dropped.map(
        ({ line, text, why }): SkippedPassage => ({
          line,
          text,
          why: isHeading || why === 'heading' ? 'heading' : why,
        }),
      ),
      ...skipped,
    ],
  };
}

/** A caption is an item when nothing that it names is one; a lead-in, unless one of its kind follows. */
function isKept(one: ReadPassage, own: readonly ReadPassage[], hasBelow: boolean): boolean {
  const others = own.filter((other) => other !== one && other.item !== null);
  if (one.isLead) return !others.some(({ item }) => item?.category === one.item?.category);
  return !one.isCaption || (!hasBelow && others.every(({ isCaption }) => isCaption));
}

const hasOwnTime = (item: ReadItem | null) => item?.cadence != null;

/** A passage of a paragraph, read: an item, or why it is none. */
interface ReadPassage {
  readonly line: number;
  readonly text: string;
  readonly item: ReadItem | null;
  readonly why: SkipReason;
  /** Names what follows in the same paragraph; an item only when nothing that follows is one. */
  readonly isCaption: boolean;
  /** The same without a marker before it; an item unless one of its kind follows. */
  readonly isLead: boolean;
  /** All that its paragraph says. */
  readonly isLone: boolean;
}

function readParagraph(paragraph: Paragraph, around: Surroundings): ReadPassage[] {
  const { text } = paragraph;
  const marker = markerOf(text);
  const starts = [marker?.length ?? 0, ...pointStarts(text).filter((at) => at >= (marker?.length ?? 0) + 1)];
  const hasPoints = starts.length > 1;
  const passages: ReadPassage[] = [];
  let caption = around.captions[0] ?? '';
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? text.length;
    const from = index === 0 ? start : start + (markerOf(text.slice(start))?.length ?? 0);
    const sentences = sentencesIn(text, from, end);
    let time = around.time;
    let labelled = around.time;
    const remarked = remarksOf(sentences, around);
    for (const [place, sentence] of sentences.entries()) {
      const isFirst = place === 0 && sentences.length > 1;
      const label = timeOfHeading(sentence.text, around);
      if (label !== null && sentences.length > 1) {
        time = label;
        labelled = label;
        passages.push(heading(paragraph, sentence));
        continue;
      }
      const isCaption =
        (isFirst && isCaptionLike(sentence) && (marker !== null || index > 0)) ||
        (hasPoints && index === 0 && marker?.rank !== 5);
      const isLead = isFirst && !isCaption && isCaptionLike(sentence);
      const surroundings = { ...around, time: remarked[place] ?? time, captions: [caption, ...around.captions] };
      const read = readSentence(paragraph, sentence, surroundings);
      if (read.length === 0 && continues(passages.at(-1), sentence.text)) {
        passages.push(...completed(passages, sentence, paragraph, around));
        continue;
      }
      passages.push(
        ...read.map((one) => ({
          ...one,
          isCaption: isCaption && !isDefinite(one.item),
          isLead: isLead && !isDefinite(one.item),
          isLone: sentences.length === 1 && !hasPoints,
        })),
      );
      if (read.length === 0) passages.push({ ...heading(paragraph, sentence), why: reasonOf(sentence.text) });
      if (isCaption) caption = sentence.text;
      // 3月,召开…;组织…: the parts of one sentence share the stretch that its first part begins with.
      const [named] = timeWordsIn(sentence.text, around);
      if (sentence.stop !== ';') time = labelled;
      else if (named?.at === 0 && named.cadence?.kind === 'within') time = named;
    }
  }
  return passages;
}

/** …;…。(1月): a remark behind the last part of a sentence dates the parts before it. */
function remarksOf(sentences: readonly Sentence[], context: TimeContext): (TimeWords | null)[] {
  let behind: TimeWords | null = null;
  return sentences
    .toReversed()
    .map(({ text, stop }) => {
      const remark = /\(([^()]*)\)$/.exec(text)?.[1];
      const time: TimeWords | null = remark === undefined ? null : (timeWordsIn(remark, context)[0] ?? null);
      behind = time ?? (stop === ';' ? behind : null);
      return time === null ? behind : null;
    })
    .toReversed();
}

interface Sentence {
  readonly at: number;
  readonly text: string;
  readonly stop: string;
}

const LONGEST_SENTENCE = 600;

/** The sentences between two places of a text; a short beginning before a colon is one of them. */
function sentencesIn(text: string, from: number, to: number): Sentence[] {
  const sentences: Sentence[] = [];
  let depth = 0;
  let start = from;
  const close = (end: number, stop: string) => {
    const sentence = text.slice(start, end);
    const lead = /^[\s,、:;。"”’']*/.exec(sentence)?.[0].length ?? 0;
    const last = sentences.at(-1);
    // (6月) behind the full stop still belongs to the sentence.
    if (last !== undefined && /^\([^()]*\)$/.test(sentence.trim())) {
      sentences[sentences.length - 1] = { ...last, text: text.slice(last.at, end) };
    } else if (/[\p{Script=Han}\w]/u.test(sentence))
      sentences.push({ at: start + lead, text: sentence.slice(lead), stop });
    start = end + 1;
  };
  for (let at = from; at < to; at += 1) {
    const char = text[at] ?? '';
    if ('(《“[「'.includes(char)) depth += 1;
    else if (')》”]」'.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && ('。;!?'.includes(char) || (char === ':' && at - start <= 20))) close(at, char);
    // No sentence is as long; without a limit one of a whole book would take minutes.
    else if (at - start > LONGEST_SENTENCE && char === ',') close(at, char);
  }
  close(to, '');
  return sentences;
}

/** 线下交流。, 学习培训: before what is to be done. */
const isCaptionLike = ({ text, stop }: Sentence) => text.length <= 24 && (stop === '。' || stop === ':');
const isDefinite = (item: ReadItem | null) => item !== null && (item.target !== null || item.cadence !== null);

function heading(paragraph: Paragraph, { at, text }: Sentence): ReadPassage {
  return {
    line: lineAt(paragraph, at),
    text: wide(paragraph.raw.slice(at, at + text.length)),
    item: null,
    why: 'heading',
    isCaption: true,
    isLead: false,
    isLone: false,
  };
}

const reasonOf = (text: string): SkipReason => (isPast(text) ? 'report' : 'no-act');

/** 时间:5月中旬 and 主要内容是… say more of the item before them. */
const CONTINUES =
  /^(?:主要(?:内容|学习|包括|任务是)|每次|学习内容|内容(?:是|为|包括)|具体(?:内容|时间|安排)|其中|届时|时间(?:为|是|安排)?|完成时限|地点|参加(?:人员|对象|范围)|形式)/;

function continues(last: ReadPassage | undefined, text: string): boolean {
  return last?.item != null && CONTINUES.test(text);
}

function completed(
  passages: ReadPassage[],
  sentence: Sentence,
  paragraph: Paragraph,
  around: Surroundings,
): ReadPassage[] {
  const last = passages.pop();
  if (last?.item == null) return [];
  const time = timeWordsIn(sentence.text, around).find(({ cadence }) => cadence !== null);
  const text = wide(paragraph.raw.slice(sentence.at, sentence.at + sentence.text.length));
  const item: ReadItem =
    last.item.cadence === null && time !== undefined
      ? { ...last.item, cadence: time.cadence, timeWords: time.text, open: [] }
      : last.item;
  return [{ ...last, item: { ...item, source: { ...item.source, text: `${item.source.text}。${text}` } } }];
}

function readSentence(
  paragraph: Paragraph,
  sentence: Sentence,
  around: Surroundings,
): (ReadPassage & { readonly time: TimeWords | null })[] {
  if (isPast(sentence.text) || CONTINUES.test(sentence.text)) return [];
  const statements = statementsIn(sentence.text, sentence.at, around);
  return statements
    .filter((statement) => isDuty(statement, around))
    .flatMap((statement) => {
      const items = itemsOf(statement, paragraph, around);
      return items.map((item) => ({
        line: item.source.line,
        text: item.source.text,
        item,
        why: 'no-act',
        isCaption: false,
        isLead: false,
        isLone: false,
        time: statement.time,
      }));
    });
}

/** A slogan's first word: what follows is a will, unless it also names an act. */
const WILL =
  /^(?:要)?(?:进一步|不断|切实|努力|积极|认真|全面|始终|牢固|充分|大力|着力)*(?:加强|强化|提高|提升|坚持|围绕|树立|深化|推进|推动|注重|发挥|增强|贯彻|落实|统一|凝聚|促进|服务|聚焦|营造|激发|维护|确保|助推|高举|突出|把握|完善|丰富|拓展|优化|做到|结合|通过|以)/;

/** Headings under which nothing stands that is to be done by itself. */
const FRAME = /要求$|保障(?:措施)?$|组织领导$|指导思想$|总体(?:思路|目标)$|基本原则$|主题$|目标$|注意事项$|意义$/;

function isDuty({ strength, text, act, time }: Statement, around: Surroundings): boolean {
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
function itemsOf(statement: Statement, paragraph: Paragraph, around: Surroundings): ReadItem[] {
  const item = itemOf(statement, paragraph, around);
  const again = item.cadence === statement.time?.cadence ? (statement.time?.also ?? []) : [];
  return [item, ...again.map((cadence) => ({ ...item, cadence }))];
}

function itemOf(statement: Statement, paragraph: Paragraph, around: Surroundings): ReadItem {
  const { from, to, text, act, asked } = statement;
  const time = timeOf(statement.time, around.time);
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
    times: cadence === null || asked !== '' ? 1 : spans > 1 && counted === spans ? 1 : Math.min(counted, 12),
    timeWords: time?.text ?? null,
    target: targetIn(text.includes(asked) ? text : `${asked}${text}`, cadence),
    sites: HAS_SITES.has(category) ? sitesIn(text) : [],
    reportWanted: asksForReport(text),
    duties: dutiesIn(text),
    source: { line: lineAt(paragraph, from), text: wide(paragraph.raw.slice(from, to).replace(/[,、]$/, '')) },
    open: cadence === null ? ['cadence'] : [],
  };
}

/** 全年召开4次,每季度1次: of a recurrence only the number beside its own words counts. */
export function timesWithin(text: string, time: TimeWords | null, cadence: ReadItem['cadence']): number {
  if (cadence === null) return 1;
  const recurs = cadence.kind === 'each' || cadence.kind === 'rule';
  if (!recurs || time === null || !/全年|年内|每年/.test(text)) return timesIn(text) ?? 1;
  const at = text.indexOf(time.text);
  return at < 0 ? 1 : (timesIn(text.slice(at)) ?? 1);
}

/** A heading's stretch counts where the words themselves name none, or a wider one (七月: 上半年经济形势通报会). */
function timeOf(own: TimeWords | null, above: TimeWords | null): TimeWords | null {
  if (above?.cadence == null) return own;
  if (own?.cadence == null) return above;
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
