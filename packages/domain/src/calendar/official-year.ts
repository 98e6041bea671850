/**
 * One year of the State Council's calendar, as its yearly notice says it. Dates are ISO strings; both ends of a range are
 * included. A notice may reach into December of the year before and January of the year after.
 */
export interface OfficialYear {
  readonly year: number;
  readonly status: 'published';
  /** Where the notice can be read; empty when the source of the days named none. */
  readonly papers: readonly string[];
  readonly off: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  /** Weekend days that are worked in exchange (调休), each with the holiday it is exchanged for. */
  readonly worked: readonly { readonly on: string; readonly name: string }[];
}

/** The years a working calendar covers: since the forty-hour week and the holidays of the 1999 revision. */
export const FIRST_CALENDAR_YEAR = 2000;
export const LAST_CALENDAR_YEAR = 2100;

/**
 * Whether working days can be counted around this day: a year within the calendar on either side, for the reminders that
 * go before it and the reports that come after it.
 */
export function isCountable({ year }: { readonly year: number }): boolean {
  return year > FIRST_CALENDAR_YEAR && year < LAST_CALENDAR_YEAR;
}
