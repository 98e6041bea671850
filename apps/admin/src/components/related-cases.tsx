import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../lib/api';
import { dateOf } from '../lib/dates';
import { urls } from '../lib/urls';
import { useDates } from '../lib/use-dates';
import { useWords } from '../lib/use-words';
import { Section } from './page';
import styles from './related-cases.module.css';
import { Tag } from './tag';

/** The urgings, slips and requests for leave that hang on a case, the latest first. Nothing where there are none. */
export function RelatedCases({ committeeId, view }: { committeeId: string; view: CaseView }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  if (view.children.length === 0) return null;
  return (
    <Section title={t('workflow.related')}>
      <ul className={styles.cases}>
        {view.children.map(({ instanceId, definition, addressee, state, openedAt }) => (
          <li key={instanceId}>
            <Link {...urls.case(committeeId, instanceId)}>
              {[words.definition(definition), words.addressee(addressee)].filter((part) => part !== null).join(' · ')}
            </Link>
            <Tag>{words.state(definition, state)}</Tag>
            <small>{dates.shortDay(dateOf(openedAt))}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
