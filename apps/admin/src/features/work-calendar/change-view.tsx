import { useTranslation } from 'react-i18next';
import { DateMoves } from '../../components/date-moves';
import { Section } from '../../components/page';
import type { CalendarChange, DateMove } from '../../lib/api';
import { useDates } from '../../lib/use-dates';
import styles from './calendar.module.css';

/** What a change of the calendar does, before it is done: the days themselves, then every date that follows them. */
export function ChangeView({ change }: { change: CalendarChange }) {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('workCalendar.changedDays', { count: change.changedDays.length })}>
        <ChangedDays days={change.changedDays} />
      </Section>
      <Section
        title={t('workCalendar.moves', { count: change.moves.length })}
        note={change.moves.length > 0 ? t('workCalendar.movesText') : undefined}
        flush={change.moves.length > 0}
      >
        {change.moves.length === 0 ? <p>{t('workCalendar.noMoves')}</p> : <DateMoves moves={change.moves} />}
      </Section>
    </>
  );
}

/** The days that are worked or off otherwise than before. */
export function ChangedDays({ days }: { days: CalendarChange['changedDays'] }) {
  const { t } = useTranslation();
  const dates = useDates();
  if (days.length === 0) return <p>{t('workCalendar.noChangedDays')}</p>;
  return (
    <ul className={styles.changes}>
      {days.map(({ on, isWorked, nameBefore, nameAfter }) => (
        <li key={on}>
          {dates.day(on)}{' '}
          {isWorked
            ? t('workCalendar.nowWorked', { name: nameAfter ?? nameBefore ?? t('workCalendar.dayOff') })
            : t('workCalendar.nowOff', { name: nameAfter ?? t('workCalendar.dayOff') })}
        </li>
      ))}
    </ul>
  );
}

/** The dates that follow a change, under the question whether to make it. */
export function Ripple({ moves }: { moves: readonly DateMove[] }) {
  const { t } = useTranslation();
  if (moves.length === 0) return <p role="status">{t('workCalendar.noMoves')}</p>;
  return (
    <div role="status" className={styles.ripple}>
      <p className={styles.rippleTitle}>{t('workCalendar.moves', { count: moves.length })}</p>
      <DateMoves moves={moves} />
    </div>
  );
}
