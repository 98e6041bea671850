import type { Cadence, Span } from '../../recurrence/cadence.js';
import { readCadence } from '../../recurrence/cadence-words.js';
import { weekdays } from '../../recurrence/rule-parts.js';
import { windowOf } from '../../recurrence/window.js';
import {
  anchored,
  anchoredAfter,
  anchoredBefore,
  DAY_NAME,
  DURING,
  FESTIVAL,
  NAMED_DAYS,
  PLENARY,
  readFestival,
  readNamedDay,
} from './time-anchors.js';
import { AROUND, days, N, numberOf, type TimeContext, type TimeWords } from './time-parts.js';

export type { TimeContext, TimeWords } from './time-parts.js';

const YEAR = '(?:(?:(?:20)?[\\dxX×]{2,4}|[二〇○零一三四五六七八九]{4}|[今本明当来])年度?)?';
const DAY = `${N}月${N}[日号]`;
const POINT = `(?:[上下]半年|第?[一二三四1-4]季度|${DAY}|${N}月份?[上中下]{1,2}旬|${N}月份?|(?:\\d{4})?年)[初中底末终]?`;
const AND = '(?:以及|和|与|及|、|,|或)';
const TO = '(?:至|到|-)';
const BY = '(?:之前|以前|前后|左右|前|起|内|止)?';

/** What a wording means; several where the same is done again from other days. */
type Reader = (found: RegExpExecArray, context: TimeContext) => Cadence | readonly Cadence[] | null;

const within = (...spans: readonly Span[]): Cadence => ({ kind: 'within', spans });
const ruleOf = (rrule: string): Cadence => ({ kind: 'rule', rrule, shift: 'back' });
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
      `(?:${FESTIVAL})(?: ?(?:、|和|与|及)? ?(?:${FESTIVAL}))* ?(?:佳节|节日)?(?:前夕|前后|期间|来临之际|到来之际|之际|当天|当日|之前|以前|前|后)?(?:${N}(?:个工作日|天|日|周|个月)(?:之?内|前)?)?`,
      'g',
    ),
    readFestival,
  ],
  [/(?:两节|元旦春节|双节)(?:期间|前夕|前后|前|来临之际)/g, () => anchored('festival:spring-festival', null, days(-1))],
  [
    new RegExp(
      `(?:${Object.keys(NAMED_DAYS)
        .sort((a, b) => b.length - a.length)
        .join('|')}) ?(?:前夕|前后|期间|之际|来临之际|前|当天)?`,
      'g',
    ),
    readNamedDay,
  ],
  // 会前十五日向委员征集提案: what is done before a session is said of the plenary session.
  [
    new RegExp(`(?<![全委例常商谈])会前(?:${N}(?:个工作日|天|日|周|个月)(?:之?内|前)?)?`, 'g'),
    (found) =>
      /提案|大会发言|视察|全会|全体会议/.test(found.input) ? anchoredBefore('event:plenary-opens', found[0]) : null,
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
  const unquoted = withoutQuotations(text);
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

/** What stands in a title or a quotation is not when something is done; a festival in quotation marks is. */
function withoutQuotations(text: string): string {
  return text
    .replace(/《[^》]*》/g, (title) => '＿'.repeat(title.length))
    .replace(/[“"「‘]([^“”"「」‘’]*)[”"」’]/g, (quoted, inner: string) =>
      DAY_NAME.test(inner) ? ` ${inner} ` : '＿'.repeat(quoted.length),
    );
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
    // 年终走访 is a name; 年终, at the beginning is a time.
    (match[0] === '年终' && from > 0) ||
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
    .replace(/^(?:\d{4}|[今本明当来])年(?=[初中底末终])/, '年')
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
    /^(?:年|(\d{1,2}|[一二三四五六七八九十]{1,3})月份?|第?([一二三四1-4])季度|([上下])半年)([初中底末终])$/.exec(text);
  if (end !== null) {
    const [, month, quarter, half, part] = end;
    if (month !== undefined) {
      const which = numberOf(month);
      if (which < 1 || which > 12 || part === undefined) return null;
      return within({ unit: 'ten-days', month: which, part: part === '初' ? 1 : part === '中' ? 2 : 3 });
    }
    if (part !== '底' && part !== '末' && part !== '终') return null;
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
