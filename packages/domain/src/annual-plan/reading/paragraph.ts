import { readChineseNumber } from '../../recurrence/cadence-words-numbers.js';
import type { SourceLine } from './source-document.js';

/**
 * A paragraph as the reader works on it. `text` and `raw` have the same length: `raw` is what was written, without the
 * spaces that stand between Chinese characters; `text` the same with half-width digits and punctuation.
 */
export interface Paragraph {
  readonly raw: string;
  readonly text: string;
  readonly level: number | null;
  /** Where each line of the document begins in `text`, in order. */
  readonly starts: readonly { readonly at: number; readonly line: number }[];
}

const HAN = '\\p{Script=Han}';
const WIDE = `[${HAN}\\u3000-\\u303F\\uFF00-\\uFFEF“”‘’—…·○〇×]`;
const BETWEEN_WIDE = new RegExp(
  `(?<=${WIDE})\\s+(?=[${HAN}\\u3000-\\u303F\\uFF00-\\uFFEF“”‘’—…·○〇×\\d("])|(?<=[\\d,.;:)%"])\\s+(?=${WIDE})`,
  'gu',
);
/** 1 组织…: a number set apart by nothing but a space. */
const NUMBER_THEN_SPACE = new RegExp(`^(\\d{1,2})\\s+(?=${HAN})(?![年月日号个次件条季项篇份])`, 'u');
const MARKED =
  /^(?:#|第[一二三四五六七八九十\d]+(?:部分|章|篇|季度)|[一二三四五六七八九十]{1,3}[、.,是要]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.)](?!\d)|[①-⑳]|[●•·◆■□▪★☆➢]|首先|其次|再次|最后|篇[一二三四五六七八九十])/u;
const TIMED =
  /^(?:\d{4}年)?(?:[上下]半年|第?[一二三四1-4]季度|(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[-至、和]\d{1,2})?月|每[季月周半年])/u;
/** A marked line without a stop, or a title: what follows is not its end. */
const HEADING =
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))|(?:总结|计划|打算|要点|安排|思路|方案|汇报)$/;
const ENDED = /[。!?;:]["”’)\]》]?$/u;
/** A line longer than this is a paragraph that a page broke; a shorter one may be an entry of a list. */
const PAGE_BROKEN = 40;
const COMMA_BROKEN = 30;
const SHORTEST_WRAPPED = 18;

/** Half-width digits, letters and punctuation; every character stays one character. */
export function plainText(text: string): string {
  return [...text]
    .map((char) => {
      const plain = /[①-⑳]/u.test(char) ? char : char.normalize('NFKC');
      return plain.length === char.length ? plain : char;
    })
    .join('')
    .replace(/[–—―~〜]/g, '-')
    .replaceAll('﹑', '、');
}

/** A line without the spaces that mean nothing between Chinese characters. */
export function tidyLine(text: string): string {
  return text
    .replace(/[\u200B-\u200D\uFEFF]/g, '')
    .replace(/[\u00A0\u3000\t ]+/g, ' ')
    .trim()
    .replace(NUMBER_THEN_SPACE, '$1、')
    .replace(BETWEEN_WIDE, '');
}

/**
 * The paragraphs of a text whose lines may have been broken anywhere: a page's end, the width of a mail, a web page. A
 * line goes on in the next one when it ends in the middle of a sentence and nothing says that a new one begins.
 */
export function paragraphsOf(lines: readonly SourceLine[]): Paragraph[] {
  const filled = lines
    .map((line) => ({ line, raw: tidyLine(line.text) }))
    .filter(({ raw }) => raw !== '')
    .map((one) => ({ ...one, text: plainText(one.raw) }));
  const isWrapWidth = wrapWidths(filled.map(({ text }) => text.length));
  const paragraphs: Paragraph[] = [];
  for (const [index, { line, raw, text }] of filled.entries()) {
    const before = filled[index - 1];
    const last = paragraphs.at(-1);
    if (before !== undefined && last !== undefined && line.level === null && goesOn(before, text, isWrapWidth)) {
      paragraphs[paragraphs.length - 1] = {
        ...last,
        raw: last.raw + raw,
        text: last.text + text,
        starts: [...last.starts, { at: last.text.length, line: line.number }],
      };
    } else {
      paragraphs.push({ raw, text, level: line.level, starts: [{ at: 0, line: line.number }] });
    }
  }
  return apartFromNumbers(paragraphs);
}

const CHINESE_NUMBER = '[一二三四五六七八九十]{1,3}';
/** 11.12月…, 三、一季度…: a number and a time, or a list of two; the numbers before it tell. */
const GLUED = new RegExp(`^(\\d{1,2}|${CHINESE_NUMBER})[.、](?=\\d{1,2}月|第?[一二三四]季度|${CHINESE_NUMBER}月)`);
const NUMBERED = new RegExp(`^(\\d{1,2}|${CHINESE_NUMBER})[.、]`);

/** A number that goes on with those before it is a marker, although a month follows: a space sets them apart. */
function apartFromNumbers(paragraphs: readonly Paragraph[]): Paragraph[] {
  const last = { figures: 0, words: 0 };
  return paragraphs.map((paragraph) => {
    const name = NUMBERED.exec(paragraph.text)?.[1];
    const number = name === undefined ? null : readChineseNumber(name);
    if (name === undefined || number === null) return paragraph;
    const kind = /\d/.test(name) ? 'figures' : 'words';
    const goesOnCounting = number === last[kind] + 1;
    const glued = GLUED.exec(paragraph.text)?.[0].length;
    if (glued === undefined || goesOnCounting) last[kind] = number;
    if (glued === undefined || !goesOnCounting) return paragraph;
    const apart = (text: string) => `${text.slice(0, glued)} ${text.slice(glued)}`;
    const starts = paragraph.starts.map(({ at, line }) => ({ at: at === 0 ? 0 : at + 1, line }));
    return { ...paragraph, raw: apart(paragraph.raw), text: apart(paragraph.text), starts };
  });
}

/**
 * The widths at which a text's lines were broken: those of several lines, with hardly any line that is longer. A table
 * from width to whether it is one, made once, as a text may have ten thousand lines.
 */
function wrapWidths(widths: readonly number[]): (width: number) => boolean {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const sum = (is: (width: number) => boolean) =>
    [...counts].reduce((total, [width, count]) => (is(width) ? total + count : total), 0);
  const wrapped = new Set(
    [...counts.keys()].filter((width) => {
      const like = sum((other) => Math.abs(other - width) <= 3);
      const longer = sum((other) => other > width + 3);
      return width >= SHORTEST_WRAPPED && like >= 3 && longer * 10 <= widths.length;
    }),
  );
  return (width) => wrapped.has(width);
}

function goesOn(
  before: { readonly text: string; readonly line: SourceLine },
  next: string,
  isWrapWidth: (width: number) => boolean,
): boolean {
  const { text, line } = before;
  if (line.level !== null || ENDED.test(text) || MARKED.test(next) || TIMED.test(next)) return false;
  if (/[,、]$/.test(text)) return true;
  if (HEADING.test(text) && text.length < PAGE_BROKEN) return false;
  if (text.length >= COMMA_BROKEN && text.includes(',')) return true;
  return text.length >= PAGE_BROKEN || isWrapWidth(text.length);
}

/** The document's line on which the character at `at` stands. */
export function lineAt(paragraph: Paragraph, at: number): number {
  return paragraph.starts.findLast((start) => start.at <= at)?.line ?? 0;
}
