import type { Offset, Shift, Span } from './cadence.js';
import { readLunarDay } from './cadence-words-anchors.js';
import {
  numberPatterns,
  readEnglishNumber as readNumber,
  readEnglishOrdinal as readOrdinal,
  sayEnglishNumber as sayNumber,
  sayEnglishOrdinal as sayOrdinal,
  sayEnglishOrdinalWord as sayOrdinalWord,
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

const NUMBER = numberPatterns.en;
const ORDINAL = numberPatterns.enOrdinal;
const AND = ', and | and |, ?';
const joined = (texts: readonly string[]) =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
const number = (most: number): Slot<number> => ({
  pattern: NUMBER,
  read: (text) => upTo(most, readNumber(text)),
  say: String,
});

// Spans

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const MONTH = MONTHS.join('|').toLowerCase();
const readMonth = (text: string) => upTo(12, MONTHS.findIndex((month) => month.toLowerCase() === text) + 1);
const sayMonth = (month: number) => MONTHS[month - 1] ?? '';
const PARTS = ['early ', 'mid-', 'late '];
const STRETCHES = {
  'half-year': 'half-year',
  'half year': 'half-year',
  quarter: 'quarter',
  month: 'month',
  'ten-day period': 'ten-days',
} as const;
const SPAN = alternatives(
  'the course of the year',
  `the (?:first|second) half(?: of the year)?`,
  `the ${ORDINAL} quarter`,
  `(?:early |mid-|mid |late )?(?:${MONTH})`,
);

function readSpan(text: string): Span | null {
  if (text === 'the course of the year') return { unit: 'year' };
  const half = /^the (first|second) half/.exec(text);
  if (half !== null) return { unit: 'half-year', number: half[1] === 'first' ? 1 : 2 };
  const quarter = /^the (\w+) quarter$/.exec(text);
  if (quarter !== null) {
    const which = upTo(4, readOrdinal(quarter[1] ?? '')) as 1 | 2 | 3 | 4 | null;
    return which === null ? null : { unit: 'quarter', number: which };
  }
  const found = /^(?:(early|mid|late)[ -])?(\w+)$/.exec(text);
  const month = readMonth(found?.[2] ?? '');
  if (found === null || month === null) return null;
  if (found[1] === undefined) return { unit: 'month', month };
  return { unit: 'ten-days', month, part: (['early', 'mid', 'late'].indexOf(found[1]) + 1) as 1 | 2 | 3 };
}

function saySpan(span: Span): string {
  switch (span.unit) {
    case 'year':
      return 'the course of the year';
    case 'half-year':
      return `the ${sayOrdinalWord(span.number)} half of the year`;
    case 'quarter':
      return `the ${sayOrdinalWord(span.number)} quarter`;
    case 'month':
      return sayMonth(span.month);
    case 'ten-days':
      return `${PARTS[span.part - 1]}${sayMonth(span.month)}`;
  }
}

// Days

const DATE = '\\d{1,2}(?:st|nd|rd|th)?';
const day: Slot<string> = {
  pattern: alternatives(`${DATE} (?:${MONTH})(?: \\d{4})?`, `(?:${MONTH}) ${DATE}(?:, \\d{4})?`),
  read: (text, { year }) => {
    const found = /^(?:(\w+) ([a-z]+)|([a-z]+) (\w+))(?:,? (\d{4}))?$/.exec(text);
    if (found === null) return null;
    const [, before = '', month = '', monthFirst = '', after = '', named] = found;
    const date = before + after;
    return isoDay(
      named === undefined ? year : Number(named),
      readMonth(month + monthFirst),
      /^\d+$/.test(date) ? Number(date) : readOrdinal(date),
    );
  },
  say: (iso) => `${partsOfDay(iso).day} ${sayMonth(partsOfDay(iso).month)}`,
};
const dayInYear: Slot<string> = { ...day, say: (iso) => `${day.say(iso, String)} ${partsOfDay(iso).year}` };

const END = `the end of ${alternatives('the year', SPAN)}`;
function readLastDay(text: string, { year }: Reading): string | null {
  const stretch = text.replace(/^the end of /, '').replace(/^the year$/, 'the course of the year');
  const span = readSpan(stretch);
  return span === null ? null : windowOf(span, year).to.toString();
}

// Distances

const UNITS: Readonly<Record<string, readonly [unit: Offset['unit'], each: number]>> = {
  day: ['calendar-days', 1],
  'calendar day': ['calendar-days', 1],
  week: ['calendar-days', 7],
  'working day': ['workdays', 1],
  workday: ['workdays', 1],
  month: ['months', 1],
};
const LENGTH = `(?:${NUMBER}|an?) ${alternatives(...Object.keys(UNITS))}s?`;
const length: Slot<Offset> = {
  pattern: LENGTH,
  read: (text) => {
    const found = /^(\w+) (.+?)(s?)$/.exec(text);
    if (found === null) return null;
    const [, many = '', unit = '', plural] = found;
    const count = upTo(366, /^an?$/.test(many) ? 1 : readNumber(many));
    const known = UNITS[unit];
    if (known === undefined || count === null || (count === 1) === (plural === 's')) return null;
    return { unit: known[0], count: count * known[1] };
  },
  say: ({ unit, count }) =>
    `${count} ${{ 'calendar-days': 'day', workdays: 'working day', months: 'month' }[unit]}${count === 1 ? '' : 's'}`,
};
const offset = (ofItsDay: string, distance: (side: string) => string): Slot<Offset> => ({
  pattern: alternatives(ofItsDay, `${LENGTH} ${distance('(?:before|after)')}`),
  read: (text, reading) => {
    if (text === ofItsDay) return { unit: 'calendar-days', count: 0 };
    const found = /^(.+?) (before|after)( it)?$/.exec(text);
    const value = found === null ? null : length.read(found[1] ?? '', reading);
    return value === null || found?.[2] === 'after' ? value : { ...value, count: -value.count };
  },
  say: ({ unit, count }) =>
    count === 0
      ? ofItsDay
      : `${length.say({ unit, count: Math.abs(count) }, String)} ${distance(count < 0 ? 'before' : 'after')}`,
});

// Days of rules

const FROM_END = alternatives('last', `${ORDINAL} to last`);
function readPlace(text: string, most: number): number | null {
  if (text === 'last') return -1;
  const fromEnd = text.endsWith(' to last');
  const place = upTo(most, readOrdinal(text.replace(/ to last$/, '')));
  return place === null || (fromEnd && place === 1) ? null : fromEnd ? -place : place;
}
function sayPlace(place: number, say: (value: number) => string): string {
  if (place === -1) return 'last';
  return place < 0 ? `${sayOrdinalWord(-place)} to last` : say(place);
}

function readMonthDay(text: string): number | null {
  const [, place = '', ofDays] = /^(?:the )?(.+?)( day)?$/.exec(text) ?? [];
  const day = readPlace(place, 31);
  return day === null || (day < 0 && ofDays === undefined) ? null : day;
}

const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const WEEKDAY = `(?:${WEEKDAYS.join('|').toLowerCase()})`;
const readWeekday = (text: string): Weekday | null =>
  weekdays[WEEKDAYS.findIndex((weekday) => weekday.toLowerCase() === text)] ?? null;
const sayWeekday = (weekday: Weekday) => WEEKDAYS[weekdays.indexOf(weekday)] ?? '';

function readNthDay(text: string): RuleDay | null {
  const found = /^(?:the )?(.+) (\w+)$/.exec(text);
  const ordinal = readPlace(found?.[1] ?? '', 5);
  const weekday = readWeekday(found?.[2] ?? '');
  return ordinal === null || weekday === null ? null : { ordinal, weekday };
}

// Around a form

const SHIFTS: Readonly<Record<Shift, string>> = {
  back: ', or the working day before',
  forward: ', or the next working day',
  nearest: ', or the nearest working day',
  none: ', day off or not',
};
const SHIFT = `(?<shift>${Object.values(SHIFTS).join('|')})`;
const TIMES = `(?:at least |no fewer than )?(?<times>once|twice|${NUMBER} times)`;

export const en: Tongue = {
  slots: {
    stretch: {
      pattern: alternatives(...Object.keys(STRETCHES)),
      read: (text) => STRETCHES[text as keyof typeof STRETCHES] ?? null,
      say: (unit) => (unit === 'ten-days' ? 'ten-day period' : unit),
    },
    spans: listOf({
      pattern: alternatives(SPAN, `the ${ORDINAL}`),
      and: AND,
      read: readSpan,
      say: saySpan,
      join: joined,
      inherit: / (?:quarter|half(?: of the year)?)$/,
    }),
    on: day,
    from: day,
    to: day,
    fromInYear: dayInYear,
    toInYear: dayInYear,
    opening: {
      pattern: SPAN,
      read: (text, { year }) => {
        const span = readSpan(text);
        return span === null ? null : windowOf(span, year).from.toString();
      },
      say: day.say,
    },
    closing: { pattern: alternatives(SPAN, END), read: readLastDay, say: day.say },
    end: {
      pattern: END,
      read: readLastDay,
      say: (iso) => `the end of ${sayMonth(partsOfDay(iso).month)}`,
    },
    firstDay: number(31),
    lastDay: number(31),
    firstMonth: number(12),
    anchor: {
      pattern: '.+?',
      read: (text, { anchors }) => anchors.get(text) ?? readLunarDay(text, 'en'),
      say: (key, nameOf) => nameOf(key),
    },
    length,
    opens: offset('the day of', (side) => side),
    closes: offset('the day itself', (side) => `${side} it`),
    interval: number(366),
    months: listOf({ pattern: `(?:${MONTH})`, and: AND, read: readMonth, say: sayMonth, join: joined }),
    monthDays: listOf({
      pattern: `(?:the )?${alternatives(FROM_END, ORDINAL)}(?: day)?`,
      and: AND,
      read: readMonthDay,
      say: (value) => `the ${sayPlace(value, sayOrdinal)}${value < 0 ? ' day' : ''}`,
      join: joined,
    }),
    weekdays: listOf({ pattern: WEEKDAY, and: AND, read: readWeekday, say: sayWeekday, join: joined }),
    nthDays: listOf({
      pattern: `(?:the )?${alternatives(FROM_END, ORDINAL)} ${WEEKDAY}`,
      and: AND,
      read: readNthDay,
      say: ({ ordinal, weekday }) => `the ${sayPlace(ordinal, sayOrdinalWord)} ${sayWeekday(weekday)}`,
      join: joined,
    }),
    rule: { pattern: '[a-z0-9=;,+-]+', read: (text) => text, say: (text) => text },
  },
  plain: (text, year) =>
    text
      .normalize('NFKC')
      .replaceAll('’', "'")
      .trim()
      .toLowerCase()
      .replace(/[–—]/g, ' to ')
      .replace(/\s+/g, ' ')
      .replace(/\.$/, '')
      .replaceAll(new RegExp(`\\b((?:${MONTH})(?: ${DATE})?),? ${year}\\b`, 'g'), '$1'),
  frames: [new RegExp(`^(?<core>.+?)${SHIFT}?(?:,? ${TIMES})?$`), new RegExp(`^${TIMES} (?<core>.+?)${SHIFT}?$`)],
  readTimes: (text) => (text === 'once' ? 1 : text === 'twice' ? 2 : readNumber(text.replace(/ times$/, ''))),
  readShift: (text) => (Object.keys(SHIFTS) as Shift[]).find((shift) => SHIFTS[shift] === text) ?? null,
  sayShift: (shift) => SHIFTS[shift],
  sayTimes: (said, times, isEach) => {
    const number = times === 1 ? 'once' : times === 2 ? 'twice' : `${sayNumber(times)} times`;
    if (isEach) return `at least ${number} ${said}`;
    return times === 1 ? said : `${said}, at least ${number}`;
  },
};
