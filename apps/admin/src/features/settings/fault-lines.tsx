import { useTranslation } from 'react-i18next';
import type { FaultsByPlace } from './rules-draft';
import styles from './settings.module.css';

/** What is wrong in one place, a sentence each; nothing while nothing is. */
export function FaultLines({ id, faults, place }: { id?: string; faults: FaultsByPlace; place: string }) {
  const { t } = useTranslation();
  const codes = faults.get(place) ?? [];
  if (codes.length === 0) return null;
  return (
    <div id={id} className={styles.faults}>
      {codes.map((code) => (
        <p key={code}>{t(`settings.rules.faults.${code}`)}</p>
      ))}
    </div>
  );
}
