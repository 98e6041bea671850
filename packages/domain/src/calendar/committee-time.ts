/** Instants and dates of one committee: its named zone is an argument, the machine's zone never matters. */
export function dateIn(zone: string, at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate();
}

/** Minutes since local midnight (0 … 1439) of an instant in a zone. */
export function minuteOfDay(zone: string, at: Temporal.Instant): number {
  const local = at.toZonedDateTimeISO(zone);
  return local.hour * 60 + local.minute;
}

/** The instant at which `zone` reads `date` and `time` ("09:00"). */
export function instantIn(zone: string, date: Temporal.PlainDate, time: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
}

/** "09:00" → 540. */
export function minutesOf(time: string): number {
  const parsed = Temporal.PlainTime.from(time);
  return parsed.hour * 60 + parsed.minute;
}
