/**
 * The text of a recurrence rule (RFC 5545 §3.3.10, the value of RRULE without its name), read into parts and judged.
 * Only rules by the day, and only those whose dates follow from the text and the plan's year alone
 * (docs/decisions/0008).
 */
export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';
export const weekdays: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A weekday, or with an ordinal the n-th of its month or year (negative: from the end); 0: each. */
export interface RuleDay {
  readonly ordinal: number;
  readonly weekday: Weekday;
}

/** A rule in parts. An empty list or null is a part that the text does not have. `until` is an ISO date. */
export interface RuleParts {
  readonly freq: 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY';
  readonly interval: number;
  readonly byMonth: readonly number[];
  readonly byWeekNo: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byMonthDay: readonly number[];
  readonly byDay: readonly RuleDay[];
  readonly bySetPos: readonly number[];
  readonly wkst: Weekday;
  readonly count: number | null;
  readonly until: string | null;
}

/** What can be wrong with a rule. */
export const ruleFaults = [
  /** Not a rule, a part that is unknown or stands twice, or a value out of its range. */
  'rule-unreadable',
  /** Hours, minutes or seconds: a plan knows days. */
  'rule-too-fine',
  /** Two parts that RFC 5545 does not allow together. */
  'rule-contradictory',
  /** The day would have to be taken from a first date, which a plan does not have. */
  'rule-incomplete',
  /** Allowed, but the programs that read such rules disagree on its days. */
  'rule-unsupported',
  /** Every so many years: one year's plan does not know which year it is in. */
  'rule-beyond-year',
  /** No day of the plan's year. */
  'rule-without-dates',
] as const;

/** Why a rule is not used: the part of the text at fault and, for an incomplete rule, parts of which one would do. */
export interface RuleFault {
  readonly code: (typeof ruleFaults)[number];
  readonly part: string;
  readonly add?: readonly string[];
}

const TOO_FINE = ['BYHOUR', 'BYMINUTE', 'BYSECOND'];
/** RFC 7529: rules in other calendars. Lunar days are anchors of a plan, not rules. */
const OTHER_CALENDARS = ['RSCALE', 'SKIP'];
const LONGEST_TEXT = 300;
/** From this many on, the next date lies in another year. */
const INTERVAL_BEYOND_YEAR = { YEARLY: 2, MONTHLY: 12, WEEKLY: 54, DAILY: 366 } as const;

/** Reads a rule, or names its first fault. `FREQ=MONTHLY;BYMONTHDAY=25` reads; `FREQ=MONTHLY` is incomplete. */
export function readRule(text: string): RuleParts | RuleFault {
  if (text.length > LONGEST_TEXT) return { code: 'rule-unreadable', part: `${text.slice(0, 20)}…` };
  const values = new Map<string, string>();
  for (const part of text.toUpperCase().split(';')) {
    const [name = '', value = '', ...rest] = part.split('=');
    if (TOO_FINE.includes(name)) return { code: 'rule-too-fine', part };
    if (OTHER_CALENDARS.includes(name)) return { code: 'rule-unsupported', part };
    if (!(name in VALUES) || value === '' || rest.length > 0 || values.has(name)) {
      return { code: 'rule-unreadable', part };
    }
    if (/^FREQ=(HOURLY|MINUTELY|SECONDLY)$|^UNTIL=\d{8}T/.test(part)) return { code: 'rule-too-fine', part };
    if (!VALUES[name as PartName](value)) return { code: 'rule-unreadable', part };
    values.set(name, value);
  }
  if (!values.has('FREQ')) return { code: 'rule-unreadable', part: text };
  const parts = partsOf(values);
  return faultOf(parts, (name) => `${name}=${values.get(name)}`) ?? parts;
}

