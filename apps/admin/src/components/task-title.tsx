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

/** What is to be done for a matter, its period, the day it is arranged for, and its committee when it is another one. */
function useTaskFacts(): (task: Titled) => readonly string[] {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const { committee } = useHere();
  return (task) =>
    [
      words.taskKind(task.kind),
      task.occurrenceKey === null ? null : words.period(task.occurrenceKey),
      task.heldOn == null ? null : t('task.arrangedFor', { date: dates.day(task.heldOn) }),
      task.committeeId === committee.id ? null : task.committeeName,
    ].filter((part) => part !== null);
}

/** A task by its name, as words for a file. */
export function useTaskTitleText(): (task: Titled) => string {
  const factsOf = useTaskFacts();
  return (task) => [task.title, ...factsOf(task)].join(' · ');
}

/** A task by its name: the matter, linked, with what is to be done, its period, and its committee when it is another one. */
export function TaskTitle({ task }: { task: Titled }) {
  const factsOf = useTaskFacts();
  const { committees } = useHere();
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
      <div className={styles.below}>{factsOf(task).join(' · ')}</div>
    </div>
  );
}
