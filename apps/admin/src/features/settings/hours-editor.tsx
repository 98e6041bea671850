import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field';
import type { RuleProfile } from '../../lib/api';
import { CountInput } from './count-input';
import type { FaultsByPlace, RulesDraft } from './rules-draft';
import styles from './settings.module.css';

interface FieldsProps<Values> {
  readonly values: Values;
  readonly faults: FaultsByPlace;
  onChange(values: Values): void;
}

/** When people are written to and when not, how often at most, and how long the clerk has to answer. */
export function HoursEditor({ values, faults, onChange }: FieldsProps<RuleProfile['reminder']>) {
  const { t } = useTranslation();
  const errorOf = useFieldError(faults);
  return (
    <div className={styles.lengthFields}>
      {(['remindAt', 'quietFrom', 'quietUntil'] as const).map((name) => (
        <Field
          key={name}
          label={t(`settings.rules.hours.${name}`)}
          hint={t(`settings.rules.hourHints.${name}`)}
          error={errorOf(`reminder.${name}`)}
        >
          {(control) => (
            <Input
              {...control}
              type="time"
              value={values[name]}
              onChange={(event) => onChange({ ...values, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Field
        label={t('settings.rules.hours.askBeforeClimbingWorkdays')}
        hint={t('settings.rules.hourHints.askBeforeClimbingWorkdays')}
        error={errorOf('reminder.askBeforeClimbingWorkdays')}
      >
        {(control) => (
          <CountInput
            {...control}
            min={1}
            max={250}
            suffix={t('settings.rules.workdaysUnit')}
            value={values.askBeforeClimbingWorkdays}
            onChange={(askBeforeClimbingWorkdays) => onChange({ ...values, askBeforeClimbingWorkdays })}
          />
        )}
      </Field>
      <Field
        label={t('settings.rules.hours.mostMessagesPerPersonYear')}
        hint={t('settings.rules.hourHints.mostMessagesPerPersonYear')}
        error={errorOf('reminder.mostMessagesPerPersonYear')}
      >
        {(control) => (
          <CountInput
            {...control}
            min={1}
            max={366}
            suffix={t('settings.rules.messagesUnit')}
            value={values.mostMessagesPerPersonYear}
            onChange={(mostMessagesPerPersonYear) => onChange({ ...values, mostMessagesPerPersonYear })}
          />
        )}
      </Field>
    </div>
  );
}

/** How long each step may take. */
export function LengthsEditor({ values, faults, onChange }: FieldsProps<RulesDraft['lengths']>) {
  const { t } = useTranslation();
  const errorOf = useFieldError(faults);
  const names = Object.entries(t('settings.rules.lengths', { returnObjects: true })) as [
    keyof RulesDraft['lengths'],
    string,
  ][];
  return (
    <div className={styles.lengthFields}>
      {names.map(([name, label]) => (
        <Field key={name} label={label} error={errorOf(name)}>
          {(control) => (
            <CountInput
              {...control}
              max={250}
              suffix={t('settings.rules.workdaysUnit')}
              value={values[name]}
              onChange={(value) => onChange({ ...values, [name]: value })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

function useFieldError(faults: FaultsByPlace) {
  const { t } = useTranslation();
  return (field: string) => {
    const [code] = faults.get(field) ?? [];
    return code === undefined ? null : t(`settings.rules.faults.${code}`);
  };
}