/** The text of a rule. `readRule` reads it back; parts stand in one order, so that equal rules have equal texts. */
export function writeRule(parts: Pick<RuleParts, 'freq'> & Partial<RuleParts>): string {
  const list = (name: string, values: readonly (number | string)[] = []) =>
    values.length > 0 ? [`${name}=${values.join(',')}`] : [];
  return [
    `FREQ=${parts.freq}`,
    ...(parts.interval === undefined || parts.interval === 1 ? [] : [`INTERVAL=${parts.interval}`]),
    ...list('BYMONTH', parts.byMonth),
    ...list('BYWEEKNO', parts.byWeekNo),
    ...list('BYYEARDAY', parts.byYearDay),
    ...list('BYMONTHDAY', parts.byMonthDay),
    ...list('BYDAY', parts.byDay?.map(textOfDay)),
    ...list('BYSETPOS', parts.bySetPos),
    ...(parts.wkst === undefined || parts.wkst === 'MO' ? [] : [`WKST=${parts.wkst}`]),
    ...(parts.count == null ? [] : [`COUNT=${parts.count}`]),
    ...(parts.until == null ? [] : [`UNTIL=${parts.until.replaceAll('-', '')}`]),
  ].join(';');
}

/** `2FR`, `-1MO`, or `WE` for each Wednesday. */
export function textOfDay(day: RuleDay): string {
  return day.ordinal === 0 ? day.weekday : `${day.ordinal}${day.weekday}`;
}

const whole = (value: string, from: number, to: number) =>
  /^\d{1,4}$/.test(value) && Number(value) >= from && Number(value) <= to;
const eachOf = (judge: (value: string) => boolean) => (value: string) => value.split(',').every(judge);
const signed = (to: number) => eachOf((value) => whole(value.replace(/^[+-]/, ''), 1, to));

/** The parts a rule may have, each with what its value may be. */
const VALUES = {
  FREQ: (value: string) => /^(YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY|MINUTELY|SECONDLY)$/.test(value),
  INTERVAL: (value: string) => whole(value, 1, 9999),
  COUNT: (value: string) => whole(value, 1, 9999),
  UNTIL: (value: string) => isoOf(value) !== null,
  WKST: (value: string) => weekdays.some((day) => day === value),
  BYMONTH: eachOf((value) => whole(value, 1, 12)),
  BYWEEKNO: signed(53),
  BYYEARDAY: signed(366),
  BYMONTHDAY: signed(31),
  BYSETPOS: signed(366),
  BYDAY: eachOf((value) => /^([+-]?([1-9]|[1-4]\d|5[0-3]))?(MO|TU|WE|TH|FR|SA|SU)$/.test(value)),
} satisfies Record<string, (value: string) => boolean>;
type PartName = keyof typeof VALUES;

/** `20261231` → `2026-12-31`; null when there is no such day. */
function isoOf(value: string): string | null {
  if (!/^\d{8}$/.test(value)) return null;
  const [year, month, day] = [value.slice(0, 4), value.slice(4, 6), value.slice(6)].map(Number) as [
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1) return null;
  const date = Temporal.PlainDate.from({ year, month, day });
  return date.day === day ? date.toString() : null;
}

function partsOf(values: ReadonlyMap<string, string>): RuleParts {
  const numbers = (name: PartName) => values.get(name)?.split(',').map(Number) ?? [];
  const until = values.get('UNTIL');
  const count = values.get('COUNT');
  return {
    freq: values.get('FREQ') as RuleParts['freq'],
    interval: Number(values.get('INTERVAL') ?? 1),
    byMonth: numbers('BYMONTH'),
    byWeekNo: numbers('BYWEEKNO'),
    byYearDay: numbers('BYYEARDAY'),
    byMonthDay: numbers('BYMONTHDAY'),
    byDay: (values.get('BYDAY')?.split(',') ?? []).map((value) => ({
      ordinal: Number(value.slice(0, -2)),
      weekday: value.slice(-2) as Weekday,
    })),
    bySetPos: numbers('BYSETPOS'),
    wkst: (values.get('WKST') ?? 'MO') as Weekday,
    count: count === undefined ? null : Number(count),
    until: until === undefined ? null : isoOf(until),
  };
}

