import type { ReactNode } from 'react';
import { useTitle } from '../lib/use-title';
import styles from './page.module.css';

interface PageProps {
  readonly title: string;
  /** For the window's title when the heading itself is a sentence. */
  readonly shortTitle?: string;
  /** One line above the title: where this page hangs. */
  readonly above?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** A page that is a sheet itself is printed without its heading. */
  readonly isHeaderPrinted?: boolean;
  readonly children: ReactNode;
}

/** A page: its title (also the window's), its actions, its sections. */
export function Page({ title, shortTitle, above, lead, actions, isHeaderPrinted = true, children }: PageProps) {
  useTitle(shortTitle ?? title);
  return (
    <div className={styles.page}>
      <header className={isHeaderPrinted ? styles.header : `${styles.header} not-printed`}>
        <div className={styles.heading}>
          {above !== undefined && <div className={styles.above}>{above}</div>}
          <h1>{title}</h1>
          {lead !== undefined && <div className={styles.lead}>{lead}</div>}
        </div>
        {actions !== undefined && <div className={`${styles.actions} not-printed`}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title?: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  /** Tables and lists reach the edges of their sheet. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** One sheet of a page. */
export function Section({ title, note, actions, flush = false, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      {(title !== undefined || actions !== undefined) && (
        <div className={styles.sectionHeader}>
          <div>
            {title !== undefined && <h2>{title}</h2>}
            {note !== undefined && <p className={styles.note}>{note}</p>}
          </div>
          {actions !== undefined && <div className={`${styles.actions} not-printed`}>{actions}</div>}
        </div>
      )}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  );
}
