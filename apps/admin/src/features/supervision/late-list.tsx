import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import type { LateTask } from '../../lib/api';
import { useHere } from '../../lib/here';
import { useWords } from '../../lib/use-words';
import styles from './board.module.css';
import { useLateColumns } from './late-columns';
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
    ...useLateColumns(),
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
