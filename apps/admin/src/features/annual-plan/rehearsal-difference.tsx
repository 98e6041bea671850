import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/page';
import { api, type RehearsalDifference as Difference, type Plan } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import styles from './rehearsal.module.css';

const SHOWN = 20;

/** What the last edits changed: this rehearsal beside the one before that differed. Only those who edit are told. */
export function RehearsalDifference({ plan }: { plan: Plan }) {
  const { committee } = useHere();
  const { isStaff } = useReach();
  const query = useQuery({
    ...api.annualPlan.keepRehearsal.queryOptions({ input: { committeeId: committee.id, planId: plan.id } }),
    enabled: isStaff,
  });
  if (query.data === undefined || query.data.comparedWith === null) return null;
  return <DifferenceView difference={query.data} comparedWith={query.data.comparedWith} />;
}

function DifferenceView({
  difference: { tasks, messages, changes },
  comparedWith,
}: {
  difference: Difference;
  comparedWith: NonNullable<Difference['comparedWith']>;
}) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  return (
    <Section
      title={t('annualPlan.rehearsal.difference')}
      note={t('annualPlan.rehearsal.comparedWith', { at: dates.moment(comparedWith.at), name: comparedWith.byName })}
    >
      <p>
        {t('annualPlan.rehearsal.figures', {
          tasksBefore: tasks.before,
          tasks: tasks.after,
          messagesBefore: messages.before,
          messages: messages.after,
        })}
      </p>
      <ul className={styles.clashes}>
        {changes.slice(0, SHOWN).map(({ change, title, key, from, to }) => (
          <li key={`${change} ${title} ${key}`}>
            {title}({words.period(key)}){t('app.colon')}
            {t(`vocabulary.changes.${change}`)}{' '}
            {[from, to].flatMap((on) => (on === null ? [] : [dates.day(on)])).join(' → ')}
          </li>
        ))}
        {changes.length > SHOWN && <li>{t('annualPlan.andMore', { count: changes.length - SHOWN })}</li>}
      </ul>
    </Section>
  );
}
