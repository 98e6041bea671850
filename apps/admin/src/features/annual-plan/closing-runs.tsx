import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { Section } from '../../components/page';
import { Tag } from '../../components/tag';
import type { PlanClosing } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import styles from './plan.module.css';

type Run = PlanClosing['owed'][number];

/** What every list of runs begins with: which matter, of what time, by when, in whose hands. */
export function useRunColumns(): Column<Run>[] {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const { committee } = useHere();
  return [
    {
      key: 'title',
      title: t('annualPlan.occurrence'),
      cell: ({ instanceId, title, key }) => (
        <>
          <Link {...urls.case(committee.id, instanceId)}>{title}</Link>
          <div className={styles.aside}>{words.period(key)}</div>
        </>
      ),
    },
    { key: 'due', title: t('annualPlan.due'), width: '9rem', cell: ({ dueOn }) => dates.day(dueOn) },
    {
      key: 'holder',
      title: t('annualPlan.closing.holder'),
      width: '7rem',
      cell: ({ responsibleName }) => responsibleName ?? t('annualPlan.closing.nobody'),
    },
  ];
}

/** What is on record as not done, each with its reason. */
export function NotDoneRuns({ closing: { notDone, isClosed } }: { closing: PlanClosing }) {
  const { t } = useTranslation();
  const dates = useDates();
  const shared = useRunColumns();
  const columns: Column<PlanClosing['notDone'][number]>[] = [
    ...shared,
    {
      key: 'reason',
      title: t('annualPlan.closing.reason'),
      cell: ({ reason, byName, at }) => (
        <>
          {reason ?? t('annualPlan.closing.noReason')}
          {at !== null && (
            <div className={styles.aside}>{[byName ?? t('app.system'), dates.moment(at)].join(t('app.comma'))}</div>
          )}
        </>
      ),
    },
  ];
  const title = t('annualPlan.closing.notDone', { count: notDone.length });
  if (notDone.length === 0) {
    if (!isClosed) return null;
    return (
      <Section title={title}>
        <p>{t('annualPlan.closing.allDone')}</p>
      </Section>
    );
  }
  return (
    <Section title={title} flush>
      <DataList label={title} rows={notDone} columns={columns} rowKey={({ instanceId }) => instanceId} />
    </Section>
  );
}

/** What was held and still lacks its report or what else follows. */
export function OwedRuns({ closing: { owed } }: { closing: PlanClosing }) {
  const { t } = useTranslation();
  const words = useWords();
  const shared = useRunColumns();
  if (owed.length === 0) return null;
  const columns: Column<Run>[] = [
    ...shared,
    {
      key: 'state',
      title: t('annualPlan.state'),
      width: '9rem',
      cell: ({ workflow, state }) => <Tag>{words.state(workflow, state)}</Tag>,
    },
  ];
  const title = t('annualPlan.closing.owed', { count: owed.length });
  return (
    <Section title={title} note={t('annualPlan.closing.owedText')} flush>
      <DataList label={title} rows={owed} columns={columns} rowKey={({ instanceId }) => instanceId} />
    </Section>
  );
}
