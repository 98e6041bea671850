import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { DueDate } from '../../components/due-date';
import { ReleaseButton } from '../../components/release-button';
import { TaskTitle } from '../../components/task-title';
import type { Task } from '../../lib/api';
import { dateOf } from '../../lib/dates';
import { useHere } from '../../lib/here';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';

/** What is on hold: by whom, since when and why, and the button that lets it go on. Nothing is forgotten on hold. */
export function PausedList({ paused }: { paused: readonly Task[] }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const { committee } = useHere();
  const columns: Column<Task>[] = [
    { key: 'item', title: t('supervision.item'), cell: (task) => <TaskTitle task={task} /> },
    { key: 'holder', title: t('supervision.holder'), width: '8rem', cell: ({ holder }) => words.holder(holder) },
    {
      key: 'due',
      title: t('supervision.due'),
      width: '11rem',
      cell: ({ dueOn, dueReason, occurrenceKey }) => (
        <DueDate on={dueOn} reason={dueReason} occurrenceKey={occurrenceKey} by />
      ),
    },
    {
      key: 'why',
      title: t('supervision.pausedWhy'),
      width: '18rem',
      cell: ({ hold }) => {
        if (hold === null) return null;
        if (hold.reason === null) return t('task.awaitsRelease');
        const since = t('supervision.pausedSince', { date: dates.shortDay(dateOf(hold.since)) });
        return [hold.reason, [hold.byName, since].filter(Boolean).join(' ')].join(t('app.comma'));
      },
    },
    {
      key: 'release',
      title: t('task.release'),
      width: '8rem',
      onCard: 'bare',
      isScreenOnly: true,
      // A county reads what its townships paused; they release it.
      cell: (task) =>
        task.committeeId === committee.id ? (
          <ReleaseButton
            task={task}
            label={`${t(task.hold?.reason === null ? 'task.releaseToUnit' : 'task.release')}${t('app.colon')}${task.title}(${words.holder(task.holder)})`}
          />
        ) : null,
    },
  ];
  return (
    <DataList
      label={t('supervision.pausedList', { count: paused.length })}
      rows={paused}
      columns={columns}
      rowKey={({ id }) => id}
    />
  );
}
