import { useTranslation } from 'react-i18next';
import styles from './progress.module.css';

/** Pieces done of pieces owed, as marks that can be counted while they are few. */
export function Progress({ progress, target }: { progress: number; target: number }) {
  const { t } = useTranslation();
  const done = Math.min(progress, target);
  return (
    <span className={styles.progress} role="img" aria-label={t('task.progressLabel', { progress, target })}>
      {target <= 12 && (
        <span className={styles.marks} aria-hidden="true">
          {Array.from({ length: target }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: marks have no identity
            <span key={index} className={index < done ? styles.full : styles.open} />
          ))}
        </span>
      )}
      <span aria-hidden="true">{t('task.progressOf', { progress, target })}</span>
    </span>
  );
}
