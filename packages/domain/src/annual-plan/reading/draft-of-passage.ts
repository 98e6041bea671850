import { asksForReport, categoryOf } from './acts.js';
import { targetIn, timesIn } from './amounts.js';
import { draftOfReading } from './draft-item.js';
import { dutiesIn } from './duties.js';
import { plainText } from './paragraph.js';
import type { ReadItem, SkippedPassage } from './plan-reading.js';
import { sitesIn } from './sites.js';
import { type TimeContext, timeWordsIn } from './time-words.js';
import { titleOf } from './title.js';

/**
 * A passage that was left out, as the item it would be if a person says that it is one: its category, time and numbers
 * are read as those of any other.
 */
export function draftOfPassage({ why: _why, ...source }: SkippedPassage, context: TimeContext) {
  const { text } = source;
  const plain = plainText(text);
  const times = timeWordsIn(plain, context);
  const time = times.find(({ cadence }) => cadence !== null) ?? times[0] ?? null;
  const cadence = time?.cadence ?? null;
  const item: ReadItem = {
    title: titleOf(plain, '', []) || text,
    category: categoryOf(plain),
    cadence,
    times: timesIn(plain) ?? 1,
    timeWords: time?.text ?? null,
    target: targetIn(plain, cadence),
    sites: sitesIn(plain),
    reportWanted: asksForReport(plain),
    duties: dutiesIn(plain),
    source,
    open: cadence === null ? ['cadence'] : [],
  };
  return { item, ...draftOfReading(item) };
}
