import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../components/tag';
import { api, type Cadence, type Understood } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { useDates } from '../../lib/use-dates';
import { useFailureText } from '../../lib/use-failure-text';
import { useSettled } from '../../lib/use-settled';
import { useWords } from '../../lib/use-words';
import styles from './plan.module.css';

const TYPING_MS = 350;
const SHOWN = 12;

/** What the server makes of a cadence while it is still being chosen: its dates, or what is wrong with it. */
export function UnderstoodCadence({
  planId,
  cadence,
  times,
}: {
  planId: string;
  cadence: Cadence | null;
  times: number;
}) {
  const { t } = useTranslation();
  const sentence = useFailureText();
  const { committee } = useHere();
  const asked = useSettled(cadence === null ? null : { cadence, times }, TYPING_MS);
  const query = useQuery({
    ...api.annualPlan.understandCadence.queryOptions({
      input: {
        committeeId: committee.id,
        planId,
        ...(asked ?? { cadence: { kind: 'each', unit: 'quarter' }, times: 1 }),
      },
      placeholderData: keepPreviousData,
    }),
    enabled: asked !== null,
  });
  return (
    <section className={styles.understood} aria-label={t('annualPlan.understood')} aria-live="polite">
      {asked === null ? (
        <p>{t('annualPlan.dateMissing')}</p>
      ) : query.isError ? (
        <p>{sentence(failureOf(query.error))}</p>
      ) : query.data === undefined ? (
        <Skeleton active title={false} paragraph={{ rows: 1 }} />
      ) : (
        <Meaning understood={query.data} times={times} />
      )}
    </section>
  );
}

function Meaning({ understood, times }: { understood: Understood; times: number }) {
  const { words: said, runs, waitingFor } = understood;
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const [first, ...others] = runs;
  const isAllProvisional = runs.every(({ dueReason }) => dueReason.provisional);
  return (
    <>
      <p>
        <b>{words.cadence(said)}</b>
      </p>
      {waitingFor !== null && <p>{t('annualPlan.waits', { anchor: words.anchor(waitingFor) })}</p>}
      {first !== undefined && (
        <p className={styles.aside}>
          {others.length === 0
            ? t('annualPlan.once', { window: dates.range(first.fromOn, first.toOn) })
            : times > 1
              ? t('annualPlan.runsOfTimes', { count: runs.length, times })
              : t('annualPlan.runs', { count: runs.length })}
        </p>
      )}
      <ul className={styles.runs}>
        {runs.slice(0, SHOWN).map(({ key, dueOn, dueReason }) => (
          <li key={key}>
            {dates.day(dueOn)}
            {dueReason.provisional && !isAllProvisional && <Tag tone="yellow">{t('annualPlan.provisional')}</Tag>}
          </li>
        ))}
        {runs.length > SHOWN && <li>{t('annualPlan.andMore', { count: runs.length - SHOWN })}</li>}
      </ul>
      {first !== undefined && isAllProvisional && <p className={styles.aside}>{t('annualPlan.allProvisional')}</p>}
    </>
  );
}
