import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { ShowMore, useFirstRows } from '../../components/first-rows';
import { Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api, type PlanPerson } from '../../lib/api';
import { useHere } from '../../lib/here';
import { DownloadButton } from './download-button';
import styles from './papers.module.css';

/** Who has a part in the plan, each with their own sheet of the year. */
export function PersonYears({ planId }: { planId: string }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const [search, setSearch] = useState('');
  const query = useQuery(api.planPaper.people.queryOptions({ input: { committeeId: committee.id, planId } }));
  const columns: Column<PlanPerson>[] = [
    { key: 'name', title: t('planPapers.people.name'), cell: ({ name }) => name },
    {
      key: 'dates',
      title: t('planPapers.people.dates'),
      width: '10rem',
      cell: ({ dates }) => t('planPapers.people.count', { count: dates }),
    },
    {
      key: 'sheet',
      title: t('planPapers.people.sheet'),
      width: '10rem',
      isScreenOnly: true,
      cell: ({ accountId, name }) => <DownloadButton name={name} order={{ planId, accountId }} />,
    },
  ];
  return (
    <Section flush title={t('planPapers.people.title')} note={t('planPapers.people.note')}>
      <QueryView query={query}>
        {(people) => (
          <>
            <div className={styles.search}>
              <Input
                allowClear
                prefix={<SearchOutlined aria-hidden />}
                aria-label={t('planPapers.people.search')}
                placeholder={t('planPapers.people.search')}
                value={search}
                onChange={({ target }) => setSearch(target.value)}
              />
            </div>
            <FirstPeople people={people.filter(({ name }) => name.includes(search.trim()))} columns={columns} />
          </>
        )}
      </QueryView>
    </Section>
  );
}

function FirstPeople({ people, columns }: { people: readonly PlanPerson[]; columns: Column<PlanPerson>[] }) {
  const { t } = useTranslation();
  const { shown, hidden, showAll } = useFirstRows(people);
  if (people.length === 0) return <p className={styles.nobody}>{t('planPapers.people.nobody')}</p>;
  return (
    <>
      <DataList
        label={t('planPapers.people.title')}
        rows={shown}
        columns={columns}
        rowKey={({ accountId }) => accountId}
      />
      <ShowMore hidden={hidden} onShowAll={showAll} />
    </>
  );
}
