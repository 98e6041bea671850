import { categoryOf } from '../annual-plan/reading/acts.js';
import { titleOf } from '../annual-plan/reading/title.js';
import { readChineseNumber } from '../recurrence/cadence-words-numbers.js';
import { windowOf } from '../recurrence/window.js';
import { isToCome } from './figures.js';
import type { HeldFinding, HeldPrecision } from './finding.js';

/** Days of one year, ISO dates. */
export interface HeldDays {
  readonly from: string;
  readonly to: string;
  readonly precision: HeldPrecision;
}

const N = '(\\d{1,2}|[一二三四五六七八九十]{1,3}|元(?=月))';
const TO = '(?:至|到|-)';
const WHEN = new RegExp(
  `(?:(\\d{4})年)?(?:${N}月(?:${N}[日号]?(?:${TO}(?:${N}月)?${N}[日号])|${N}[日号]|([上中下])旬|份|初|底|末)?|([上下])半年|第?([一二三四])季度)`,
  'g',
);
/** Words that make a date a limit or a beginning, not the day of something. */
const LIMIT_BEFORE = /(?:截至|截止|直到|到|至|自|从|由)$/;
const LIMIT_BEHIND = /^(?:前|之前|以前|底前|起|止|以来|以后|之后|为止|内|施行|实施|印发|生效)/;

const DID = /组织|开展|召开|举办|举行|进行|参加|邀请|深入|前往|承办|接待|赴|率|走访|慰问|视察|考察|调研|观摩|参观/;
const ORGANISED = /组织|开展|召开|举办|举行|进行|赴/;
const EVENT =
  /视察|调研|考察|走访|慰问|座谈|培训|学习|讲座|研讨|协商|民主监督|评议|活动|义诊|植树|会议|(?<![社机协商员工学妇])会(?=[,。、;)”"》]|$)|宣讲|观摩|督办|交办|读书|论坛|比赛|约谈|参观|联谊|捐赠/;
/** More than one of them: a count, not one thing that was held. */
const SEVERAL = /(?<![第届\d])(?:[2-9]|\d{2,}|[两二三四五六七八九十]+)(?:多|余)?(?:次|场|期|轮)(?!会议|全会|常委)/;
const PEOPLE =
  /(\d{1,5})(?:[多余])?[名位人](?:政协)?(?:委员|常委|同志|代表)?[^,。\d]{0,6}(?:参加|出席|参与)|(?:参加|出席)(?:人数|人员|委员)?(?:共|为|约|达)?(\d{1,5})[名位人](?!次)|组织(\d{1,5})[名位](?:政协)?委员/;
const LONGEST_TITLE = 60;

/** What a sentence says was held on which days of `year`; dates of other years and limits are left out. */
export function heldIn(sentence: string, year: number): Omit<HeldFinding, 'source'>[] {
  const dates = [...sentence.matchAll(WHEN)];
  return dates.flatMap((match, index) => {
    const start = match.index + match[0].length;
    const act = sentence.slice(start, dates[index + 1]?.index ?? sentence.length);
    const days = daysOf(match, year);
    const isLimit = LIMIT_BEFORE.test(sentence.slice(0, match.index)) || LIMIT_BEHIND.test(act);
    const clause = clauseOf(act);
    if (days === null || isLimit || isToCome(sentence) || SEVERAL.test(clause) || !EVENT.test(act)) return [];
    const isVague = days.precision === 'half-year' || days.precision === 'quarter';
    if (!(isVague ? ORGANISED : DID).test(act)) return [];
    const title = titleOf(clause, '', []).slice(0, LONGEST_TITLE);
    const people = PEOPLE.exec(act);
    const count = people?.[1] ?? people?.[2] ?? people?.[3];
    return [
      {
        kind: 'held' as const,
        title,
        category: categoryOf(title, [act]),
        ...days,
        place: null,
        people: count === undefined ? null : Number(count),
      },
    ];
  });
}

/** A cell that holds nothing but a stretch: 5月, 6月下旬, 二季度; null for anything else. */
export function stretchIn(cell: string, year: number): HeldDays | null {
  const [match, ...others] = [...cell.matchAll(WHEN)];
  return match === undefined || others.length > 0 || match[0] !== cell ? null : daysOf(match, year);
}

/** Whether a number of people was taken as those who came, so that it is no figure of its own. */
export const isAttendance = (sentence: string, at: number): boolean => {
  const found = PEOPLE.exec(sentence);
  return found !== null && at >= found.index && at < found.index + found[0].length;
};

/** The words up to the clause that names the event. */
function clauseOf(act: string): string {
  const clauses = act.split(',').filter((clause) => clause.trim() !== '');
  const place = clauses.findIndex((clause) => EVENT.test(clause));
  const whole = clauses.slice(0, place + 1).join(',');
  return whole.length <= LONGEST_TITLE ? whole : (clauses[place] ?? whole);
}

function daysOf(match: RegExpMatchArray, year: number): HeldDays | null {
  const [, ofYear, month, first, lastMonth, last, day, part, half, quarter] = match;
  if (ofYear !== undefined && Number(ofYear) !== year) return null;
  if (half !== undefined) return spanOf({ unit: 'half-year', number: half === '上' ? 1 : 2 }, year);
  if (quarter !== undefined) {
    return spanOf({ unit: 'quarter', number: ('一二三四'.indexOf(quarter) + 1) as 1 | 2 | 3 | 4 }, year);
  }
  const inMonth = numberIn(month);
  if (inMonth < 1 || inMonth > 12) return null;
  if (part !== undefined) {
    return spanOf({ unit: 'ten-days', month: inMonth, part: ('上中下'.indexOf(part) + 1) as 1 | 2 | 3 }, year);
  }
  if (first !== undefined && last !== undefined) {
    const endMonth = lastMonth === undefined ? inMonth : numberIn(lastMonth);
    return betweenDays(dayOf(year, inMonth, numberIn(first)), dayOf(year, endMonth, numberIn(last)));
  }
  if (day !== undefined) {
    const on = dayOf(year, inMonth, numberIn(day));
    return betweenDays(on, on);
  }
  return spanOf({ unit: 'month', month: inMonth }, year);
}

const numberIn = (text = '') => (text === '元' ? 1 : (readChineseNumber(text) ?? 0));

/** An ISO date; null where there is no such day. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const date = Temporal.PlainDate.from({ year, month, day });
  return date.day === day ? date.toString() : null;
}

/** The days from one to another as a stretch known to the day; null when they are none. */
export function betweenDays(from: string | null, to: string | null): HeldDays | null {
  return from === null || to === null || from > to ? null : { from, to, precision: 'day' };
}

function spanOf(span: Exclude<Parameters<typeof windowOf>[0], { unit: 'year' }>, year: number): HeldDays {
  const { from, to } = windowOf(span, year);
  return { from: from.toString(), to: to.toString(), precision: span.unit };
}
