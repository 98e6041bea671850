import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DueReason, Task } from '../lib/api';
import { useDates } from '../lib/use-dates';
import { useWords } from '../lib/use-words';
import styles from './due-date.module.css';
import { Tag } from './tag';

/** A due date; hover, tap or Enter shows the rule that made it. */
export function DueDate({
  on,
  reason,
  occurrenceKey,
  by = false,
  isOver = false,
}: {
  on: string;
  reason: DueReason;
  occurrenceKey: string | null;
  /** "3月27日(周五)前" rather than the bare date. */
  by?: boolean;
  /** What is done or cancelled no longer waits for its date to be settled. */
  isOver?: boolean;
}) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const day = dates.day(on);
  return (
    <span className={styles.due}>
      <Popover
        trigger={['hover', 'focus']}
        content={
          <div className={styles.reason} role="status">
            <b>{t('annualPlan.dueReason')}</b>
            <p>{words.dueReason(reason, occurrenceKey)}</p>
            {reason.provisional && <p>{t('annualPlan.provisionalText')}</p>}
          </div>
        }
      >
        <button type="button" className={styles.date}>
          {by ? t('task.by', { date: day }) : day}
        </button>
      </Popover>
      {reason.rule === 'moved-by-hand' && (
        <span className={styles.planned}>{t('annualPlan.plannedFor', { date: dates.shortDay(reason.from) })}</span>
      )}
      {reason.provisional && !isOver && <Tag tone="yellow">{t('annualPlan.provisional')}</Tag>}
    </span>
  );
}

/** How a task stands towards its date, in words. Where the reader owes it as a member, in gentle ones. */
export function useDueWords(): (task: Task) => string {
  const { t } = useTranslation();
  const dates = useDates();
  return (task) => {
    const isGentle = task.light === null;
    if (task.status === 'cancelled') return t('vocabulary.lights.cancelled');
    if (task.status === 'done') {
      const date = task.doneOn === null ? '' : dates.day(task.doneOn);
      if (isGentle) return t('task.gentle.doneOn', { date });
      return t('task.doneOn', { date }) + (task.isDoneLate ? `${t('app.comma')}${t('task.doneLate')}` : '');
    }
    const count = task.workdaysLeft;
    if (isGentle) {
      if (count < 0) return t('task.gentle.late');
      return count === 0 ? t('task.gentle.today') : t('task.gentle.left', { count });
    }
    if (task.isLate) return count < 0 ? t('task.late', { count: -count }) : t('task.lateNonWorking');
    return count === 0 ? t('task.today') : t('task.left', { count });
  };
}

/** Date and standing, one above the other, as tables and cards show them. */
export function DueCell({ task }: { task: Task }) {
  const words = useDueWords();
  return (
    <div>
      <DueDate
        on={task.dueOn}
        reason={task.dueReason}
        occurrenceKey={task.occurrenceKey}
        by={task.status === 'open'}
        isOver={task.status !== 'open'}
      />
      <div className={task.isLate ? styles.late : styles.standing}>{words(task)}</div>
    </div>
  );
}
