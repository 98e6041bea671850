import { Checkbox, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field, FieldGroup } from '../../components/field';
import { useMonthNames } from '../../lib/use-dates';
import styles from './plan.module.css';
import { type RuleDraft, rruleOf, weekdays } from './rule-draft';

const repeats: readonly RuleDraft['repeat'][] = ['weekly', 'monthly-day', 'monthly-weekday', 'text'];
const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));

interface RuleFieldsProps {
  readonly rule: RuleDraft;
  onChange(change: Partial<RuleDraft>): void;
}

/** A repetition in the words of an office calendar; RFC 5545 text only for what these cannot say. */
export function RuleFields({ rule, onChange }: RuleFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Radio.Group
        className={styles.radios}
        aria-label={t('annualPlan.cadenceKinds.rule')}
        value={rule.repeat}
        options={repeats.map((value) => ({ value, label: t(`annualPlan.repeats.${value}`) }))}
        onChange={(event) =>
          onChange({
            repeat: event.target.value,
            // The text begins as what the choices said.
            ...(event.target.value === 'text' && rule.text === '' ? { text: rruleOf(rule) } : {}),
          })
        }
      />
      {rule.repeat === 'weekly' && <WeeklyFields rule={rule} onChange={onChange} />}
      {rule.repeat === 'monthly-day' && (
        <div className={styles.pair}>
          <Field label={t('annualPlan.dayOfMonth')}>
            {(control) => (
              <Select
                {...control}
                value={rule.day}
                options={[
                  ...numbers(31).map((value) => ({ value, label: t('annualPlan.dayNumber', { day: value }) })),
                  { value: '-1', label: t('annualPlan.lastDay') },
                ]}
                onChange={(day) => onChange({ day })}
              />
            )}
          </Field>
          <MonthsField rule={rule} onChange={onChange} />
        </div>
      )}
      {rule.repeat === 'monthly-weekday' && (
        <div className={styles.pair}>
          <FieldGroup label={t('annualPlan.nthWeekday')}>
            <span className={styles.length}>
              <Select
                aria-label={t('annualPlan.nth')}
                value={rule.nth}
                options={(['1', '2', '3', '4', '-1'] as const).map((value) => ({
                  value,
                  label: t(`annualPlan.nths.${value === '-1' ? 'last' : (`n${value}` as const)}`),
                }))}
                onChange={(nth) => onChange({ nth })}
              />
              <Select
                aria-label={t('annualPlan.weekday')}
                value={rule.weekday}
                options={weekdays.map((value) => ({ value, label: t(`annualPlan.weekdays.${value}`) }))}
                onChange={(weekday) => onChange({ weekday })}
              />
            </span>
          </FieldGroup>
          <MonthsField rule={rule} onChange={onChange} />
        </div>
      )}
      {rule.repeat === 'text' && (
        <Field label={t('annualPlan.ruleText')} hint={t('annualPlan.ruleTextHint')}>
          {(control) => (
            <Input
              {...control}
              maxLength={500}
              spellCheck={false}
              value={rule.text}
              onChange={(event) => onChange({ text: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}

function WeeklyFields({ rule, onChange }: RuleFieldsProps) {
  const { t } = useTranslation();
  const intervals = [...new Set(['1', '2', '3', '4', rule.interval])];
  return (
    <>
      <Field label={t('annualPlan.interval')}>
        {(control) => (
          <Select
            {...control}
            value={rule.interval}
            options={intervals.map((value) => ({
              value,
              label: value === '1' ? t('annualPlan.everyWeek') : t('annualPlan.everyWeeks', { weeks: value }),
            }))}
            onChange={(interval) => onChange({ interval })}
          />
        )}
      </Field>
      <FieldGroup label={t('annualPlan.weekday')}>
        <Checkbox.Group
          className={styles.radios}
          value={[...rule.weekdays]}
          options={weekdays.map((value) => ({ value, label: t(`annualPlan.weekdays.${value}`) }))}
          onChange={(chosen) => onChange({ weekdays: chosen })}
        />
      </FieldGroup>
    </>
  );
}

function MonthsField({ rule, onChange }: RuleFieldsProps) {
  const { t } = useTranslation();
  const months = useMonthNames();
  return (
    <Field label={t('annualPlan.onlyMonths')}>
      {(control) => (
        <Select
          {...control}
          mode="multiple"
          placeholder={t('annualPlan.everyMonth')}
          value={[...rule.months]}
          options={numbers(12).map((value) => ({ value, label: months[Number(value) - 1] ?? value }))}
          onChange={(chosen: string[]) => onChange({ months: chosen })}
        />
      )}
    </Field>
  );
}
