import { keepPreviousData, useQuery } from '@tanstack/react-query';
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
import { HandOverDialog, useHandOverWords } from './hand-over-dialog';
import { HandOverList } from './hand-over-list';
import { AlongWith, Cautions } from './hand-over-reach';

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
  const input = { committeeId: committee.id, fromAccountId: from, toAccountId: to, taskIds: null };
  const query = useQuery(api.task.previewHandOver.queryOptions({ input, retry: false }));
  if (query.error !== null) return <FailureNotice error={query.error} />;
  if (query.data === undefined) return null;
  return (
    <>
      <Cautions preview={query.data} />
      <Section title={t('handOver.what', { from: query.data.fromName, to: query.data.toName })} flush>
        <Duties
          key={query.data.tasks.map(({ id }) => id).join()}
          everything={query.data}
          people={{ fromAccountId: from, toAccountId: to }}
        />
      </Section>
    </>
  );
}

interface DutiesProps {
  readonly everything: HandOverPreview;
  readonly people: { readonly fromAccountId: string; readonly toAccountId: string };
}

/** The duties to choose from, and what goes along with those chosen, as the server says it. */
function Duties({ everything, people }: DutiesProps) {
  const { t } = useTranslation();
  const words = useHandOverWords();
  const { committee } = useHere();
  const { tasks } = everything;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(tasks.map(({ id }) => id)));
  const [isAsking, setIsAsking] = useState(false);
  const isAll = selected.size === tasks.length;
  const taskIds = isAll ? null : [...selected];
  const ofChosen = useQuery(
    api.task.previewHandOver.queryOptions({
      input: { committeeId: committee.id, ...people, taskIds },
      enabled: taskIds !== null && taskIds.length > 0,
      placeholderData: keepPreviousData,
    }),
  );
  const preview = isAll ? everything : selected.size === 0 ? null : (ofChosen.data ?? null);
  const isSettled = isAll || !ofChosen.isPlaceholderData;
  const columns: Column<Task>[] = [
    { key: 'item', title: t('task.item'), cell: (task) => <TaskTitle task={task} /> },
    { key: 'due', title: t('task.due'), width: '14rem', cell: (task) => <DueCell task={task} /> },
  ];
  if (isEmpty(everything)) return <p className={styles.note}>{t('handOver.nothing')}</p>;
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
      {preview !== null && <AlongWith preview={preview} />}
      <div className={styles.foot}>
        <p className={styles.quiet} role="status">
          {preview === null ? t('handOver.some', { count: 0 }) : words(preview, isAll)}
        </p>
        <Button type="primary" disabled={preview === null || !isSettled} onClick={() => setIsAsking(true)}>
          {t('handOver.do')}
        </Button>
      </div>
      {isAsking && preview !== null && (
        <HandOverDialog preview={preview} people={people} taskIds={taskIds} onClose={() => setIsAsking(false)} />
      )}
    </>
  );
}

const isEmpty = ({ tasks, cases, items, led }: HandOverPreview) =>
  tasks.length + cases.length + items.length + led.length === 0;
