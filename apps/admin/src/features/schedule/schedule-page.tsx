import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api, type ScheduleEntry } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { type ScheduleSearch, type ScheduleView, urls } from '../../lib/urls';
import { useMonthNames } from '../../lib/use-dates';
import { useIsNarrow } from '../../lib/use-media-query';
import { Agenda } from './agenda';
import { EntryDrawer } from './entry-drawer';
import { MonthGrid } from './month-grid';
import { MoveDialog } from './move-dialog';
import { QuarterWeeks } from './quarter-weeks';
import styles from './schedule.module.css';
import { ScheduleFilters } from './schedule-filters';
import { isMovable, type MovableEntry } from './shown-days';
import { monthBeside, monthNumber, quarterOf, stretchOf } from './stretch';
import { YearLoad } from './year-load';

const route = getRouteApi('/signed-in/c/$committeeId/schedule');

/** 日程: what a month, a quarter or a year holds. Which, and what it is narrowed to, is in the address. */
export function SchedulePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const { readsWork } = useReach();
  const search = route.useSearch();
  const { view, month = committee.today.slice(0, 7) } = search;
  const go = (change: Partial<ScheduleSearch>) =>
    void navigate({ ...urls.schedule(committee.id, { ...search, ...change }), replace: true, resetScroll: false });
  return (
    <Page
      title={t('schedule.title')}
      lead={readsWork ? t('schedule.lead') : t('schedule.leadMember')}
      actions={
        <>
          <Segmented<ScheduleView | 'month'>
            aria-label={t('schedule.view')}
            value={view ?? 'month'}
            options={(['month', 'quarter', 'year'] as const).map((value) => ({
              value,
              label: t(`schedule.views.${value}`),
            }))}
            onChange={(next) => go({ view: next === 'month' ? undefined : next })}
          />
          <Button onClick={() => window.print()}>{t('app.print')}</Button>
        </>
      }
    >
      <Section
        title={useStretchTitle(search.view, month)}
        flush
        actions={
          <span className={`${styles.steps} not-printed`}>
            <Button
              aria-label={t('schedule.previous')}
              icon={<LeftOutlined aria-hidden />}
              onClick={() => go({ month: monthBeside(view, month, -1) })}
            />
            <Button onClick={() => go({ month: undefined })}>{t('schedule.today')}</Button>
            <Button
              aria-label={t('schedule.next')}
              icon={<RightOutlined aria-hidden />}
              onClick={() => go({ month: monthBeside(view, month, 1) })}
            />
          </span>
        }
      >
        {readsWork && <ScheduleFilters search={search} onNarrow={go} />}
        {view === 'year' ? (
          <Year month={month} search={search} onMonth={(one) => go({ view: undefined, month: one })} />
        ) : (
          <Days month={month} search={search} />
        )}
      </Section>
    </Page>
  );
}

function useStretchTitle(view: ScheduleSearch['view'], month: string): string {
  const { t } = useTranslation();
  const months = useMonthNames();
  const year = month.slice(0, 4);
  if (view === 'year') return t('app.year', { year });
  if (view === 'quarter') {
    return t('schedule.quarter', { year, quarter: t(`vocabulary.periods.quarter.q${quarterOf(month)}`) });
  }
  return t('schedule.month', { year, month: months[monthNumber(month) - 1] });
}

interface StretchProps {
  readonly month: string;
  readonly search: ScheduleSearch;
}

function Days({ month, search }: StretchProps) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const isNarrow = useIsNarrow();
  const { isStaff } = useReach();
  const [moving, setMoving] = useState<{ entry: MovableEntry; to?: string } | null>(null);
  const [opened, setOpened] = useState<ScheduleEntry | null>(null);
  const { view, category, personId } = search;
  const { months, from, to } = stretchOf(view, month);
  const inCommittee = { committeeId: committee.id };
  const year = Number(month.slice(0, 4));
  const days = useQuery(api.workCalendar.year.queryOptions({ input: { ...inCommittee, year } }));
  const query = useQuery(
    api.schedule.read.queryOptions({
      input: { ...inCommittee, from, to, category, personId },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <QueryView query={query} rows={12}>
        {({ entries, total }) => {
          const shown = { months, entries, days: days.data?.days ?? [], today: committee.today, onOpen: setOpened };
          const drag = isStaff ? { onMove: (entry: MovableEntry, to: string) => setMoving({ entry, to }) } : {};
          return (
            <>
              {total > entries.length && (
                <p className={styles.cut} role="status">
                  {t('schedule.cut', { count: total, shown: entries.length })}
                </p>
              )}
              {entries.length === 0 && <NothingHere search={search} />}
              {isNarrow ? (
                <Agenda {...shown} />
              ) : view === 'quarter' ? (
                <QuarterWeeks {...shown} />
              ) : (
                <MonthGrid {...shown} {...drag} month={month} />
              )}
            </>
          );
        }}
      </QueryView>
      {opened !== null && (
        <EntryDrawer
          entry={opened}
          {...(isStaff && isMovable(opened)
            ? {
                onMove: () => {
                  setMoving({ entry: opened });
                  setOpened(null);
                },
              }
            : {})}
          onClose={() => setOpened(null)}
        />
      )}
      {moving !== null && <MoveDialog {...moving} onClose={() => setMoving(null)} />}
    </>
  );
}

function Year({ month, search, onMonth }: StretchProps & { onMonth: (month: string) => void }) {
  const { committee } = useHere();
  const { category, personId } = search;
  const year = Number(month.slice(0, 4));
  const query = useQuery(
    api.schedule.load.queryOptions({
      input: { committeeId: committee.id, year, category, personId },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <QueryView query={query} rows={8}>
      {(load) =>
        load.length === 0 ? <NothingHere search={search} /> : <YearLoad year={year} load={load} onMonth={onMonth} />
      }
    </QueryView>
  );
}

/** Nothing in the stretch shown, and what to do next. */
function NothingHere({ search: { category, personId } }: { search: ScheduleSearch }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const { readsWork } = useReach();
  if (!readsWork) return <EmptyState title={t('schedule.emptyMember')} text={t('schedule.emptyMemberText')} />;
  if (category !== undefined || personId !== undefined) {
    return <EmptyState title={t('schedule.emptyFiltered')} text={t('schedule.emptyFilteredText')} />;
  }
  return (
    <EmptyState title={t('schedule.empty')} text={t('schedule.emptyText')}>
      <Link {...urls.plans(committee.id)}>{t('schedule.plans')}</Link>
    </EmptyState>
  );
}
