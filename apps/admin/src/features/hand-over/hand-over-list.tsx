import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { Tag } from '../../components/tag';
import { api, type HandOver } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import styles from './hand-over.module.css';

/** Earlier hand-overs, the latest first: who to whom, what, when. */
export function HandOverList() {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const { committee } = useHere();
  const query = useQuery(api.task.handOvers.queryOptions({ input: { committeeId: committee.id } }));
  const columns: Column<HandOver>[] = [
    {
      key: 'who',
      title: t('handOver.who'),
      cell: ({ instanceId, fromName, toName }) => (
        <Link {...urls.case(committee.id, instanceId)}>{t('handOver.fromTo', { from: fromName, to: toName })}</Link>
      ),
    },
    {
      key: 'state',
      title: t('annualPlan.state'),
      width: '6rem',
      onCard: 'top',
      cell: ({ state }) => <Tag>{words.state('hand-over', state)}</Tag>,
    },
    {
      key: 'chosen',
      title: t('handOver.duties'),
      width: '9rem',
      cell: ({ chosen }) => (chosen === null ? t('handOver.everything') : t('handOver.some', { count: chosen })),
    },
    {
      key: 'at',
      title: t('handOver.when'),
      width: '14rem',
      cell: ({ preparedAt, preparedByName }) => `${dates.moment(preparedAt)} ${preparedByName ?? ''}`,
    },
  ];
  return (
    <Section title={t('handOver.earlier')} flush>
      <QueryView query={query} rows={3}>
        {(handOvers) =>
          handOvers.length === 0 ? (
            <p className={styles.note}>{t('handOver.none')}</p>
          ) : (
            <DataList
              label={t('handOver.earlier')}
              rows={handOvers}
              columns={columns}
              rowKey={({ instanceId }) => instanceId}
            />
          )
        }
      </QueryView>
    </Section>
  );
}
