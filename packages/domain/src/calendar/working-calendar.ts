import { dateOfEpochDay, epochDay, epochDayOf, weekdayOf } from './epoch-day.js';

/** One year of the State Council's calendar. Dates are ISO strings; both ends of a range are included. */
export interface OfficialYear {
  readonly year: number;
  readonly status: 'published';
  readonly off: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  /** Weekend days that are worked in exchange (调休). */
  readonly worked: readonly string[];
}

/** A day on which one committee is closed although the country works. */
export interface LocalClosing {
  readonly on: string;
  readonly name: string;
}

/** Whether a year's days rest on a published notice, or only on weekends and the fixed statutory days. */
export type YearStatus = 'published' | 'provisional';

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
/** Statutory days that fall on the same date every year since 2025 (元旦 1, 劳动节 2, 国庆节 3). */
const FIXED_STATUTORY_DAYS = [
  [1, 1, '元旦'],
  [5, 1, '劳动节'],
  [5, 2, '劳动节'],
  [10, 1, '国庆节'],
  [10, 2, '国庆节'],
  [10, 3, '国庆节'],
] as const;

/**
 * Which days a committee works. Built once from the official years and the committee's own closings; every question
 * afterwards is a look-up. Working-day arithmetic does not count day 0: `addWorkdays(2026-02-12, 5)` is 2026-02-26.
 */
export class WorkingCalendar {
  readonly #officialYears: ReadonlySet<number>;
  readonly #names = new Map<number, string>();
  readonly #worked: Uint8Array;
  readonly #first = epochDayOf(FIRST_YEAR, 1, 1);
  /** #before[i] = working days in [first, first + i). */
  readonly #before: Uint32Array;
  /** The working days themselves, ascending. */
  readonly #workdays: Uint32Array;

  constructor(years: readonly OfficialYear[], closings: readonly LocalClosing[] = []) {
    this.#officialYears = new Set(years.map((year) => year.year));
    const length = epochDayOf(LAST_YEAR + 1, 1, 1) - this.#first;
    this.#worked = new Uint8Array(length);
    for (let i = 0; i < length; i++) this.#worked[i] = weekdayOf(this.#first + i) <= 5 ? 1 : 0;
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      if (this.#officialYears.has(year)) continue;
      for (const [month, day, name] of FIXED_STATUTORY_DAYS) this.#setOff(epochDayOf(year, month, day), name);
    }
    for (const year of years) {
      for (const range of year.off) {
        const to = epochDay(Temporal.PlainDate.from(range.to));
        for (let day = epochDay(Temporal.PlainDate.from(range.from)); day <= to; day++) this.#setOff(day, range.name);
      }
      for (const on of year.worked) this.#worked[epochDay(Temporal.PlainDate.from(on)) - this.#first] = 1;
    }
    for (const closing of closings) this.#setOff(epochDay(Temporal.PlainDate.from(closing.on)), closing.name);

    this.#before = new Uint32Array(length + 1);
    const workdays: number[] = [];
    for (let i = 0; i < length; i++) {
      this.#before[i + 1] = (this.#before[i] ?? 0) + (this.#worked[i] ?? 0);
      if (this.#worked[i] === 1) workdays.push(this.#first + i);
    }
    this.#workdays = Uint32Array.from(workdays);
  }

  #setOff(day: number, name: string): void {
    this.#worked[day - this.#first] = 0;
    this.#names.set(day, name);
  }

  #index(date: Temporal.PlainDate): number {
    const index = epochDay(date) - this.#first;
    if (index < 0 || index >= this.#worked.length) {
      throw new RangeError(`The working calendar covers ${FIRST_YEAR} to ${LAST_YEAR}, not ${date.toString()}.`);
    }
    return index;
  }

  /** `published` when the State Council's notice for the year is loaded, else `provisional`. */
  status(year: number): YearStatus {
    return this.#officialYears.has(year) ? 'published' : 'provisional';
  }

  isWorkday(date: Temporal.PlainDate): boolean {
    return this.#worked[this.#index(date)] === 1;
  }

  /** The holiday's or closing's name, or null on a working day and an ordinary weekend. */
  dayName(date: Temporal.PlainDate): string | null {
    return this.isWorkday(date) ? null : (this.#names.get(epochDay(date)) ?? null);
  }

  /** The date `count` working days after (or, negative, before) `date`; day 0 is not counted, 0 returns `date`. */
  addWorkdays(date: Temporal.PlainDate, count: number): Temporal.PlainDate {
    if (count === 0) return date;
    const index = this.#index(date);
    // #before[i] is also the position of the first working day on or after i.
    const position = count > 0 ? (this.#before[index + 1] ?? 0) + count - 1 : (this.#before[index] ?? 0) + count;
    const day = this.#workdays[position];
    if (day === undefined) throw new RangeError(`${count} working days from ${date.toString()} leave the calendar.`);
    return dateOfEpochDay(day);
  }

  /** The same day if it is worked, else the next working day. */
  onOrAfter(date: Temporal.PlainDate): Temporal.PlainDate {
    return this.isWorkday(date) ? date : this.addWorkdays(date, 1);
  }

  /** The same day if it is worked, else the working day before. */
  onOrBefore(date: Temporal.PlainDate): Temporal.PlainDate {
    return this.isWorkday(date) ? date : this.addWorkdays(date, -1);
  }

  /** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
  workdaysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
    return (this.#before[this.#index(to) + 1] ?? 0) - (this.#before[this.#index(from) + 1] ?? 0);
  }
}
