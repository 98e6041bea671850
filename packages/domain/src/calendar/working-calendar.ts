import { dateOfEpochDay, epochDay, epochDayOf, weekdayOf } from './epoch-day.js';
import { FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR, type OfficialYear } from './official-year.js';
import { statutoryDays } from './statutory-days.js';

/** A day on which one committee is closed although the country works. */
export interface LocalClosing {
  readonly on: string;
  readonly name: string;
}

/** Whether a year's days rest on a published notice, or only on weekends and the statutory days. */
export type YearStatus = 'published' | 'provisional';

/**
 * Which days a committee works. Built once from the official years and the committee's own closings; every question
 * afterwards is a look-up. Working-day arithmetic does not count day 0: `addWorkdays(2026-02-12, 5)` is 2026-02-26.
 */
export class WorkingCalendar {
  readonly #officialYears: ReadonlySet<number>;
  readonly #names = new Map<number, string>();
  readonly #worked: Uint8Array;
  readonly #first = epochDayOf(FIRST_CALENDAR_YEAR, 1, 1);
  /** #before[i] = working days in [first, first + i). */
  readonly #before: Uint32Array;
  /** The working days themselves, ascending. */
  readonly #workdays: Uint32Array;

  constructor(years: readonly OfficialYear[], closings: readonly LocalClosing[] = []) {
    this.#officialYears = new Set(years.map((year) => year.year));
    const length = epochDayOf(LAST_CALENDAR_YEAR + 1, 1, 1) - this.#first;
    this.#worked = new Uint8Array(length);
    for (let i = 0; i < length; i++) this.#worked[i] = weekdayOf(this.#first + i) <= 5 ? 1 : 0;
    for (let year = FIRST_CALENDAR_YEAR; year <= LAST_CALENDAR_YEAR; year++) {
      if (this.#officialYears.has(year)) continue;
      for (const { on, name } of statutoryDays(year)) this.#setOff(epochDay(on), name);
    }
    // Where two notices name one day of December or January, the later notice knew of the earlier one.
    for (const year of [...years].sort((one, other) => one.year - other.year)) this.#follow(year);
    for (const closing of closings) this.#setOff(epochDay(Temporal.PlainDate.from(closing.on)), closing.name);

    this.#before = new Uint32Array(length + 1);
    const workdays: number[] = [];
    for (let i = 0; i < length; i++) {
      this.#before[i + 1] = (this.#before[i] ?? 0) + (this.#worked[i] ?? 0);
      if (this.#worked[i] === 1) workdays.push(this.#first + i);
    }
    this.#workdays = Uint32Array.from(workdays);
  }

  #follow(year: OfficialYear): void {
    for (const range of year.off) {
      const to = epochDay(Temporal.PlainDate.from(range.to));
      for (let day = epochDay(Temporal.PlainDate.from(range.from)); day <= to; day++) this.#setOff(day, range.name);
    }
    for (const { on, name } of year.worked) {
      const day = epochDay(Temporal.PlainDate.from(on));
      this.#worked[day - this.#first] = 1;
      this.#names.set(day, name);
    }
  }

  #setOff(day: number, name: string): void {
    this.#worked[day - this.#first] = 0;
    this.#names.set(day, name);
  }

  #index(date: Temporal.PlainDate): number {
    const index = epochDay(date) - this.#first;
    if (index < 0 || index >= this.#worked.length) {
      throw new RangeError(
        `The working calendar covers ${FIRST_CALENDAR_YEAR} to ${LAST_CALENDAR_YEAR}, not ${date.toString()}.`,
      );
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

  /** The holiday for which a weekend day is worked in exchange (调休), or null on every other day. */
  exchangedFor(date: Temporal.PlainDate): string | null {
    return this.isWorkday(date) ? (this.#names.get(epochDay(date)) ?? null) : null;
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
