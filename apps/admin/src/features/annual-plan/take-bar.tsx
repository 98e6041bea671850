import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isReady, isWaiting, type ReadDesk } from './read-entries';
import styles from './reading.module.css';

interface TakeBarProps {
  readonly desk: ReadDesk;
  readonly isPending: boolean;
  onTake(): void;
  /** Everything that waits is to be done within the year. */
  onWholeYear(): void;
  onPick(key: string): void;
}

/** What the act will do, said before it is done: so many go in, these wait for a time. */
export function TakeBar({ desk, isPending, onTake, onWholeYear, onPick }: TakeBarProps) {
  const { t } = useTranslation();
  const ready = desk.entries.filter(isReady);
  const waiting = desk.entries.filter(isWaiting);
  if (desk.entries.every(({ isTaken }) => isTaken)) return null;
  return (
    <div className={styles.bar}>
      <div className={styles.barText}>
        <p role="status">
          {(ready.length > 0 || waiting.length === 0) && t('annualPlan.reading.willTake', { count: ready.length })}
          {waiting.length > 0 &&
            t(`annualPlan.reading.${ready.length > 0 ? 'willWait' : 'allWait'}`, { count: waiting.length })}
        </p>
        {waiting.length > 0 && (
          <ul className={styles.waiting}>
            {waiting.map(({ key, draft }) => (
              <li key={key}>
                <button type="button" className={styles.jump} onClick={() => onPick(key)}>
                  {draft.title}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className={styles.choices}>
        {waiting.length > 1 && (
          <Button onClick={onWholeYear}>{t('annualPlan.reading.allWholeYear', { count: waiting.length })}</Button>
        )}
        <Button type="primary" loading={isPending} disabled={ready.length === 0} onClick={onTake}>
          {t('annualPlan.reading.takeAll', { count: ready.length })}
        </Button>
      </div>
    </div>
  );
}
