import type { Cadence, Span } from './cadence.js';
import { type Form, saying } from './cadence-words-form.js';

const within = (...spans: readonly Span[]): Cadence => ({ kind: 'within', spans });
const between = (from: string, to: string): Cadence => ({ kind: 'between', from, to });
const monthOf = (iso: string) => iso.slice(0, 7);
const dayIn = (iso: string, day: number) => `${monthOf(iso)}-${String(day).padStart(2, '0')}`;

/** Stretches of the year: 每季度, 上半年, 6月中旬和11月下旬. */
export const stretchForms: readonly Form[] = [
  {
    templates: {
      zh: ['每{stretch}', '每个{stretch}', '一个{stretch}', '{stretch}'],
      en: ['a {stretch}', 'every {stretch}', 'each {stretch}', 'per {stretch}', 'in (?:each|every) {stretch}'],
    },
    onlyCounted: ['一个{stretch}', '{stretch}', 'a {stretch}'],
    read: ({ stretch }) => ({ kind: 'each', unit: stretch }),
    say: saying('each', ({ unit }) => ({ stretch: unit })),
  },
  { templates: { zh: ['按季度'], en: ['quarterly'] }, read: () => ({ kind: 'each', unit: 'quarter' }) },
  { templates: { zh: ['按月'], en: ['monthly'] }, read: () => ({ kind: 'each', unit: 'month' }) },
  {
    templates: {
      zh: ['{spans}', '每年{spans}', '{spans}内'],
      en: ['in {spans}', 'during {spans}', 'within {spans}', '{spans}'],
    },
    read: ({ spans }) => within(...spans),
    say: saying('within', ({ spans }) => ({ spans })),
  },
  {
    templates: {
      zh: ['年内', '年度内', '本年度内?', '一年内?', '每年'],
      en: ['within the year', '(?:during|throughout|in) the year', 'all year', '(?:a|every|each|per) year'],
    },
    onlyCounted: ['一年内?', '每年', '(?:a|every|each|per) year'],
    read: () => within({ unit: 'year' }),
  },
];

/** Named days: 9月1日至12月10日, 10月底前. */
export const dayForms: readonly Form[] = [
  {
    templates: { zh: ['{on}', '{on}当[日天]'], en: ['on {on}'] },
    read: ({ on }) => between(on, on),
    say: saying('between', ({ from, to }) => (from === to ? { on: from } : null)),
  },
  {
    templates: {
      zh: ['{from}至{to}', '(?:自|从)?{from}起?(?:至|到|-){to}止?'],
      en: ['from {from} to {to}', '{from} to {to}', 'between {from} and {to}'],
    },
    read: ({ from, to }) => between(from, to),
    say: saying('between', ({ from, to }) => (from.slice(0, 4) === to.slice(0, 4) ? { from, to } : null)),
  },
  {
    templates: { zh: ['{fromInYear}至{toInYear}'], en: ['from {fromInYear} to {toInYear}'] },
    read: ({ fromInYear, toInYear }) => between(fromInYear, toInYear),
    say: saying('between', ({ from, to }) => ({ fromInYear: from, toInYear: to })),
  },
  {
    templates: {
      zh: ['(?:自|从)?{from}(?:至|到|-){lastDay}[日号]止?'],
      en: [],
    },
    read: ({ from, lastDay }) => between(from, dayIn(from, lastDay)),
  },
  {
    templates: { zh: [], en: ['(?:from )?{firstDay} to {to}', 'between {firstDay} and {to}'] },
    read: ({ firstDay, to }) => between(dayIn(to, firstDay), to),
  },
  {
    templates: {
      zh: ['(?:自|从)?{opening}(?:至|到|-){closing}'],
      en: ['(?:from )?{opening} to {closing}', 'between {opening} and {closing}'],
    },
    read: ({ opening, closing }) => between(opening, closing),
  },
  {
    templates: { zh: ['(?:自|从)?{firstMonth}(?:至|到|-){closing}'], en: [] },
    read: ({ firstMonth, closing }) =>
      between(`${closing.slice(0, 4)}-${String(firstMonth).padStart(2, '0')}-01`, closing),
  },
  {
    templates: { zh: ['(?:自|从)?{opening}(?:至|到|-){to}'], en: ['(?:from )?{opening} to {to}'] },
    read: ({ opening, to }) => between(opening, to),
  },
  {
    templates: { zh: ['(?:自|从)?{from}(?:至|到|-){closing}'], en: ['(?:from )?{from} to {closing}'] },
    read: ({ from, closing }) => between(from, closing),
  },
  {
    templates: {
      zh: ['{end}前', '{end}(?:之前|以前)', '(?:不迟于|最迟|截至|截止到|到){end}前?'],
      en: ['by {end}', 'no later than {end}', 'before {end}'],
    },
    read: ({ end }) => ({ kind: 'by', on: end }),
    say: saying('by', ({ on }) => (isMonthEnd(on) ? { end: on } : null)),
  },
  {
    templates: {
      zh: ['{on}前', '{on}(?:之前|以前)', '(?:不迟于|最迟|截至|截止到|到){on}[前止]?'],
      en: ['by {on}', 'no later than {on}', 'on or before {on}'],
    },
    read: ({ on }) => ({ kind: 'by', on }),
    say: saying('by', ({ on }) => ({ on })),
  },
];

function isMonthEnd(iso: string): boolean {
  const date = Temporal.PlainDate.from(iso);
  return date.day === date.daysInMonth;
}
