import { lazy, Suspense } from 'react';
import styles from './data-list.module.css';

const ListPages = lazy(() => import('./list-pages').then((pages) => ({ default: pages.ListPages })));

interface ListFootProps {
  /** "48 people", ready to be read: how many there are in all. */
  readonly label: string;
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  onPage(page: number): void;
}

/** Below a list: how many there are, said aloud when it changes, and the way to the other pages if there are any. */
export function ListFoot({ label, total, page, pageSize, onPage }: ListFootProps) {
  return (
    <div className={styles.foot}>
      <span role="status">{label}</span>
      {total > pageSize && (
        <Suspense fallback={null}>
          <ListPages total={total} page={page} pageSize={pageSize} onPage={onPage} />
        </Suspense>
      )}
    </div>
  );
}
