import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DueCell } from '../../components/due-date';
import { NotDoneDialog } from '../../components/not-done-dialog';
import { Section } from '../../components/page';
import { TaskTitle } from '../../components/task-title';
import type { LateTask } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useWords } from '../../lib/use-words';
import styles from './home.module.css';

/** The committee's late tasks of which its clerk has not yet said whether they were done; those below have their own. */
export const openQuestions = (late: readonly LateTask[], committeeId: string): LateTask[] =>
  late.filter((task) => task.committeeId === committeeId && task.confirmedNotDoneOn === null && task.hold === null);

/** Done but not recorded? Asked of the clerk before anything climbs to a leader. */
export function Questions({ late }: { late: readonly LateTask[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const navigate = useNavigate();
  const [answered, setAnswered] = useState<LateTask | null>(null);
  const { committee } = useHere();
  const open = openQuestions(late, committee.id);
  if (open.length === 0) return null;
  return (
    <Section
      title={t('home.questions')}
      note={t(open.every(({ escalatedOn }) => escalatedOn === null) ? 'home.questionsText' : 'home.questionsTold')}
    >
      <ul className={styles.lines}>
        {open.map((task) => (
          <li key={task.id} className={styles.question}>
            <TaskTitle task={task} />
            <span>{words.holder(task.holder)}</span>
            <DueCell task={task} />
            <span className={styles.answers}>
              <Button
                type="primary"
                aria-label={`${t('home.goRecord')}${t('app.colon')}${task.title}(${words.holder(task.holder)})`}
                onClick={() => void navigate(urls.task(task.committeeId, task.id))}
              >
                {t('home.goRecord')}
              </Button>
              <Button
                aria-label={`${t('task.notDone')}${t('app.colon')}${task.title}(${words.holder(task.holder)})`}
                onClick={() => setAnswered(task)}
              >
                {t('task.notDone')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {answered !== null && <NotDoneDialog task={answered} onClose={() => setAnswered(null)} />}
    </Section>
  );
}
