import { FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR } from '@xushi/domain';
import { TakeBackYear } from '../../capabilities/work-calendar/index.js';
import type { Arguments, Outcome } from '../command.js';
import { refuse } from '../refuse.js';
import { type Bilingual, WrongUsage } from '../wrong-usage.js';
import { asAdministrator, refuseChangedMeanwhile } from './as-administrator.js';
import { showChange } from './show-change.js';

/**
 * `calendar take-back YEAR`: what taking a wrong notice back would change; with --make it is taken back, by the lock
 * version of that look, and open dates follow in the same transaction.
 */
export async function takeBackYear(given: Arguments): Promise<Outcome> {
  const year = readYear(given.operand('YEAR'));
  return asAdministrator(given.option('as'), async ({ app, actor, committeeId }) => {
    const takeBack = (lockVersion: number, isTrial: boolean) =>
      app.get(TakeBackYear).run(actor, { committeeId, year, lockVersion, isTrial });
    const tried = await takeBack(0, true);
    const answered = tried.ok && given.has('make') ? await takeBack(tried.value.lockVersion, false) : tried;
    if (answered.ok) return done(year, answered.value);
    if (answered.why === 'conflict') return refuseChangedMeanwhile(`calendar take-back ${year}`);
    if (answered.why === 'refused' && answered.reason !== 'not-the-top-committee') {
      return refuse(answered.reason, REFUSALS[answered.reason](year));
    }
    throw new Error(`The notice could not be taken back: ${JSON.stringify(answered)}`);
  });
}

type TakenBack = Extract<Awaited<ReturnType<TakeBackYear['run']>>, { ok: true }>['value'];

function done(year: number, { isMade, becomes, changedDays, moves }: TakenBack): Outcome {
  const state =
    becomes === 'published'
      ? 'the notice that came with the product stands again 恢复随产品提供的安排'
      : 'provisional again 恢复为暂定';
  const first = isMade
    ? `${year} taken back 已撤回: ${state}`
    : `${year} would be taken back 将撤回: ${state}; nothing was written, --make does it 未写入，加 --make 执行`;
  return {
    exit: 0,
    json: { year, isMade, becomes, changedDays, moves },
    text: `${first}\n${showChange(year, { changedDays, moves })}`,
  };
}

function readYear(text: string): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  if (year >= FIRST_CALENDAR_YEAR && year <= LAST_CALENDAR_YEAR) return year;
  const years = [FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR];
  throw new WrongUsage(
    'YEAR',
    `YEAR "${text}" is not a year from ${years.join(' to ')}; write it as 2027.`,
    `YEAR "${text}" 不是 ${years.join('—')} 年间的年份，请写成 2027。`,
  );
}

const REFUSALS = {
  'notice-not-entered': (year) => ({
    english: `No notice of ${year} was entered, so there is none to take back; nothing was changed.`,
    chinese: `${year} 年没有录入过放假安排，不需要撤回；未作改动。`,
  }),
  'notice-came-with-product': (year) => ({
    english: `The notice of ${year} came with the product and cannot be taken back; if it is wrong, enter the right one with calendar import.`,
    chinese: `${year} 年的放假安排随产品提供，不能撤回；如有错误，请用 calendar import 录入正确的。`,
  }),
} as const satisfies Readonly<Record<string, (year: number) => Bilingual>>;
