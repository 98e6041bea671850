import { useTranslation } from 'react-i18next';
import { useDates } from '../../lib/use-dates';
import { kindOf, stretchesOf } from '../../lib/year-days';
import { EntryLine } from './entry-line';
import styles from './schedule.module.css';
import { entryKey, type ShownDays } from './shown-days';

/** Days that hold something, one after the other, with the days off and worked weekends between them: for a phone. */
export function Agenda({ months, entries, days, today, onOpen }: ShownDays) {
  const { t } = useTranslation();
  const dates = useDates();
  const onDay = Map.groupBy(entries, ({ on }) => on);
  const special = new Map(days.map((day) => [day.on, day]));
  const stretches = stretchesOf(days.filter(({ on }) => months.includes(on.slice(0, 7))));
  const lines = [
    ...[...onDay.keys()].map((on) => ({ on, stretch: null })),
    ...stretches.map((stretch) => ({ on: stretch.from, stretch })),
  ].sort((a, b) => a.on.localeCompare(b.on) || (a.stretch === null ? 1 : -1));
  return (
    <ol className={styles.agenda}>
      {lines.map(({ on, stretch }) => {
        if (stretch !== null) {
          const { kind, name, from, to } = stretch;
          return (
            <li key={`${kind} ${from}`} className={styles.agendaRest}>
              {dates.range(from, to)} {t(`workCalendar.named.${kind}`, { name })}
            </li>
          );
        }
        const day = special.get(on);
        return (
          <li key={on} className={styles.agendaDay}>
            <h3 className={on === today ? styles.agendaToday : undefined}>
              {dates.day(on)}
              {on === today && ` ${t('schedule.today')}`}
              {day !== undefined && ` ${t(`workCalendar.marks.${kindOf(day)}`)}`}
            </h3>
            {(onDay.get(on) ?? []).map((entry) => (
              <EntryLine key={entryKey(entry)} entry={entry} onOpen={onOpen} />
            ))}
          </li>
        );
      })}
    </ol>
  );
}
