import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/page';
import { TaskList } from '../../components/task-list';
import { api } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import styles from './home.module.css';

const SHOWN = 5;

/** What will be late next if nobody acts. */
export function NearSection() {
  const { t } = useTranslation();
  const { committee } = useHere();
  const { data } = useQuery(
    api.task.list.queryOptions({ input: { committeeId: committee.id, light: 'yellow', page: 1, pageSize: SHOWN } }),
  );
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <Section title={t('home.nearTitle')} flush>
      <TaskList label={t('home.nearTitle')} tasks={data.rows} />
      {data.total > SHOWN && (
        <p className={styles.padded}>
          <Link {...urls.tasks(committee.id, { light: 'yellow' })}>{t('home.nearAll')}</Link>
        </p>
      )}
    </Section>
  );
}
