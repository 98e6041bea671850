import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ContributionDialog } from '../../components/contribution-dialog';
import { Progress } from '../../components/progress';
import type { Task } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates, useToday } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import styles from './home.module.css';

/** What is asked of a member, one sheet each: what, by when, and one button to answer. */
export function MatterList({ matters, heading }: { matters: readonly Task[]; heading: 'h2' | 'h3' }) {
  const { t } = useTranslation();
  const [answered, setAnswered] = useState<Task | null>(null);
  return (
    <>
      <ul className={styles.matters}>
        {matters.map((task) => (
          <Matter key={task.id} task={task} Heading={heading} onAnswer={() => setAnswered(task)} />
        ))}
      </ul>
      {answered !== null && <ContributionDialog task={answered} forName={null} onClose={() => setAnswered(null)} />}
      <p className={styles.quiet}>{t('home.askStaff')}</p>
    </>
  );
}

function Matter({ task, Heading, onAnswer }: { task: Task; Heading: 'h2' | 'h3'; onAnswer: () => void }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const { committees } = useHere();
  const today = useToday();
  const date = dates.day(task.dueOn);
  const kind = task.kind === 'answer-invitation' ? 'answer-invitation' : 'contribute';
  const when = task.dueOn < today ? 'late' : task.dueOn === today ? 'today' : 'ahead';
  return (
    <li className={styles.matter}>
      <div className={styles.matterText}>
        <Heading className={styles.matterTitle}>
          <Link className="lone-link" {...urls.task(task.committeeId, task.id)}>
            {task.title}
          </Link>
        </Heading>
        <p>{t(`home.asked.${kind}.${when}`, { date })}</p>
        {task.heldOn !== null && <p>{t('home.heldOn', { date: dates.day(task.heldOn) })}</p>}
        {task.place !== null && <p>{t('home.heldAt', { place: task.place })}</p>}
        <p className={styles.quiet}>
          {[
            task.occurrenceKey === null ? null : words.period(task.occurrenceKey),
            committees.length > 1 ? task.committeeName : null,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
        {task.target > 1 && (
          <p className={styles.matterProgress}>
            <Progress progress={task.progress} target={task.target} />
            {t('home.handedIn', { progress: task.progress, target: task.target })}
          </p>
        )}
      </div>
      {task.byContribution && (
        <Button
          type="primary"
          className={styles.big}
          aria-label={`${t(`task.contributeMine.${kind}`)}${t('app.colon')}${task.title}`}
          onClick={onAnswer}
        >
          {t(`task.contributeMine.${kind}`)}
        </Button>
      )}
    </li>
  );
}
