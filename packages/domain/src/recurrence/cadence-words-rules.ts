import type { Cadence, Shift } from './cadence.js';
import { type Form, saying } from './cadence-words-form.js';
import type { Values } from './cadence-words-slots.js';
import { type RuleParts, readRule, writeRule } from './rule-parts.js';

type Rule = Pick<RuleParts, 'freq'> & Partial<RuleParts>;
const ruled = (parts: Rule, shift: Shift = 'back'): Cadence => ({ kind: 'rule', rrule: writeRule(parts), shift });
/** Gaps for a rule that consists of nothing but the parts picked. */
const sayingRule = (pick: (parts: RuleParts) => Rule | null, gaps: (parts: RuleParts) => Partial<Values>) =>
  saying('rule', ({ rrule }) => {
    const parts = readRule(rrule);
    if ('code' in parts) return null;
    const picked = pick(parts);
    return picked !== null && writeRule(picked) === writeRule(parts) ? gaps(parts) : null;
  });
const sayingWorkday = (monthDay: number, shift: Shift) =>
  saying('rule', (cadence) =>
    cadence.shift === shift && cadence.rrule === writeRule({ freq: 'MONTHLY', byMonthDay: [monthDay] }) ? {} : null,
  );
const hasOrdinals = ({ byDay }: RuleParts) => byDay.length > 0 && byDay.every((day) => day.ordinal !== 0);
const eachOf = (weekdays: Values['weekdays']) => weekdays.map((weekday) => ({ ordinal: 0, weekday }));
const everyOther = ({ interval }: RuleParts) => interval > 1;

/** Recurrence rules: 每月25日, 每周三, 每年5月第二个星期五. */
export const ruleForms: readonly Form[] = [
  {
    templates: {
      zh: ['每月最后一个工作日', '每个?月的?最后(?:1|一)个工作日'],
      en: ['on the last working day of each month', 'on the last (?:working day|workday) of (?:each|every|the) month'],
    },
    saysShift: true,
    read: () => ruled({ freq: 'MONTHLY', byMonthDay: [-1] }, 'back'),
    say: sayingWorkday(-1, 'back'),
  },
  {
    templates: {
      zh: ['每月第一个工作日', '每个?月的?(?:第1|第一|首)个工作日'],
      en: [
        'on the first working day of each month',
        'on the first (?:working day|workday) of (?:each|every|the) month',
      ],
    },
    saysShift: true,
    read: () => ruled({ freq: 'MONTHLY', byMonthDay: [1] }, 'forward'),
    say: sayingWorkday(1, 'forward'),
  },
  {
    templates: {
      zh: ['每月{monthDays}', '每个?月的?{monthDays}前?'],
      en: ['on {monthDays} of each month', '(?:on|by) {monthDays} of (?:each|every) month', 'monthly on {monthDays}'],
    },
    read: ({ monthDays }) => ruled({ freq: 'MONTHLY', byMonthDay: monthDays }),
    say: sayingRule(
      ({ freq, byMonthDay }) => (freq === 'MONTHLY' && byMonthDay.length > 0 ? { freq, byMonthDay } : null),
      ({ byMonthDay }) => ({ monthDays: byMonthDay }),
    ),
  },
  {
    templates: {
      zh: ['从1月起每{interval}个月的{monthDays}'],
      en: ['every {interval} months from January, on {monthDays}'],
    },
    read: ({ interval, monthDays }) => ruled({ freq: 'MONTHLY', interval, byMonthDay: monthDays }),
    say: sayingRule(
      (parts) => {
        const { freq, interval, byMonthDay } = parts;
        return freq === 'MONTHLY' && everyOther(parts) && byMonthDay.length > 0 ? { freq, interval, byMonthDay } : null;
      },
      ({ interval, byMonthDay }) => ({ interval, monthDays: byMonthDay }),
    ),
  },
  {
    templates: {
      zh: ['每月{nthDays}', '每个?月的?{nthDays}'],
      en: ['on {nthDays} of each month', 'on {nthDays} of (?:each|every) month'],
    },
    read: ({ nthDays }) => ruled({ freq: 'MONTHLY', byDay: nthDays }),
    say: sayingRule(
      (parts) => (parts.freq === 'MONTHLY' && hasOrdinals(parts) ? { freq: parts.freq, byDay: parts.byDay } : null),
      ({ byDay }) => ({ nthDays: byDay }),
    ),
  },
  {
    templates: {
      zh: ['每周{weekdays}', '每个?(?:星期|礼拜){weekdays}'],
      en: ['every {weekdays}', 'each {weekdays}', 'on {weekdays} (?:each|every) week', 'weekly on {weekdays}'],
    },
    read: ({ weekdays }) => ruled({ freq: 'WEEKLY', byDay: eachOf(weekdays) }),
    say: sayingRule(
      ({ freq, byDay }) => (freq === 'WEEKLY' && byDay.length > 0 ? { freq, byDay } : null),
      ({ byDay }) => ({ weekdays: byDay.map(({ weekday }) => weekday) }),
    ),
  },
  {
    templates: {
      zh: ['从年初起每{interval}周的星期{weekdays}'],
      en: ['every {interval} weeks from 1 January, on {weekdays}'],
    },
    read: ({ interval, weekdays }) => ruled({ freq: 'WEEKLY', interval, byDay: eachOf(weekdays) }),
    say: sayingRule(
      (parts) => {
        const { freq, interval, byDay } = parts;
        return freq === 'WEEKLY' && everyOther(parts) && byDay.length > 0 ? { freq, interval, byDay } : null;
      },
      ({ interval, byDay }) => ({ interval, weekdays: byDay.map(({ weekday }) => weekday) }),
    ),
  },
  {
    templates: {
      zh: ['每年{months}{monthDays}'],
      en: ['on {monthDays} of {months} each year', '(?:on|by) {monthDays} of {months} (?:each|every) year'],
    },
    read: ({ months, monthDays }) => ruled({ freq: 'YEARLY', byMonth: months, byMonthDay: monthDays }),
    say: sayingRule(
      ({ freq, byMonth, byMonthDay }) =>
        freq === 'YEARLY' && byMonth.length > 0 && byMonthDay.length > 0 ? { freq, byMonth, byMonthDay } : null,
      ({ byMonth, byMonthDay }) => ({ months: byMonth, monthDays: byMonthDay }),
    ),
  },
  {
    templates: {
      zh: ['每年{months}{nthDays}'],
      en: ['on {nthDays} of {months} each year', 'on {nthDays} (?:of|in) {months} (?:each|every) year'],
    },
    read: ({ months, nthDays }) => ruled({ freq: 'YEARLY', byMonth: months, byDay: nthDays }),
    say: sayingRule(
      (parts) => {
        const { freq, byMonth, byDay } = parts;
        return freq === 'YEARLY' && byMonth.length > 0 && hasOrdinals(parts) ? { freq, byMonth, byDay } : null;
      },
      ({ byMonth, byDay }) => ({ months: byMonth, nthDays: byDay }),
    ),
  },
  {
    // Whatever else a rule may say has no words of its own.
    templates: { zh: ['按规则{rule}'], en: ['by the rule {rule}'] },
    read: ({ rule }) => {
      const parts = readRule(rule);
      return 'code' in parts ? null : ruled(parts);
    },
    say: saying('rule', ({ rrule }) => ({ rule: rrule })),
  },
];
