import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { CaseActions } from '../../components/case-actions';
import { DateMoves } from '../../components/date-moves';
import { EmptyState } from '../../components/empty-state';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { type Amendment, api, type Plan } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { YearContext } from '../../lib/use-dates';
import { WaitingItems } from './waiting-items';

const route = getRouteApi('/signed-in/c/$committeeId/plans/$planId/amendment');

/** What publishing the amendment now would do to the year that is running. */
export function AmendmentPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { planId } = route.useParams();
  const { committee } = useHere();
  const input = { committeeId: committee.id, planId };
  const plan = useQuery(api.annualPlan.get.queryOptions({ input }));
  const amendment = useQuery(api.annualPlan.previewAmendment.queryOptions({ input, staleTime: 0 }));
  const isAmending = plan.data?.state === 'amending';
  const wasAmending = useRef(false);
  // Published, or discarded elsewhere: what it did stands in the plan's own page.
  useEffect(() => {
    if (wasAmending.current && plan.data !== undefined && !isAmending) void navigate(urls.plan(committee.id, planId));
    wasAmending.current = isAmending;
  }, [plan.data, isAmending, navigate, committee.id, planId]);
  return (
    <Page
      title={t('annualPlan.amendment.title')}
      above={<Link {...urls.plan(committee.id, planId)}>{plan.data?.title ?? t('annualPlan.title')}</Link>}
      lead={t('annualPlan.amendment.lead')}
      actions={
        plan.data !== undefined &&
        isAmending && (
          <CaseActions
            committeeId={committee.id}
            view={plan.data.case}
            shows={(event) => event === 'publish-amendment'}
          />
        )
      }
    >
      <QueryView query={plan}>
        {(shownPlan) => (
          <YearContext value={shownPlan.year}>
            {shownPlan.state === 'amending' ? (
              <QueryView query={amendment} rows={8}>
                {(shown) => <AmendmentView plan={shownPlan} amendment={shown} />}
              </QueryView>
            ) : (
              <Callout tone="plain" role="note">
                <p>{t('annualPlan.amendment.notAmending')}</p>
              </Callout>
            )}
          </YearContext>
        )}
      </QueryView>
    </Page>
  );
}

function AmendmentView({ plan, amendment: { changes, waiting } }: { plan: Plan; amendment: Amendment }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const stays = changes.filter(({ change }) => change === 'kept' || change === 'skipped');
  const moves = changes.filter((one) => !stays.includes(one));
  return (
    <>
      <Section title={t('annualPlan.amendment.changes', { count: moves.length })} flush={moves.length > 0}>
        {moves.length === 0 ? (
          <EmptyState title={t('annualPlan.amendment.none')} text={t('annualPlan.amendment.noneText')}>
            <Link {...urls.plan(committee.id, plan.id)}>{t('annualPlan.amendment.back')}</Link>
          </EmptyState>
        ) : (
          <DateMoves moves={moves} />
        )}
      </Section>
      {stays.length > 0 && (
        <Section
          title={t('annualPlan.amendment.stays', { count: stays.length })}
          note={t('annualPlan.amendment.staysText')}
          flush
        >
          <DateMoves moves={stays} />
        </Section>
      )}
      <WaitingItems items={plan.items} waiting={waiting} year={plan.year} />
    </>
  );
}
