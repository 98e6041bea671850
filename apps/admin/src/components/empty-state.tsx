import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  readonly title: string;
  readonly text: string;
  /** When nothing else is on the page, its title is the page's. */
  readonly isPage?: boolean;
  readonly children?: ReactNode;
}

/** Nothing here, and what to do next. */
export function EmptyState({ title, text, isPage = false, children }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {isPage ? <h1>{title}</h1> : <p className={styles.title}>{title}</p>}
      <p className={styles.text}>{text}</p>
      {children !== undefined && <div className={styles.next}>{children}</div>}
    </div>
  );
}
