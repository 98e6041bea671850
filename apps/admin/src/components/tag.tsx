import type { ReactNode } from 'react';
import styles from './tag.module.css';

/** A small word beside another: a kind, a state, "provisional". Carries no colour of a traffic light. */
export function Tag({
  children,
  tone = 'plain',
}: {
  children: ReactNode;
  tone?: 'plain' | 'accent' | 'yellow' | 'red';
}) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}
