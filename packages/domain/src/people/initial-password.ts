const OPEN_FOR = { hours: 14 * 24 };

/**
 * From when on nobody signs in with an initial password any more: 14 days after it was given, to the minute. A slip that
 * lies about longer opens nothing.
 */
export function initialPasswordLapsesAt(givenAt: Temporal.Instant): Temporal.Instant {
  return givenAt.add(OPEN_FOR);
}

/** Whether an initial password given at a moment has lapsed now. */
export function hasInitialPasswordLapsed(givenAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, initialPasswordLapsesAt(givenAt)) >= 0;
}
