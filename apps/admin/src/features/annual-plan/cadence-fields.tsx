import { Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../components/date-input';
import { Field, FieldGroup } from '../../components/field';
import type { Plan, Reading } from '../../lib/api';
import { useWords } from '../../lib/use-words';
import { AnchorFields } from './anchor-fields';
import { type CadenceDraft, type CadenceKind, cadenceOf, hasDates, type Shift, spanChoices } from './cadence-draft';
import styles from './plan.module.css';
import { RuleFields } from './rule-fields';
import { UnderstoodCadence } from './understood-cadence';
import { WordingField } from './wording-field';

interface CadenceFieldsProps {
  readonly plan: Pick<Plan, 'id' | 'year'>;
  readonly draft: CadenceDraft;
  /** At least so often in each stretch. */
  readonly times: number;
  readonly error: string | null;
  onChange(change: Partial<CadenceDraft>): void;
  onRead(reading: Reading): void;
}

type ChoiceProps = Pick<CadenceFieldsProps, 'plan' | 'draft' | 'onChange'>;

const kinds: readonly CadenceKind[] = ['each', 'within', 'by', 'between', 'anchored', 'rule'];
const units: readonly CadenceDraft['unit'][] = ['quarter', 'month', 'half-year', 'ten-days'];
const shifts: readonly Shift[] = ['back', 'forward', 'nearest', 'none'];

/** When an item is to be done: first the manner of saying it, then what that manner asks for, then its dates. */
export function CadenceFields({ plan, draft, times, error, onChange, onRead }: CadenceFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <WordingField planId={plan.id} onRead={onRead} />
      <FieldGroup label={t('annualPlan.cadence')}>
        <Radio.Group
          className={styles.radios}
          value={draft.kind}
          options={kinds.map((value) => ({ value, label: t(`annualPlan.cadenceKinds.${value}`) }))}
          onChange={(event) => onChange({ kind: event.target.value })}
        />
        <div className={styles.cadence}>
          <KindFields plan={plan} draft={draft} onChange={onChange} />
          {(draft.kind === 'anchored' || draft.kind === 'rule') && (
            <Field label={t('annualPlan.shift')}>
              {(control) => (
                <Select
                  {...control}
                  value={draft.shift}
                  options={shifts.map((value) => ({ value, label: t(`annualPlan.shifts.${value}`) }))}
                  onChange={(shift) => onChange({ shift })}
                />
              )}
            </Field>
          )}
          {error !== null && (
            <p className={styles.error} role="alert">
              {error}
            </p>
          )}
          <UnderstoodCadence planId={plan.id} cadence={hasDates(draft) ? cadenceOf(draft) : null} times={times} />
        </div>
      </FieldGroup>
    </>
  );
}

function KindFields({ plan, draft, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  switch (draft.kind) {
    case 'each':
      return (
        <Radio.Group
          className={styles.radios}
          aria-label={t('annualPlan.cadenceKinds.each')}
          value={draft.unit}
          options={units.map((value) => ({ value, label: t(`annualPlan.each.${value}`) }))}
          onChange={(event) => onChange({ unit: event.target.value })}
        />
      );
    case 'within':
      return <SpanField plan={plan} draft={draft} onChange={onChange} />;
    case 'by':
      return (
        <Field label={t('annualPlan.by')} hint={t('annualPlan.byHint')}>
          {(control) => <DateInput {...control} value={draft.by} onChange={(by) => onChange({ by })} />}
        </Field>
      );
    case 'between':
      return (
        <div className={styles.pair}>
          <Field label={t('annualPlan.from')}>
            {(control) => <DateInput {...control} value={draft.from} onChange={(from) => onChange({ from })} />}
          </Field>
          <Field label={t('annualPlan.to')}>
            {(control) => <DateInput {...control} value={draft.to} onChange={(to) => onChange({ to })} />}
          </Field>
        </div>
      );
    case 'anchored':
      return <AnchorFields year={plan.year} draft={draft} onChange={onChange} />;
    case 'rule':
      return <RuleFields rule={draft.rule} onChange={(change) => onChange({ rule: { ...draft.rule, ...change } })} />;
  }
}

function SpanField({ draft, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  const words = useWords();
  const groups = ['whole', 'quarter', 'month', 'ten-days'] as const;
  const groupOf = (unit: (typeof spanChoices)[number]['span']['unit']) =>
    unit === 'year' || unit === 'half-year' ? 'whole' : unit;
  return (
    <Field label={t('annualPlan.spanChoice')} hint={t('annualPlan.spanHint')}>
      {(control) => (
        <Select
          {...control}
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('annualPlan.spanPlaceholder')}
          value={[...draft.spans]}
          options={groups.map((group) => ({
            label: t(`annualPlan.spanGroups.${group}`),
            options: spanChoices
              .filter(({ span }) => groupOf(span.unit) === group)
              .map((choice) => ({ value: choice.key, label: words.span(choice.span) })),
          }))}
          onChange={(spans: string[]) => onChange({ spans })}
        />
      )}
    </Field>
  );
}
