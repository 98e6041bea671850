import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { CaseActions } from '../../components/case-actions';
import { CaseDiagram } from '../../components/case-diagram';
import { CaseHistory } from '../../components/case-history';
import { Page, Section } from '../../components/page';
import { PageQueryView } from '../../components/query-view';
import { api, type Plan } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { urls } from '../../lib/urls';
import { YearContext } from '../../lib/use-dates';
import { ClosedSummary } from './closed-summary';
import { Coverage } from './coverage';
import { OccurrenceList } from './occurrence-list';
import { OpenMatters } from './open-matters';
import { PassedDownSection } from './passed-down-section';
import { PlanItems } from './plan-items';
import { PlanSteps } from './plan-steps';
import { Revisions } from './revisions';
import { WaitingReading } from './waiting-reading';

const route = getRouteApi('/signed-in/c/$committeeId/plans/$planId');

export function PlanPage() {
  const { t } = useTranslation();
  const { planId } = route.useParams();
  const { committee } = useHere();
  const query = useQuery(api.annualPlan.get.queryOptions({ input: { committeeId: committee.id, planId } }));
  return (
    <PageQueryView title={t('annualPlan.title')} query={query}>
      {(plan) => (
        <YearContext value={plan.year}>
          <PlanView plan={plan} />
        </YearContext>
      )}
    </PageQueryView>
  );
}

/** Steps after which others read the plan: what is still open in it is said before. */
const goesOut: ReadonlySet<string> = new Set(['submit', 'record-approval', 'publish']);

/** A year's plan: where it stands, what it holds, what may be done with it now. */
function PlanView({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const { hasBelow } = useReach();
  return (
    <Page
      title={plan.title}
      above={<Link {...urls.plans(committee.id)}>{t('annualPlan.title')}</Link>}
      lead={<PlanSteps state={plan.state} />}
      actions={
        <>
          <Button onClick={() => void navigate(urls.rehearsal(committee.id, plan.id))}>
            {t('annualPlan.rehearse')}
          </Button>
          <Button onClick={() => void navigate(urls.papers(committee.id, plan.id))}>{t('planPapers.open')}</Button>
          {plan.case.allowedActions.some(({ event }) => event === 'close') && (
            <Button onClick={() => void navigate(urls.closing(committee.id, plan.id))}>
              {t('annualPlan.closing.open')}
            </Button>
          )}
          {/* An amendment is published from the page that shows what it moves, a plan closed where one sees what was not done. */}
          <CaseActions
            committeeId={committee.id}
            view={plan.case}
            shows={(event) => event !== 'publish-amendment' && event !== 'close'}
            // An empty plan wants items first; what leads on from it stands below.
            hasLeading={plan.items.length > 0}
            noteOf={(event) => goesOut.has(event) && <OpenMatters plan={plan} />}
          />
        </>
      }
    >
      {plan.state === 'amending' && (
        <Callout tone="accent" role="note">
          <p>{t('annualPlan.amendment.note')}</p>
          <Button type="primary" onClick={() => void navigate(urls.amendment(committee.id, plan.id))}>
            {t('annualPlan.amendment.see')}
          </Button>
        </Callout>
      )}
      {plan.state === 'closed' && <ClosedSummary planId={plan.id} />}
      {plan.isEditable && <WaitingReading planId={plan.id} />}
      <PlanItems plan={plan} />
      <Coverage plan={plan} />
      {plan.occurrences.length > 0 && <OccurrenceList plan={plan} />}
      {hasBelow && <PassedDownSection plan={plan} />}
      {plan.occurrences.length > 0 && <Revisions plan={plan} />}
      <Section title={t('workflow.way')}>
        <CaseDiagram committeeId={committee.id} view={plan.case} />
      </Section>
      <Section title={t('workflow.history')}>
        <CaseHistory view={plan.case} />
      </Section>
    </Page>
  );
}
