import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { DueDate } from '../../components/due-date';
import { Progress } from '../../components/progress';
import { TaskTitle } from '../../components/task-title';
import type { LateTask } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import styles from './board.module.css';
import { lateStory } from './late-story';
import { useMayIssueSlip } from './use-may-issue-slip';

interface LateListProps {
  readonly late: readonly LateTask[];
  readonly selected: ReadonlySet<string>;
  onSelect(selected: ReadonlySet<string>): void;
  onUrge(task: LateTask): void;
  onSlip(task: LateTask): void;
  onHold(task: LateTask): void;
}

/** Late tasks with their story: a red without it is not shown. */
export function LateList({ late, selected, onSelect, onUrge, onSlip, onHold }: LateListProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { committee } = useHere();
  const mayIssue = useMayIssueSlip();
  const columns: Column<LateTask>[] = [
    {
      key: 'item',
      title: t('supervision.item'),
      cell: (task) => (
        <>
          <TaskTitle task={task} />
          {task.byContribution && task.target > 1 && <Progress progress={task.progress} target={task.target} />}
        </>
      ),
    },
    { key: 'holder', title: t('supervision.holder'), width: '8rem', cell: ({ holder }) => words.holder(holder) },
    {
      key: 'since',
      title: t('supervision.since'),
      width: '11rem',
      cell: ({ dueOn, dueReason, occurrenceKey, workdaysLate }) => (
        <>
          <DueDate on={dueOn} reason={dueReason} occurrenceKey={occurrenceKey} by />
          <div className={styles.late}>
            {workdaysLate > 0 ? t('task.late', { count: workdaysLate }) : t('task.lateNonWorking')}
          </div>
        </>
      ),
    },
    { key: 'done', title: t('supervision.done'), width: '15rem', cell: (task) => <Story task={task} /> },
    {
      key: 'next',
      title: t('supervision.next'),
      width: '11rem',
      cell: (task) => <Next task={task} />,
    },
    {
      key: 'urge',
      title: t('supervision.urge'),
      width: '7.5rem',
      onCard: 'bare',
      isScreenOnly: true,
      cell: (task) => {
        const about = `${t('app.colon')}${task.title}(${words.holder(task.holder)})`;
        return (
          <span className={styles.acts}>
            <Button aria-label={`${t('supervision.urge')}${about}`} onClick={() => onUrge(task)}>
              {t('supervision.urge')}
            </Button>
            {mayIssue(task) && (
              <Button aria-label={`${t('supervision.slip')}${about}`} onClick={() => onSlip(task)}>
                {t('supervision.slip')}
              </Button>
            )}
            {/* A county urges below; whether a township's duty rests is the township's to say. */}
            {task.committeeId === committee.id && (
              <Button aria-label={`${t('task.hold')}${about}`} onClick={() => onHold(task)}>
                {t('task.hold')}
              </Button>
            )}
          </span>
        );
      },
    },
  ];
  return (
    <DataList
      label={t('supervision.late', { count: late.length })}
      rows={late}
      columns={columns}
      rowKey={({ id }) => id}
      selection={{
        selected,
        label: (task) => t('supervision.select', { title: `${task.title}(${words.holder(task.holder)})` }),
        onChange: onSelect,
      }}
    />
  );
}

/** What comes next: what an open slip waits for, and the ladder's own next step. */
function Next({ task: { slip, nextStep } }: { task: LateTask }) {
  const { t } = useTranslation();
  const dates = useDates();
  const waitsFor = slip?.waitsFor ?? null;
  const onLadder =
    nextStep !== null
      ? t(`supervision.nextTo.${nextStep.to}`, { date: dates.day(nextStep.on) })
      : waitsFor === null
        ? t('supervision.nextNone')
        : null;
  return (
    <>
      {waitsFor !== null && (
        <div>{t(`supervision.slipWaits.${waitsFor.kind}`, { date: dates.day(waitsFor.dueOn) })}</div>
      )}
      {onLadder !== null && <div className={waitsFor === null ? undefined : styles.quiet}>{onLadder}</div>}
    </>
  );
}

/** What was already done about a late task, oldest first. */
function Story({ task }: { task: LateTask }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const lines = lateStory(task).map((one) => {
    if (one.step !== 'urged') return t(`supervision.${one.step}`, { date: dates.shortDay(one.on) });
    const { times, lastAt, lastByName } = one.urged;
    return lastByName === null
      ? t('supervision.urged', { count: times, at: dates.moment(lastAt) })
      : t('supervision.urgedBy', { count: times, at: dates.moment(lastAt), by: lastByName });
  });
  if (task.askedOn !== null && task.confirmedNotDoneOn === null) lines.push(t('supervision.notAnswered'));
  const { slip } = task;
  if (lines.length === 0 && slip === null) return <span className={styles.quiet}>{t('supervision.nothing')}</span>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {slip !== null && (
        <li>
          <Link {...urls.case(task.committeeId, slip.instanceId)}>
            {t('supervision.slipOpen', {
              number: words.slip(slip),
              state: words.state('supervision-slip', slip.state),
            })}
          </Link>
        </li>
      )}
    </ul>
  );
}
