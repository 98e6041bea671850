import { useTranslation } from 'react-i18next';
import type { Light, LightMeaning } from '../lib/api';
import styles from './light-chip.module.css';

// What a light says has its own shape: read in black and white, by a colour-blind reader, on paper.
const shapes: Readonly<Record<LightMeaning, string>> = {
  'not-started': 'M8 3.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 0 0 0-9.6zm0 1.8a3 3 0 1 1 0 6a3 3 0 0 1 0-6z',
  'on-course': 'M8 3.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 0 0 0-9.6z',
  remind: 'M3.2 3.2h9.6v9.6H3.2z',
  'near-due': 'M8 2.5l6 10.5H2z',
  warn: 'M4.6 2.2h6.8L14.8 8l-3.4 5.8H4.6L1.2 8z',
  overdue: 'M8 1.8l6.2 6.2L8 14.2 1.8 8z',
  'long-overdue': 'M8 .8l7.2 7.2L8 15.2.8 8zm0 4.4L5.2 8 8 10.8 10.8 8z',
  done: 'M6.5 12.6L2.3 8.4l1.5-1.5 2.7 2.7 5.7-5.7 1.5 1.5z',
  paused: 'M4 3h3v10H4zM9 3h3v10H9z',
  cancelled: 'M4.3 2.9L8 6.6l3.7-3.7 1.4 1.4L9.4 8l3.7 3.7-1.4 1.4L8 9.4l-3.7 3.7-1.4-1.4L6.6 8 2.9 4.3z',
};

/** A traffic light: shape, word, and only then the colour the committee gives it. */
export function LightChip({ light, count }: { light: Light; count?: number }) {
  const { t } = useTranslation();
  return (
    <span className={`${styles.chip} ${styles[light.colour]}`}>
      <svg width="12" height="12" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={shapes[light.meaning]} fill="currentColor" fillRule="evenodd" />
      </svg>
      {t(`vocabulary.lights.${light.meaning}`)}
      {count !== undefined && <b className={styles.count}>{count}</b>}
    </span>
  );
}
