import { Checkbox, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field, FieldGroup } from '../../components/field';
import { GroupField, PersonField } from '../../components/people-fields';
import type { Category, Plan } from '../../lib/api';
import { cadenceDraftOf } from './cadence-draft';
import { CadenceFields } from './cadence-fields';
import { countOf, type ItemDraft, usualWorkflow, withWorkflow } from './item-draft';
import { OfficeFields } from './office-fields';
import styles from './plan.module.css';

interface ItemFieldsProps {
  readonly plan: Pick<Plan, 'id' | 'year'>;
  readonly isNew: boolean;
  readonly draft: ItemDraft;
  onChange(change: Partial<ItemDraft>): void;
  errorOf(field: string): string | null;
}

/** Somebody has to hand in where pieces are solicited. */
const participantsOf = (workflow: ItemDraft['workflow']): readonly ItemDraft['participants'][] =>
  workflow === 'solicitation' ? ['members', 'units'] : ['members', 'units', 'none'];

export function ItemFields(props: ItemFieldsProps) {
  const { t } = useTranslation();
  const { plan, isNew, draft, onChange, errorOf } = props;
  const categories = Object.entries(t('vocabulary.categories', { returnObjects: true })) as [Category, string][];
  const workflows = Object.entries(t('annualPlan.workflows', { returnObjects: true })) as [
    ItemDraft['workflow'],
    string,
  ][];
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
      <div className={styles.pair}>
        <Field label={t('annualPlan.category')}>
          {(control) => (
            <Select<Category>
              {...control}
              value={draft.category}
              options={categories.map(([value, label]) => ({ value, label }))}
              onChange={(category) =>
                onChange({ ...(isNew ? withWorkflow(draft, usualWorkflow[category]) : {}), category })
              }
            />
          )}
        </Field>
        <Field label={t('annualPlan.workflow')} hint={t(`annualPlan.workflowHints.${draft.workflow}`)}>
          {(control) => (
            <Select<ItemDraft['workflow']>
              {...control}
              value={draft.workflow}
              options={workflows.map(([value, label]) => ({ value, label }))}
              onChange={(workflow) => onChange(withWorkflow(draft, workflow))}
            />
          )}
        </Field>
      </div>
      <CadenceFields
        plan={plan}
        times={countOf(draft.times)}
        onRead={({ cadence, times }) => onChange({ cadence: cadenceDraftOf(cadence, plan.year), times: String(times) })}
        draft={draft.cadence}
        error={errorOf('cadence')}
        onChange={(change) => onChange({ cadence: { ...draft.cadence, ...change } })}
      />
      <AmountFields {...props} />
      <WhoFields {...props} />
      <OfficeFields draft={draft} onChange={onChange} errorOf={errorOf} />
      <Field label={t('annualPlan.sites')} isOptional hint={t('annualPlan.sitesHint')} error={errorOf('sites')}>
        {(control) => (
          <Select
            {...control}
            mode="tags"
            open={false}
            suffixIcon={null}
            tokenSeparators={['、', '，', ',', ';', '；']}
            maxCount={50}
            value={[...draft.sites]}
            onChange={(sites: string[]) => onChange({ sites })}
          />
        )}
      </Field>
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

/** How much of it: so many times in each stretch, so many pieces from each who hands in, and whether a report follows. */
function AmountFields({ draft, onChange, errorOf }: ItemFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.pair}>
      <Field label={t('annualPlan.times')} error={errorOf('times')}>
        {(control) => (
          <Input
            {...control}
            type="number"
            inputMode="numeric"
            min={1}
            max={12}
            value={draft.times}
            onChange={(event) => onChange({ times: event.target.value })}
          />
        )}
      </Field>
      {draft.workflow === 'solicitation' ? (
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
        <FieldGroup label={t('annualPlan.report')}>
          <Checkbox checked={draft.reportWanted} onChange={(event) => onChange({ reportWanted: event.target.checked })}>
            {t('annualPlan.reportWanted')}
          </Checkbox>
        </FieldGroup>
      )}
    </div>
  );
}

/** Of whom it asks something, who answers for it, which leader is told. */
function WhoFields({ draft, onChange, errorOf }: ItemFieldsProps) {
  const { t } = useTranslation();
  const refused = errorOf('participants');
  return (
    <>
      <FieldGroup label={t('annualPlan.participants')}>
        <Radio.Group
          className={styles.radios}
          value={draft.participants}
          options={participantsOf(draft.workflow).map((value) => ({
            value,
            label: t(`annualPlan.participantsOf.${value}`),
          }))}
          onChange={(event) => onChange({ participants: event.target.value })}
        />
        {refused !== null && (
          <p className={styles.error} role="alert">
            {refused}
          </p>
        )}
      </FieldGroup>
      {draft.participants === 'members' && (
        <GroupField value={draft.groupId} error={errorOf('groupId')} onChange={(groupId) => onChange({ groupId })} />
      )}
      <div className={styles.pair}>
        <PersonField
          label={t('annualPlan.responsible')}
          nobody={t('annualPlan.anyStaff')}
          value={draft.responsibleAccountId}
          error={errorOf('responsibleAccountId')}
          onChange={(responsibleAccountId) => onChange({ responsibleAccountId })}
        />
        <PersonField
          label={t('annualPlan.leader')}
          nobody={t('annualPlan.anyLeader')}
          office="leader"
          value={draft.leaderAccountId}
          error={errorOf('leaderAccountId')}
          onChange={(leaderAccountId) => onChange({ leaderAccountId })}
        />
      </div>
    </>
  );
}
