import { diffYears, type OfficialYear, officialYears } from '@xushi/domain';
import type { Arguments, Outcome } from '../command.js';
import { hasInstallation } from '../installation.js';
import { readNotice } from './read-notice.js';
import { showChange } from './show-change.js';

/** `calendar diff FILE`: the days a notice changes and, where there is an installation, the dates that would move. */
export async function diffCalendar(given: Arguments): Promise<Outcome> {
  const reading = readNotice(given.operand('FILE'));
  if (!reading.ok) return reading.refusal;
  if (given.has('days-only') || !(await hasInstallation())) return diffDays(reading.year);
  const { onWorkCalendar } = await import('./on-work-calendar.js');
  return onWorkCalendar(reading.json, { as: given.option('as'), isTrial: true }, ({ changedDays, moves }) => ({
    exit: 0,
    json: { year: reading.year.year, changedDays, moves },
    text: showChange(reading.year.year, { changedDays, moves }),
  }));
}

/** Against the years that come with the product. */
function diffDays(year: OfficialYear): Outcome {
  const after = [...officialYears.filter((one) => one.year !== year.year), year];
  const changedDays = diffYears(officialYears, after);
  return {
    exit: 0,
    json: { year: year.year, changedDays, moves: null },
    text: showChange(year.year, { changedDays, moves: null }),
  };
}
