import { type AnchorKey, anchorDays } from '../recurrence/anchor.js';
import type { Cadence } from '../recurrence/cadence.js';
import { knownNames } from '../recurrence/cadence-words-anchors.js';
import { languages } from '../recurrence/cadence-words-slots.js';
import { readRule, writeRule } from '../recurrence/rule-parts.js';

/** What happened to a cadence on its way into another year's plan. */
export type CadenceCopyNote =
  /** Month and day stay, the year is the new one. */
  | { readonly code: 'same-day' }
  /** The end of February stays its end. */
  | { readonly code: 'month-end' }
  /** 29 February, in a year without one: the 28th. */
  | { readonly code: 'leap-day' }
  /** Its words name a festival near the day: the days keep their distance from it. */
  | { readonly code: 'festival-followed'; readonly anchor: AnchorKey }
  /** Its words name a festival, but which or where it falls in the new year is not clear: to be looked at. */
  | { readonly code: 'festival-unclear' }
  /** Its words name the second Friday: it is that of the new year's month. */
  | { readonly code: 'weekday-followed' }
  /** The last day of a rule goes into the new year. */
  | { readonly code: 'until-moved' };

export interface CopiedCadence {
  readonly cadence: Cadence;
  readonly notes: readonly CadenceCopyNote[];
}

/** The years a cadence goes from and to, and the words of its item: title and source. */
export interface CadenceCopy {
  readonly fromYear: number;
  readonly toYear: number;
  readonly words: string;
}

/** A festival named in the words of an item is taken for its reason when its days lie no farther from it than this. */
const FESTIVAL_REACH_DAYS = 31;

/**
 * The cadence of one year's item for another year's plan. What speaks of quarters, spans, anchors and rules means the
 * same every year and stays. Named days keep month and day, unless their words tie them to a festival that moves or to
 * the n-th weekday of a month; the end of February stays its end. Where the new day is a day off, its due date goes by
 * the usual shift when the plan is expanded. Refuses nothing; `judgePlanItem` says whether the result can stand.
 *
 * By 2026-02-10, words 春节前慰问 (Spring Festival 2026-02-17): from then on seven days before the Spring Festival.
 */
export function copyCadence(cadence: Cadence, copy: CadenceCopy): CopiedCadence {
  switch (cadence.kind) {
    case 'each':
    case 'within':
    case 'anchored':
      return { cadence, notes: [] };
    case 'rule':
      return copyRule(cadence, copy);
    case 'between':
      return copyDays({ from: cadence.from, to: cadence.to }, copy);
    case 'by':
      return copyDays({ from: null, to: cadence.on }, copy);
  }
}

function copyRule(cadence: Cadence & { kind: 'rule' }, copy: CadenceCopy): CopiedCadence {
  const parts = readRule(cadence.rrule);
  if ('code' in parts || parts.until === null) return { cadence, notes: [] };
  const until = moved(parts.until, copy, true);
  return {
    cadence: { ...cadence, rrule: writeRule({ ...parts, until: until.day }) },
    notes: [{ code: 'until-moved' }],
  };
}

/** Days of the calendar, the first null where only a last day is given. */
interface Days {
  readonly from: string | null;
  readonly to: string;
}

function copyDays(days: Days, copy: CadenceCopy): CopiedCadence {
  const festival = festivalOf(days, copy);
  if (festival?.code === 'festival-followed') {
    return { cadence: aroundFestival(days, festival.anchor, copy.fromYear), notes: [festival] };
  }
  const weekday = festival === null ? followWeekday(days, copy) : null;
  if (weekday !== null) return { cadence: cadenceOf(days, weekday, weekday), notes: [{ code: 'weekday-followed' }] };
  const from = days.from === null ? null : moved(days.from, copy, false);
  const to = moved(days.to, copy, true);
  const code = [to.code, from?.code].find((one) => one !== undefined && one !== 'same-day') ?? 'same-day';
  return {
    cadence: cadenceOf(days, from?.day ?? null, to.day),
    notes: [{ code }, ...(festival === null ? [] : [festival])],
  };
}

const cadenceOf = (days: Days, from: string | null, to: string): Cadence =>
  days.from === null ? { kind: 'by', on: to } : { kind: 'between', from: from ?? to, to };

