import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import type { RosterPreview } from '../../lib/api';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import styles from './roster.module.css';

export type Asked = RosterPreview['asked'][number];

/** What the published plans ask of people new in office, or new in a group; how many of them where there may be several. */
export function AskedList({ asked, hasPeople }: { asked: readonly Asked[]; hasPeople: boolean }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const columns: Column<Asked>[] = [
    {
      key: 'title',
      title: t('roster.asked.matter'),
      cell: ({ title, taskKind }) => (
        <>
          <b>{title}</b>
          <div className={styles.hint}>{words.taskKind(taskKind)}</div>
        </>
      ),
    },
    { key: 'target', title: t('roster.asked.target'), width: '8rem', cell: ({ target }) => target },
    { key: 'opensOn', title: t('roster.asked.opensOn'), width: '10rem', cell: ({ opensOn }) => dates.day(opensOn) },
    { key: 'dueOn', title: t('roster.asked.dueOn'), width: '10rem', cell: ({ dueOn }) => dates.day(dueOn) },
    ...(hasPeople
      ? [{ key: 'people', title: t('roster.asked.people'), width: '7rem', cell: ({ people }: Asked) => people }]
      : []),
  ];
  return (
    <DataList
      label={t('roster.asked.title')}
      rows={asked}
      columns={columns}
      rowKey={({ title, taskKind, dueOn, opensOn }) => `${dueOn} ${opensOn} ${taskKind} ${title}`}
    />
  );
}
