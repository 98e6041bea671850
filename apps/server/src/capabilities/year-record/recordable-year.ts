import { type Actor, todayIn } from '../account/index.js';

/** As far back as anybody will look for a report to compare with. */
const MOST_YEARS_BACK = 20;

/** Whether something may be put on record of the year afterwards: this one or one that is over. */
export function isRecordable(actor: Actor, { committeeId, year }: { committeeId: string; year: number }): boolean {
  const thisYear = todayIn(actor, committeeId).year;
  return year <= thisYear && year >= thisYear - MOST_YEARS_BACK;
}
