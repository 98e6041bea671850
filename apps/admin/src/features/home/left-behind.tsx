import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/page';
import { api } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import styles from './home.module.css';

/** What people who left still owe, until somebody takes it over; nothing while there is none. */
export function LeftBehindSection() {
  const { t } = useTranslation();
  const dates = useDates();
  const { committee } = useHere();
  const { data = [] } = useQuery(api.task.leftBehind.queryOptions({ input: { committeeId: committee.id } }));
  if (data.length === 0) return null;
  const total = data.reduce((sum, { openTasks }) => sum + openTasks, 0);
  return (
    <Section title={t('home.leftBehind', { count: total })} note={t('home.leftBehindText')}>
      <ul className={styles.lines}>
        {data.map(({ accountId, name, leftOn, openTasks, transferable, nextDueOn }) => (
          <li key={accountId} className={styles.leaver}>
            <b>{name}</b>
            <span>{t('home.leftOn', { date: dates.day(leftOn) })}</span>
            <span>{t('home.leftDuties', { count: openTasks, date: dates.day(nextDueOn) })}</span>
            {transferable > 0 ? (
              <Link {...urls.handOver(committee.id, accountId)}>{t('home.handOver', { count: transferable })}</Link>
            ) : (
              <span>{t('home.ownDuties')}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
