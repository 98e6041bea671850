/**
 * A date as the number of days since 1970-01-01. Plain integers keep the working-day arithmetic of a county's
 * rehearsal (tens of thousands of steps) off Temporal, where one step costs about 1.6 µs.
 */
export function epochDay(date: Temporal.PlainDate): number {
  return epochDayOf(date.year, date.month, date.day);
}

/** Days since 1970-01-01 of a proleptic Gregorian date given by its parts. */
export function epochDayOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The date that lies `day` days after 1970-01-01. */
export function dateOfEpochDay(day: number): Temporal.PlainDate {
  return EPOCH.add({ days: day });
}

/** ISO weekday of an epoch day: 1 Monday … 7 Sunday (1970-01-01 was a Thursday). */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

const EPOCH = new Temporal.PlainDate(1970, 1, 1);
