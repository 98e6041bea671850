import type { AnchorKey, EventAnchor } from '../../recurrence/anchor.js';
import type { Cadence, Offset, Span } from '../../recurrence/cadence.js';
import { readCadence } from '../../recurrence/cadence-words.js';
import { knownNames } from '../../recurrence/cadence-words-anchors.js';
import { readChineseNumber } from '../../recurrence/cadence-words-numbers.js';
import { weekdays } from '../../recurrence/rule-parts.js';
import { windowOf } from '../../recurrence/window.js';

/** Words on time found in a passage, with what they mean; null: they are on time, but say no day (适时). */
export interface TimeWords {
  readonly at: number;
  readonly text: string;
  readonly cadence: Cadence | null;
  /** 春节、重阳节: the same again from other days. */
  readonly also?: readonly Cadence[];
}

export interface TimeContext {
  readonly year: number;
  readonly events?: readonly Pick<EventAnchor, 'key' | 'name'>[];
  /** What words were found to mean before: the same ones stand in a plan again and again, and reading takes 0.8 ms. */
  readonly known?: Map<string, Cadence | null>;
}

const N = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const YEAR = '(?:(?:(?:20)?[\\dxX×]{2,4}|[二〇○零一三四五六七八九]{4}|[今本明当来])年度?)?';
const DAY = `${N}月${N}[日号]`;
const POINT = `(?:[上下]半年|第?[一二三四1-4]季度|${DAY}|${N}月份?[上中下]{1,2}旬|${N}月份?|(?:\\d{4})?年)[初中底末]?`;
const AND = '(?:以及|和|与|及|、|,|或)';
const TO = '(?:至|到|-)';
const BY = '(?:之前|以前|前后|左右|前|起|内|止)?';

/** What a wording means; several where the same is done again from other days. */
type Reader = (found: RegExpExecArray, context: TimeContext) => Cadence | readonly Cadence[] | null;

const within = (...spans: readonly Span[]): Cadence => ({ kind: 'within', spans });
const ruleOf = (rrule: string): Cadence => ({ kind: 'rule', rrule, shift: 'back' });
const days = (count: number): Offset => ({ unit: 'calendar-days', count });
const numberOf = (text: string | undefined) => readChineseNumber(text ?? '') ?? 0;

/** So many days before and after a festival are 前后; so many days 期间 lasts. Neither is said anywhere: docs/operations. */
const AROUND = 7;
const DURING = 6;

const festivalNames = knownNames('zh').filter(([, key]) => key.startsWith('festival:'));
const FESTIVAL = festivalNames
  .map(([name]) => name)
  .sort((a, b) => b.length - a.length)
  .join('|');
const festivalKeys = new Map(festivalNames);

