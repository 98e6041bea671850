import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { DueDate } from '../../components/due-date';
import { Section } from '../../components/page';
import { Tag } from '../../components/tag';
import type { Occurrence, Plan } from '../../lib/api';
import { useWords } from '../../lib/use-words';

/** The dated runs of a published plan, the nearest first, each with its state. */
export function OccurrenceList({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  return (
    <Section title={t('annualPlan.occurrences')} note={t('annualPlan.occurrencesText')} flush>
      <OccurrenceTable items={plan.items} occurrences={plan.occurrences} hasState />
    </Section>
  );
}

export function OccurrenceTable({
  items,
  occurrences,
  hasState = false,
}: {
  items: Plan['items'];
  occurrences: readonly Occurrence[];
  hasState?: boolean;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const itemById = new Map(items.map((item) => [item.id, item]));
  const columns: Column<Occurrence>[] = [
    {
      key: 'item',
      title: t('annualPlan.occurrence'),
      cell: ({ itemId }) => itemById.get(itemId)?.title ?? '—',
    },
    { key: 'period', title: t('annualPlan.period'), width: '9rem', cell: ({ key }) => words.period(key) },
    {
      key: 'due',
      title: t('annualPlan.due'),
      width: '13rem',
      cell: ({ dueOn, dueReason, key }) => <DueDate on={dueOn} reason={dueReason} occurrenceKey={key} />,
    },
    ...(hasState
      ? [
          {
            key: 'state',
            title: t('annualPlan.state'),
            width: '8rem',
            onCard: 'top' as const,
            cell: ({ itemId, state }: Occurrence) => {
              const item = itemById.get(itemId);
              return state !== null && item !== undefined ? <Tag>{words.state(item.workflow, state)}</Tag> : '—';
            },
          },
        ]
      : []),
  ];
  return (
    <DataList
      label={t('annualPlan.occurrences')}
      rows={[...occurrences].sort((a, b) => a.dueOn.localeCompare(b.dueOn))}
      columns={columns}
      rowKey={({ itemId, key }) => `${itemId} ${key}`}
    />
  );
}
