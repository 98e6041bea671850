import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LightChip } from '../../components/light-chip';
import { Section } from '../../components/page';
import { TaskList } from '../../components/task-list';
import type { Board } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import styles from './home.module.css';

/** How many late tasks the first page shows; the board has all of them. */
export const MOST_LATE_SHOWN = 8;

/** What is late and who holds it; the whole story is on the supervision board. */
export function LateSection({ board }: { board: Board }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const lights = (
    <ul className={styles.lights} aria-label={t('supervision.lights')}>
      {board.lights
        .filter(({ count }) => count > 0)
        .map((light) => (
          <li key={`${light.meaning} ${light.colour}`}>
            <LightChip light={light} count={light.count} />
          </li>
        ))}
    </ul>
  );
  return (
    <Section title={t('home.lateTitle')} flush actions={lights}>
      {board.late.length === 0 ? (
        <p className={styles.padded}>{t('home.lateNoneText')}</p>
      ) : (
        <>
          <TaskList label={t('home.lateTitle')} tasks={board.late.slice(0, MOST_LATE_SHOWN)} />
          <p className={styles.padded}>
            <Link {...urls.supervision(committee.id)}>{t('home.allLate')}</Link>
          </p>
        </>
      )}
    </Section>
  );
}
