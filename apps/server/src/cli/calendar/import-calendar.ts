import type { Arguments, Outcome } from '../command.js';
import { onWorkCalendar } from './on-work-calendar.js';
import { readNotice } from './read-notice.js';
import { showChange } from './show-change.js';

/** `calendar import FILE`: enters a year's notice; open dates follow in the same transaction. */
export async function importCalendar(given: Arguments): Promise<Outcome> {
  const reading = readNotice(given.operand('FILE'));
  if (!reading.ok) return reading.refusal;
  const { year } = reading.year;
  return onWorkCalendar(reading.json, { as: given.option('as'), isTrial: false }, ({ changedDays, moves }) => ({
    exit: 0,
    json: { year, isMade: true, changedDays, moves },
    text: `${year} entered 已录入\n${showChange(year, { changedDays, moves })}`,
  }));
}
