import { useTranslation } from 'react-i18next';
import type { CadenceWords, CaseView, Held, Span, SupervisionSlip, Task } from './api';
import { usePreferences } from './preferences';
import { useDates, useMonthNames } from './use-dates';

const partOf = { a: 1, b: 2, c: 3 } as const;

/** Names for things whose codes come from the server as plain text; an unknown code is shown as it is. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const { language } = usePreferences();
  const dates = useDates();
  const months = useMonthNames();
  const named = (key: string, code: string): string => {
    const word: unknown = i18n.exists(key) ? i18n.t(key as never) : code;
    return String(word);
  };
  /**
   * The name of a day that items hang on: a festival, a lunar day, or an event of the year by the name the committee
   * gives it (`own`), else by the usual one.
   */
  const anchor = (key: string, own = ''): string => {
    if (own !== '') return own;
    const [, month, day] = /^lunar:(\d\d)-(\d\d)$/.exec(key) ?? [];
    if (month === undefined || day === undefined) {
      return named(`vocabulary.anchors.${key.replace(':', '.')}`, key.slice(key.indexOf(':') + 1));
    }
    return t('vocabulary.lunar', {
      month: named(`vocabulary.lunarMonths.m${Number(month)}`, month),
      day: named(`vocabulary.lunarDays.d${Number(day)}`, day),
    });
  };
  /** A named stretch of the year: 上半年, 5月中旬. */
  const span = (one: Span): string => {
    switch (one.unit) {
      case 'year':
        return t('annualPlan.spans.year');
      case 'half-year':
        return t(`annualPlan.spans.half.h${one.number}`);
      case 'quarter':
        return t(`annualPlan.spans.quarter.q${one.number}`);
      case 'month':
        return months[one.month - 1] ?? '';
      case 'ten-days':
        return t(`annualPlan.spans.part.p${one.part}`, { month: months[one.month - 1] ?? '' });
    }
  };
  const periodOf = (key: string): string => {
    const quarter = /^\d{4}-Q([1-4])$/.exec(key);
    if (quarter) return t(`vocabulary.periods.quarter.q${quarter[1] as '1' | '2' | '3' | '4'}`);
    const half = /^\d{4}-H([12])$/.exec(key);
    if (half) return t(`vocabulary.periods.half.h${half[1] as '1' | '2'}`);
    if (/^\d{4}$/.test(key)) return t('vocabulary.periods.year');
    if (/^\d{4}-\d{2}$/.test(key)) return dates.month(key);
    const tenDays = /^\d{4}-(\d{2})([abc])$/.exec(key);
    if (tenDays)
      return span({ unit: 'ten-days', month: Number(tenDays[1]), part: partOf[tenDays[2] as 'a' | 'b' | 'c'] });
    if (/^\d{4}-\d{2}-\d{2}$/.test(key)) return dates.shortDay(key);
    const hung = /^\d{4}@(.+)$/.exec(key);
    if (hung) return anchor(hung[1] ?? key);
    const [from, to] = key.split('/');
    return from !== undefined && to !== undefined ? dates.range(from, to) : key;
  };
  /** An occurrence's period: 一季度, 5月中旬, 全会闭幕; of several in one, which it is. */
  const period = (key: string): string => {
    const [stretch = key, number] = key.split('#', 2);
    if (number === undefined) return periodOf(stretch);
    return t('vocabulary.periods.nth', { period: periodOf(stretch), number });
  };
  /** A step by its name in the case at hand: what closes a slip is the leader's approval of what was reported. */
  const event = (definition: CaseView['definition'], act: string) =>
    named(`workflow.eventsOf.${definition}.${act}`, named(`workflow.events.${act}`, act));
  return {
    period,
    definition: (definition: CaseView['definition']) => t(`workflow.definitions.${definition}`),
    /** Whom a case is addressed to or who asks in it: by name, or an office by its word. Null where there is nobody. */
    addressee: (addressee: CaseView['addressee']): string | null =>
      addressee === null
        ? null
        : (addressee.name ?? (addressee.role === null ? null : t(`vocabulary.roles.${addressee.role}`))),
    /** A slip's number as the register has it: 督办〔2026〕3号. */
    slip: ({ year, number }: Pick<SupervisionSlip, 'year' | 'number'>) => t('supervision.slipNumber', { year, number }),
    state: (definition: CaseView['definition'], state: string) =>
      named(`workflow.states.${definition}.${state}`, state),
    event,
    /** How a case began: a slip is issued, leave is asked for, others are set up. */
    started: (definition: CaseView['definition']) =>
      named(`workflow.started.${definition}`, t('workflow.events.start')),
    /** That a step was taken: 计划已发布…, or in general words. */
    done: (definition: CaseView['definition'], act: string) =>
      named(`workflow.doneOf.${definition}.${act}`, t('workflow.done', { action: event(definition, act) })),
    field: (field: string) => named(`workflow.fields.${field}`, field),
    /** Why a date stays although the plan or the calendar now says otherwise. */
    keptWhy: (why: string) => named(`vocabulary.keptWhy.${why}`, why),
    reason: (reason: string) => named(`vocabulary.reasons.${reason}`, reason),
    /** Why a mail did not go, or goes later. */
    undelivered: (reason: string) => named(`delivery.reasons.${reason}`, reason),
    /**
     * A rung by its name, T-30 or T+3. Thirty and fifteen days ahead are calendar days, nearer ones and those after the
     * date working days, as every ladder counts them.
     */
    rung: (name: string) => {
      if (name.startsWith('assigned ')) return t('vocabulary.forms.assigned');
      if (name === 'call') return t('vocabulary.rungs.call');
      if (name.startsWith('group-text ')) return t('vocabulary.rungs.groupText');
      const [, sign, digits] = /^T([+-])(\d+)$/.exec(name) ?? [];
      if (sign === undefined || digits === undefined) return name;
      const count = Number(digits);
      if (count === 0) return t('vocabulary.rungs.onTheDay');
      if (sign === '+') return t('vocabulary.rungs.workdaysAfter', { count });
      return count >= 15
        ? t('vocabulary.rungs.daysBefore', { count })
        : t('vocabulary.rungs.workdaysBefore', { count });
    },
    anchor,
    /** A ladder by its name, by a kind of duty, and by who owes it: `duty`, `write-report`, `duty/member`. */
    ladder: (key: string) => {
      const [name = key, owner] = key.split('/', 2);
      const said = i18n.exists(`settings.rules.names.${name}`)
        ? named(`settings.rules.names.${name}`, name)
        : named(`vocabulary.taskKinds.${name}`, name);
      return owner === undefined ? said : `${said}(${named(`vocabulary.roles.${owner}`, owner)})`;
    },
    taskKind: (kind: string) => named(`vocabulary.taskKinds.${kind}`, kind),
    /** How much there is of each kind of duty: 组织活动 3 项、撰写调研报告 1 项. */
    kindCounts: (kinds: Held['duties']) =>
      kinds
        .map(({ kind, count }) => t('task.kindCount', { kind: t(`vocabulary.taskKinds.${kind}`), count }))
        .join(t('app.comma')),
    consequence: (definition: CaseView['definition'], event: string) =>
      named(`workflow.consequences.${definition}.${event}`, ''),
    /** A person by name; an office by its word and whoever holds it today. */
    holder: (holder: Task['holder']) => {
      if (holder.name !== null) return holder.name;
      if (holder.role === null) return t('app.nobody');
      const office = t(`vocabulary.roles.${holder.role}`);
      const [first, ...others] = holder.inOffice;
      if (first === undefined) return t('app.vacant', { office });
      const names = others.length === 0 ? first : t('app.names', { names: first, total: others.length + 1 });
      return t('app.inOffice', { office, names });
    },
    answer: (answer: string) => named(`vocabulary.answers.${answer}`, answer),
    /** Where a due date comes from, in a sentence. */
    dueReason: (reason: Task['dueReason'], occurrenceKey: string | null) =>
      t(`annualPlan.dueRules.${reason.rule}`, {
        period: occurrenceKey === null ? t('annualPlan.windowPeriod') : period(occurrenceKey),
        from: dates.shortDay(reason.from),
        workdays: reason.workdays ?? 0,
      }),
    span,
    /** A cadence in the reader's language, as the server words it. */
    cadence: ({ zh, en }: CadenceWords) => (language === 'en' ? en : zh),
  };
}
