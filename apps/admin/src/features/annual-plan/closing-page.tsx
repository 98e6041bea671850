import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { Page, Section } from '../../components/page';
import { PageQueryView } from '../../components/query-view';
import { api, type PlanClosing } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { YearContext } from '../../lib/use-dates';
import { ClosedBy, ClosingFigures } from './closing-figures';
import { ClosingForm } from './closing-form';
import { NotDoneRuns, OwedRuns } from './closing-runs';

const route = getRouteApi('/signed-in/c/$committeeId/plans/$planId/closing');

/** The end of a year's plan: what became of it, why what was not done was not, and closing it. Prints as one sheet. */
export function ClosingPage() {
  const { t } = useTranslation();
  const { planId } = route.useParams();
  const { committee } = useHere();
  const query = useQuery(
    api.annualPlan.closing.queryOptions({ input: { committeeId: committee.id, planId }, staleTime: 0 }),
  );
  return (
    <PageQueryView title={t('annualPlan.closing.title')} query={query}>
      {(closing) => (
        <YearContext value={closing.year}>
          <Page
            title={t('annualPlan.closing.titleOf', { year: closing.year })}
            above={<Link {...urls.plan(committee.id, planId)}>{closing.title}</Link>}
            lead={closing.isClosed ? <ClosedBy closing={closing} /> : t('annualPlan.closing.lead')}
            actions={<Button onClick={() => window.print()}>{t('app.print')}</Button>}
          >
            <ClosingView planId={planId} closing={closing} />
          </Page>
        </YearContext>
      )}
    </PageQueryView>
  );
}

function ClosingView({ planId, closing }: { planId: string; closing: PlanClosing }) {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('annualPlan.closing.result')}>
        <ClosingFigures closing={closing} />
      </Section>
      {!closing.isClosed && !closing.mayClose && (
        <Callout tone="plain" role="note">
          <p>{t('annualPlan.closing.notNow')}</p>
        </Callout>
      )}
      {!closing.isClosed && <ClosingForm planId={planId} closing={closing} />}
      <NotDoneRuns closing={closing} />
      <OwedRuns closing={closing} />
    </>
  );
}
