import { isDuty, itemsOf, type Surroundings } from './item-of-statement.js';
import { markerOf, pointStarts, UNMARKED } from './outline.js';
import { lineAt, type Paragraph } from './paragraph.js';
import { isPast, isTitle } from './plan-part.js';
import type { PlanReading, ReadItem, SkippedPassage, SkipReason } from './plan-reading.js';
import { remarksOf, type Sentence, sentencesIn } from './sentences.js';
import { statementsIn } from './statement.js';
import { type TimeContext, type TimeWords, timeWordsIn } from './time-words.js';
import { wide } from './title.js';

/** A paragraph with what stands below it. */
export interface Section {
  readonly paragraph: Paragraph;
  readonly rank: number;
  readonly children: Section[];
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
  return first?.at === 0 && isMonthly(first) ? first : null;
}

function captionOf({ text }: Paragraph): string {
  return text.slice(markerOf(text)?.length ?? 0).split(/[。;:!?]/)[0] ?? '';
}

/** Words that stand in a heading beside its time: 二季度重点工作安排(4-6月). */
const BESIDE_TIME = /政协|工作|重点|主要|任务|安排|计划|活动|事项|要点|内容|[():、,份]/g;

/** The time of a heading that says nothing else. */
export function timeOfHeading(caption: string, context: TimeContext): TimeWords | null {
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
          isCaption: isCaption && !isDefinite(one.item, sentence.stop),
          isLead: isLead && !isDefinite(one.item, sentence.stop),
          isLone: sentences.length === 1 && !hasPoints,
        })),
      );
      if (read.length === 0) passages.push({ ...heading(paragraph, sentence), why: reasonOf(sentence.text) });
      if (isCaption) caption = sentence.text;
      // 3月,召开…;组织…: the parts of one sentence share the stretch that its first part begins with.
      const [named] = timeWordsIn(sentence.text, around);
      if (sentence.stop !== ';' || around.time !== null) time = labelled;
      else if (named?.at === 0 && isMonthly(named)) time = named;
    }
  }
  return passages;
}

/** 3月, 一季度: a stretch that a line of a schedule may begin with. */
function isMonthly({ cadence }: TimeWords): boolean {
  return cadence?.kind === 'within' && cadence.spans.every(({ unit }) => unit === 'month' || unit === 'quarter');
}

/** 线下交流。, 学习培训: before what is to be done. */
const isCaptionLike = ({ text, stop }: Sentence) => text.length <= 24 && (stop === '。' || stop === ':');
/** 组织视察2次:5月…;10月…: what follows the colon are the two. */
function isDefinite(item: ReadItem | null, stop: string): boolean {
  const isSum = stop === ':' && item?.target?.unit === '次' && item.cadence === null;
  return item !== null && !isSum && (item.target !== null || item.cadence !== null);
}

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
