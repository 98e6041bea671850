import { RRuleTemporal } from 'rrule-temporal';

export const ruleFaults = ['rule-unreadable', 'rule-without-dates'] as const;
export type RuleFault = (typeof ruleFaults)[number];

/** The days of an RFC 5545 rule in a year. */
export function datesOfRule(rrule: string, year: number): Temporal.PlainDate[] {
  const first = new Temporal.PlainDate(year, 1, 1);
  const dtstart = first.toZonedDateTime('UTC');
  const until = new Temporal.PlainDate(year, 12, 31).toZonedDateTime('UTC');
  return new RRuleTemporal({ rruleString: rrule, dtstart }).between(dtstart, until, true).map((at) => at.toPlainDate());
}

/** Null when a rule can be used for a plan of `year`. */
export function judgeRule(rrule: string, year: number): RuleFault | null {
  try {
    return datesOfRule(rrule, year).length === 0 ? 'rule-without-dates' : null;
  } catch {
    return 'rule-unreadable';
  }
}
