import { Injectable } from '@nestjs/common';
import { type LocalClosing, type OfficialYear, WorkingCalendar } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { loadClosings, loadOfficialYears } from './work-calendar.query.js';

const MOST_KEPT = 200;
const KEEP_OFFICIAL_MS = 60_000;

/** Working calendars of committees. Building one takes milliseconds, so those with the same days share one. */
@Injectable()
export class WorkCalendars {
  #official: { years: OfficialYear[]; until: number } | null = null;
  readonly #byClosings = new Map<string, WorkingCalendar>();

  /** The calendars of some committees, with their local closings as they are now. */
  async of(tx: Tx, committeeIds: readonly string[]): Promise<(committeeId: string) => WorkingCalendar> {
    const years = await this.#officialYears(tx);
    const closings = await loadClosings(tx, committeeIds);
    return (committeeId) => this.#calendar(years, closings.get(committeeId) ?? []);
  }

  /** Official years change once a year; kept for a minute, because another process may import a notice. */
  async #officialYears(tx: Tx): Promise<OfficialYear[]> {
    const nowMs = tx.now.epochMilliseconds;
    if (this.#official === null || this.#official.until < nowMs) {
      const years = await loadOfficialYears(tx);
      if (JSON.stringify(years) !== JSON.stringify(this.#official?.years)) this.#byClosings.clear();
      this.#official = { years, until: nowMs + KEEP_OFFICIAL_MS };
    }
    return this.#official.years;
  }

  #calendar(years: readonly OfficialYear[], closings: readonly LocalClosing[]): WorkingCalendar {
    const key = closings.map((closing) => `${closing.on}${closing.name}`).join('\n');
    let calendar = this.#byClosings.get(key);
    if (calendar === undefined) {
      if (this.#byClosings.size >= MOST_KEPT) this.#byClosings.clear();
      calendar = new WorkingCalendar(years, closings);
      this.#byClosings.set(key, calendar);
    }
    return calendar;
  }
}
