import { useTranslation } from 'react-i18next';
import type { Task } from '../lib/api';
import { useWords } from '../lib/use-words';
import { type Column, DataList, type Selection } from './data-list';
import { DueCell } from './due-date';
import { LightChip } from './light-chip';
import { Progress } from './progress';
import { TaskTitle, useTaskTitleText } from './task-title';

/** What a task is shown by: matter, light, holder, date in words, progress. */
export function useTaskColumns({ hasHolder = true, hasProgress }: { hasHolder?: boolean; hasProgress: boolean }) {
  const { t } = useTranslation();
  const words = useWords();
  const titleText = useTaskTitleText();
  const columns: Column<Task>[] = [
    {
      key: 'item',
      title: t('task.item'),
      text: titleText,
      cell: (task) => <TaskTitle task={task} />,
    },
    {
      key: 'light',
      title: t('task.light'),
      width: '6rem',
      onCard: 'top',
      text: ({ light }) => (light === null ? '' : t(`vocabulary.lights.${light.meaning}`)),
      cell: ({ light }) => light !== null && <LightChip light={light} />,
    },
    ...(hasHolder
      ? [
          {
            key: 'holder',
            title: t('task.holder'),
            width: '8rem',
            text: ({ holder }: Task) => words.holder(holder),
            cell: ({ holder }: Task) => words.holder(holder),
          },
        ]
      : []),
    {
      key: 'due',
      title: t('task.due'),
      width: '14rem',
      text: ({ dueOn }) => dueOn,
      cell: (task) => <DueCell task={task} />,
    },
    ...(hasProgress
      ? [
          {
            key: 'progress',
            title: t('task.progress'),
            width: '7rem',
            text: ({ progress, target, byContribution }: Task) => (byContribution ? `${progress} / ${target}` : ''),
            cell: ({ progress, target, byContribution }: Task) =>
              byContribution ? <Progress progress={progress} target={target} /> : null,
          },
        ]
      : []),
  ];
  return columns;
}

interface TaskListProps {
  readonly label: string;
  readonly tasks: readonly Task[];
  readonly hasHolder?: boolean;
  /** Other columns than all of them. */
  readonly columns?: readonly Column<Task>[];
  readonly selection?: Selection<Task>;
}

/** Tasks as rows. */
export function TaskList({ label, tasks, hasHolder = true, columns, selection }: TaskListProps) {
  const all = useTaskColumns({ hasHolder, hasProgress: tasks.some(({ byContribution }) => byContribution) });
  return (
    <DataList
      label={label}
      rows={tasks}
      columns={columns ?? all}
      rowKey={({ id }) => id}
      {...(selection === undefined ? {} : { selection })}
    />
  );
}
