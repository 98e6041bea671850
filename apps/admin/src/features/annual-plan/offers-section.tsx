import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CaseActions } from '../../components/case-actions';
import { type Column, DataList } from '../../components/data-list';
import { Section } from '../../components/page';
import { Tag } from '../../components/tag';
import { api, type PassedDown } from '../../lib/api';
import { useHere } from '../../lib/here';
import { useWords } from '../../lib/use-words';
import styles from './plan.module.css';

/** What the county has passed down to this committee, with the answers that may be given now; nothing when there is none. */
export function OffersSection() {
  const { t } = useTranslation();
  const words = useWords();
  const { committee } = useHere();
  const query = useQuery(api.annualPlan.offers.queryOptions({ input: { committeeId: committee.id } }));
  const offers = query.data ?? [];
  if (offers.length === 0) return null;
  const columns: Column<PassedDown>[] = [
    {
      key: 'title',
      title: t('annualPlan.itemTitle'),
      cell: ({ title, sourceName, cadenceWords }) => (
        <>
          <b>{title}</b>
          <div className={styles.aside}>{[sourceName, words.cadence(cadenceWords)].join(' · ')}</div>
        </>
      ),
    },
    { key: 'year', title: t('annualPlan.year'), width: '6rem', cell: ({ year }) => t('app.year', { year }) },
    {
      key: 'state',
      title: t('annualPlan.state'),
      width: '9rem',
      onCard: 'top',
      cell: ({ state }) => (
        <Tag tone={state === 'offered' ? 'yellow' : 'plain'}>{words.state('passed-down-item', state)}</Tag>
      ),
    },
    {
      key: 'answer',
      title: t('annualPlan.passedDown.answer'),
      width: '18rem',
      isScreenOnly: true,
      onCard: 'bare',
      cell: (offer) => (offer.state === 'offered' ? <OfferActions offer={offer} /> : (offer.reason ?? '')),
    },
  ];
  return (
    <Section title={t('annualPlan.passedDown.offers')} note={t('annualPlan.passedDown.offersNote')} flush>
      <DataList
        label={t('annualPlan.passedDown.offers')}
        rows={offers}
        columns={columns}
        rowKey={({ instanceId }) => instanceId}
      />
    </Section>
  );
}

function OfferActions({ offer }: { offer: PassedDown }) {
  const { committee } = useHere();
  const query = useQuery(
    api.workflow.get.queryOptions({ input: { committeeId: committee.id, instanceId: offer.instanceId } }),
  );
  if (query.data === undefined) return null;
  return (
    <span className={styles.rowActions}>
      <CaseActions committeeId={committee.id} view={query.data} />
    </span>
  );
}
