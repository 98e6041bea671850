import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { Section } from '../../components/page';
import type { Plan } from '../../lib/api';
import { useHere } from '../../lib/here';
import { useWords } from '../../lib/use-words';
import styles from './coverage.module.css';

interface Row {
  readonly itemId: string;
  readonly title: string;
  readonly windows: Plan['coverage'];
}

/** How far "at least so many in each quarter" is met: each item that comes more than once, window by window. */
export function Coverage({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const titles = new Map(plan.items.map(({ id, title }) => [id, title]));
  const byItem = Map.groupBy(plan.coverage, ({ itemId }) => itemId);
  const rows: Row[] = [...byItem].flatMap(([itemId, windows]) => {
    const title = titles.get(itemId);
    const comesOften = windows.length > 1 || windows.some(({ required }) => required > 1);
    return title !== undefined && comesOften ? [{ itemId, title, windows }] : [];
  });
  if (rows.length === 0) return null;
  const ended = endsOf(plan);
  const columns: Column<Row>[] = [
    { key: 'item', title: t('annualPlan.itemTitle'), cell: ({ title }) => <b>{title}</b> },
    {
      key: 'windows',
      title: t('annualPlan.coverage.windows'),
      width: '60%',
      onCard: 'bare',
      cell: ({ itemId, windows }) => (
        <ul className={styles.windows}>
          {windows.map((one) => (
            <Window key={one.window} window={one} endsOn={ended.get(`${itemId} ${one.window}`) ?? ''} />
          ))}
        </ul>
      ),
    },
    {
      key: 'sum',
      title: t('annualPlan.coverage.sum'),
      width: '7rem',
      align: 'right',
      cell: ({ windows }) =>
        t('task.progressOf', {
          progress: windows.filter(({ held, required }) => held >= required).length,
          target: windows.length,
        }),
    },
  ];
  return (
    <Section title={t('annualPlan.coverage.title')} note={t('annualPlan.coverage.note')} flush>
      <DataList label={t('annualPlan.coverage.title')} rows={rows} columns={columns} rowKey={({ itemId }) => itemId} />
    </Section>
  );
}

function Window({ window, endsOn }: { window: Plan['coverage'][number]; endsOn: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const { committee } = useHere();
  const { held, required } = window;
  const standing = held >= required ? 'met' : endsOn < committee.today ? 'lacking' : 'ahead';
  return (
    <li className={`${styles.window} ${styles[standing]}`}>
      {words.period(window.window)} <b>{t('task.progressOf', { progress: held, target: required })}</b>
      <small>{t(`annualPlan.coverage.standings.${standing}`)}</small>
    </li>
  );
}

/** The last day of each item's windows, by item and window. */
function endsOf(plan: Plan): Map<string, string> {
  return new Map(plan.occurrences.map(({ itemId, key, toOn }) => [`${itemId} ${key.split('#')[0] ?? key}`, toOn]));
}
