import type { Offset, Shift, Span } from './cadence.js';
import { readLunarDay } from './cadence-words-anchors.js';
import {
  numberPatterns,
  readChineseNumber as readNumber,
  sayChineseNumber as sayNumber,
} from './cadence-words-numbers.js';
import {
  alternatives,
  isoDay,
  listOf,
  partsOfDay,
  type Reading,
  type Slot,
  type Tongue,
  upTo,
} from './cadence-words-slots.js';
import { type RuleDay, type Weekday, weekdays } from './rule-parts.js';
import { windowOf } from './window.js';

const NUMBER = numberPatterns.zh;
const AND = '以及|和|与|及|、|,';
const joined = (texts: readonly string[]) =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join('、')}和${texts.at(-1)}`;
const number = (most: number): Slot<number> => ({
  pattern: NUMBER,
  read: (text) => upTo(most, readNumber(text)),
  say: String,
});

// Spans

const STRETCHES = { 半年: 'half-year', 季度: 'quarter', 季: 'quarter', 月: 'month', 旬: 'ten-days' } as const;
const SPAN = alternatives('全年', '[上下]半年', `第?${NUMBER}季度`, `${NUMBER}月(?:份|[上中下]旬)?`);

function readSpan(text: string): Span | null {
  if (text === '全年') return { unit: 'year' };
  if (text === '上半年' || text === '下半年') return { unit: 'half-year', number: text === '上半年' ? 1 : 2 };
  const quarter = /^第?(.+)季度$/.exec(text);
  if (quarter !== null) {
    const which = upTo(4, readNumber(quarter[1] ?? '')) as 1 | 2 | 3 | 4 | null;
    return which === null ? null : { unit: 'quarter', number: which };
  }
  const found = /^(.+?)月(?:份|([上中下])旬)?$/.exec(text);
  const month = upTo(12, readNumber(found?.[1] ?? ''));
  if (found === null || month === null) return null;
  if (found[2] === undefined) return { unit: 'month', month };
  return { unit: 'ten-days', month, part: ('上中下'.indexOf(found[2]) + 1) as 1 | 2 | 3 };
}

function saySpan(span: Span): string {
  switch (span.unit) {
    case 'year':
      return '全年';
    case 'half-year':
      return span.number === 1 ? '上半年' : '下半年';
    case 'quarter':
      return `${sayNumber(span.number)}季度`;
    case 'month':
      return `${span.month}月`;
    case 'ten-days':
      return `${span.month}月${'上中下'[span.part - 1]}旬`;
  }
}

// Days

/** 2026 and 二〇二六. */
const writingsOf = (year: number) =>
  alternatives(String(year), [...String(year)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join(''));
const YEAR = '(?:\\d{4}|[〇零一二三四五六七八九]{4})年';
const day: Slot<string> = {
  pattern: `(?:${YEAR})?${NUMBER}月${NUMBER}[日号]`,
  read: (text, { year }) => {
    const found = /^(?:(.{4})年)?(.+)月(.+)[日号]$/.exec(text);
    if (found === null) return null;
    const [, named, month = '', date = ''] = found;
    return isoDay(named === undefined ? year : readNumber(named), readNumber(month), readNumber(date));
  },
  say: (iso) => `${partsOfDay(iso).month}月${partsOfDay(iso).day}日`,
};
const dayInYear: Slot<string> = { ...day, say: (iso) => `${partsOfDay(iso).year}年${day.say(iso, String)}` };

const END = `${alternatives('年', '[上下]半年', `第?${NUMBER}季度?`, `${NUMBER}月份?`)}[底末]`;
function readLastDay(text: string, { year }: Reading): string | null {
  const stretch = text
    .replace(/[底末]$/, '')
    .replace(/季$/, '季度')
    .replace(/^年$/, '全年');
  const span = readSpan(stretch);
  return span === null ? null : windowOf(span, year).to.toString();
}

// Distances

const UNITS: Readonly<Record<string, readonly [unit: Offset['unit'], each: number]>> = {
  日: ['calendar-days', 1],
  天: ['calendar-days', 1],
  周: ['calendar-days', 7],
  个星期: ['calendar-days', 7],
  个工作日: ['workdays', 1],
  个月: ['months', 1],
};
const LENGTH = alternatives('半个月', `${NUMBER}${alternatives(...Object.keys(UNITS))}`);
const length: Slot<Offset> = {
  pattern: LENGTH,
  read: (text) => {
    if (text === '半个月') return { unit: 'calendar-days', count: 15 };
    const unit = /(?:个工作日|个星期|个月|[日天周])$/.exec(text)?.[0] ?? '';
    const count = upTo(366, readNumber(text.slice(0, -unit.length)));
    const known = UNITS[unit];
    return known === undefined || count === null ? null : { unit: known[0], count: count * known[1] };
  },
  say: ({ unit, count }) => `${count}${{ 'calendar-days': '日', workdays: '个工作日', months: '个月' }[unit]}`,
};
const offset: Slot<Offset> = {
  pattern: alternatives('当[日天]', `[前后]${LENGTH}`),
  read: (text, reading) => {
    if (text.startsWith('当')) return { unit: 'calendar-days', count: 0 };
    const distance = length.read(text.slice(1), reading);
    return distance === null || text.startsWith('后') ? distance : { ...distance, count: -distance.count };
  },
  say: ({ unit, count }) =>
    count === 0 ? '当日' : `${count < 0 ? '前' : '后'}${length.say({ unit, count: Math.abs(count) }, String)}`,
};

// Days of rules

function readMonthDay(text: string): number | null {
  if (text === '最后一天') return -1;
  const back = /^倒数第(.+)天$/.exec(text);
  if (back !== null) {
    const count = upTo(31, readNumber(back[1] ?? ''));
    return count === null ? null : -count;
  }
  return /[日号]$/.test(text) ? upTo(31, readNumber(text.slice(0, -1))) : null;
}

function sayMonthDay(value: number): string {
  if (value === -1) return '最后一天';
  return value < 0 ? `倒数第${sayNumber(-value)}天` : `${value}日`;
}

const months = listOf({
  pattern: `${NUMBER}月?`,
  and: AND,
  read: (text) => (text.endsWith('月') ? upTo(12, readNumber(text.slice(0, -1))) : null),
  say: (month) => `${month}月`,
  join: joined,
  inherit: /月$/,
});
const readMonths: typeof months.read = (text, reading) => months.read(text.replace(/的$/, ''), reading);
/** 5月, but 3月和9月的: 3月和9月15日 would be heard otherwise. */
const sayMonths: typeof months.say = (values, nameOf) => months.say(values, nameOf) + (values.length > 1 ? '的' : '');

const WEEKDAYS = '一二三四五六日';
const WEEKDAY = `[${WEEKDAYS}天]`;
const WEEK = '(?:周|星期|礼拜)';
const readWeekday = (text: string): Weekday | null =>
  weekdays[WEEKDAYS.indexOf(text.replace(/^(周|星期|礼拜)/, '').replace('天', '日'))] ?? null;
const sayWeekday = (weekday: Weekday) => WEEKDAYS[weekdays.indexOf(weekday)] ?? '';

function readNthDay(text: string): RuleDay | null {
  const found = /^(?:最后一个|(倒数)?第(.+)个)(周.|星期.|礼拜.)$/.exec(text);
  if (found === null) return null;
  const [, fromEnd, count, name = ''] = found;
  const weekday = readWeekday(name);
  if (count === undefined) return weekday === null ? null : { ordinal: -1, weekday };
  const ordinal = upTo(5, readNumber(count));
  return weekday === null || ordinal === null ? null : { ordinal: fromEnd === undefined ? ordinal : -ordinal, weekday };
}

function sayNthDay({ ordinal, weekday }: RuleDay): string {
  const which = ordinal === -1 ? '最后一' : `${ordinal < 0 ? '倒数' : ''}第${sayNumber(Math.abs(ordinal))}`;
  return `${which}个星期${sayWeekday(weekday)}`;
}

// Around a form

const SHIFTS: Readonly<Record<Shift, { readonly said: string; readonly heard: string }>> = {
  back: { said: '提前', heard: '提前|前移' },
  forward: { said: '顺延', heard: '顺延|后延|推后|延后' },
  nearest: { said: '就近', heard: '就近|就近调整' },
  none: { said: '不变', heard: '不变|不调整|不顺延' },
};
const SHIFT = `\\((?:遇|逢)?(?:法定)?(?:节假日|休息日|节假日和休息日)(?:则|的)?(?<shift>${Object.values(SHIFTS)
  .map(({ heard }) => heard)
  .join('|')})\\)`;
const TIMES = `(?:各|至少|各至少|不少于|最少)?(?<times>${NUMBER})次(?:以上)?`;
/** What stands beside the time in a plan and does not change it; may grow. */
const DOING = '(?:开展|组织|举办|举行|召开|进行|安排|完成)?(?:委员)?(?:活动)?';

export const zh: Tongue = {
  slots: {
    stretch: {
      pattern: alternatives(...Object.keys(STRETCHES)),
      read: (text) => STRETCHES[text as keyof typeof STRETCHES] ?? null,
      say: (unit) => ({ 'half-year': '半年', quarter: '季度', month: '月', 'ten-days': '旬' })[unit],
    },
    spans: listOf({
      pattern: alternatives(SPAN, `第?${NUMBER}`, '[上下]'),
      and: AND,
      read: readSpan,
      say: saySpan,
      join: joined,
      inherit: /(?:半年|季度|月份?)$/,
    }),
    on: day,
    from: day,
    to: day,
    fromInYear: dayInYear,
    toInYear: dayInYear,
    opening: {
      pattern: `${SPAN}初?`,
      read: (text, { year }) => {
        const span = readSpan(text.replace(/初$/, ''));
        return span === null ? null : windowOf(span, year).from.toString();
      },
      say: day.say,
    },
    closing: { pattern: alternatives(SPAN, END), read: readLastDay, say: day.say },
    end: { pattern: END, read: readLastDay, say: (iso) => `${partsOfDay(iso).month}月底` },
    firstDay: number(31),
    lastDay: number(31),
    firstMonth: number(12),
    anchor: {
      pattern: '.+?',
      read: (text, { anchors }) => anchors.get(text) ?? readLunarDay(text, 'zh'),
      say: (key, nameOf) => nameOf(key),
    },
    length,
    opens: offset,
    closes: offset,
    interval: number(366),
    months: { pattern: `${months.pattern}的?`, read: readMonths, say: sayMonths },
    monthDays: listOf({
      pattern: alternatives('最后一天', `倒数第${NUMBER}天`, `${NUMBER}[日号]?`),
      and: AND,
      read: readMonthDay,
      say: sayMonthDay,
      join: joined,
      inherit: /[日号天]$/,
    }),
    weekdays: listOf({
      pattern: `${WEEK}?${WEEKDAY}`,
      and: AND,
      read: readWeekday,
      say: sayWeekday,
      join: (texts) => texts.join('、'),
    }),
    nthDays: listOf({
      pattern: `${alternatives('最后一个', `(?:倒数)?第${NUMBER}个`)}${WEEK}${WEEKDAY}`,
      and: AND,
      read: readNthDay,
      say: sayNthDay,
      join: joined,
    }),
    rule: { pattern: '[A-Za-z0-9=;,+-]+', read: (text) => text, say: (text) => text },
  },
  plain: (text, year) =>
    text
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/[○◯](?=[〇○◯一二三四五六七八九年])/g, '〇')
      .replace(/[–—―~〜]+/g, '-')
      .replace(/。$/, '')
      .replaceAll('上下半年', '上、下半年')
      .replaceAll(new RegExp(`${writingsOf(year)}年(?=[上下第一二三四五六七八九十\\d])`, 'g'), '')
      .replaceAll(new RegExp(`${writingsOf(year)}(?=年[底末内])`, 'g'), ''),
  frames: [
    new RegExp(`^(?:在|于|至少)?(?<core>.+?)(?:${SHIFT})?(?:,?${TIMES})?$`),
    new RegExp(`^(?:在|于|至少)?(?<core>.+?)${DOING}(?:${TIMES})?${DOING}$`),
  ],
  readTimes: readNumber,
  readShift: (text) =>
    (Object.keys(SHIFTS) as Shift[]).find((shift) => SHIFTS[shift].heard.split('|').includes(text)) ?? null,
  sayShift: (shift) => `（遇休息日${SHIFTS[shift].said}）`,
  sayTimes: (said, times, isEach) => {
    const number = times === 2 ? '两' : sayNumber(times);
    if (isEach) return `${said}至少${number}次`;
    return times === 1 ? said : `${said}，至少${number}次`;
  },
};
