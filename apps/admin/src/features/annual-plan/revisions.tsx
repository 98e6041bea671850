import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateMoves } from '../../components/date-moves';
import { Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api, type Plan, type Revision } from '../../lib/api';
import { useHere } from '../../lib/here';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import styles from './plan.module.css';

/** What was published when, by whom and why, and what each amendment changed. */
export function Revisions({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const query = useQuery(
    api.annualPlan.revisions.queryOptions({ input: { committeeId: committee.id, planId: plan.id } }),
  );
  return (
    <Section title={t('annualPlan.revisions')}>
      <QueryView query={query} rows={2}>
        {(revisions) => (
          <ol className={styles.revisions}>
            {revisions.map((revision) => (
              <RevisionLine key={revision.revision} revision={revision} />
            ))}
          </ol>
        )}
      </QueryView>
    </Section>
  );
}

function RevisionLine({ revision }: { revision: Revision }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const { publishedAt, byName, reason, itemCount, changes } = revision;
  return (
    <li>
      <p>
        <b>
          {reason === null ? t('annualPlan.firstRevision') : t('annualPlan.revision', { number: revision.revision })}
        </b>{' '}
        <span className={styles.aside}>
          {[byName ?? t('app.system'), dates.moment(publishedAt), t('annualPlan.items', { count: itemCount })].join(
            t('app.comma'),
          )}
        </span>
      </p>
      {reason !== null && <p>{t('annualPlan.revisionReason', { reason: words.reason(reason) })}</p>}
      {changes.length > 0 && (
        <details className={styles.changes}>
          <summary>{t('annualPlan.amendment.changes', { count: changes.length })}</summary>
          <DateMoves moves={changes} />
        </details>
      )}
    </li>
  );
}
