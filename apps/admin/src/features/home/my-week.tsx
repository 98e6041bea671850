import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/page';
import { TaskList } from '../../components/task-list';
import type { Task } from '../../lib/api';
import { endOfWeek } from '../../lib/dates';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import styles from './home.module.css';

const SHOWN_LATER = 5;

/** One's own duties past their date; nothing where there are none. */
export function MyOverdue({ tasks }: { tasks: readonly Task[] }) {
  const { t } = useTranslation();
  const overdue = tasks.filter(({ isLate }) => isLate);
  if (overdue.length === 0) return null;
  return (
    <Section title={t('home.overdue')} flush>
      <TaskList label={t('home.overdue')} tasks={overdue} hasHolder={false} />
    </Section>
  );
}

/** One's own duties this week, and what comes after. */
export function MyWeek({ tasks }: { tasks: readonly Task[] }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const sunday = endOfWeek(committee.today);
  const thisWeek = tasks.filter(({ isLate, dueOn }) => !isLate && dueOn <= sunday);
  const later = tasks.filter(({ isLate, dueOn }) => !isLate && dueOn > sunday);
  return (
    <>
      {thisWeek.length > 0 && (
        <Section title={t('home.thisWeek')} flush>
          <TaskList label={t('home.thisWeek')} tasks={thisWeek} hasHolder={false} />
        </Section>
      )}
      <Section title={t('home.later')} flush>
        {later.length === 0 ? (
          <p className={styles.padded}>{t('home.laterNone')}</p>
        ) : (
          <>
            <TaskList label={t('home.later')} tasks={later.slice(0, SHOWN_LATER)} hasHolder={false} />
            <p className={styles.padded}>
              <Link {...urls.tasks(committee.id, { whose: 'mine' })}>{t('home.allTasks')}</Link>
            </p>
          </>
        )}
      </Section>
    </>
  );
}
