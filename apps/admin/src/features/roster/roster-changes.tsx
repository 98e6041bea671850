import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { ShowMore, useFirstRows } from '../../components/first-rows';
import { Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api, type RosterChange } from '../../lib/api';
import { useHere } from '../../lib/here';
import { useDates } from '../../lib/use-dates';
import styles from './roster.module.css';

const kinds = [
  'added',
  'corrected',
  'ended',
  'renewed',
  'others',
  'loginsGiven',
  'loginsReset',
  'loginsUnlocked',
  'loginsWithdrawn',
] as const;

/** 变更记录: who changed what of the roster, and when. */
export function RosterChanges() {
  const { t } = useTranslation();
  const { committee } = useHere();
  const query = useQuery(api.roster.changes.queryOptions({ input: { committeeId: committee.id } }));
  return (
    <Section title={t('roster.people.changes')} note={t('roster.people.changesText')} flush>
      <QueryView query={query}>{(changes) => <Changes changes={changes} />}</QueryView>
    </Section>
  );
}

function Changes({ changes }: { changes: readonly RosterChange[] }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { shown, hidden, showAll } = useFirstRows(changes, 10);
  const columns: Column<RosterChange>[] = [
    { key: 'at', title: t('roster.people.changeAt'), width: '13rem', cell: ({ at }) => dates.moment(at) },
    { key: 'by', title: t('roster.people.changeBy'), width: '9rem', cell: ({ byName }) => byName },
    {
      key: 'what',
      title: t('roster.people.changeWhat'),
      width: '20rem',
      cell: (one) =>
        kinds
          .filter((kind) => one[kind] > 0)
          .map((kind) => t(`roster.people.change.${kind}`, { count: one[kind] }))
          .join(t('app.comma')),
    },
    {
      key: 'who',
      title: t('roster.people.changeWho'),
      cell: ({ names, ...counts }) => {
        const total = kinds.reduce((sum, kind) => sum + counts[kind], 0);
        const listed = names.join(t('app.comma'));
        return total > names.length ? t('app.names', { names: listed, total }) : listed;
      },
    },
  ];
  if (changes.length === 0) return <p className={styles.foot}>{t('roster.people.changesEmpty')}</p>;
  return (
    <>
      <DataList label={t('roster.people.changes')} rows={shown} columns={columns} rowKey={({ batchId }) => batchId} />
      <ShowMore hidden={hidden} onShowAll={showAll} />
    </>
  );
}
