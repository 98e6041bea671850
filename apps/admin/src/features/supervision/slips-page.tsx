import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { EmptyState } from '../../components/empty-state';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { Tag } from '../../components/tag';
import { api, type SupervisionSlip } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import styles from './board.module.css';
import { SupervisionViews } from './supervision-views';

const route = getRouteApi('/signed-in/c/$committeeId/supervision/slips');
const YEARS_BACK = 4;

/** 督办单: the register of a year's supervision slips, the latest first. */
export function SlipsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const thisYear = Number(committee.today.slice(0, 4));
  const { year = thisYear } = route.useSearch();
  const query = useQuery(
    api.supervision.slips.queryOptions({
      input: { committeeId: committee.id, year },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <Page
      title={t('supervision.slips')}
      lead={committee.name}
      actions={
        <>
          <Select<number>
            aria-label={t('annualPlan.year')}
            value={year}
            options={Array.from({ length: YEARS_BACK + 1 }, (_, back) => thisYear - back).map((value) => ({
              value,
              label: t('app.year', { year: value }),
            }))}
            onChange={(next) => void navigate({ ...urls.slips(committee.id, next), replace: true })}
          />
          <SupervisionViews view="slips" />
          <Button onClick={() => window.print()}>{t('app.print')}</Button>
        </>
      }
    >
      <QueryView query={query} rows={6}>
        {(slips) => (
          <Section flush>
            {slips.length === 0 ? (
              <EmptyState title={t('supervision.noSlips')} text={t('supervision.noSlipsText')}>
                <Link {...urls.supervision(committee.id)}>{t('supervision.board')}</Link>
              </EmptyState>
            ) : (
              <SlipList slips={slips} />
            )}
          </Section>
        )}
      </QueryView>
    </Page>
  );
}

function SlipList({ slips }: { slips: readonly SupervisionSlip[] }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const { committee } = useHere();
  const columns: Column<SupervisionSlip>[] = [
    {
      key: 'matter',
      title: t('supervision.item'),
      cell: (slip) => (
        <>
          <Link {...urls.case(committee.id, slip.instanceId)}>
            <b>{words.slip(slip)}</b> {slip.title}
          </Link>
          <div className={styles.quiet}>{slip.demand}</div>
        </>
      ),
    },
    {
      key: 'state',
      title: t('annualPlan.state'),
      width: '6rem',
      onCard: 'top',
      cell: ({ state }) => <Tag>{words.state('supervision-slip', state)}</Tag>,
    },
    {
      key: 'addressee',
      title: t('supervision.slipTo'),
      width: '8rem',
      cell: ({ addresseeName, addresseeRole }) => words.addressee({ name: addresseeName, role: addresseeRole }) ?? '—',
    },
    {
      key: 'issued',
      title: t('supervision.slipIssuedOn'),
      width: '10rem',
      cell: ({ issuedOn, issuedByName }) => (
        <>
          {dates.day(issuedOn)}
          <div className={styles.quiet}>{issuedByName}</div>
        </>
      ),
    },
    {
      key: 'reply',
      title: t('supervision.slipReply'),
      width: '14rem',
      cell: ({ reply, replyDueOn, isReplyLate, isFinal }) => (
        <>
          {reply}
          {replyDueOn !== null && !isFinal && (
            <div className={isReplyLate ? styles.late : styles.quiet}>
              {t(isReplyLate ? 'supervision.slipReplyLate' : 'supervision.slipReplyBy', {
                date: dates.day(replyDueOn),
              })}
            </div>
          )}
        </>
      ),
    },
  ];
  return (
    <DataList label={t('supervision.slips')} rows={slips} columns={columns} rowKey={({ instanceId }) => instanceId} />
  );
}
