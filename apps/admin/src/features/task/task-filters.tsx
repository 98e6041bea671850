import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Category, LightMeaning, Task } from '../../lib/api';
import type { TaskSearch } from '../../lib/urls';
import { useLights } from '../../lib/use-lights';
import styles from './task.module.css';

const TYPING_PAUSE_MS = 350;
const statuses: readonly (Task['status'] | 'all')[] = ['open', 'done', 'cancelled', 'all'];

export function TaskFilters({
  search,
  onNarrow,
  children,
}: {
  search: TaskSearch;
  onNarrow: (change: Partial<TaskSearch>) => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const { lights } = useLights();
  const categories = Object.entries(t('vocabulary.categories', { returnObjects: true })) as [Category, string][];
  const isNarrowed = Object.values({ ...search, whose: undefined, page: undefined }).some((one) => one !== undefined);
  return (
    <div className={styles.filters}>
      <SearchBox
        value={search.search ?? ''}
        onChange={(text) => onNarrow({ search: text === '' ? undefined : text })}
      />
      <Select
        aria-label={t('task.status')}
        value={search.status ?? 'open'}
        options={statuses.map((value) => ({
          value,
          label: value === 'all' ? t('app.all') : t(`vocabulary.taskStatuses.${value}`),
        }))}
        onChange={(status) => onNarrow({ status: status === 'open' ? undefined : status })}
      />
      <Select<LightMeaning | ''>
        aria-label={t('task.light')}
        value={search.light ?? ''}
        options={[
          { value: '', label: t('task.anyLight') },
          ...lights.map(({ meaning }) => ({ value: meaning, label: t(`vocabulary.lights.${meaning}`) })),
        ]}
        onChange={(light) => onNarrow({ light: light === '' ? undefined : light })}
      />
      <Select<Category | ''>
        aria-label={t('task.category')}
        value={search.category ?? ''}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: t('task.anyCategory') },
          ...categories.map(([value, label]) => ({ value, label })),
        ]}
        onChange={(category) => onNarrow({ category: category === '' ? undefined : category })}
      />
      {isNarrowed && (
        <Button
          type="link"
          onClick={() => onNarrow({ status: undefined, light: undefined, category: undefined, search: undefined })}
        >
          {t('task.clearFilters')}
        </Button>
      )}
      <span className={`${styles.listActs} not-printed`}>{children}</span>
    </div>
  );
}

/** Searches when typing pauses, so that the address does not change with every letter. */
function SearchBox({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  // Follows the address when it changes otherwise: back, or "clear filters".
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onChange(text.trim()), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <Input
      className={styles.search}
      type="search"
      allowClear
      aria-label={t('task.search')}
      placeholder={t('task.search')}
      prefix={<SearchOutlined aria-hidden />}
      maxLength={100}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
