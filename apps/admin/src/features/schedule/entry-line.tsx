import { useTranslation } from 'react-i18next';
import type { ScheduleEntry } from '../../lib/api';
import { useWords } from '../../lib/use-words';
import styles from './schedule.module.css';

// What a day is to an entry has its own shape: read in black and white, by a colour-blind reader, on paper.
const shapes: Readonly<Record<ScheduleEntry['day'], string>> = {
  held: 'M8 2.6a5.4 5.4 0 1 0 0 10.8a5.4 5.4 0 0 0 0-10.8z',
  due: 'M2.6 3.4h10.8L8 13z',
  done: 'M6.5 12.6L2.3 8.4l1.5-1.5 2.7 2.7 5.7-5.7 1.5 1.5z',
  dropped: 'M4.3 2.9L8 6.6l3.7-3.7 1.4 1.4L9.4 8l3.7 3.7-1.4 1.4L8 9.4l-3.7 3.7-1.4-1.4L6.6 8 2.9 4.3z',
};

export function DayShape({ day }: { day: ScheduleEntry['day'] }) {
  return (
    <svg width="11" height="11" viewBox="0 0 16 16" aria-hidden="true" focusable="false" className={styles.shape}>
      <path d={shapes[day]} fill="currentColor" />
    </svg>
  );
}

/** What an entry is called: the matter, and of a duty what is owed in it. */
export function useEntryTitle(): (entry: ScheduleEntry) => string {
  const words = useWords();
  return ({ title, taskKind }) => {
    if (taskKind === null || taskKind === 'do-duty') return title;
    return `${title} · ${words.taskKind(taskKind)}`;
  };
}

interface EntryLineProps {
  readonly entry: ScheduleEntry;
  onOpen(entry: ScheduleEntry): void;
  /** Where it can be dragged; the same is done by opening it and pressing a button. */
  readonly onDragStart?: () => void;
}

/** One entry, to press: what its day is to it in word and shape, its kind of work as a colour beside it. */
export function EntryLine({ entry, onOpen, onDragStart }: EntryLineProps) {
  const { t } = useTranslation();
  const titleOf = useEntryTitle();
  const isLate = entry.light?.meaning === 'overdue' || entry.light?.meaning === 'long-overdue';
  return (
    <button
      type="button"
      className={`${styles.entry} ${styles[entry.day]}`}
      draggable={onDragStart !== undefined}
      onDragStart={onDragStart}
      data-category={entry.category ?? 'other'}
      onClick={() => onOpen(entry)}
    >
      <span className={styles.dayWord}>
        <DayShape day={entry.day} />
        {isLate && entry.light !== null
          ? t(`vocabulary.lights.${entry.light.meaning}`)
          : t(`schedule.days.${entry.day}`)}
      </span>{' '}
      <span className={styles.entryTitle}>{titleOf(entry)}</span>
    </button>
  );
}
