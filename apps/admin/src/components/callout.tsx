import type { ReactNode } from 'react';
import styles from './callout.module.css';

export type Tone = 'plain' | 'red' | 'yellow' | 'accent';

/** A passage that stands out from the page: an error, a question, a note. */
export function Callout({ tone, role, children }: { tone: Tone; role?: 'alert' | 'note'; children: ReactNode }) {
  return (
    <div className={`${styles.callout} ${styles[tone]}`} role={role}>
      {children}
    </div>
  );
}
