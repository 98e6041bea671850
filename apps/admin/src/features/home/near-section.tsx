import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { DueCell } from '../../components/due-date';
import { Section } from '../../components/page';
import { TaskTitle } from '../../components/task-title';
import { api, type Task } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useLights } from '../../lib/use-lights';
import { useWords } from '../../lib/use-words';
import styles from './home.module.css';

const READ = 200;
const SHOWN = 6;
const NAMED = 3;

/** The same duty of several people. */
interface Matter {
  readonly first: Task;
  readonly tasks: readonly Task[];
}

/** What will be late next if nobody acts, one line a matter however many people owe it. */
export function NearSection() {
  const { t } = useTranslation();
  const { committee } = useHere();
  const words = useWords();
  const { near } = useLights();
  const query = api.task.list.queryOptions({
    input: { committeeId: committee.id, light: near ?? 'near-due', page: 1, pageSize: READ },
  });
  const { data } = useQuery({ ...query, enabled: near !== null });
  if (near === null || data === undefined || data.rows.length === 0) return null;
  const matters = byMatter(data.rows);
  const holders = ({ tasks }: Matter) => {
    const names = tasks.slice(0, NAMED).map(({ holder }) => words.holder(holder));
    const joined = names.join(t('app.comma'));
    return tasks.length > NAMED ? t('app.names', { names: joined, total: tasks.length }) : joined;
  };
  const columns: Column<Matter>[] = [
    { key: 'item', title: t('task.item'), cell: ({ first }) => <TaskTitle task={first} /> },
    { key: 'holder', title: t('task.holder'), width: '18rem', cell: holders },
    { key: 'due', title: t('task.due'), width: '14rem', cell: ({ first }) => <DueCell task={first} /> },
  ];
  return (
    <Section title={t('home.nearTitle')} flush>
      <DataList
        label={t('home.nearTitle')}
        rows={matters.slice(0, SHOWN)}
        columns={columns}
        rowKey={({ first }) => first.id}
      />
      <p className={styles.padded}>
        <Link {...urls.tasks(committee.id, { light: near })}>{t('home.nearAll')}</Link>
      </p>
    </Section>
  );
}

function byMatter(tasks: readonly Task[]): Matter[] {
  const matters = new Map<string, { first: Task; tasks: Task[] }>();
  for (const task of tasks) {
    const key = `${task.instanceId} ${task.kind} ${task.dueOn}`;
    const matter = matters.get(key);
    if (matter === undefined) matters.set(key, { first: task, tasks: [task] });
    else matter.tasks.push(task);
  }
  return [...matters.values()];
}
