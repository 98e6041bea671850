import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataList } from '../../components/data-list';
import { EmptyState } from '../../components/empty-state';
import { ExportButton } from '../../components/export-button';
import { ListFoot } from '../../components/list-foot';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api, client, type SentReminder } from '../../lib/api';
import { dateOf } from '../../lib/dates';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import { useIsNarrow } from '../../lib/use-media-query';
import styles from './reminder.module.css';
import { ReminderViews } from './reminder-views';
import { useSentColumns } from './sent-columns';

const route = getRouteApi('/signed-in/c/$committeeId/reminders');
const PAGE_SIZE = 50;
const outcomes: readonly SentReminder['outcome'][] = ['sent', 'superseded', 'skipped', 'held', 'cancelled'];

/** 提醒记录: every reminder with its outcome and whom it reached. */
export function SentPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const { outcome, page = 1 } = route.useSearch();
  const show = (search: { outcome?: SentReminder['outcome']; page?: number }) =>
    void navigate({ ...urls.reminders(committee.id), search, replace: true });
  const input = { committeeId: committee.id, outcome };
  const columns = useSentColumns();
  const query = useQuery(
    api.reminder.sent.queryOptions({
      input: { ...input, page, pageSize: PAGE_SIZE },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <Page title={t('reminder.sentTitle')} lead={t('reminder.sentLead')} actions={<ReminderViews view="reminders" />}>
      <Section flush>
        <div className={styles.filters}>
          <OutcomeFilter outcome={outcome} onChange={(next) => show({ outcome: next })} />
          <ExportButton
            name={`${committee.name}${t('reminder.sentTitle')}${committee.today}`}
            columns={columns}
            readPage={(wanted, pageSize) => client.reminder.sent({ ...input, page: wanted, pageSize })}
          />
        </div>
        <QueryView query={query} rows={8}>
          {({ rows, total }) =>
            rows.length === 0 ? (
              <EmptyState
                title={outcome === undefined ? t('reminder.none') : t('reminder.noneFiltered')}
                text={outcome === undefined ? t('reminder.noneText') : t('reminder.noneFilteredText')}
              />
            ) : (
              <>
                <SentList rows={rows} />
                <ListFoot
                  label={t('reminder.total', { count: total })}
                  total={total}
                  page={page}
                  pageSize={PAGE_SIZE}
                  onPage={(next) => show({ outcome, page: next })}
                />
              </>
            )
          }
        </QueryView>
      </Section>
    </Page>
  );
}

type OutcomeChoice = SentReminder['outcome'] | 'all';

function OutcomeFilter({
  outcome,
  onChange,
}: {
  outcome: SentReminder['outcome'] | undefined;
  onChange: (outcome: SentReminder['outcome'] | undefined) => void;
}) {
  const { t } = useTranslation();
  const isNarrow = useIsNarrow();
  const options = [
    { value: 'all' as OutcomeChoice, label: t('app.all') },
    ...outcomes.map((value) => ({ value: value as OutcomeChoice, label: t(`vocabulary.outcomes.${value}`) })),
  ];
  const choose = (next: OutcomeChoice) => onChange(next === 'all' ? undefined : next);
  return isNarrow ? (
    <Select aria-label={t('reminder.outcome')} value={outcome ?? 'all'} options={options} onChange={choose} />
  ) : (
    <Segmented aria-label={t('reminder.outcome')} value={outcome ?? 'all'} options={options} onChange={choose} />
  );
}

function SentList({ rows }: { rows: readonly SentReminder[] }) {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <DataList
      label={t('reminder.sentTitle')}
      rows={rows}
      columns={useSentColumns()}
      rowKey={({ key }) => key}
      groupOf={({ recordedAt }) => dates.day(dateOf(recordedAt))}
    />
  );
}
