import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { ShowMore, useFirstRows } from '../../components/first-rows';
import { api, type Plan } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useWords } from '../../lib/use-words';
import styles from './plan.module.css';

/** What is not settled yet in a plan that is about to go out: how much, which, and where it is mended. */
export function OpenMatters({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const words = useWords();
  const { committee } = useHere();
  const query = useQuery(
    api.annualPlan.openMatters.queryOptions({ input: { committeeId: committee.id, planId: plan.id } }),
  );
  const titles = new Map(plan.items.map(({ id, title }) => [id, title]));
  if (query.data === undefined) {
    // Where it cannot be looked up the step itself is not barred.
    return query.isError ? null : <p role="status">{t('annualPlan.openMatters.loading')}</p>;
  }
  const { waiting, provisional, placeholders } = query.data;
  // What members hand in has nobody else in charge.
  const unassigned = plan.items.filter(
    ({ responsibleAccountId, workflow }) => responsibleAccountId === null && workflow !== 'solicitation',
  );
  const count = waiting.length + provisional.length + unassigned.length + placeholders.length;
  if (count === 0) return null;
  const line = (itemId: string, aside: string) => ({ key: itemId, title: titles.get(itemId) ?? '', aside });
  return (
    <Callout tone="yellow" role="note">
      <div className={styles.openMatters}>
        <p>{t('annualPlan.openMatters.text')}</p>
        <Matters
          heading={t('annualPlan.openMatters.waiting', { count: waiting.length })}
          lines={waiting.map(({ itemId, anchor }) => line(itemId, words.anchor(anchor)))}
          way={<Link {...urls.calendar(committee.id, plan.year)}>{t('annualPlan.openMatters.setDays')}</Link>}
        />
        <Matters
          heading={t('annualPlan.openMatters.provisional', {
            count: provisional.reduce((sum, { dates }) => sum + dates, 0),
            items: provisional.length,
          })}
          lines={provisional.map(({ itemId, dates, of }) =>
            line(itemId, t('annualPlan.openMatters.ofDates', { dates, of })),
          )}
          way={<Link {...urls.rehearsal(committee.id, plan.id)}>{t('annualPlan.openMatters.seeDates')}</Link>}
        />
        <Matters
          heading={t('annualPlan.openMatters.unassigned', { count: unassigned.length })}
          lines={unassigned.map(({ id }) => line(id, ''))}
        />
        <Matters
          heading={t('annualPlan.openMatters.placeholders', { count: placeholders.length })}
          lines={placeholders.map(({ itemId, texts }) => line(itemId, texts.join(t('app.comma'))))}
        />
      </div>
    </Callout>
  );
}

interface MattersProps {
  readonly heading: string;
  readonly lines: readonly { readonly key: string; readonly title: string; readonly aside: string }[];
  readonly way?: ReactNode;
}

const FIRST_LINES = 5;

function Matters({ heading, lines, way }: MattersProps) {
  const { shown, hidden, showAll } = useFirstRows(lines, FIRST_LINES);
  if (lines.length === 0) return null;
  return (
    <section>
      <p>
        <b>{heading}</b> {way}
      </p>
      <ul>
        {shown.map(({ key, title, aside }) => (
          <li key={key}>
            {title} <span className={styles.aside}>{aside}</span>
          </li>
        ))}
      </ul>
      <ShowMore hidden={hidden} onShowAll={showAll} />
    </section>
  );
}
