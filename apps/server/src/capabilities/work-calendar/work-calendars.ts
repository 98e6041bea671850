import { Injectable } from '@nestjs/common';
import { type LocalClosing, type OfficialYear, WorkingCalendar } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { loadCalendarState } from './closing-day.query.js';
import { loadOfficialYears } from './official-year.query.js';

const MOST_KEPT = 200;

/** Calendars by the closing days that make them differ. */
type CalendarByClosings = (closings: readonly LocalClosing[]) => WorkingCalendar;

/** Working calendars of committees. Building one takes milliseconds, so those with the same days share one. */
@Injectable()
export class WorkCalendars {
  #kept: { readonly stamps: string; readonly calendarBy: CalendarByClosings } | null = null;

  /**
   * The calendars of some committees as this transaction sees them. What is kept from before is used only when the
   * stamps of the official years are still the same, so a notice counts in every process from the moment it commits.
   */
  async of(tx: Tx, committeeIds: readonly string[]): Promise<(committeeId: string) => WorkingCalendar> {
    const { stamps, closings } = await loadCalendarState(tx, committeeIds);
    const { calendarBy } = this.#kept?.stamps === stamps ? this.#kept : await this.#load(tx);
    return (committeeId) => calendarBy(closings.get(committeeId) ?? []);
  }

  async #load(tx: Tx) {
    const years = await loadOfficialYears(tx);
    const stamps = years.map((year) => year.stamp).join(' ');
    const loaded = { stamps, calendarBy: calendarsWith(years.map((year) => year.notice)) };
    this.#kept = loaded;
    return loaded;
  }
}

/** The calendars that some notices make, each built once. */
export function calendarsWith(years: readonly OfficialYear[]): CalendarByClosings {
  const built = new Map<string, WorkingCalendar>();
  return (closings) => {
    const key = closings.map((closing) => `${closing.on}${closing.name}`).join('\n');
    const known = built.get(key);
    if (known !== undefined) return known;
    if (built.size >= MOST_KEPT) built.clear();
    const calendar = new WorkingCalendar(years, closings);
    built.set(key, calendar);
    return calendar;
  };
}