/** The same month and day, so many years on. `isEnd`: the day ends something, so that the end of February stays its end. */
function moved(day: string, { fromYear, toYear, words }: CadenceCopy, isEnd: boolean) {
  const was = Temporal.PlainDate.from(day);
  const now = was.add({ years: toYear - fromYear });
  if (was.month !== 2 || now.inLeapYear === was.inLeapYear) return { day: now.toString(), code: 'same-day' as const };
  if (was.day === 29) return { day: now.toString(), code: 'leap-day' as const };
  const isMonthEnd = isEnd && was.day === was.daysInMonth && !/28\s*[日号]|二十八[日号]/.test(words);
  return isMonthEnd
    ? { day: now.with({ day: now.daysInMonth }).toString(), code: 'month-end' as const }
    : { day: now.toString(), code: 'same-day' as const };
}

/** Festivals by their names, the long ones first, so that 五一劳动节 is not read as 五一 as well. */
const festivalNames = languages
  .flatMap((language) => knownNames(language))
  .filter(([, key]) => key.startsWith('festival:'))
  .sort(([one], [other]) => other.length - one.length);

function festivalOf(days: Days, { fromYear, toYear, words }: CadenceCopy) {
  const [before, after] = [anchorDays(fromYear, []), anchorDays(toYear, [])];
  const isNear = (key: AnchorKey) => {
    const on = before(key)?.on;
    return on !== undefined && [days.from, days.to].every((day) => day === null || distance(on, day) !== null);
  };
  const near = namedFestivals(words).filter(isNear);
  const moves = (key: AnchorKey) => dayInYear(before(key)) !== dayInYear(after(key));
  if (!near.some(moves)) return null;
  const [anchor] = near;
  return near.length > 1 || anchor === undefined || after(anchor) === null
    ? ({ code: 'festival-unclear' } as const)
    : ({ code: 'festival-followed', anchor } as const);
}

function namedFestivals(words: string): AnchorKey[] {
  let left = words.toLowerCase();
  const found = new Set<AnchorKey>();
  for (const [name, key] of festivalNames) {
    const plain = name.toLowerCase().replace(/^the /, '');
    if (!left.includes(plain)) continue;
    found.add(key);
    left = left.replaceAll(plain, ' ');
  }
  return [...found];
}

const dayInYear = (anchor: { readonly on: Temporal.PlainDate } | null) => anchor?.on.toString().slice(5);

/** Calendar days from the festival to the day, negative before it; null when it is too far away to be its reason. */
function distance(festival: Temporal.PlainDate, day: string): number | null {
  const { days } = festival.until(Temporal.PlainDate.from(day), { largestUnit: 'days' });
  return Math.abs(days) <= FESTIVAL_REACH_DAYS ? days : null;
}

function aroundFestival(days: Days, anchor: AnchorKey, fromYear: number): Cadence {
  const on = anchorDays(fromYear, [])(anchor)?.on;
  if (on === undefined) throw new Error(`${anchor} has no day in ${fromYear}.`);
  const away = (day: string) => ({ unit: 'calendar-days', count: distance(on, day) ?? 0 }) as const;
  return {
    kind: 'anchored',
    anchor,
    from: days.from === null ? null : away(days.from),
    to: away(days.to),
    shift: 'back',
  };
}

const WEEKDAYS = '一二三四五六日';
const NTH_WEEKDAY = /(?:第([一二三四五])个|(首)个|(最后)一个)(?:周|星期|礼拜)([一二三四五六日天])/;

/** The n-th weekday of the same month, where the words name it and the one day given is it; null where not. */
function followWeekday(days: Days, { fromYear, toYear, words }: CadenceCopy): string | null {
  const found = NTH_WEEKDAY.exec(words);
  if (found === null || (days.from !== null && days.from !== days.to)) return null;
  const [, nth, first, last, name = ''] = found;
  const weekday = WEEKDAYS.indexOf(name.replace('天', '日')) + 1;
  const place = last !== undefined ? -1 : first !== undefined ? 1 : WEEKDAYS.indexOf(nth ?? '') + 1;
  const was = Temporal.PlainDate.from(days.to);
  if (nthWeekday(was, place, weekday)?.equals(was) !== true) return null;
  return nthWeekday(was.add({ years: toYear - fromYear }), place, weekday)?.toString() ?? null;
}

/** The n-th such weekday of a day's month, -1 the last; null when the month has no fifth. */
function nthWeekday(inMonth: Temporal.PlainDate, place: number, weekday: number): Temporal.PlainDate | null {
  const { year, month } = inMonth;
  const all = Array.from({ length: inMonth.daysInMonth }, (_, index) => new Temporal.PlainDate(year, month, index + 1));
  return all.filter(({ dayOfWeek }) => dayOfWeek === weekday).at(place > 0 ? place - 1 : place) ?? null;
}
