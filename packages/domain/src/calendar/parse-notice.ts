import { FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR, type OfficialYear } from './official-year.js';
import { statutoryDays } from './statutory-days.js';

/** What can be wrong with a notice read from a file. */
export const noticeFaultCodes = [
  'not-an-object',
  'year-missing',
  'year-out-of-range',
  'papers-unreadable',
  'days-missing',
  'day-unreadable',
  'name-missing',
  'kind-missing',
  'date-unreadable',
  'date-outside-year',
  'date-contradicted',
  'worked-day-not-weekend',
  'no-day-off',
  'statutory-day-worked',
  'statutory-days-only',
] as const;
export type NoticeFaultCode = (typeof noticeFaultCodes)[number];

export interface NoticeFault {
  readonly code: NoticeFaultCode;
  /** Where in the file: `year`, `days`, `days[3].date`; empty for the file as a whole. */
  readonly at: string;
  /** What stands there, shortened; of a statutory day its date and name. */
  readonly found: string;
}

export type ParsedNotice =
  | { readonly ok: true; readonly year: OfficialYear }
  | { readonly ok: false; readonly faults: readonly NoticeFault[] };

interface NoticeDay {
  readonly on: string;
  readonly name: string;
  readonly isOff: boolean;
}

/**
 * Reads a year's notice in the shape of the public data set holiday-cn:
 * `{year, papers: [address], days: [{name, date: "2026-02-15", isOffDay: true}]}`. Refuses with every fault found, not
 * only the first. Weekends next to a holiday need not be listed; days of the December before and of the January after
 * are the notice's own when the file lists them. A day listed twice in the same way counts once.
 */
export function parseNotice(json: unknown): ParsedNotice {
  const faults: NoticeFault[] = [];
  const refuse: Refuse = (code, at, value) => {
    faults.push({ code, at, found: shown(value) });
    return null;
  };
  if (!isRecord(json)) refuse('not-an-object', '', json);
  const file = isRecord(json) ? json : null;
  const year = file && readYear(file.year, refuse);
  const papers = file && readPapers(file.papers, refuse);
  const days = file && readDays(file.days, year, refuse);
  if (year !== null && days !== null && faults.length === 0) checkStatutoryDays(year, days, refuse);
  if (year === null || papers === null || days === null || faults.length > 0) return { ok: false, faults };
  return { ok: true, year: officialYear(year, papers, days) };
}

type Refuse = (code: NoticeFaultCode, at: string, value: unknown) => null;

function readYear(value: unknown, refuse: Refuse): number | null {
  if (typeof value !== 'number' || !Number.isInteger(value)) return refuse('year-missing', 'year', value);
  const isCovered = value >= FIRST_CALENDAR_YEAR && value <= LAST_CALENDAR_YEAR;
  return isCovered ? value : refuse('year-out-of-range', 'year', value);
}

/** The data set leaves `papers` out of no file, but a file typed by hand may. */
function readPapers(value: unknown, refuse: Refuse): readonly string[] | null {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((paper) => typeof paper === 'string')) return value;
  return refuse('papers-unreadable', 'papers', value);
}

/** The days in order of date, or null when there is no list of them. Days at fault are left out. */
function readDays(value: unknown, year: number | null, refuse: Refuse): readonly NoticeDay[] | null {
  if (!Array.isArray(value)) return refuse('days-missing', 'days', value);
  const byDate = new Map<string, NoticeDay>();
  for (const [index, entry] of value.entries()) {
    const at = `days[${index}]`;
    const day = readDay(entry, at, year, refuse);
    if (day === null) continue;
    const earlier = byDate.get(day.on);
    if (earlier === undefined) byDate.set(day.on, day);
    else if (earlier.isOff !== day.isOff) refuse('date-contradicted', `${at}.date`, day.on);
  }
  const days = [...byDate.values()].sort((one, other) => (one.on < other.on ? -1 : 1));
  if (!value.some((entry) => isRecord(entry) && entry.isOffDay === true)) refuse('no-day-off', 'days', value.length);
  return days;
}

function readDay(entry: unknown, at: string, year: number | null, refuse: Refuse): NoticeDay | null {
  if (!isRecord(entry)) return refuse('day-unreadable', at, entry);
  const name = typeof entry.name === 'string' ? entry.name.trim() : '';
  if (name === '') refuse('name-missing', `${at}.name`, entry.name);
  const isOff = entry.isOffDay;
  if (typeof isOff !== 'boolean') refuse('kind-missing', `${at}.isOffDay`, isOff);
  const date = readDate(entry.date);
  if (date === null) return refuse('date-unreadable', `${at}.date`, entry.date);
  if (year !== null && !isNear(year, date)) return refuse('date-outside-year', `${at}.date`, entry.date);
  if (isOff === false && date.dayOfWeek <= 5) return refuse('worked-day-not-weekend', `${at}.date`, entry.date);
  return name === '' || typeof isOff !== 'boolean' ? null : { on: date.toString(), name, isOff };
}

function readDate(value: unknown): Temporal.PlainDate | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  try {
    return Temporal.PlainDate.from(value);
  } catch {
    return null;
  }
}

/** The year itself, the December before it and the January after it. */
function isNear(year: number, date: Temporal.PlainDate): boolean {
  const months = (date.year - year) * 12 + date.month;
  return months >= 0 && months <= 13;
}

/**
 * A notice arranges days around the statutory ones; it never makes one of them a working day. What lists nothing beside
 * them is no notice but what is known without one: taken for a notice, it would call the year published.
 */
function checkStatutoryDays(year: number, days: readonly NoticeDay[], refuse: Refuse): void {
  const statutory = statutoryDays(year);
  const isOff = new Map(days.map((day) => [day.on, day.isOff]));
  const worked = statutory.filter(({ on }) => !(isOff.get(on.toString()) ?? on.dayOfWeek > 5));
  for (const { on, name } of worked) refuse('statutory-day-worked', 'days', `${on.toString()} ${name}`);
  const known = new Set(statutory.map(({ on }) => on.toString()));
  if (worked.length === 0 && days.length > 0 && days.every((day) => day.isOff && known.has(day.on))) {
    refuse('statutory-days-only', 'days', days.length);
  }
}

function officialYear(year: number, papers: readonly string[], days: readonly NoticeDay[]): OfficialYear {
  const off: { name: string; from: string; to: string }[] = [];
  for (const { on, name } of days.filter((day) => day.isOff)) {
    const last = off.at(-1);
    if (last?.name === name && isDayAfter(last.to, on)) last.to = on;
    else off.push({ name, from: on, to: on });
  }
  const worked = days.filter((day) => !day.isOff).map(({ on, name }) => ({ on, name }));
  return { year, status: 'published', papers, off, worked };
}

function isDayAfter(before: string, after: string): boolean {
  return Temporal.PlainDate.from(before).add({ days: 1 }).toString() === after;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const LONGEST_SHOWN = 60;

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}
