import type { AnchorKey } from '../../recurrence/anchor.js';
import type { Cadence, Offset } from '../../recurrence/cadence.js';
import { knownNames } from '../../recurrence/cadence-words-anchors.js';
import { AROUND, days, N, numberOf, type TimeContext } from './time-parts.js';

/** So many days 期间 lasts. It is said nowhere: docs/operations/plan-read.md. */
export const DURING = 6;

const festivalNames = knownNames('zh').filter(([, key]) => key.startsWith('festival:'));
/** The names of festivals, as source of a regular expression. */
export const FESTIVAL = festivalNames
  .map(([name]) => name)
  .sort((a, b) => b.length - a.length)
  .join('|');
const festivalKeys = new Map(festivalNames);

/** Days of the year with a name that the calendar of festivals does not hold. */
export const NAMED_DAYS: Readonly<Record<string, readonly [month: number, day: number]>> = {
  植树节: [3, 12],
  学雷锋日: [3, 5],
  护士节: [5, 12],
  儿童节: [6, 1],
  六一儿童节: [6, 1],
  六一: [6, 1],
  环境日: [6, 5],
  教师节: [9, 10],
  医师节: [8, 19],
  记者节: [11, 8],
  国家宪法日: [12, 4],
  宪法日: [12, 4],
};

/** A name of a day and nothing else. */
export const DAY_NAME = new RegExp(`^(?:${FESTIVAL}|${Object.keys(NAMED_DAYS).join('|')})$`);

/** What the plenary session is called, as source of a regular expression. */
export const PLENARY =
  '(?:(?<!中)(?:全委会|全会|两会|全体会议|全体委员会议)|(?:[一二三四五六七八九十\\d]{1,3}届)?[一二三四五六七八九十\\d]{1,3}次(?:全体)?(?:会议|全会))';

/** So far from and up to an anchor; what precedes it may be a day earlier, what follows it a day later. */
export function anchored(anchor: AnchorKey, from: Offset | null, to: Offset): Cadence {
  return { kind: 'anchored', anchor, from, to, shift: to.count > 0 ? 'forward' : to.count < 0 ? 'back' : 'none' };
}

const LENGTH = new RegExp(`(${N}|半)(个工作日|天|日|周|个月)(之?内|以内|前)?$`);

function lengthIn(text: string): Offset | null {
  const found = LENGTH.exec(text);
  if (found === null) return null;
  const [, number, unit] = found;
  if (number === '半') return days(15);
  const count = numberOf(number);
  if (unit === '个工作日') return { unit: 'workdays', count };
  if (unit === '个月') return { unit: 'months', count };
  return days(unit === '周' ? count * 7 : count);
}

/** 全会召开前15日: up to so long before; 前15日内: the days before. */
export function anchoredBefore(anchor: AnchorKey, text: string): Cadence {
  const length = lengthIn(text);
  if (length === null) return anchored(anchor, null, days(-1));
  const away = { ...length, count: -length.count };
  return /内$/.test(text) ? anchored(anchor, away, days(-1)) : anchored(anchor, null, away);
}

/** 闭幕后一个月内; null without a length. */
export function anchoredAfter(anchor: AnchorKey, text: string): Cadence | null {
  const length = lengthIn(text);
  return length === null ? null : anchored(anchor, null, length);
}

/** 春节前, 国庆前后, 春节、重阳节: one cadence for each festival; null where the name is not a time. */
export function readFestival(found: RegExpExecArray): Cadence | readonly Cadence[] | null {
  const text = found[0].replace(/\s/g, '');
  const names = [...text.matchAll(new RegExp(FESTIVAL, 'g'))].map(([name]) => name);
  const keys = names.map((name) => festivalKeys.get(name)).filter((key) => key !== undefined);
  const more = text
    .slice(text.lastIndexOf(names.at(-1) ?? '') + (names.at(-1)?.length ?? 0))
    .replace(/^(?:佳节|节日)/, '');
  // 五一, 七一, 八一 alone are words of many things (五一路, 七一勋章); a day only with what follows.
  const isQuoted = found.input[found.index - 1] === ' ';
  if (more === '' && /^[五七八]一$/.test(names[0] ?? '') && !isQuoted) return null;
  // 举办国庆书画展, 庆七一: the name of what is held, not its day.
  if (more === '' && /(?:举办|开展|组织|召开|迎|庆|办好) ?$/.test(found.input.slice(0, found.index))) return null;
  const pair = PAIRS.find((one) => one.every((key) => keys.includes(key)) && keys.length === 2);
  if (pair !== undefined) return aroundFestival(pair[1], more, DURING);
  return keys.map((key) => aroundFestival(key, more, 0)).filter((cadence) => cadence !== null);
}

/** Two festivals close together are one time; the second is the one that counts. */
const PAIRS: readonly (readonly [AnchorKey, AnchorKey])[] = [
  ['festival:new-year', 'festival:spring-festival'],
  ['festival:national-day', 'festival:mid-autumn'],
];

/** `lead`: so many days earlier 期间 begins where two festivals are meant. */
function aroundFestival(key: AnchorKey, more: string, lead: number): Cadence | null {
  if (/^(?:前夕|来临之际|到来之际|之前|以前|前(?!后))/.test(more)) return anchoredBefore(key, more);
  if (more.startsWith('前后')) return anchored(key, days(-AROUND), days(AROUND));
  if (more === '期间') return anchored(key, days(-lead), days(DURING));
  if (more.startsWith('后')) return anchoredAfter(key, more);
  return anchored(key, days(0), days(0));
}

/** 教师节前: a day of the year. */
export function readNamedDay(found: RegExpExecArray, { year }: TimeContext): Cadence | null {
  const name = Object.keys(NAMED_DAYS)
    .sort((a, b) => b.length - a.length)
    .find((one) => found[0].startsWith(one));
  const [month, day] = NAMED_DAYS[name ?? ''] ?? [];
  if (month === undefined || day === undefined || name === undefined) return null;
  const more = found[0].slice(name.length).trim();
  // 六一 is a day before what is done on it, also in quotation marks; 六一幼儿园 is a name.
  if (
    more === '' &&
    name === '六一' &&
    !/^ ?(?:走访|慰问|看望|关爱)/.test(found.input.slice(found.index + found[0].length))
  ) {
    return null;
  }
  const on = new Temporal.PlainDate(year, month, day);
  if (/^前(?!后)/.test(more)) return { kind: 'by', on: on.subtract({ days: 1 }).toString() };
  const [from, to] = more === '前后' ? [on.subtract({ days: AROUND }), on.add({ days: AROUND })] : [on, on];
  return { kind: 'between', from: from.toString(), to: to.toString() };
}
