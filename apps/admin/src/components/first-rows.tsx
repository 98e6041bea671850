import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './data-list.module.css';

const FIRST = 50;

/** The first rows of a long list; the others when they are asked for, or when the page is printed by someone who did. */
export function useFirstRows<Row>(rows: readonly Row[], first = FIRST) {
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? rows : rows.slice(0, first);
  return { shown, hidden: rows.length - shown.length, showAll: () => setIsAll(true) };
}

/** Says how many rows are not shown yet, and shows them. */
export function ShowMore({ hidden, onShowAll }: { hidden: number; onShowAll: () => void }) {
  const { t } = useTranslation();
  if (hidden === 0) return null;
  return (
    <p className={styles.more}>
      <Button onClick={onShowAll}>{t('app.showAll', { count: hidden })}</Button>
    </p>
  );
}
