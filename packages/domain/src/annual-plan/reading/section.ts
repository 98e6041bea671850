import { asksForReport, categoryOf } from './acts.js';
import { targetIn, timesIn } from './amounts.js';
import { markerOf, pointStarts, UNMARKED } from './outline.js';
import { lineAt, type Paragraph } from './paragraph.js';
import { isPast } from './plan-part.js';
import type { PlanReading, ReadItem, SkippedPassage, SkipReason } from './plan-reading.js';
import { sitesIn } from './sites.js';
import { type Statement, statementsIn } from './statement.js';
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
export function sectionsOf(paragraphs: readonly Paragraph[]): Section[] {
  const top: Section[] = [];
  const open: Section[] = [];
  for (const paragraph of paragraphs) {
    const isTimed = timeOfHeading(captionOf(paragraph), { year: 0 }) !== null;
    const rank =
      markerOf(paragraph.text)?.rank ?? (paragraph.level !== null ? paragraph.level - 8 : isTimed ? 2.5 : UNMARKED);
    while (open.length > 0 && (open.at(-1)?.rank ?? 0) >= rank) open.pop();
    const section = { paragraph, rank, children: [] };
    (open.at(-1)?.children ?? top).push(section);
    open.push(section);
  }
  return top;
}

function captionOf({ text }: Paragraph): string {
  return text.slice(markerOf(text)?.length ?? 0).split(/[。;:!?]/)[0] ?? '';
}

/** Words that stand in a heading beside its time: 二季度重点工作安排(4-6月). */
const BESIDE_TIME = /政协|工作|重点|主要|任务|安排|计划|活动|事项|要点|内容|[():、,份]/g;

/** The time of a heading that says nothing else; tried with any year, so years do not matter here. */
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
  const own = readParagraph(paragraph, { ...around, time });
  const inner = { ...around, time, captions: [caption, ...around.captions] };
  const below = children.map((child) => readSection(child, inner));
  const items = below.flatMap((reading) => reading.items);
  const skipped = below.flatMap((reading) => reading.skipped);
  const isHeading = children.length > 0;
  const kept = own.filter(
    (one) =>
      !one.isCaption ||
      (items.length === 0 && own.every((other) => other === one || other.isCaption || other.item === null)),
  );
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

const hasOwnTime = (item: ReadItem | null) => item?.cadence != null;

/** A passage of a paragraph, read: an item, or why it is none. */
interface ReadPassage {
  readonly line: number;
  readonly text: string;
  readonly item: ReadItem | null;
  readonly why: SkipReason;
  /** Names what follows in the same paragraph; an item only when nothing that follows is one. */
  readonly isCaption: boolean;
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
    for (const [place, sentence] of sentences.entries()) {
      const isFirst = place === 0 && sentences.length > 1;
      const label = timeOfHeading(sentence.text, around);
      if (label !== null && sentences.length > 1) {
        time = label;
        passages.push(heading(paragraph, sentence));
        continue;
      }
      const isCaption = (isFirst && isCaptionLike(sentence.text)) || (hasPoints && index === 0 && marker?.rank !== 5);
      const surroundings = { ...around, time, captions: [caption, ...around.captions] };
      const read = readSentence(paragraph, sentence, surroundings);
      if (read.length === 0 && continues(passages.at(-1), sentence.text, around)) {
        passages.push(...completed(passages, sentence, paragraph, around));
        continue;
      }
      passages.push(
        ...read.map((one) => ({
          ...one,
          isCaption: isCaption && !hasAmount(one.item),
          isLone: sentences.length === 1 && !hasPoints,
        })),
      );
      if (read.length === 0) passages.push({ ...heading(paragraph, sentence), why: reasonOf(sentence.text) });
      if (isCaption) caption = sentence.text;
      // Only the parts of one sentence share the time that its first part names.
      const named = read.findLast(({ item }) => item?.cadence != null)?.time ?? null;
      time = sentence.stop === ';' ? (named ?? time) : (around.time ?? labelOf(passages, time));
    }
  }
  return passages;
}

