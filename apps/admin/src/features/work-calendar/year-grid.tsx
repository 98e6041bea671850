import { useTranslation } from 'react-i18next';
import type { CalendarYear } from '../../lib/api';
import { weekdayOf } from '../../lib/dates';
import { useDates } from '../../lib/use-dates';
import { kindOf, stretchesOf, weeksOf } from '../../lib/year-days';
import styles from './calendar.module.css';

interface YearGridProps {
  readonly year: number;
  readonly days: CalendarYear['days'];
  readonly today: string;
}

/** Twelve small months. What is marked in them is said in words below each, for ear, finger and paper. */
export function YearGrid({ year, days, today }: YearGridProps) {
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  return (
    <div className={styles.year}>
      {months.map((month) => (
        <Month key={month} month={month} days={days.filter(({ on }) => on.startsWith(month))} today={today} />
      ))}
    </div>
  );
}

function Month({ month, days, today }: { month: string; days: CalendarYear['days']; today: string }) {
  const { t } = useTranslation();
  const dates = useDates();
  const special = new Map(days.map((day) => [day.on, day]));
  const weekdays = t('workCalendar.weekdays', { returnObjects: true });
  return (
    <section aria-label={dates.month(month)} className={styles.month}>
      <h3>{dates.month(month)}</h3>
      <table className={styles.days}>
        <thead>
          <tr>
            {Object.entries(weekdays).map(([key, name]) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find((on) => on !== null)}>
              {week.map((on, weekday) => {
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty cell is known by its weekday alone
                if (on === null) return <td key={`empty ${weekday}`} />;
                const day = special.get(on);
                const kind = day === undefined ? null : kindOf(day);
                const isWeekend = weekdayOf(on) % 6 === 0;
                return (
                  <td
                    key={on}
                    title={day?.name}
                    aria-current={on === today ? 'date' : undefined}
                    className={[
                      kind === null ? (isWeekend ? styles.weekend : '') : styles[kind],
                      on === today ? styles.today : '',
                    ].join(' ')}
                  >
                    {Number(on.slice(8))}
                    {kind !== null && <span className={styles.mark}>{t(`workCalendar.marks.${kind}`)}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={styles.names}>
        {stretchesOf(days).map(({ kind, name, from, to }) => (
          <li key={`${kind} ${from}`}>
            {dates.range(from, to)} {t(`workCalendar.named.${kind}`, { name })}
          </li>
        ))}
      </ul>
    </section>
  );
}
