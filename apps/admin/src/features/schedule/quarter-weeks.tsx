import { useTranslation } from 'react-i18next';
import { useDates } from '../../lib/use-dates';
import { stretchesOf, weeksOf } from '../../lib/year-days';
import { EntryLine } from './entry-line';
import styles from './schedule.module.css';
import { entryKey, type ShownDays } from './shown-days';

/** Three months side by side, each by its weeks. */
export function QuarterWeeks({ months, ...shown }: ShownDays) {
  return (
    <div className={styles.quarter}>
      {months.map((month) => (
        <MonthWeeks key={month} month={month} {...shown} />
      ))}
    </div>
  );
}

function MonthWeeks({ month, entries, days, today, onOpen }: Omit<ShownDays, 'months'> & { readonly month: string }) {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <section aria-label={dates.month(month)} className={styles.quarterMonth}>
      <h3>{dates.month(month)}</h3>
      <ul>
        {weeksOf(month).map((week) => {
          const inWeek = week.filter((on) => on !== null);
          const [from = '', to = from] = [inWeek[0], inWeek.at(-1)];
          const held = entries.filter(({ on }) => from <= on && on <= to);
          const isNow = from <= today && today <= to;
          return (
            <li key={from} className={isNow ? styles.weekNow : styles.week}>
              <p className={styles.weekName}>
                {dates.range(from, to)}
                {stretchesOf(days.filter(({ on }) => from <= on && on <= to)).map((one) => (
                  <span key={`${one.kind} ${one.from}`} className={`${styles.mark} ${styles[`mark-${one.kind}`]}`}>
                    <b>{t(`workCalendar.marks.${one.kind}`)}</b> {one.name}
                  </span>
                ))}
              </p>
              {held.map((entry) => (
                <div key={entryKey(entry)} className={styles.weekEntry}>
                  <span className={styles.weekDay}>{dates.day(entry.on)}</span>
                  <EntryLine entry={entry} onOpen={onOpen} />
                </div>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
