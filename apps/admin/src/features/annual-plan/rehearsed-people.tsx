import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import type { Rehearsal } from '../../lib/api';

type RehearsedPerson = Rehearsal['people'][number];

/** What each person would get in the year. */
export function RehearsedPeople({ people }: { people: Rehearsal['people'] }) {
  const { t } = useTranslation();
  const columns: Column<RehearsedPerson>[] = [
    { key: 'name', title: t('annualPlan.rehearsal.person'), cell: ({ name }) => name },
    {
      key: 'notices',
      title: t('annualPlan.rehearsal.notices'),
      width: '9rem',
      align: 'right',
      cell: ({ notices }) => notices,
    },
    {
      key: 'messages',
      title: t('annualPlan.rehearsal.days'),
      width: '9rem',
      align: 'right',
      cell: ({ messages }) => messages,
    },
  ];
  return (
    <DataList
      label={t('annualPlan.rehearsal.byPerson')}
      rows={[...people].sort((a, b) => b.notices - a.notices)}
      columns={columns}
      rowKey={({ accountId }) => accountId}
    />
  );
}
