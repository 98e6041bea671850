import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Category } from '../../lib/api';
import { useHere } from '../../lib/here';
import type { ScheduleSearch } from '../../lib/urls';
import styles from './schedule.module.css';

const ANY = '';

/** Narrows the schedule to a kind of work and to what one person owes. */
export function ScheduleFilters({
  search: { category, personId },
  onNarrow,
}: {
  search: ScheduleSearch;
  onNarrow: (change: Partial<ScheduleSearch>) => void;
}) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const people = useQuery(api.committee.people.queryOptions({ input: { committeeId: committee.id } }));
  const categories = Object.entries(t('vocabulary.categories', { returnObjects: true })) as [Category, string][];
  return (
    <div className={`${styles.filters} not-printed`}>
      <Select<Category | typeof ANY>
        aria-label={t('schedule.category')}
        value={category ?? ANY}
        popupMatchSelectWidth={false}
        options={[
          { value: ANY, label: t('schedule.anyCategory') },
          ...categories.map(([value, label]) => ({ value, label })),
        ]}
        onChange={(next) => onNarrow({ category: next === ANY ? undefined : next })}
      />
      <Select
        aria-label={t('schedule.person')}
        value={personId ?? ANY}
        loading={people.isPending}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={[
          { value: ANY, label: t('schedule.anyone') },
          ...(people.data ?? []).map(({ accountId, name }) => ({ value: accountId, label: name })),
        ]}
        onChange={(next) => onNarrow({ personId: next === ANY ? undefined : next })}
      />
      {(category !== undefined || personId !== undefined) && (
        <Button type="link" onClick={() => onNarrow({ category: undefined, personId: undefined })}>
          {t('schedule.clearFilters')}
        </Button>
      )}
    </div>
  );
}
