import type { Cadence, Offset, Shift } from './cadence.js';
import { type Form, saying } from './cadence-words-form.js';
import type { Values } from './cadence-words-slots.js';

const calendarDays = (count: number): Offset => ({ unit: 'calendar-days', count });
const before = ({ unit, count }: Offset): Offset => ({ unit, count: -count });
const isDays = (offset: Offset | null, count: number) => offset?.unit === 'calendar-days' && offset.count === count;
/** Without a word on it, what follows a day may be a day later, what precedes it a day earlier, and the day is the day. */
const usualShift = (to: Offset): Shift => (to.count > 0 ? 'forward' : to.count < 0 ? 'back' : 'none');
const anchored = ({ anchor }: Values, from: Offset | null, to: Offset): Cadence => ({
  kind: 'anchored',
  anchor,
  from,
  to,
  shift: usualShift(to),
});

/** What hangs on a day that moves: 春节前15日内, 全会闭幕后30日内, 重阳节. */
export const anchorForms: readonly Form[] = [
  {
    templates: { zh: ['{anchor}'], en: ['on {anchor}', 'at {anchor}'] },
    read: (values) => (values.anchor.startsWith('event:') ? null : anchored(values, calendarDays(0), calendarDays(0))),
    say: saying('anchored', ({ anchor, from, to }) =>
      isDays(from, 0) && isDays(to, 0) && !anchor.startsWith('event:') ? { anchor } : null,
    ),
  },
  {
    templates: { zh: ['{anchor}当日', '{anchor}当天'], en: ['on the day of {anchor}', 'on the day {anchor}'] },
    read: (values) => anchored(values, calendarDays(0), calendarDays(0)),
    say: saying('anchored', ({ anchor, from, to }) => (isDays(from, 0) && isDays(to, 0) ? { anchor } : null)),
  },
  {
    templates: { zh: ['{anchor}前', '{anchor}(?:之前|以前)'], en: ['before {anchor}'] },
    read: (values) => anchored(values, null, calendarDays(-1)),
    say: saying('anchored', ({ anchor, from, to }) => (from === null && isDays(to, -1) ? { anchor } : null)),
  },
  {
    templates: {
      zh: ['{anchor}前{length}内', '{anchor}(?:之前|以前|前)(?:的)?{length}(?:之内|以内|内)'],
      en: ['in the {length} before {anchor}', '(?:with)?in (?:the )?(?:last )?{length} before {anchor}'],
    },
    read: (values) => anchored(values, before(values.length), calendarDays(-1)),
    say: saying('anchored', ({ anchor, from, to }) =>
      from !== null && from.count < 0 && isDays(to, -1) ? { anchor, length: before(from) } : null,
    ),
  },
  {
    templates: {
      zh: ['{anchor}后{length}内', '{anchor}(?:之后|以后|后)(?:的)?{length}(?:之内|以内|内)'],
      en: ['within {length} after {anchor}', 'within {length} (?:from|following) {anchor}'],
    },
    read: (values) => anchored(values, null, values.length),
    say: saying('anchored', ({ anchor, from, to }) => (from === null && to.count > 0 ? { anchor, length: to } : null)),
  },
  {
    templates: {
      zh: ['不迟于{anchor}前{length}', '(?:最迟|不晚于)?{anchor}前{length}前', '{anchor}{length}(?:之前|以前|前)'],
      en: [
        'no later than {length} before {anchor}',
        'at least {length} before {anchor}',
        'by {length} before {anchor}',
      ],
    },
    read: (values) => anchored(values, null, before(values.length)),
    say: saying('anchored', ({ anchor, from, to }) =>
      from === null && to.count < 0 ? { anchor, length: before(to) } : null,
    ),
  },
  {
    templates: { zh: ['不迟于{anchor}当日'], en: ['no later than the day of {anchor}', 'by the day of {anchor}'] },
    read: (values) => anchored(values, null, calendarDays(0)),
    say: saying('anchored', ({ anchor, from, to }) => (from === null && isDays(to, 0) ? { anchor } : null)),
  },
  {
    templates: { zh: ['自{anchor}{opens}至{closes}'], en: ['from {opens} {anchor} to {closes}'] },
    read: (values) => anchored(values, values.opens, values.closes),
    say: saying('anchored', ({ anchor, from, to }) => (from === null ? null : { anchor, opens: from, closes: to })),
  },
];
