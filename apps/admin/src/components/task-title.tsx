import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Task } from '../lib/api';
import { useHere } from '../lib/here';
import { urls } from '../lib/urls';
import { useDates } from '../lib/use-dates';
import { useWords } from '../lib/use-words';
import styles from './task-title.module.css';

type Titled = Pick<Task, 'id' | 'title' | 'occurrenceKey' | 'committeeId' | 'committeeName' | 'kind'> & {
  readonly heldOn?: string | null;
};

/** A task by its name: the matter, linked, with what is to be done, its period, and its committee when it is another one. */
export function TaskTitle({ task }: { task: Titled }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const { committee, committees } = useHere();
  const isElsewhere = task.committeeId !== committee.id;
  const isReachable = committees.some(({ id }) => id === task.committeeId);
  return (
    <div>
      {isReachable ? (
        <Link {...urls.task(task.committeeId, task.id)} className={styles.title}>
          {task.title}
        </Link>
      ) : (
        <span className={styles.title}>{task.title}</span>
      )}
      <div className={styles.below}>
        {[
          words.taskKind(task.kind),
          task.occurrenceKey === null ? null : words.period(task.occurrenceKey),
          task.heldOn == null ? null : t('task.arrangedFor', { date: dates.day(task.heldOn) }),
          isElsewhere ? task.committeeName : null,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </div>
    </div>
  );
}
