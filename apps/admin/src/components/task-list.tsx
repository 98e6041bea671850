import { useTranslation } from 'react-i18next';
import type { Task } from '../lib/api';
import { useWords } from '../lib/use-words';
import { type Column, DataList } from './data-list';
import { DueCell } from './due-date';
import { LightChip } from './light-chip';
import { Progress } from './progress';
import { TaskTitle } from './task-title';

/** Tasks as rows: light, matter, holder, date in words, progress. */
export function TaskList({
  label,
  tasks,
  hasHolder = true,
}: {
  label: string;
  tasks: readonly Task[];
  hasHolder?: boolean;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const columns: Column<Task>[] = [
    { key: 'item', title: t('task.item'), cell: (task) => <TaskTitle task={task} /> },
    {
      key: 'light',
      title: t('task.light'),
      width: '6rem',
      onCard: 'top',
      cell: ({ light }) => light !== null && <LightChip light={light} />,
    },
    ...(hasHolder
      ? [{ key: 'holder', title: t('task.holder'), width: '8rem', cell: ({ holder }: Task) => words.holder(holder) }]
      : []),
    { key: 'due', title: t('task.due'), width: '14rem', cell: (task) => <DueCell task={task} /> },
    ...(tasks.some(({ byContribution }) => byContribution)
      ? [
          {
            key: 'progress',
            title: t('task.progress'),
            width: '7rem',
            cell: ({ progress, target, byContribution }: Task) =>
              byContribution ? <Progress progress={progress} target={target} /> : null,
          },
        ]
      : []),
  ];
  return <DataList label={label} rows={tasks} columns={columns} rowKey={({ id }) => id} />;
}
