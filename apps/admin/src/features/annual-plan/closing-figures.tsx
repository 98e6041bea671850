import { useTranslation } from 'react-i18next';
import type { PlanClosing } from '../../lib/api';
import { useDates } from '../../lib/use-dates';
import styles from './closing.module.css';

/** Who closed the plan and when, with the note. */
export function ClosedBy({ closing: { closed } }: { closing: PlanClosing }) {
  const { t } = useTranslation();
  const dates = useDates();
  if (closed === null) return null;
  const line = t('annualPlan.closing.closedBy', {
    name: closed.byName ?? t('app.system'),
    at: dates.moment(closed.at),
  });
  return (
    <>
      {line}
      {closed.note !== null && (
        <>
          <br />
          {closed.note}
        </>
      )}
    </>
  );
}

/** The year in five numbers that are never mixed. */
export function ClosingFigures({ closing }: { closing: PlanClosing }) {
  const { t } = useTranslation();
  const figures = [
    ['done', closing.done],
    ['doneLate', closing.doneLate],
    ['postponed', closing.postponed],
    ['notDone', closing.notDone.length + closing.undone.length],
    ['owed', closing.owed.length],
  ] as const;
  return (
    <dl className={styles.figures}>
      {figures.map(([name, count]) => (
        <div key={name}>
          <dt>{t(`annualPlan.closing.figures.${name}`)}</dt>
          <dd>{t('annualPlan.closing.count', { count })}</dd>
        </div>
      ))}
    </dl>
  );
}