/** Days of the year with a name that the calendar of festivals does not hold. */
const NAMED_DAYS: Readonly<Record<string, readonly [month: number, day: number]>> = {
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

const PLENARY =
  '(?:(?<!中)(?:全委会|全会|两会|全体会议|全体委员会议)|(?:[一二三四五六七八九十\\d]{1,3}届)?[一二三四五六七八九十\\d]{1,3}次(?:全体)?(?:会议|全会))';

/**
 * Each wording with what it means. Of those that begin at the same place the longest counts. What `readCadence` reads is
 * left to it.
 */
const wordings: readonly (readonly [pattern: RegExp, read: Reader])[] = [
  // 每季度, 至少一个季度, 按季度
  [/(?:每|按|分|逐)(?:个|一)?(?:一个)?季度?|一个季度(?=.{0,40}[次场期])/g, () => ({ kind: 'each', unit: 'quarter' })],
  [/季季|季度性/g, () => ({ kind: 'each', unit: 'quarter' })],
  [
    /(?:每|按|逐)(?:个|一)?(?:一个)?月(?:度|份)?|一个月(?=.{0,20}[次场期])|月月/g,
    () => ({ kind: 'each', unit: 'month' }),
  ],
  [/每(?:个|一)?半年|半年(?=.{0,20}[一两二三\d][次场期])/g, () => ({ kind: 'each', unit: 'half-year' })],
  [/每(?:个|一)?旬/g, () => ({ kind: 'each', unit: 'ten-days' })],
  // The last working day of each week, as a quarter's duty is due on its last working day.
  [
    /每(?:个|一)?(?:周|星期)(?![一二三四五六日天末])|一周(?=.{0,20}[一两二三\d]次)/g,
    () => ruleOf('FREQ=WEEKLY;BYDAY=FR'),
  ],
  [/每(?:两|二|2)(?:个)?(?:周|星期)|每双周|每半个?月/g, () => ruleOf('FREQ=WEEKLY;INTERVAL=2;BYDAY=FR')],
  [
    /每(?:两|二|2)个?月|每(?:逢)?双月|双月(?=[开召组举])/g,
    () => ruleOf('FREQ=YEARLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=-1'),
  ],
  [/每(?:四|4)个?月/g, () => ruleOf('FREQ=YEARLY;BYMONTH=4,8,12;BYMONTHDAY=-1')],
  [/每(?:三|3)个?月/g, () => ({ kind: 'each', unit: 'quarter' })],
  [/每(?:六|6)个?月/g, () => ({ kind: 'each', unit: 'half-year' })],
  [new RegExp(`每个?月(?:的)?${N}[日号](?:之?前|以前)?`, 'g'), read],
  [/每个?月(?:的)?(?:最后一个|第[一二三四]个)(?:周|星期|礼拜)[一二三四五六日天]/g, read],
  [
    /每个?月(?:的)?第([一二三四])(?:个)?(?:周|星期)(?:的)?(?:周|星期|礼拜)([一二三四五六日天])/g,
    (found) =>
      ruleOf(
        `FREQ=MONTHLY;BYDAY=${'一二三四'.indexOf(found[1] ?? '') + 1}${weekdays['一二三四五六日'.indexOf((found[2] ?? '').replace('天', '日'))]}`,
      ),
  ],
  [/每个?月(?:的)?[上中下]旬|每个?月(?:月)?(?:初|中|底|末)/g, (found) => monthlyPart(found[0])],
  [/每个?季度?(?:的)?(?:末|末月|季末|最后一个月|第三个月|第3个月)/g, () => within(...monthsOf([3, 6, 9, 12]))],
  [/每个?季度?(?:的)?(?:初|首月|第一个月|第1个月)/g, () => within(...monthsOf([1, 4, 7, 10]))],
  [/每个?季度?(?:的)?(?:第二个月|第2个月)/g, () => within(...monthsOf([2, 5, 8, 11]))],
  [/每(?:周|星期)[一二三四五六日天]/g, read],
  // 全年, 年内
  [
    /全年(?!工作|目标|任务|各项|[的重])|年内|年度内|(?<!一)年度(?=[内至不])|每(?:个|一)?年(?![初中底末轻])(?:度|内)?|一年(?=.{0,20}[一两二三四五六\d][次场期件条份篇])|年均/g,
    () => within({ unit: 'year' }),
  ],
  // 10月底前, 5月中旬, 3-5月, 6月中旬和11月下旬, 上半年和下半年
  [
    new RegExp(
      `(?:最迟|不迟于|截至|截止到?)?${YEAR}(?:${POINT}|上(?:、|和|及)?下半年|${N}(?=${TO}|${AND}))(?:(?:${TO}|${AND})${YEAR}(?:${POINT}|第?${N}季度|${N}[日号月]|${N}(?=${AND}|${TO})))*${BY}`,
      'g',
    ),
    readPoint,
  ],
  // 2027-05-20, 2027.5, 5.20
  [/(20\d{2})[-./](\d{1,2})(?:[-./](\d{1,2}))?(?![\d.])(?:前|之前|以前)?/g, readFigures],
  [/(?:农历|阴历)(?:正|[一二三四五六七八九十冬腊]{1,2})月(?:初|廿)?[一二三四五六七八九十]{1,3}(?:前后|之?前)?/g, read],
  [/新春(?:佳节)?(?:来临之际|前夕|前|到来之际)/g, () => anchored('festival:spring-festival', null, days(-1))],
  [/新春(?:佳节)?期间/g, () => anchored('festival:spring-festival', days(0), days(DURING))],
  // 春节前, 重阳节, 国庆前后, 元旦春节期间
  [
    new RegExp(
      `(?:${FESTIVAL})(?:(?:、|和|与|及)?(?:${FESTIVAL}))*(?:佳节|节日)?(?:前夕|前后|期间|来临之际|到来之际|之际|当天|当日|之前|以前|前|后)?(?:${N}(?:个工作日|天|日|周|个月)(?:之?内|前)?)?`,
      'g',
    ),
    readFestival,
  ],
  [/(?:两节|元旦春节|双节)(?:期间|前夕|前后|前|来临之际)/g, () => anchored('festival:spring-festival', null, days(-1))],
  [
    new RegExp(
      `(?:${Object.keys(NAMED_DAYS)
        .sort((a, b) => b.length - a.length)
        .join('|')})(?:前夕|前后|期间|之际|来临之际|前|当天)?`,
      'g',
    ),
    readNamedDay,
  ],
  // 全会前, 全会期间, 闭幕后一个月内
  [
    new RegExp(`${PLENARY}(?:召开|开幕|举行)?(?:之?前夕?|以前)(?:${N}(?:个工作日|天|日|周|个月)(?:之?内|前)?)?`, 'g'),
    (found) => anchoredBefore('event:plenary-opens', found[0]),
  ],
  [
    new RegExp(`(?<=[在于])(?:[^,。;]{0,8}?)${PLENARY}(?:召开|会议)?(?:期间|[中上])|${PLENARY}(?:召开|会议)?期间`, 'g'),
    () => anchored('event:plenary-opens', null, days(0)),
  ],
  [
    new RegExp(
      `${PLENARY}(?:闭幕|结束)?(?:之?后|以后|闭幕|结束)(?:${N}|半)(?:个工作日|天|日|周|个月)(?:之?内|以内|前)?`,
      'g',
    ),
    (found) => anchoredAfter('event:plenary-closes', found[0]),
  ],
];

const VAGUE =
  /适时|择机|待定|不定期|定期|经常性?|随时|视情|择期|另行通知|年初|年中|近期|长期|常年|持续|全程|暑期|暑假期间|常态化|农闲时节|届时|尽快|及时/g;

/**
 * The words on time in a passage, in their order. Of overlapping readings the one that begins first and is longest
 * counts; words of a year other than the plan's are none.
 */
export function timeWordsIn(text: string, context: TimeContext): TimeWords[] {
  const masked = text
    // What stands in a title or a quotation is not when something is done; a festival in quotation marks is.
    .replace(/《[^》]*》/g, (title) => '＿'.repeat(title.length))
    .replace(
      /[“"'‘「]([^”"'’」]{1,6})[”"'’」](?=前|期间|节|来临|到来|之际|$)/g,
      (quoted, inner: string) => `${' '.repeat(quoted.length - inner.length)}${inner}`,
    );
  const unquoted = masked.replace(/[“「"][^”」"]*[”」"]/g, (quoted) => '＿'.repeat(quoted.length));
  const found: (TimeWords & { readonly end: number })[] = [];
  for (const [pattern, reader] of wordings) {
    for (const match of unquoted.matchAll(pattern)) {
      if (isNoTime(unquoted, match)) continue;
      const meant = reader(match as RegExpExecArray, context);
      const [cadence, ...also] = meant === null || 'kind' in meant ? [meant] : meant;
      if (cadence != null)
        found.push({
          ...wordsAt(text, match, cadence),
          ...(also.length > 0 && { also: also.filter((one) => one !== null) }),
        });
    }
  }
  for (const match of unquoted.matchAll(VAGUE)) found.push(wordsAt(text, match, null));
  found.sort((a, b) => a.at - b.at || b.end - a.end);
  const kept: typeof found = [];
  for (const one of found) if (one.at >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept.map(({ end: _end, ...words }) => words);
}

function wordsAt(text: string, match: RegExpMatchArray, cadence: Cadence | null): TimeWords & { readonly end: number } {
  const at = match.index ?? 0;
  return { at, end: at + match[0].length, text: text.slice(at, at + match[0].length), cadence };
}

/** 三月 in 三月份以来, 5月 in 5月份以来, 十月 in 二十月; a session's number, an order's date. */
function isNoTime(text: string, match: RegExpMatchArray): boolean {
  const [from, to] = [match.index ?? 0, (match.index ?? 0) + match[0].length];
  return (
    match[0].trim() === '' ||
    /^(?:以来|召开的|印发的|出台的|颁布的|下发的|精神|讲话|工程|节目|路|街|村)/.test(text.slice(to)) ||
    /(?:自|前|[\d一二三四五六七八九十]|(?:听取|通报|总结|回顾|部署|分析|研究|收看|观看|汇报|交流|了解)(?:了|\d{4}年)?)$/.test(
      text.slice(0, from),
    )
  );
}

/** What our own reader of words on time makes of it. */
function read(found: RegExpExecArray, context: TimeContext): Cadence | null {
  return meaningOf(found[0].replace(/\s/g, ''), context);
}

function meaningOf(text: string, { year, events, known }: TimeContext): Cadence | null {
  const before = known?.get(text);
  if (before !== undefined) return before;
  const cadence = readCadence(text, { year, ...(events === undefined ? {} : { events }) })?.cadence ?? null;
  known?.set(text, cadence);
  return cadence;
}

const monthsOf = (months: readonly number[]): Span[] => months.map((month) => ({ unit: 'month', month }));

function monthlyPart(text: string): Cadence {
  const part = /上|初/.test(text) ? 1 : /中/.test(text) ? 2 : 3;
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return within(...months.map((month) => ({ unit: 'ten-days', month, part }) as const));
}

function readPoint(found: RegExpExecArray, context: TimeContext): Cadence | null {
  const { year } = context;
  const named = [...found[0].matchAll(/(\d{4})年/g)].map(([, digits]) => Number(digits));
  if (named.some((one) => one !== year)) return null;
  const text = found[0]
    .replace(/\s/g, '')
    .replace(
      /(?:(?:20)?[\dxX×]{2,4}|[二〇○零一三四五六七八九]{4}|[今本明当来])年度?(?=[上下第\d一二三四五六七八九十])/g,
      '',
    )
    .replace(/^(最迟|不迟于|截至|截止到?)(.*?)前?$/, '$2前')
    .replace(/^(?:\d{4}|[今本明当来])年(?=[初中底末])/, '年')
    .replace(/^([上下])半年[底末]前$/, (_all, half: string) => (half === '上' ? '6月底前' : '12月底前'))
    .replace(/(?:和|与|及|、|,|或)$/, '')
    .replace(/份(?=[上中下]旬)/g, '')
    .replaceAll('或', '、');
  const aroundDay = /^(.+[日号])(?:前后|左右)$/.exec(text);
  if (aroundDay !== null) return readAround(aroundDay[1] ?? '', context);
  return (
    readEnds(text, context) ?? meaningOf(text, context) ?? meaningOf(text.replace(/(?:前后|左右|内|起)$/, ''), context)
  );
}

function readAround(text: string, context: TimeContext): Cadence | null {
  const day = meaningOf(text, context);
  if (day?.kind !== 'between') return null;
  const on = Temporal.PlainDate.from(day.from);
  return {
    kind: 'between',
    from: on.subtract({ days: AROUND }).toString(),
    to: on.add({ days: AROUND }).toString(),
  };
}

/** Ends and beginnings of stretches, and two thirds of a month; what `readCadence` does not read by itself. */
function readEnds(text: string, context: TimeContext): Cadence | null {
  const { year } = context;
  const end =
    /^(?:年|(\d{1,2}|[一二三四五六七八九十]{1,3})月份?|第?([一二三四1-4])季度|([上下])半年)([初中底末])$/.exec(text);
  if (end !== null) {
    const [, month, quarter, half, part] = end;
    if (month !== undefined) {
      const which = numberOf(month);
      if (which < 1 || which > 12 || part === undefined) return null;
      return within({ unit: 'ten-days', month: which, part: part === '初' ? 1 : part === '中' ? 2 : 3 });
    }
    if (part !== '底' && part !== '末') return null;
    if (quarter !== undefined) return within(...monthsOf([numberOf(quarter) * 3]));
    return within(...monthsOf([half === '上' ? 6 : 12]));
  }
  const thirds = /^(\d{1,2}|[一二三四五六七八九十]{1,3})月(上中|中下)旬$/.exec(text);
  if (thirds !== null) {
    const month = numberOf(thirds[1]);
    if (month < 1 || month > 12) return null;
    const [first, last] = thirds[2] === '上中' ? ([1, 2] as const) : ([2, 3] as const);
    return {
      kind: 'between',
      from: windowOf({ unit: 'ten-days', month, part: first }, year).from.toString(),
      to: windowOf({ unit: 'ten-days', month, part: last }, year).to.toString(),
    };
  }
  const before = /^(.+[上中下]旬|第?[一二三四1-4]季度)(?:结束)?(?:之前|以前|前)$/.exec(text);
  if (before === null || before[1]?.includes('季')) return null;
  const spans = meaningOf(before[1] ?? '', context);
  if (spans?.kind !== 'within' || spans.spans.length !== 1 || spans.spans[0] === undefined) return null;
  return { kind: 'by', on: windowOf(spans.spans[0], year).to.toString() };
}

function readFigures(found: RegExpExecArray, context: TimeContext): Cadence | null {
  const [all, year, month, day] = found;
  const words = `${year}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}${/前$/.test(all) ? (day === undefined ? '底前' : '前') : ''}`;
  return meaningOf(words, context);
}

function anchored(anchor: AnchorKey, from: Offset | null, to: Offset): Cadence {
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

function anchoredBefore(anchor: AnchorKey, text: string): Cadence {
  const length = lengthIn(text);
  if (length === null) return anchored(anchor, null, days(-1));
  const away = { ...length, count: -length.count };
  return /内$/.test(text) ? anchored(anchor, away, days(-1)) : anchored(anchor, null, away);
}

function anchoredAfter(anchor: AnchorKey, text: string): Cadence | null {
  const length = lengthIn(text);
  return length === null ? null : anchored(anchor, null, length);
}

function readFestival(found: RegExpExecArray): Cadence | readonly Cadence[] | null {
  const text = found[0].replace(/\s/g, '');
  const names = [...text.matchAll(new RegExp(FESTIVAL, 'g'))].map(([name]) => name);
  const keys = names.map((name) => festivalKeys.get(name)).filter((key) => key !== undefined);
  const more = text
    .slice(text.lastIndexOf(names.at(-1) ?? '') + (names.at(-1)?.length ?? 0))
    .replace(/^(?:佳节|节日)/, '');
  // 五一, 七一, 八一 alone are words of many things (五一路, 七一勋章); a day only with what follows.
  if (more === '' && /^[五七八]一$/.test(names[0] ?? '')) return null;
  // 举办国庆书画展, 庆七一: the name of what is held, not its day.
  if (more === '' && /(?:举办|开展|组织|召开|迎|庆|办好|[“"])$/.test(found.input.slice(0, found.index))) return null;
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

function readNamedDay(found: RegExpExecArray, { year }: TimeContext): Cadence | null {
  const name = Object.keys(NAMED_DAYS)
    .sort((a, b) => b.length - a.length)
    .find((one) => found[0].startsWith(one));
  const [month, day] = NAMED_DAYS[name ?? ''] ?? [];
  if (month === undefined || day === undefined || name === undefined) return null;
  const more = found[0].slice(name.length);
  if (more === '' && name === '六一') return null;
  const on = new Temporal.PlainDate(year, month, day);
  if (/^前(?!后)/.test(more)) return { kind: 'by', on: on.subtract({ days: 1 }).toString() };
  const [from, to] = more === '前后' ? [on.subtract({ days: AROUND }), on.add({ days: AROUND })] : [on, on];
  return { kind: 'between', from: from.toString(), to: to.toString() };
}
