import { useTranslation } from 'react-i18next';
import type { Category, ScheduleLoad } from '../../lib/api';
import { useMonthNames } from '../../lib/use-dates';
import styles from './schedule.module.css';

interface YearLoadProps {
  readonly year: number;
  readonly load: ScheduleLoad;
  onMonth(month: string): void;
}

/** The year at a glance: twelve months by kind of work, the fuller the darker, each figure readable. */
export function YearLoad({ year, load, onMonth }: YearLoadProps) {
  const { t } = useTranslation();
  const names = useMonthNames();
  const months = names.map((name, index) => ({ name, month: `${year}-${String(index + 1).padStart(2, '0')}` }));
  const words = t('vocabulary.categories', { returnObjects: true });
  const categories = [...(Object.keys(words) as Category[]), null].filter((one) =>
    load.some(({ category }) => category === one),
  );
  const countOf = (month: string, category: Category | null | 'all') =>
    load.reduce(
      (sum, one) => sum + (one.month === month && (category === 'all' || one.category === category) ? one.entries : 0),
      0,
    );
  const most = Math.max(1, ...load.map(({ entries }) => entries));
  return (
    <>
      <p className={styles.note}>{t('schedule.loadText')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls inside its sheet, also by keyboard */}
      <div className={styles.scroll} tabIndex={0}>
        <table className={styles.load} aria-label={t('schedule.load')}>
          <thead>
            <tr>
              <th scope="col">{t('schedule.kindOfWork')}</th>
              {months.map(({ name, month }) => (
                <th key={month} scope="col">
                  <button type="button" className={styles.monthLink} onClick={() => onMonth(month)}>
                    {name}
                  </button>
                </th>
              ))}
              <th scope="col">{t('schedule.sum')}</th>
            </tr>
          </thead>
          <tbody>
            {categories.map((category) => (
              <tr key={category ?? 'none'}>
                <th scope="row" data-category={category ?? 'other'} className={styles.loadName}>
                  {category === null ? t('schedule.other') : words[category]}
                </th>
                {months.map(({ month }) => (
                  <Load key={month} count={countOf(month, category)} most={most} />
                ))}
                <td>{months.reduce((sum, { month }) => sum + countOf(month, category), 0)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('schedule.sum')}</th>
              {months.map(({ month }) => (
                <td key={month}>{countOf(month, 'all')}</td>
              ))}
              <td>{load.reduce((sum, { entries }) => sum + entries, 0)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}

function Load({ count, most }: { count: number; most: number }) {
  // The square root keeps a single one visible beside a month of sixty.
  const strength = Math.round(Math.sqrt(count / most) * 4);
  return <td className={count === 0 ? styles.loadNone : styles[`load${strength}`]}>{count === 0 ? '·' : count}</td>;
}
