import { Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../components/date-input';
import { Field } from '../../components/field';
import type { Category, FigureFinding, Finding, HeldFinding } from '../../lib/api';
import { withDays } from './finding-draft';
import styles from './year-record.module.css';

const NONE = '';

interface EditorProps<One extends Finding> {
  readonly finding: One;
  onChange(finding: Finding): void;
}

/** A finding to be mended where the reader was wrong. */
export function FindingEditor({ finding, onChange }: EditorProps<Finding>) {
  return (
    <div className={styles.editor}>
      {finding.kind === 'figure' ? (
        <FigureFields finding={finding} onChange={onChange} />
      ) : (
        <HeldFields finding={finding} onChange={onChange} />
      )}
    </div>
  );
}

function FigureFields({ finding, onChange }: EditorProps<FigureFinding>) {
  const { t } = useTranslation();
  const keys = t('yearRecord.keys', { returnObjects: true });
  const bounds = t('yearRecord.bounds', { returnObjects: true });
  return (
    <>
      <Field label={t('yearRecord.name')}>
        {(control) => (
          <Input
            {...control}
            maxLength={80}
            value={finding.name}
            onChange={(event) => onChange({ ...finding, name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('yearRecord.key')}>
        {(control) => (
          <Select<string>
            {...control}
            showSearch={{ optionFilterProp: 'label' }}
            value={finding.key ?? NONE}
            options={[
              { value: NONE, label: t('yearRecord.noKey') },
              ...Object.entries(keys).map(([value, label]) => ({ value, label })),
            ]}
            onChange={(key) => onChange({ ...finding, key: key === NONE ? null : (key as FigureFinding['key']) })}
          />
        )}
      </Field>
      <Field label={t('yearRecord.value')}>
        {(control) => (
          <InputNumber
            {...control}
            min={0}
            style={{ width: '100%' }}
            value={finding.value}
            onChange={(value) => onChange({ ...finding, value: value ?? 0 })}
          />
        )}
      </Field>
      <Field label={t('yearRecord.unit')}>
        {(control) => (
          <Input
            {...control}
            maxLength={20}
            value={finding.unit}
            onChange={(event) => onChange({ ...finding, unit: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('yearRecord.bound')}>
        {(control) => (
          <Select<FigureFinding['bound']>
            {...control}
            value={finding.bound}
            options={Object.entries(bounds).map(([value, label]) => ({
              value: value as FigureFinding['bound'],
              label,
            }))}
            onChange={(bound) => onChange({ ...finding, bound })}
          />
        )}
      </Field>
    </>
  );
}

function HeldFields({ finding, onChange }: EditorProps<HeldFinding>) {
  const { t } = useTranslation();
  const categories = t('vocabulary.categories', { returnObjects: true });
  return (
    <>
      <Field label={t('yearRecord.heldTitle')}>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={finding.title}
            onChange={(event) => onChange({ ...finding, title: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('yearRecord.category')}>
        {(control) => (
          <Select<Category>
            {...control}
            value={finding.category}
            options={Object.entries(categories).map(([value, label]) => ({ value: value as Category, label }))}
            onChange={(category) => onChange({ ...finding, category })}
          />
        )}
      </Field>
      <Field label={t('yearRecord.from')}>
        {({ status: _, ...control }) => (
          <DateInput
            {...control}
            value={finding.from ?? ''}
            onChange={(from) => onChange(withDays(finding, { from }))}
          />
        )}
      </Field>
      <Field label={t('yearRecord.to')}>
        {({ status: _, ...control }) => (
          <DateInput {...control} value={finding.to ?? ''} onChange={(to) => onChange(withDays(finding, { to }))} />
        )}
      </Field>
      <Field label={t('yearRecord.place')} isOptional>
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            value={finding.place ?? ''}
            onChange={(event) => onChange({ ...finding, place: event.target.value === '' ? null : event.target.value })}
          />
        )}
      </Field>
      <Field label={t('yearRecord.people')} isOptional>
        {(control) => (
          <InputNumber
            {...control}
            min={0}
            precision={0}
            style={{ width: '100%' }}
            value={finding.people}
            onChange={(people) => onChange({ ...finding, people })}
          />
        )}
      </Field>
    </>
  );
}
