import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { Page, Section } from '../../components/page';
import { PageQueryView } from '../../components/query-view';
import { api, type Plan } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { YearContext } from '../../lib/use-dates';
import { useKeptReading } from './kept-reading';
import { deskOf } from './read-entries';
import { ReadingDesk } from './reading-desk';
import { ReadingSource } from './reading-source';

const route = getRouteApi('/signed-in/c/$committeeId/plans/$planId/reading');

/** 读取计划原文: a plan's own text, what was found in it, and the one act that takes it into the plan. */
export function ReadingPage() {
  const { t } = useTranslation();
  const { planId } = route.useParams();
  const { committee } = useHere();
  const query = useQuery(api.annualPlan.get.queryOptions({ input: { committeeId: committee.id, planId } }));
  return (
    <PageQueryView title={t('annualPlan.reading.title')} query={query}>
      {(plan) => (
        <YearContext value={plan.year}>
          <PlanReader plan={plan} />
        </YearContext>
      )}
    </PageQueryView>
  );
}

function PlanReader({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const [desk, keep] = useKeptReading(plan.id);
  const toPlan = () => void navigate(urls.plan(committee.id, plan.id));
  const isReading = plan.isEditable && desk !== null;
  return (
    <Page
      title={t('annualPlan.reading.title')}
      above={<Link {...urls.plan(committee.id, plan.id)}>{plan.title}</Link>}
      lead={t(isReading ? 'annualPlan.reading.deskLead' : 'annualPlan.reading.lead')}
      actions={isReading && <Button onClick={() => keep(null)}>{t('annualPlan.reading.another')}</Button>}
    >
      {!plan.isEditable ? (
        <Section>
          <EmptyState title={t('annualPlan.reading.notNow')} text={t('annualPlan.reading.notNowText')}>
            <Button type="primary" onClick={toPlan}>
              {t('annualPlan.reading.toPlan')}
            </Button>
          </EmptyState>
        </Section>
      ) : desk === null ? (
        <ReadingSource planId={plan.id} onRead={(reading) => keep(deskOf(reading, plan.year))} />
      ) : (
        <ReadingDesk plan={plan} desk={desk} onChange={keep} onDone={toPlan} />
      )}
    </Page>
  );
}
