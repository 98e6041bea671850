import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field, FieldGroup } from '../../components/field';
import { type Anchor, api } from '../../lib/api';
import { useHere } from '../../lib/here';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import { type CadenceDraft, LUNAR, type OffsetDraft } from './cadence-draft';
import styles from './plan.module.css';

const sides: readonly OffsetDraft['side'][] = ['before', 'on', 'after'];
const units: readonly OffsetDraft['unit'][] = ['calendar-days', 'workdays', 'months'];
const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));

interface AnchorFieldsProps {
  readonly year: number;
  readonly draft: CadenceDraft;
  onChange(change: Partial<CadenceDraft>): void;
}

/** The day an item hangs on, and how long before or after it the thing is to be done. */
export function AnchorFields({ year, draft, onChange }: AnchorFieldsProps) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const { committee } = useHere();
  const anchors = useQuery(api.anchor.list.queryOptions({ input: { committeeId: committee.id, year } }));
  const standing = ({ on, isProvisional }: Anchor) => {
    if (on === null) return t('vocabulary.anchorStates.open');
    return isProvisional ? `${dates.shortDay(on)} ${t('vocabulary.anchorStates.provisional')}` : dates.shortDay(on);
  };
  const known = (anchors.data ?? []).map((anchor) => ({
    value: `event:${anchor.key}`,
    label: `${words.anchor(`event:${anchor.key}`, anchor.name)}(${standing(anchor)})`,
  }));
  const festivals = t('vocabulary.anchors.festival', { returnObjects: true });
  return (
    <>
      <Field label={t('annualPlan.anchor')}>
        {(control) => (
          <Select
            {...control}
            loading={anchors.isPending}
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.anchor}
            options={[
              { label: t('annualPlan.anchorGroups.event'), options: known },
              {
                label: t('annualPlan.anchorGroups.festival'),
                options: [
                  ...Object.entries(festivals).map(([key, label]) => ({ value: `festival:${key}`, label })),
                  { value: LUNAR, label: t('annualPlan.anchorGroups.lunarDay') },
                ],
              },
            ]}
            onChange={(anchor) => onChange({ anchor })}
          />
        )}
      </Field>
      {draft.anchor === LUNAR && (
        <div className={styles.pair}>
          <Field label={t('annualPlan.lunarMonth')}>
            {(control) => (
              <Select
                {...control}
                value={draft.lunarMonth}
                options={numbers(12).map((value) => ({ value, label: t(`vocabulary.lunarMonths.m${value as '1'}`) }))}
                onChange={(lunarMonth) => onChange({ lunarMonth })}
              />
            )}
          </Field>
          <Field label={t('annualPlan.lunarDayOf')}>
            {(control) => (
              <Select
                {...control}
                value={draft.lunarDay}
                options={numbers(30).map((value) => ({ value, label: t(`vocabulary.lunarDays.d${value as '1'}`) }))}
                onChange={(lunarDay) => onChange({ lunarDay })}
              />
            )}
          </Field>
        </div>
      )}
      <OffsetField label={t('annualPlan.latest')} offset={draft.latest} onChange={(latest) => onChange({ latest })} />
      <Checkbox
        checked={draft.earliest !== null}
        onChange={(event) => onChange({ earliest: event.target.checked ? { ...draft.latest, side: 'on' } : null })}
      >
        {t('annualPlan.earliestToo')}
      </Checkbox>
      {draft.earliest !== null && (
        <OffsetField
          label={t('annualPlan.earliest')}
          offset={draft.earliest}
          onChange={(earliest) => onChange({ earliest })}
        />
      )}
    </>
  );
}

function OffsetField({
  label,
  offset,
  onChange,
}: {
  label: string;
  offset: OffsetDraft;
  onChange: (offset: OffsetDraft) => void;
}) {
  const { t } = useTranslation();
  return (
    <FieldGroup label={label}>
      <div className={styles.offset}>
        <Radio.Group
          aria-label={label}
          value={offset.side}
          options={sides.map((value) => ({ value, label: t(`annualPlan.sides.${value}`) }))}
          onChange={(event) => onChange({ ...offset, side: event.target.value })}
        />
        {offset.side !== 'on' && (
          <span className={styles.length}>
            <Input
              aria-label={t('annualPlan.lengthOf', { label })}
              type="number"
              inputMode="numeric"
              min={1}
              max={366}
              value={offset.count}
              onChange={(event) => onChange({ ...offset, count: event.target.value })}
            />
            <Select
              aria-label={t('annualPlan.unitOf', { label })}
              value={offset.unit}
              options={units.map((value) => ({ value, label: t(`annualPlan.units.${value}`) }))}
              onChange={(unit) => onChange({ ...offset, unit })}
            />
          </span>
        )}
      </div>
    </FieldGroup>
  );
}
