import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** Nothing here, and what to do next. */
export function EmptyState({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      <p className={styles.text}>{text}</p>
      {children !== undefined && <div className={styles.next}>{children}</div>}
    </div>
  );
}
