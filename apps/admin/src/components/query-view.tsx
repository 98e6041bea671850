import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from './failure-notice';
import { Page } from './page';

interface QueryViewProps<Data> {
  readonly query: UseQueryResult<Data, unknown>;
  readonly rows?: number;
  children(data: Data): ReactNode;
}

/** What a read has brought, or that it is on its way, or why it did not come. Old data stays while new data loads. */
export function QueryView<Data>({ query, rows = 4, children }: QueryViewProps<Data>) {
  const { t } = useTranslation();
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && <FailureNotice error={query.error} onRetry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    );
  }
  if (query.isError) return <FailureNotice error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div role="status" aria-label={t('app.loading')}>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  );
}

/** The same for a page that is nothing without what it reads: until then it is titled by its place. */
export function PageQueryView<Data>({ title, query, rows, children }: QueryViewProps<Data> & { title: string }) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  return (
    <Page title={title}>
      <QueryView query={query} rows={rows}>
        {children}
      </QueryView>
    </Page>
  );
}
