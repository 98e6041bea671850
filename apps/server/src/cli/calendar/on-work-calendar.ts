import { ImportYear } from '../../capabilities/work-calendar/index.js';
import type { Outcome } from '../command.js';
import { asAdministrator, refuseChangedMeanwhile } from './as-administrator.js';

/** What a notice does to the installation's calendar and dates. */
export type YearImported = Extract<Awaited<ReturnType<ImportYear['run']>>, { ok: true }>['value'];

/**
 * Tries or enters a notice in an administrator's name: a trial first, whose lock version the entering repeats, so that
 * what is entered is what was tried. Answers what it does, or the refusal.
 */
export function onWorkCalendar(
  notice: unknown,
  { as, isTrial }: { as: string | null; isTrial: boolean },
  answer: (imported: YearImported) => Outcome,
): Promise<Outcome> {
  return asAdministrator(as, async ({ app, actor, committeeId }) => {
    const importYear = app.get(ImportYear);
    const tried = await importYear.run(actor, { committeeId, notice, lockVersion: 0, isTrial: true });
    if (!tried.ok) throw new Error(`A trial was refused: ${JSON.stringify(tried)}`);
    if (isTrial) return answer(tried.value);
    const { lockVersion } = tried.value;
    const entered = await importYear.run(actor, { committeeId, notice, lockVersion, isTrial: false });
    if (entered.ok) return answer(entered.value);
    if (entered.why === 'conflict') return refuseChangedMeanwhile('calendar diff');
    throw new Error(`The notice was refused after its trial: ${JSON.stringify(entered)}`);
  });
}
