import { useTranslation } from 'react-i18next';
import styles from './reading.module.css';

const keys = [
  ['J', 'next'],
  ['K', 'previous'],
  ['Enter', 'edit'],
  ['Space', 'tick'],
  ['O', 'open'],
  ['L', 'leftOut'],
  ['Esc', 'close'],
] as const;

/** The keys of the page, always in sight; a telephone has none. */
export function ReadingKeys() {
  const { t } = useTranslation();
  return (
    <span className={styles.legend}>
      {keys.map(([key, act]) => (
        <span key={key}>
          <kbd>{key === 'Space' ? t('annualPlan.reading.keys.space') : key}</kbd> {t(`annualPlan.reading.keys.${act}`)}
        </span>
      ))}
    </span>
  );
}
