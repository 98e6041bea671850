import { useTranslation } from 'react-i18next';
import { ShowMore, useFirstRows } from '../../components/first-rows';
import { Section } from '../../components/page';
import { Tag } from '../../components/tag';
import type { Plan, Rehearsal } from '../../lib/api';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import styles from './rehearsal.module.css';

const NAMED = 3;

const FIRST_CLASHES = 12;

/** What staff should look at before they publish, in sentences. */
export function Clashes({ plan, rehearsal }: { plan: Plan; rehearsal: Rehearsal }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const titles = new Map(plan.items.map(({ id, title }) => [id, title]));
  const names = new Map(rehearsal.people.map(({ accountId, name }) => [accountId, name]));
  const listed = (itemIds: readonly string[]) =>
    [...new Set(itemIds)].map((id) => titles.get(id) ?? '').join(t('app.comma'));
  const who = (accountIds: readonly string[]) => {
    const named = accountIds.slice(0, NAMED).map((id) => names.get(id) ?? t('app.nobody'));
    const joined = named.join(t('app.comma'));
    return accountIds.length > NAMED ? t('app.names', { names: joined, total: accountIds.length }) : joined;
  };
  const say = (clash: Rehearsal['clashes'][number]): string => {
    switch (clash.kind) {
      case 'same-week':
        return t('annualPlan.rehearsal.sameWeek', {
          week: dates.day(clash.week),
          count: clash.occurrences.length,
          items: clash.occurrences
            .map(({ itemId, key }) => `${titles.get(itemId) ?? ''}(${words.period(key)})`)
            .join(t('app.comma')),
        });
      case 'busy-week':
        return t('annualPlan.rehearsal.busyWeek', {
          name: who(clash.accountIds),
          week: dates.day(clash.week),
          due: clash.due,
        });
      case 'over-cap':
        return t('annualPlan.rehearsal.overCap', {
          name: who(clash.accountIds),
          messages: clash.messages,
          cap: clash.cap,
        });
      case 'festival-week':
        return t('annualPlan.rehearsal.festivalWeek', {
          items: listed(clash.occurrences.map(({ itemId }) => itemId)),
          festival: words.anchor(`festival:${clash.festival}`),
        });
      // Said with the items that wait, above.
      case 'anchor-open':
        return '';
      case 'anchor-provisional':
        return t('annualPlan.rehearsal.anchorProvisional', {
          items: listed(clash.itemIds),
          anchor: words.anchor(clash.anchor),
        });
      case 'provisional':
        return t('annualPlan.rehearsal.provisional', { year: clash.year, count: clash.occurrences });
    }
  };
  const said = rehearsal.clashes
    .map((clash) => ({ kind: clash.kind, sentence: say(clash) }))
    .filter(({ sentence }) => sentence !== '');
  const { shown, hidden, showAll } = useFirstRows(said, FIRST_CLASHES);
  return (
    <Section title={t('annualPlan.rehearsal.clashes')}>
      {said.length === 0 ? (
        <p>{t('annualPlan.rehearsal.noClashes')}</p>
      ) : (
        <ul className={styles.clashLines}>
          {shown.map(({ kind, sentence }) => (
            <li key={sentence} className={styles.clash}>
              <span>
                <Tag tone="yellow">{t(`annualPlan.rehearsal.kinds.${kind}`)}</Tag>
              </span>
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
      )}
      <ShowMore hidden={hidden} onShowAll={showAll} />
    </Section>
  );
}
