import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { EmptyState } from '../../components/empty-state';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api, type Plan, type Rehearsal } from '../../lib/api';
import { dateOf } from '../../lib/dates';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates, YearContext } from '../../lib/use-dates';
import { Clashes } from './clashes';
import { OccurrenceTable } from './occurrence-list';
import styles from './rehearsal.module.css';
import { RehearsalDifference } from './rehearsal-difference';
import { RehearsedDays } from './rehearsed-days';
import { RehearsedPeople } from './rehearsed-people';
import { countReminders, remindersOf } from './rehearsed-reminders';
import { WaitingItems } from './waiting-items';
import { YearStrip } from './year-strip';

const route = getRouteApi('/signed-in/c/$committeeId/plans/$planId/rehearsal');

/** 全年排程预览: everything the plan will cause if nobody acts. */
export function RehearsalPage() {
  const { t } = useTranslation();
  const { planId } = route.useParams();
  const { committee } = useHere();
  const input = { committeeId: committee.id, planId };
  const plan = useQuery(api.annualPlan.get.queryOptions({ input }));
  const rehearsal = useQuery(api.annualPlan.rehearse.queryOptions({ input }));
  return (
    <Page
      title={t('annualPlan.rehearsal.title')}
      above={<Link {...urls.plan(committee.id, planId)}>{plan.data?.title ?? t('annualPlan.title')}</Link>}
      actions={<Button onClick={() => window.print()}>{t('app.print')}</Button>}
    >
      <QueryView query={plan}>
        {(shownPlan) => (
          <QueryView query={rehearsal} rows={10}>
            {(shown) => (
              <YearContext value={shownPlan.year}>
                <RehearsalView plan={shownPlan} rehearsal={shown} />
              </YearContext>
            )}
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}

function RehearsalView({ plan, rehearsal }: { plan: Plan; rehearsal: Rehearsal }) {
  const { t } = useTranslation();
  const dates = useDates();
  const navigate = useNavigate();
  const { committee } = useHere();
  const { month, view = 'days' } = route.useSearch();
  const show = (change: { month?: string | undefined; view?: typeof view }) =>
    void navigate({
      ...urls.rehearsal(committee.id, plan.id),
      search: { month, view, ...change },
      replace: true,
      resetScroll: false,
    });
  const reminders = remindersOf(rehearsal);
  const sent = reminders.filter(({ outcome }) => outcome === 'sent');
  const superseded = countReminders(reminders) - countReminders(sent);
  const isPublished = plan.state === 'published' || plan.state === 'closed';
  const date = dates.day(dateOf(rehearsal.publishedAt));
  if (plan.items.length === 0) {
    return (
      <Section>
        <EmptyState title={t('annualPlan.noItems')} text={t('annualPlan.rehearsal.empty')}>
          <Link {...urls.plan(committee.id, plan.id)}>{t('annualPlan.addItem')}</Link>
        </EmptyState>
      </Section>
    );
  }
  const inMonth = (iso: string) => month === undefined || iso.startsWith(month);
  return (
    <>
      <Callout tone="accent" role="note">
        <p>
          {isPublished ? t('annualPlan.rehearsal.publishedNote', { date }) : t('annualPlan.rehearsal.note', { date })}
        </p>
      </Callout>
      <Section
        title={t('annualPlan.rehearsal.strip')}
        note={[
          t('annualPlan.rehearsal.summary', {
            tasks: rehearsal.taskCount,
            reminders: countReminders(sent),
            people: rehearsal.people.filter(({ notices }) => notices > 0).length,
          }),
          superseded === 0 ? '' : t('annualPlan.rehearsal.superseded', { count: superseded }),
        ].join(' ')}
      >
        <YearStrip
          year={plan.year}
          reminders={sent}
          occurrences={rehearsal.occurrences}
          month={month}
          onMonth={(next) => show({ month: next })}
        />
      </Section>
      <WaitingItems items={plan.items} waiting={rehearsal.waiting} year={plan.year} />
      <Clashes plan={plan} rehearsal={rehearsal} />
      <RehearsalDifference plan={plan} />
      <Section flush>
        <div className={`${styles.toolbar} not-printed`}>
          <Segmented<'days' | 'people' | 'dates'>
            aria-label={t('annualPlan.rehearsal.title')}
            value={view}
            options={[
              { value: 'days', label: t('annualPlan.rehearsal.byDay') },
              { value: 'people', label: t('annualPlan.rehearsal.byPerson') },
              { value: 'dates', label: t('annualPlan.rehearsal.byDate') },
            ]}
            onChange={(next) => show({ view: next })}
          />
          {month !== undefined && view !== 'people' && (
            <Button type="link" onClick={() => show({ month: undefined })}>
              {t('annualPlan.rehearsal.wholeYear')}
            </Button>
          )}
        </div>
        {view === 'days' && (
          <RehearsedDays plan={plan} reminders={sent.filter(({ on }) => inMonth(on))} people={rehearsal.people} />
        )}
        {view === 'people' && <RehearsedPeople people={rehearsal.people} />}
        {view === 'dates' && (
          <OccurrenceTable
            items={plan.items}
            occurrences={rehearsal.occurrences.filter(({ dueOn }) => inMonth(dueOn))}
          />
        )}
      </Section>
    </>
  );
}
