import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { EmptyState } from '../../components/empty-state';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { Tag } from '../../components/tag';
import { api, type PlanSummary } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useWords } from '../../lib/use-words';
import { CreatePlanDialog } from './create-plan-dialog';
import { OffersSection } from './offers-section';

export function PlanListPage() {
  const { t } = useTranslation();
  const words = useWords();
  const navigate = useNavigate();
  const { committee } = useHere();
  const { isStaff } = useReach();
  const [isCreating, setIsCreating] = useState(false);
  const query = useQuery(api.annualPlan.list.queryOptions({ input: { committeeId: committee.id } }));
  const columns: Column<PlanSummary>[] = [
    {
      key: 'title',
      title: t('annualPlan.planTitle'),
      cell: ({ id, title }) => <Link {...urls.plan(committee.id, id)}>{title}</Link>,
    },
    {
      key: 'year',
      title: t('annualPlan.year'),
      width: '7rem',
      onCard: 'hidden',
      cell: ({ year }) => t('app.year', { year }),
    },
    {
      key: 'state',
      title: t('annualPlan.state'),
      width: '8rem',
      onCard: 'top',
      cell: ({ state }) => (
        <Tag tone={state === 'published' ? 'accent' : 'plain'}>{words.state('annual-plan', state)}</Tag>
      ),
    },
    {
      key: 'items',
      title: t('annualPlan.itemCount'),
      width: '8rem',
      cell: ({ itemCount }) => t('annualPlan.items', { count: itemCount }),
    },
  ];
  const create = (
    <Button type="primary" onClick={() => setIsCreating(true)}>
      {t('annualPlan.create')}
    </Button>
  );
  return (
    <Page
      title={t('annualPlan.title')}
      lead={t('annualPlan.lead')}
      actions={
        isStaff && (
          <>
            <Button
              onClick={() => void navigate(urls.yearRecord(committee.id, Number(committee.today.slice(0, 4)) - 1))}
            >
              {t('yearRecord.open')}
            </Button>
            {query.data !== undefined && query.data.length > 0 && create}
          </>
        )
      }
    >
      <Section flush>
        <QueryView query={query}>
          {(plans) =>
            plans.length === 0 ? (
              <EmptyState
                title={t('annualPlan.empty')}
                text={isStaff ? t('annualPlan.emptyText') : t('annualPlan.emptyReader')}
              >
                {isStaff && create}
              </EmptyState>
            ) : (
              <DataList label={t('annualPlan.title')} rows={plans} columns={columns} rowKey={({ id }) => id} />
            )
          }
        </QueryView>
      </Section>
      <OffersSection />
      {isCreating && <CreatePlanDialog plans={query.data ?? []} onClose={() => setIsCreating(false)} />}
    </Page>
  );
}
