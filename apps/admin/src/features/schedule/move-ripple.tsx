import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import type { RunMove } from '../../lib/api';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import styles from './schedule.module.css';

/** What moving it does, before it is done: what to think of, every task, every reminder. */
export function MoveRipple({ ripple }: { ripple: RunMove }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const { tasks, dropped, coming, deadline, told } = ripple;
  const warnings = useWarnings(ripple);
  const daysOf = (reminders: RunMove['coming']) =>
    reminders
      .map(({ on, count }) => t('schedule.move.onDay', { date: dates.shortDay(on), count }))
      .join(t('app.comma'));
  return (
    <div role="status" className={styles.ripple}>
      {warnings.length > 0 && (
        <Callout tone="yellow">
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Callout>
      )}
      <h3>{t('schedule.move.follows')}</h3>
      <ul className={styles.rippleLines}>
        {deadline !== null && (
          <li>
            {t('schedule.move.deadline')} <del>{dates.day(deadline.from)}</del> → {dates.day(deadline.to)}
          </li>
        )}
        {tasks.map(({ kind, change, people, from, to }) => (
          <li key={kind}>
            {words.taskKind(kind)}
            {people > 1 && t('schedule.move.people', { count: people })} {t(`schedule.move.changes.${change}`)}
            {t('app.colon')}
            {from !== null && <del>{dates.day(from)}</del>}
            {from !== null && to !== null && ' → '}
            {to !== null && dates.day(to)}
          </li>
        ))}
        {dropped.length > 0 && (
          <li>
            {t('schedule.move.dropped', { count: sum(dropped) })}
            {t('app.colon')}
            {daysOf(dropped)}
          </li>
        )}
        {coming.length > 0 && (
          <li>
            {t('schedule.move.coming', { count: sum(coming) })}
            {t('app.colon')}
            {daysOf(coming)}
          </li>
        )}
        {told > 0 && <li>{t('schedule.move.told', { count: told })}</li>}
      </ul>
    </div>
  );
}

function useWarnings({ warnings, sameDay, answered, handedIn, tasks }: RunMove): string[] {
  const { t } = useTranslation();
  const isAskedAgain = tasks.some(({ change }) => change === 'asked-again');
  return [
    ...warnings.map((warning) => t(`schedule.move.warnings.${warning}`)),
    ...(sameDay.length > 0 ? [t('schedule.move.sameDay', { titles: sameDay.join(t('app.comma')) })] : []),
    ...(isAskedAgain && answered > 0 ? [t('schedule.move.answered', { count: answered })] : []),
    ...(handedIn > 0 ? [t('schedule.move.handedIn', { count: handedIn })] : []),
  ];
}

const sum = (reminders: RunMove['coming']) => reminders.reduce((all, { count }) => all + count, 0);
