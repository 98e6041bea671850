import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './batch-bar.module.css';

interface BatchBarProps {
  readonly label: string;
  /** How many rows are chosen; the bar is there while there is one. */
  readonly count: number;
  readonly onClear: () => void;
  /** What can be done with the chosen ones. */
  readonly children: ReactNode;
}

/** What can be done with the rows chosen in a list; it stays in sight while one scrolls. */
export function BatchBar({ label, count, onClear, children }: BatchBarProps) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <section className={`${styles.batch} not-printed`} aria-label={label}>
      <span role="status">{t('supervision.selected', { count })}</span>
      <Button onClick={onClear}>{t('supervision.clear')}</Button>
      {children}
    </section>
  );
}
