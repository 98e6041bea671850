import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../components/date-input';
import { Field, FieldGroup } from '../../components/field';
import { api, type Category } from '../../lib/api';
import { useHere } from '../../lib/here';
import { cadenceChoices, type ItemDraft } from './item-draft';
import styles from './plan.module.css';

interface ItemFieldsProps {
  readonly draft: ItemDraft;
  onChange(change: Partial<ItemDraft>): void;
  errorOf(field: string): string | null;
}

const workflows: readonly ItemDraft['workflow'][] = ['activity', 'solicitation'];
const NOBODY = '';

export function ItemFields({ draft, onChange, errorOf }: ItemFieldsProps) {
  const { t } = useTranslation();
  const categories = Object.entries(t('vocabulary.categories', { returnObjects: true })) as [Category, string][];
  const isSolicitation = draft.workflow === 'solicitation';
  return (
    <>
      <Field label={t('annualPlan.itemTitle')} error={errorOf('title')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={200}
            value={draft.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('annualPlan.category')}>
        {(control) => (
          <Select<Category>
            {...control}
            value={draft.category}
            options={categories.map(([value, label]) => ({ value, label }))}
            onChange={(category) => onChange({ category })}
          />
        )}
      </Field>
      <FieldGroup label={t('annualPlan.workflow')} hint={t(`annualPlan.workflowHints.${draft.workflow}`)}>
        <Radio.Group
          value={draft.workflow}
          options={workflows.map((value) => ({ value, label: t(`annualPlan.workflows.${value}`) }))}
          onChange={(event) =>
            onChange({
              workflow: event.target.value,
              // Only members can be asked for something each.
              ...(event.target.value === 'solicitation' ? { participants: 'members' } : {}),
            })
          }
        />
      </FieldGroup>
      <CadenceFields draft={draft} onChange={onChange} errorOf={errorOf} />
      {isSolicitation ? (
        <Field label={t('annualPlan.targetEach')} error={errorOf('target')}>
          {(control) => (
            <Input
              {...control}
              type="number"
              inputMode="numeric"
              min={1}
              max={99}
              value={draft.target}
              onChange={(event) => onChange({ target: event.target.value })}
            />
          )}
        </Field>
      ) : (
        <>
          <FieldGroup label={t('annualPlan.participants')}>
            <Radio.Group
              value={draft.participants}
              options={(['members', 'none'] as const).map((value) => ({
                value,
                label: t(`annualPlan.participantsOf.${value}`),
              }))}
              onChange={(event) => onChange({ participants: event.target.value })}
            />
          </FieldGroup>
          <Checkbox checked={draft.reportWanted} onChange={(event) => onChange({ reportWanted: event.target.checked })}>
            {t('annualPlan.reportWanted')}
          </Checkbox>
        </>
      )}
      <ResponsibleField draft={draft} onChange={onChange} errorOf={errorOf} />
      <Field label={t('annualPlan.sourceText')} isOptional hint={t('annualPlan.sourceTextHint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={2000}
            value={draft.sourceText}
            onChange={(event) => onChange({ sourceText: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

function CadenceFields({ draft, onChange, errorOf }: ItemFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <FieldGroup label={t('annualPlan.cadence')} hint={t(`annualPlan.reading.${draft.cadence}`)}>
        <Radio.Group
          className={styles.radios}
          value={draft.cadence}
          options={cadenceChoices.map((value) => ({ value, label: t(`annualPlan.cadences.${value}`) }))}
          onChange={(event) => onChange({ cadence: event.target.value })}
        />
      </FieldGroup>
      {draft.cadence === 'between' && (
        <div className={styles.pair}>
          <Field label={t('annualPlan.from')} error={errorOf('cadence')}>
            {(control) => <DateInput {...control} value={draft.from} onChange={(from) => onChange({ from })} />}
          </Field>
          <Field label={t('annualPlan.to')}>
            {(control) => <DateInput {...control} value={draft.to} onChange={(to) => onChange({ to })} />}
          </Field>
        </div>
      )}
    </>
  );
}

function ResponsibleField({ draft, onChange, errorOf }: ItemFieldsProps) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const people = useQuery(api.committee.people.queryOptions({ input: { committeeId: committee.id } }));
  const inOffice = (people.data ?? []).filter(({ memberships }) =>
    memberships.some(({ fromOn, toOn }) => fromOn <= committee.today && (toOn === null || committee.today <= toOn)),
  );
  return (
    <Field label={t('annualPlan.responsible')} error={errorOf('responsibleAccountId')}>
      {(control) => (
        <Select
          {...control}
          loading={people.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.responsibleAccountId ?? NOBODY}
          options={[
            { value: NOBODY, label: t('annualPlan.anyStaff') },
            ...inOffice.map(({ accountId, name, memberships }) => ({
              value: accountId,
              label: `${name}(${memberships.map(({ role, title }) => title ?? t(`vocabulary.roles.${role}`)).join(t('app.comma'))})`,
            })),
          ]}
          onChange={(accountId) => onChange({ responsibleAccountId: accountId === NOBODY ? null : accountId })}
        />
      )}
    </Field>
  );
}
