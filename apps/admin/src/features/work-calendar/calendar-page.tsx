import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { urls } from '../../lib/urls';
import { YearContext } from '../../lib/use-dates';
import { Anchors } from './anchors';
import styles from './calendar.module.css';
import { Closings } from './closings';
import { YearGrid } from './year-grid';
import { YearStanding } from './year-standing';

const route = getRouteApi('/signed-in/c/$committeeId/settings/calendar');

/** 工作日历: the days of a year on which this committee works, and why. */
export function CalendarPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const { year = Number(committee.today.slice(0, 4)) } = route.useSearch();
  const { readsWork, isAdministrator } = useReach();
  const readsAnchors = readsWork || isAdministrator;
  const query = useQuery(api.workCalendar.year.queryOptions({ input: { committeeId: committee.id, year } }));
  const go = (next: number) => void navigate({ ...urls.calendar(committee.id, next), resetScroll: false });
  return (
    <YearContext value={year}>
      <Page
        title={t('workCalendar.title', { year })}
        above={<Link {...urls.settings(committee.id)}>{t('settings.title')}</Link>}
        lead={t('workCalendar.lead')}
        actions={
          <>
            <Button onClick={() => go(year - 1)}>{t('app.year', { year: year - 1 })}</Button>
            <Button onClick={() => go(year + 1)}>{t('app.year', { year: year + 1 })}</Button>
            <Button onClick={() => window.print()}>{t('app.print')}</Button>
          </>
        }
      >
        <QueryView query={query} rows={12}>
          {(shown) => (
            <>
              <YearStanding shown={shown} />
              <Section title={t('workCalendar.year')} note={<Legend />}>
                <YearGrid year={shown.year} days={shown.days} today={committee.today} />
              </Section>
            </>
          )}
        </QueryView>
        {readsAnchors && <Anchors year={year} />}
        <Closings year={year} />
      </Page>
    </YearContext>
  );
}

function Legend() {
  const { t } = useTranslation();
  return (
    <span className={styles.legend}>
      {(['off', 'worked', 'closing'] as const).map((kind) => (
        <span key={kind} className={styles.legendPart}>
          <span className={`${styles.sample} ${styles[kind]}`} aria-hidden="true">
            {t(`workCalendar.marks.${kind}`)}
          </span>
          {t(`workCalendar.kinds.${kind}`)}
        </span>
      ))}
    </span>
  );
}
