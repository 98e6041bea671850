import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { DueCell } from '../../components/due-date';
import { FailureNotice } from '../../components/failure-notice';
import { Page, Section } from '../../components/page';
import { PersonField } from '../../components/people-fields';
import { TaskTitle } from '../../components/task-title';
import { api, type HandOverPreview, type Task } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import styles from './hand-over.module.css';
import { HandOverDialog } from './hand-over-dialog';
import { HandOverList } from './hand-over-list';

const route = getRouteApi('/signed-in/c/$committeeId/hand-over');

/** 工作交接: a person's open duties go to another. Who to whom, what exactly, then done whole; earlier ones below. */
export function HandOverPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const { from = null, to = null } = route.useSearch();
  const choose = (change: { from?: string | null; to?: string | null }) => {
    const next = { from, to, ...change };
    void navigate({ ...urls.handOver(committee.id, next.from, next.to), replace: true });
  };
  return (
    <Page
      title={t('handOver.title')}
      above={<Link {...urls.settings(committee.id)}>{t('settings.title')}</Link>}
      lead={t('handOver.lead')}
    >
      <Section title={t('handOver.who')}>
        <div className={styles.people}>
          <PersonField
            label={t('handOver.from')}
            nobody={t('handOver.choose')}
            hasFormer
            value={from}
            error={null}
            onChange={(accountId) => choose({ from: accountId })}
          />
          <PersonField
            label={t('handOver.to')}
            nobody={t('handOver.choose')}
            value={to}
            error={null}
            onChange={(accountId) => choose({ to: accountId })}
          />
        </div>
      </Section>
      {from !== null && to !== null && <Preview key={`${from} ${to}`} from={from} to={to} />}
      <HandOverList />
    </Page>
  );
}

/** What would go, before anything does: every duty, all chosen at first. */
function Preview({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const input = { committeeId: committee.id, fromAccountId: from, toAccountId: to };
  const query = useQuery(api.task.previewHandOver.queryOptions({ input, retry: false }));
  if (query.error !== null) return <FailureNotice error={query.error} />;
  if (query.data === undefined) return null;
  return (
    <Section title={t('handOver.what', { from: query.data.fromName, to: query.data.toName })} flush>
      <Duties key={query.dataUpdatedAt} preview={query.data} from={from} to={to} />
    </Section>
  );
}

function Duties({ preview, from, to }: { preview: HandOverPreview; from: string; to: string }) {
  const { t } = useTranslation();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(preview.tasks.map(({ id }) => id)));
  const [isAsking, setIsAsking] = useState(false);
  const { tasks, cases } = preview;
  const isAll = selected.size === tasks.length;
  const columns: Column<Task>[] = [
    { key: 'item', title: t('task.item'), cell: (task) => <TaskTitle task={task} /> },
    { key: 'due', title: t('task.due'), width: '14rem', cell: (task) => <DueCell task={task} /> },
  ];
  if (tasks.length === 0 && cases === 0) return <p className={styles.note}>{t('handOver.nothing')}</p>;
  return (
    <>
      {tasks.length > 0 && (
        <DataList
          label={t('handOver.duties')}
          rows={tasks}
          columns={columns}
          rowKey={({ id }) => id}
          selection={{
            selected,
            label: ({ title }) => t('supervision.select', { title }),
            onChange: setSelected,
          }}
        />
      )}
      <div className={styles.foot}>
        <p className={styles.quiet} role="status">
          {isAll ? t('handOver.all', { count: tasks.length, cases }) : t('handOver.some', { count: selected.size })}
        </p>
        <Button type="primary" disabled={!isAll && selected.size === 0} onClick={() => setIsAsking(true)}>
          {t('handOver.do')}
        </Button>
      </div>
      {isAsking && (
        <HandOverDialog
          preview={preview}
          people={{ fromAccountId: from, toAccountId: to }}
          taskIds={isAll ? null : [...selected]}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
