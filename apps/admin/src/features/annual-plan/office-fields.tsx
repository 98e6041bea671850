import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field';
import { api } from '../../lib/api';
import { useHere } from '../../lib/here';
import type { ItemDraft } from './item-draft';
import styles from './plan.module.css';

interface OfficeFieldsProps {
  readonly draft: ItemDraft;
  onChange(change: Partial<ItemDraft>): void;
  errorOf(field: string): string | null;
}

/**
 * The office that leads and the units that help it: names as the plan has them. The committee's own groups and its
 * handling units are offered, so that one unit is not written in two ways.
 */
export function OfficeFields({ draft, onChange, errorOf }: OfficeFieldsProps) {
  const { t } = useTranslation();
  const { groups, units } = useOfficeNames();
  const offered = [...groups, ...units].map((value) => ({ value }));
  return (
    <div className={styles.pair}>
      <Field label={t('annualPlan.leadOffice')} isOptional error={errorOf('leadOffice')}>
        {(control) => (
          <AutoComplete
            {...control}
            options={offered}
            showSearch={{ filterOption: (typed, option) => option?.value.includes(typed.trim()) ?? false }}
            maxLength={100}
            value={draft.leadOffice}
            onChange={(leadOffice: string) => onChange({ leadOffice })}
          />
        )}
      </Field>
      <Field
        label={t('annualPlan.cooperating')}
        isOptional
        hint={t('annualPlan.cooperatingHint')}
        error={errorOf('cooperating')}
      >
        {(control) => (
          <Select
            {...control}
            mode="tags"
            tokenSeparators={['、', '，', ',', ';', '；']}
            maxCount={30}
            options={units.map((value) => ({ value }))}
            value={[...draft.cooperating]}
            onChange={(cooperating: string[]) => onChange({ cooperating })}
          />
        )}
      </Field>
    </div>
  );
}

/** The committee's special committees and its handling units, by name. */
function useOfficeNames(): { readonly groups: readonly string[]; readonly units: readonly string[] } {
  const { committee } = useHere();
  const input = { committeeId: committee.id };
  const groups = useQuery(api.committee.groups.queryOptions({ input }));
  const units = useQuery(api.roster.units.queryOptions({ input }));
  return {
    groups: (groups.data ?? []).filter(({ kind }) => kind === 'special-committee').map(({ name }) => name),
    units: (units.data ?? []).map(({ name }) => name),
  };
}
