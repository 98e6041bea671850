import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Person, type Role } from '../lib/api';
import { useHere } from '../lib/here';
import { Field } from './field';

const NOBODY = '';

/** Whether an office is held on a day, first and last included. */
export const isHeldOn = (office: Pick<Person['memberships'][number], 'fromOn' | 'toOn'>, on: string): boolean =>
  office.fromOn <= on && (office.toOn === null || on <= office.toOn);

interface PersonFieldProps {
  readonly label: string;
  /** What it means when nobody is named. */
  readonly nobody: string;
  /** Only people who hold this office. */
  readonly office?: Role;
  /** Also those who have left, or are not in office yet. */
  readonly hasFormer?: boolean;
  readonly value: string | null;
  readonly error: string | null;
  onChange(accountId: string | null): void;
}

/** Somebody who is in office today, or nobody in particular. */
export function PersonField({
  label,
  nobody,
  office: wanted,
  hasFormer = false,
  value,
  error,
  onChange,
}: PersonFieldProps) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const people = useQuery(api.committee.people.queryOptions({ input: { committeeId: committee.id } }));
  const namesOf = (held: Person['memberships']) =>
    held.map((office) => office.title ?? t(`vocabulary.roles.${office.role}`));
  const offered = (people.data ?? []).flatMap(({ accountId, name, memberships }) => {
    const held = memberships.filter((office) => isHeldOn(office, committee.today));
    if (held.length === 0 && hasFormer) return [{ value: accountId, label: `${name}(${t('app.former')})` }];
    if (!held.some(({ role }) => wanted === undefined || role === wanted)) return [];
    return [{ value: accountId, label: `${name}(${namesOf(held).join(t('app.comma'))})` }];
  });
  return (
    <Field label={label} error={error}>
      {(control) => (
        <Select
          {...control}
          loading={people.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          value={value ?? NOBODY}
          options={[{ value: NOBODY, label: nobody }, ...offered]}
          onChange={(accountId) => onChange(accountId === NOBODY ? null : accountId)}
        />
      )}
    </Field>
  );
}

interface GroupFieldProps {
  readonly value: string | null;
  readonly error: string | null;
  onChange(groupId: string | null): void;
}

/** All members, or those of one group. A committee without groups is not asked. */
export function GroupField({ value, error, onChange }: GroupFieldProps) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const groups = useQuery(api.committee.groups.queryOptions({ input: { committeeId: committee.id } }));
  if (groups.data?.length === 0 && value === null) return null;
  return (
    <Field label={t('annualPlan.group')} error={error}>
      {(control) => (
        <Select
          {...control}
          loading={groups.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          value={value ?? NOBODY}
          options={[
            { value: NOBODY, label: t('annualPlan.everyMember') },
            ...(groups.data ?? []).map(({ id, kind, name }) => ({
              value: id,
              label: `${name}(${t(`vocabulary.groupKinds.${kind}`)})`,
            })),
          ]}
          onChange={(groupId) => onChange(groupId === NOBODY ? null : groupId)}
        />
      )}
    </Field>
  );
}