/** What the parts are together: allowed, complete, of one meaning, within a year. */
function faultOf(parts: RuleParts, textOf: (name: PartName) => string): RuleFault | null {
  const both = (one: PartName, other: PartName) => `${textOf(one)};${textOf(other)}`;
  const contradictory = (one: PartName, other: PartName): RuleFault => ({
    code: 'rule-contradictory',
    part: both(one, other),
  });
  const unsupported = (one: PartName, other: PartName): RuleFault => ({
    code: 'rule-unsupported',
    part: both(one, other),
  });
  const has = (list: readonly unknown[]) => list.length > 0;
  const ordinals = parts.byDay.filter((day) => day.ordinal !== 0);
  const yearly = parts.freq === 'YEARLY';

  if (parts.count !== null && parts.until !== null) return contradictory('COUNT', 'UNTIL');
  if (has(parts.byWeekNo) && !yearly) return contradictory('FREQ', 'BYWEEKNO');
  if (has(parts.byYearDay) && !yearly) return contradictory('FREQ', 'BYYEARDAY');
  if (has(parts.byMonthDay) && parts.freq === 'WEEKLY') return contradictory('FREQ', 'BYMONTHDAY');
  if (has(ordinals) && !yearly && parts.freq !== 'MONTHLY') return contradictory('FREQ', 'BYDAY');
  if (has(ordinals) && has(parts.byWeekNo)) return contradictory('BYWEEKNO', 'BYDAY');
  const inMonth = parts.freq === 'MONTHLY' || has(parts.byMonth);
  if (inMonth && ordinals.some((day) => Math.abs(day.ordinal) > 5)) {
    return { code: 'rule-unreadable', part: textOf('BYDAY') };
  }
  if (parts.interval >= INTERVAL_BEYOND_YEAR[parts.freq]) return { code: 'rule-beyond-year', part: textOf('INTERVAL') };

  const add = missing(parts);
  if (add !== null) return { code: 'rule-incomplete', part: textOf(has(parts.byWeekNo) ? 'BYWEEKNO' : 'FREQ'), add };

  if (has(ordinals) && ordinals.length < parts.byDay.length) return unsupported('FREQ', 'BYDAY');
  if (has(parts.byYearDay) && has(parts.byDay)) return unsupported('BYYEARDAY', 'BYDAY');
  if (has(parts.byYearDay) && has(parts.byMonthDay)) return unsupported('BYYEARDAY', 'BYMONTHDAY');
  if (has(parts.byWeekNo) && has(parts.byYearDay)) return unsupported('BYWEEKNO', 'BYYEARDAY');
  if (has(parts.byWeekNo) && has(parts.byMonthDay)) return unsupported('BYWEEKNO', 'BYMONTHDAY');
  if (has(parts.bySetPos)) {
    if (parts.freq === 'DAILY') return unsupported('FREQ', 'BYSETPOS');
    if (has(parts.byWeekNo)) return unsupported('BYWEEKNO', 'BYSETPOS');
    if (has(ordinals) && !inMonth) return unsupported('BYDAY', 'BYSETPOS');
  }
  return null;
}

/** Parts of which one is needed to know the days without a first date; null when nothing is missing. */
function missing(parts: RuleParts): readonly string[] | null {
  const hasDays = parts.byDay.length > 0 || parts.byMonthDay.length > 0;
  switch (parts.freq) {
    case 'DAILY':
      return null;
    case 'WEEKLY':
      return parts.byDay.length > 0 ? null : ['BYDAY'];
    case 'MONTHLY':
      return hasDays ? null : ['BYMONTHDAY', 'BYDAY'];
    case 'YEARLY':
      if (parts.byWeekNo.length > 0) return parts.byDay.length > 0 ? null : ['BYDAY'];
      if (parts.byMonthDay.length > 0 && parts.byMonth.length === 0) return ['BYMONTH'];
      return hasDays || parts.byYearDay.length > 0 ? null : ['BYMONTHDAY', 'BYDAY', 'BYYEARDAY'];
  }
}
