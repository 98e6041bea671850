import { useTranslation } from 'react-i18next';
import type { Cadence, CaseView, Task } from './api';
import { useDates } from './use-dates';

/** Names for things whose codes come from the server as plain text; an unknown code is shown as it is. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const dates = useDates();
  const named = (key: string, code: string): string => {
    const word: unknown = i18n.exists(key) ? i18n.t(key as never) : code;
    return String(word);
  };
  const period = (key: string): string => {
    const quarter = /^\d{4}-Q([1-4])$/.exec(key);
    if (quarter) return t(`vocabulary.periods.quarter.q${quarter[1] as '1' | '2' | '3' | '4'}`);
    const half = /^\d{4}-H([12])$/.exec(key);
    if (half) return t(`vocabulary.periods.half.h${half[1] as '1' | '2'}`);
    if (/^\d{4}$/.test(key)) return t('vocabulary.periods.year');
    const [from, to] = key.split('/');
    return from !== undefined && to !== undefined ? dates.range(from, to) : key;
  };
  return {
    period,
    state: (definition: CaseView['definition'], state: string) =>
      named(`workflow.states.${definition}.${state}`, state),
    event: (event: string) => named(`workflow.events.${event}`, event),
    field: (field: string) => named(`workflow.fields.${field}`, field),
    reason: (reason: string) => named(`vocabulary.reasons.${reason}`, reason),
    /**
     * A rung by its name, T-30 or T+3. Thirty and fifteen days ahead are calendar days, nearer ones and those after the
     * date working days, as every ladder counts them.
     */
    rung: (name: string) => {
      const [, sign, digits] = /^T([+-])(\d+)$/.exec(name) ?? [];
      if (sign === undefined || digits === undefined) return name;
      const count = Number(digits);
      if (count === 0) return t('vocabulary.rungs.onTheDay');
      if (sign === '+') return t('vocabulary.rungs.workdaysAfter', { count });
      return count >= 15
        ? t('vocabulary.rungs.daysBefore', { count })
        : t('vocabulary.rungs.workdaysBefore', { count });
    },
    /** The name of a day that items hang on: a festival, a lunar day, or an event of the year. */
    anchor: (key: string) => named(`vocabulary.anchors.${key.replace(':', '.')}`, key.slice(key.indexOf(':') + 1)),
    taskKind: (kind: string) => named(`vocabulary.taskKinds.${kind}`, kind),
    consequence: (definition: CaseView['definition'], event: string) =>
      named(`workflow.consequences.${definition}.${event}`, ''),
    holder: (holder: Task['holder']) =>
      holder.name ?? (holder.role === null ? t('app.nobody') : t(`vocabulary.roles.${holder.role}`)),
    /** Where a due date comes from, in a sentence. */
    dueReason: (reason: Task['dueReason'], occurrenceKey: string | null) =>
      t(`annualPlan.dueRules.${reason.rule}`, {
        period: occurrenceKey === null ? t('annualPlan.windowPeriod') : period(occurrenceKey),
        from: dates.shortDay(reason.from),
        workdays: reason.workdays ?? 0,
      }),
    cadence: ({ cadence }: { cadence: Cadence }) => {
      if (cadence.kind === 'between') return dates.range(cadence.from, cadence.to);
      if (cadence.kind === 'each') return t('annualPlan.cadences.each-quarter');
      const span = cadence.kind === 'within' ? cadence.spans[0] : undefined;
      if (span?.unit === 'half-year') return t(`annualPlan.cadences.half-year-${span.number}`);
      return t('annualPlan.cadences.whole-year');
    },
  };
}
