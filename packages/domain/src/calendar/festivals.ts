import { LunarDay, SolarTerm } from 'tyme4ts';

/** Festivals a plan may hang on by name, in the order of the year. */
export const festivals = [
  'new-year',
  'spring-festival',
  'lantern-festival',
  'womens-day',
  'qingming',
  'labour-day',
  'youth-day',
  'dragon-boat',
  'party-day',
  'army-day',
  'mid-autumn',
  'cppcc-day',
  'national-day',
  'double-ninth',
  'laba',
] as const;
export type Festival = (typeof festivals)[number];

const SOLAR: Partial<Record<Festival, readonly [month: number, day: number]>> = {
  'new-year': [1, 1],
  'womens-day': [3, 8],
  'labour-day': [5, 1],
  'youth-day': [5, 4],
  'party-day': [7, 1],
  'army-day': [8, 1],
  // The CPPCC opened its first session on 21 September 1949.
  'cppcc-day': [9, 21],
  'national-day': [10, 1],
};

const LUNAR: Partial<Record<Festival, readonly [month: number, day: number]>> = {
  'spring-festival': [1, 1],
  'lantern-festival': [1, 15],
  'dragon-boat': [5, 5],
  'mid-autumn': [8, 15],
  'double-ninth': [9, 9],
  laba: [12, 8],
};

/** The day a festival falls on in a calendar year, or null when it does not fall in it (腊八 of 2023). */
export function festivalDay(festival: Festival, year: number): Temporal.PlainDate | null {
  const solar = SOLAR[festival];
  if (solar !== undefined) return new Temporal.PlainDate(year, ...solar);
  const lunar = LUNAR[festival];
  if (lunar !== undefined) return lunarDay(year, ...lunar);
  const term = SolarTerm.fromName(year, '清明').getSolarDay();
  return new Temporal.PlainDate(term.getYear(), term.getMonth(), term.getDay());
}

/**
 * The day of calendar year `year` that is the given day of a lunar month (leap months left out), the first one when
 * there are two; null when the year has none. Lunar days 12-xx of one lunar year mostly fall in the next calendar year:
 * 腊月初八 in calendar year 2026 is 2026-01-26. 2026-10-18 is 九月初九. Months 1–12, days 1–30.
 */
export function lunarDay(year: number, month: number, day: number): Temporal.PlainDate | null {
  for (const lunarYear of [year - 1, year]) {
    const date = solarDateOf(lunarYear, month, day);
    if (date?.year === year) return date;
  }
  return null;
}

function solarDateOf(lunarYear: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    const solar = LunarDay.fromYmd(lunarYear, month, day).getSolarDay();
    return new Temporal.PlainDate(solar.getYear(), solar.getMonth(), solar.getDay());
  } catch {
    // A short month has no thirtieth day.
    return null;
  }
}
