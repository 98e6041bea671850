import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../components/data-list';
import { DueDate } from '../../components/due-date';
import { Progress } from '../../components/progress';
import { TaskTitle, useTaskTitleText } from '../../components/task-title';
import type { LateTask } from '../../lib/api';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import styles from './board.module.css';
import { lateStory } from './late-story';

/** What a late task is shown by, on the board and in its file: the matter, who owes it, since when, its story, what comes. */
export function useLateColumns(): Column<LateTask>[] {
  const { t } = useTranslation();
  const words = useWords();
  const titleText = useTaskTitleText();
  const storyOf = useStory();
  const howLate = ({ workdaysLate }: LateTask) =>
    workdaysLate > 0 ? t('task.late', { count: workdaysLate }) : t('task.lateNonWorking');
  const nextOf = useNextSteps();
  return [
    {
      key: 'item',
      title: t('supervision.item'),
      text: (task) =>
        task.byContribution && task.target > 1
          ? `${titleText(task)} ${task.progress} / ${task.target}`
          : titleText(task),
      cell: (task) => (
        <>
          <TaskTitle task={task} />
          {task.byContribution && task.target > 1 && <Progress progress={task.progress} target={task.target} />}
        </>
      ),
    },
    {
      key: 'holder',
      title: t('supervision.holder'),
      width: '8rem',
      text: ({ holder }) => words.holder(holder),
      cell: ({ holder }) => words.holder(holder),
    },
    {
      key: 'since',
      title: t('supervision.since'),
      width: '11rem',
      text: (task) => `${task.dueOn}${t('app.comma')}${howLate(task)}`,
      cell: (task) => (
        <>
          <DueDate on={task.dueOn} reason={task.dueReason} occurrenceKey={task.occurrenceKey} by />
          <div className={styles.late}>{howLate(task)}</div>
        </>
      ),
    },
    {
      key: 'done',
      title: t('supervision.done'),
      width: '15rem',
      text: (task) => {
        const { lines, slip } = storyOf(task);
        return [...lines, ...(slip === null ? [] : [slip])].join(t('app.semicolon')) || t('supervision.nothing');
      },
      cell: (task) => <Story task={task} />,
    },
    {
      key: 'next',
      title: t('supervision.next'),
      width: '11rem',
      text: (task) => Object.values(nextOf(task)).filter(Boolean).join(t('app.semicolon')),
      cell: (task) => {
        const { slip, onLadder } = nextOf(task);
        return (
          <>
            {slip !== null && <div>{slip}</div>}
            {onLadder !== null && <div className={slip === null ? undefined : styles.quiet}>{onLadder}</div>}
          </>
        );
      },
    },
  ];
}

/** What comes next: what an open slip waits for, and the ladder's own next step. */
function useNextSteps(): (task: LateTask) => { readonly slip: string | null; readonly onLadder: string | null } {
  const { t } = useTranslation();
  const dates = useDates();
  return ({ slip, nextStep }) => {
    const waitsFor = slip?.waitsFor ?? null;
    const ended = waitsFor === null ? t('supervision.nextNone') : null;
    return {
      slip: waitsFor === null ? null : t(`supervision.slipWaits.${waitsFor.kind}`, { date: dates.day(waitsFor.dueOn) }),
      onLadder: nextStep === null ? ended : t(`supervision.nextTo.${nextStep.to}`, { date: dates.day(nextStep.on) }),
    };
  };
}

/** What was already done about a late task as words, the oldest first, and its slip. */
function useStory(): (task: LateTask) => { readonly lines: readonly string[]; readonly slip: string | null } {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  return (task) => {
    const lines = lateStory(task).map((one) => {
      if (one.step !== 'urged') return t(`supervision.${one.step}`, { date: dates.shortDay(one.on) });
      const { times, lastAt, lastByName } = one.urged;
      return lastByName === null
        ? t('supervision.urged', { count: times, at: dates.moment(lastAt) })
        : t('supervision.urgedBy', { count: times, at: dates.moment(lastAt), by: lastByName });
    });
    if (task.askedOn !== null && task.confirmedNotDoneOn === null) lines.push(t('supervision.notAnswered'));
    const { slip } = task;
    if (slip === null) return { lines, slip: null };
    const state = words.state('supervision-slip', slip.state);
    return { lines, slip: t('supervision.slipOpen', { number: words.slip(slip), state }) };
  };
}

function Story({ task }: { task: LateTask }) {
  const { t } = useTranslation();
  const { lines, slip } = useStory()(task);
  if (lines.length === 0 && slip === null) return <span className={styles.quiet}>{t('supervision.nothing')}</span>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {task.slip !== null && (
        <li>
          <Link {...urls.case(task.committeeId, task.slip.instanceId)}>{slip}</Link>
        </li>
      )}
    </ul>
  );
}
