import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { ExportButton } from '../../components/export-button';
import { useListColumns } from '../../components/list-columns';
import { ListFoot } from '../../components/list-foot';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { SavedViews } from '../../components/saved-views';
import { TaskList, useTaskColumns } from '../../components/task-list';
import { api, client, type Task } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { type TaskSearch, urls } from '../../lib/urls';
import { useWords } from '../../lib/use-words';
import styles from './task.module.css';
import { TaskBatch } from './task-batch';
import { TaskFilters } from './task-filters';

const route = getRouteApi('/signed-in/c/$committeeId/tasks');
const PAGE_SIZE = 50;

/** The committee's tasks and one's own; every filter is in the address, so a list can be sent to a colleague. */
export function TaskListPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const { readsWork } = useReach();
  const search = route.useSearch();
  const whose = readsWork ? (search.whose ?? 'committee') : 'mine';
  const narrow = (change: Partial<TaskSearch>) =>
    void navigate({ ...urls.tasks(committee.id, { ...search, page: undefined, ...change }), replace: true });
  return (
    <Page
      title={t('task.title')}
      actions={
        readsWork && (
          <Segmented
            aria-label={t('task.whose')}
            value={whose}
            options={[
              { value: 'committee', label: t('task.committee') },
              { value: 'mine', label: t('task.mine') },
            ]}
            onChange={(next) => narrow({ whose: next === 'committee' ? undefined : 'mine' })}
          />
        )
      }
    >
      {whose === 'mine' ? (
        <MyTasks search={search} onNarrow={narrow} />
      ) : (
        <CommitteeTasks search={search} onNarrow={narrow} />
      )}
    </Page>
  );
}

interface ListProps {
  readonly search: TaskSearch;
  onNarrow(change: Partial<TaskSearch>): void;
}

function MyTasks({ search, onNarrow }: ListProps) {
  const { t } = useTranslation();
  const status = search.status === 'done' ? 'done' : 'open';
  const query = useQuery(api.task.mine.queryOptions({ input: { status } }));
  return (
    <Section flush>
      <div className={styles.filters}>
        <Segmented<'open' | 'done'>
          aria-label={t('task.status')}
          value={status}
          options={(['open', 'done'] as const).map((value) => ({
            value,
            label: t(`vocabulary.taskStatuses.${value}`),
          }))}
          onChange={(next) => onNarrow({ status: next === 'open' ? undefined : next })}
        />
      </div>
      <QueryView query={query}>
        {(tasks) =>
          tasks.length === 0 ? (
            <EmptyState
              title={status === 'open' ? t('task.emptyMine') : t('task.emptyDone')}
              text={t('task.emptyMineText')}
            />
          ) : (
            <TaskList label={t('task.mine')} tasks={tasks} />
          )
        }
      </QueryView>
    </Section>
  );
}

function CommitteeTasks({ search, onNarrow }: ListProps) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const { light, category, status = 'open', page = 1 } = search;
  const input = { committeeId: committee.id, status, light, category, search: search.search };
  const query = useQuery(
    api.task.list.queryOptions({
      input: { ...input, page, pageSize: PAGE_SIZE },
      placeholderData: keepPreviousData,
    }),
  );
  const words = useWords();
  const { isStaff, isLeader } = useReach();
  const mayAct = isStaff || isLeader;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const columns = useListColumns('tasks', useTaskColumns({ hasProgress: true }));
  const selection = {
    selected,
    label: ({ title, holder }: Task) => t('task.select', { title, holder: words.holder(holder) }),
    onChange: setSelected,
  };
  const isFiltered = light !== undefined || category !== undefined || search.search !== undefined || status !== 'open';
  return (
    <Section flush>
      <TaskFilters search={search} onNarrow={onNarrow}>
        <SavedViews
          list="tasks"
          search={{ light, category, search: search.search, status: search.status }}
          onShow={onNarrow}
        />
        {columns.chooser}
        <ExportButton
          name={`${committee.name}${t('task.exportName')}${committee.today}`}
          columns={columns.shown}
          readPage={(wanted, pageSize) => client.task.list({ ...input, page: wanted, pageSize })}
        />
      </TaskFilters>
      <QueryView query={query} rows={8}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            isFiltered ? (
              <EmptyState title={t('task.emptyFiltered')} text={t('task.emptyFilteredText')} />
            ) : (
              <EmptyState title={t('task.empty')} text={t('task.emptyText')}>
                <Link {...urls.plans(committee.id)}>{t('task.emptyPlans')}</Link>
              </EmptyState>
            )
          ) : (
            <>
              <TaskList
                label={t('task.committee')}
                tasks={rows}
                columns={columns.shown}
                {...(mayAct ? { selection } : {})}
              />
              <ListFoot
                label={t('task.total', { count: total })}
                total={total}
                page={page}
                pageSize={PAGE_SIZE}
                onPage={(next) => onNarrow({ page: next })}
              />
              <TaskBatch tasks={rows.filter(({ id }) => selected.has(id))} onClear={() => setSelected(new Set())} />
            </>
          )
        }
      </QueryView>
    </Section>
  );
}
