import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { type Column, DataList } from '../../components/data-list';
import { EmptyState } from '../../components/empty-state';
import { ExportButton } from '../../components/export-button';
import { ListFoot } from '../../components/list-foot';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api, client, type OutsideMessage } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import { MailState, useMailStateText } from './mail-state';
import styles from './reminder.module.css';
import { ReminderViews } from './reminder-views';
import { SendAgainDialog } from './send-again-dialog';

const route = getRouteApi('/signed-in/c/$committeeId/reminders/mails');
const PAGE_SIZE = 50;
const states: readonly OutsideMessage['state'][] = [
  'failed',
  'in-doubt',
  'outbox',
  'waiting',
  'retrying',
  'sent',
  'dropped',
];
/** What a person may have sent again. */
const resendable: readonly OutsideMessage['state'][] = ['failed', 'in-doubt', 'outbox'];

/** 邮件: every message that was to leave by mail, with what became of it. */
export function MailsPage() {
  const { t } = useTranslation();
  const { committee } = useHere();
  const { isStaff, isAdministrator } = useReach();
  const { state, page = 1 } = route.useSearch();
  const navigate = useNavigate();
  const [sending, setSending] = useState<readonly OutsideMessage[] | null>(null);
  const show = (search: { state?: OutsideMessage['state']; page?: number }) =>
    void navigate({ ...urls.mails(committee.id), search, replace: true });
  const input = { committeeId: committee.id, state };
  const columns = useMailColumns();
  const query = useQuery(
    api.delivery.list.queryOptions({
      input: { ...input, page, pageSize: PAGE_SIZE },
      placeholderData: keepPreviousData,
    }),
  );
  const again = (query.data?.rows ?? []).filter((row) => resendable.includes(row.state));
  const mayResend =
    (isStaff || isAdministrator) && state !== undefined && resendable.includes(state) && again.length > 0;
  return (
    <Page title={t('delivery.title')} lead={t('delivery.lead')} actions={<ReminderViews view="mails" />}>
      <OutboxNote count={query.data?.counts.outbox ?? 0} />
      <Section flush>
        <div className={styles.filters}>
          <StateFilter state={state} counts={query.data?.counts} onChange={(next) => show({ state: next })} />
          {mayResend && (
            <Button onClick={() => setSending(again)}>
              {t(state === 'outbox' ? 'delivery.sendOutbox' : 'delivery.sendAgain')}
            </Button>
          )}
          <ExportButton
            name={`${committee.name}${t('delivery.title')}${committee.today}`}
            columns={columns}
            readPage={(wanted, pageSize) => client.delivery.list({ ...input, page: wanted, pageSize })}
          />
        </div>
        <QueryView query={query} rows={8}>
          {({ rows, total }) =>
            rows.length === 0 ? (
              <EmptyState
                title={state === undefined ? t('delivery.none') : t('delivery.noneFiltered')}
                text={state === undefined ? t('delivery.noneText') : t('delivery.noneFilteredText')}
              />
            ) : (
              <>
                <MailList rows={rows} />
                <ListFoot
                  label={t('delivery.total', { count: total })}
                  total={total}
                  page={page}
                  pageSize={PAGE_SIZE}
                  onPage={(next) => show({ state, page: next })}
                />
              </>
            )
          }
        </QueryView>
      </Section>
      {sending !== null && <SendAgainDialog messages={sending} onClose={() => setSending(null)} />}
    </Page>
  );
}

/** Without a mail server nothing is sent, and nothing pretends that it was. */
function OutboxNote({ count }: { count: number }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const health = useQuery(api.channel.health.queryOptions({ input: { committeeId: committee.id } }));
  if (count === 0 || health.data?.[0]?.isSetUp !== false) return null;
  return (
    <Callout tone="yellow" role="note">
      {t('delivery.inOutbox', { count })}
    </Callout>
  );
}

interface StateFilterProps {
  readonly state: OutsideMessage['state'] | undefined;
  readonly counts: Readonly<Record<OutsideMessage['state'], number>> | undefined;
  onChange(state: OutsideMessage['state'] | undefined): void;
}

function StateFilter({ state, counts, onChange }: StateFilterProps) {
  const { t } = useTranslation();
  return (
    <Select<OutsideMessage['state'] | 'all'>
      className={styles.state}
      aria-label={t('delivery.state')}
      value={state ?? 'all'}
      options={[
        { value: 'all', label: t('app.all') },
        ...states.map((value) => ({
          value,
          label: `${t(`delivery.states.${value}`)} ${counts?.[value] ?? ''}`.trim(),
        })),
      ]}
      onChange={(next) => onChange(next === 'all' ? undefined : next)}
    />
  );
}

function MailList({ rows }: { rows: readonly OutsideMessage[] }) {
  const { t } = useTranslation();
  return (
    <DataList
      label={t('delivery.title')}
      rows={rows}
      columns={useMailColumns()}
      rowKey={({ messageId }) => messageId}
    />
  );
}

/** What a mail is shown by, in the list and in its file. */
function useMailColumns(): Column<OutsideMessage>[] {
  const { t } = useTranslation();
  const dates = useDates();
  const { committee } = useHere();
  const stateText = useMailStateText();
  return [
    {
      key: 'item',
      title: t('delivery.item'),
      text: ({ titles, kind }) => `${titles.join(t('app.comma'))} · ${t(`delivery.kinds.${kind}`)}`,
      cell: ({ messageId, titles, kind }) => (
        <>
          <Link {...urls.mail(committee.id, messageId)} className={styles.title}>
            {titles.slice(0, 2).join(t('app.comma'))}
            {titles.length > 2 && ` +${titles.length - 2}`}
          </Link>
          <div className={styles.quiet}>{t(`delivery.kinds.${kind}`)}</div>
        </>
      ),
    },
    {
      key: 'person',
      title: t('delivery.person'),
      width: '16rem',
      text: ({ name, address }) => `${name} ${address ?? t('delivery.noAddress')}`,
      cell: ({ name, address }) => (
        <>
          {name}
          <div className={styles.quiet}>{address ?? t('delivery.noAddress')}</div>
        </>
      ),
    },
    {
      key: 'on',
      title: t('delivery.on'),
      width: '9rem',
      isUnbroken: true,
      text: ({ on }) => on,
      cell: ({ on }) => dates.day(on),
    },
    {
      key: 'state',
      title: t('delivery.state'),
      width: '18rem',
      onCard: 'top',
      text: stateText,
      cell: (row) => <MailState message={row} />,
    },
  ];
}
