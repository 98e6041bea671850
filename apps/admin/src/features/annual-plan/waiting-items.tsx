import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/page';
import type { Plan, Rehearsal } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useWords } from '../../lib/use-words';
import styles from './plan.module.css';

interface WaitingItemsProps {
  readonly items: Plan['items'];
  readonly waiting: Rehearsal['waiting'];
  readonly year: number;
}

/** Items without dates, because nobody knows the day they hang on; and where to enter that day. */
export function WaitingItems({ items, waiting, year }: WaitingItemsProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { committee } = useHere();
  if (waiting.length === 0) return null;
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  return (
    <Section
      title={t('annualPlan.waiting', { count: waiting.length })}
      note={t('annualPlan.waitingText')}
      actions={<Link {...urls.calendar(committee.id, year)}>{t('annualPlan.setAnchors')}</Link>}
    >
      <ul className={styles.waiting}>
        {waiting.map(({ itemId, anchor }) => (
          <li key={itemId}>
            {titles.get(itemId)}{' '}
            <span className={styles.aside}>{t('annualPlan.waits', { anchor: words.anchor(anchor) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