const labelOf = (_passages: readonly ReadPassage[], time: TimeWords | null) => time;

interface Sentence {
  readonly at: number;
  readonly text: string;
  readonly stop: string;
}

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
  }
  close(to, '');
  return sentences;
}

const isCaptionLike = (text: string) => text.length <= 40;
const hasAmount = (item: ReadItem | null) =>
  item !== null && item.cadence !== null && item.timeWords !== null && item.target !== null;

function heading(paragraph: Paragraph, { at, text }: Sentence): ReadPassage {
  return {
    line: lineAt(paragraph, at),
    text: wide(paragraph.raw.slice(at, at + text.length)),
    item: null,
    why: 'heading',
    isCaption: true,
    isLone: false,
  };
}

const reasonOf = (text: string): SkipReason => (isPast(text) ? 'report' : 'no-act');

/** 时间:5月中旬 and 主要内容是… say more of the item before them. */
const CONTINUES =
  /^(?:主要(?:内容|学习|包括|任务是)|每次|学习内容|内容(?:是|为|包括)|具体(?:内容|时间|安排)|其中|届时|时间(?:为|是|安排)?|完成时限|地点|参加(?:人员|对象|范围)|形式)/;

function continues(last: ReadPassage | undefined, text: string, _around: Surroundings): boolean {
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
    .map((statement) => {
      const item = itemOf(statement, paragraph, around);
      return {
        line: item.source.line,
        text: item.source.text,
        item,
        why: 'no-act',
        isCaption: false,
        isLone: false,
        time: statement.time,
      };
    });
}

/** A slogan's first word: what follows is a will, unless it also names an act. */
const WILL =
  /^(?:要)?(?:进一步|不断|切实|努力|积极|认真|全面|始终|牢固|充分|大力|着力)*(?:加强|强化|提高|提升|坚持|围绕|树立|深化|推进|推动|注重|发挥|增强|贯彻|落实|统一|凝聚|促进|服务|聚焦|营造|激发|维护|确保|助推|高举|突出|把握|完善|丰富|拓展|优化|做到|结合|通过|以)/;

function isDuty({ strength, text, act, time }: Statement, around: Surroundings): boolean {
  if (strength === 2) return true;
  if (strength === 1) return true;
  const isDated = (time?.cadence ?? around.time?.cadence) != null;
  return isDated && !WILL.test(act) && categoryOf(text) !== 'other' && text.length >= 4;
}

function itemOf(statement: Statement, paragraph: Paragraph, around: Surroundings): ReadItem {
  const { from, to, text, act, asked } = statement;
  const time = statement.time?.cadence == null ? (around.time ?? statement.time) : statement.time;
  const cadence = time?.cadence ?? null;
  const counted = timesIn(text) ?? 1;
  const spans = cadence?.kind === 'within' ? cadence.spans.length : 1;
  const category = categoryOf(act, `${text}${around.captions.join('')}`);
  const words = timeWordsIn(text, around).map((one) => one.text);
  return {
    title: titleOf(act, leadOf(text, act), words),
    category,
    cadence,
    // 分别在5月和10月…两次: one in each.
    times: cadence === null || asked !== '' ? 1 : spans > 1 && counted === spans ? 1 : Math.min(counted, 12),
    timeWords: time?.text ?? null,
    target: targetIn(text.includes(asked) ? text : `${asked}${text}`, cadence),
    sites: HAS_SITES.has(category) ? sitesIn(text) : [],
    reportWanted: asksForReport(text),
    duties: null,
    source: { line: lineAt(paragraph, from), text: wide(paragraph.raw.slice(from, to).replace(/[,、]$/, '')) },
    open: cadence === null ? ['cadence'] : [],
  };
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

/** The clauses before an act that say on what: 围绕…项目, 就…问题. */
function leadOf(text: string, act: string): string {
  const before = text.slice(0, Math.max(0, text.indexOf(act)));
  return before.split(',').findLast((clause) => /^(?:围绕|就|针对|对|以)/.test(clause.trim())) ?? '';
}
