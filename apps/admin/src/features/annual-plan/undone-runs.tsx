import { Button, Input } from 'antd';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { Field } from '../../components/field';
import { Section } from '../../components/page';
import { Tag } from '../../components/tag';
import type { PlanClosing } from '../../lib/api';
import { useWords } from '../../lib/use-words';
import styles from './closing.module.css';
import { useRunColumns } from './closing-runs';
import planStyles from './plan.module.css';

type Run = PlanClosing['undone'][number];

interface UndoneRunsProps {
  readonly runs: readonly Run[];
  /** By case. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly mayClose: boolean;
  /** Whether closing was tried: what is missing is marked only then. */
  readonly isChecked: boolean;
  onChange(reasons: Readonly<Record<string, string>>): void;
}

/** What was not done and nobody said why yet: a line and a reason each; Enter goes on to the next line. */
export function UndoneRuns({ runs, reasons, mayClose, isChecked, onChange }: UndoneRunsProps) {
  const { t } = useTranslation();
  const words = useWords();
  const listId = useId();
  const shared = useRunColumns();
  const title = t('annualPlan.closing.undone', { count: runs.length });
  const columns: Column<Run>[] = [
    ...shared,
    { key: 'so-far', title: t('annualPlan.closing.soFar'), width: '11rem', cell: (run) => <SoFar run={run} /> },
  ];
  if (mayClose) {
    columns.push({
      key: 'reason',
      title: t('annualPlan.closing.reason'),
      cell: ({ instanceId, title: name, key }) => {
        const value = reasons[instanceId] ?? '';
        const isMissing = isChecked && value.trim() === '';
        return (
          <>
            <Input
              name="reason"
              list={listId}
              maxLength={2000}
              aria-label={t('annualPlan.closing.reasonOf', { title: name, period: words.period(key) })}
              status={isMissing ? 'error' : ''}
              aria-invalid={isMissing}
              value={value}
              onKeyDown={toNextReason}
              onChange={(event) => onChange({ ...reasons, [instanceId]: event.target.value })}
            />
            {isMissing && <span className={planStyles.error}>{t('annualPlan.closing.reasonMissing')}</span>}
          </>
        );
      },
    });
  }
  return (
    <Section title={title} note={t('annualPlan.closing.undoneText')} flush>
      {mayClose && (
        <>
          <datalist id={listId}>
            {t('annualPlan.closing.readyReasons', { returnObjects: true }).map((reason) => (
              <option key={reason} value={reason} />
            ))}
          </datalist>
          <SameReason runs={runs} reasons={reasons} listId={listId} onChange={onChange} />
        </>
      )}
      <DataList label={title} rows={runs} columns={columns} rowKey={({ instanceId }) => instanceId} />
    </Section>
  );
}

function toNextReason(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[name="reason"]')];
  fields[fields.indexOf(event.currentTarget) + 1]?.focus();
}

/** What is known of an undone run: where it stands, what came in, how often it was urged, why it was paused. */
function SoFar({ run: { workflow, state, pieces, urged, holdReason, isAhead } }: { run: Run }) {
  const { t } = useTranslation();
  const words = useWords();
  const facts = [
    isAhead ? t('annualPlan.closing.isAhead') : null,
    pieces === null ? null : t('annualPlan.closing.pieces', pieces),
    urged === 0 ? null : t('annualPlan.closing.urged', { count: urged }),
    holdReason === null ? null : t('annualPlan.closing.paused', { reason: holdReason }),
  ].filter((fact) => fact !== null);
  return (
    <>
      <Tag>{words.state(workflow, state)}</Tag>
      {facts.map((fact) => (
        <div key={fact} className={planStyles.aside}>
          {fact}
        </div>
      ))}
    </>
  );
}

interface SameReasonProps extends Pick<UndoneRunsProps, 'runs' | 'reasons' | 'onChange'> {
  readonly listId: string;
}

/** One reason for all lines that have none yet, in one press. */
function SameReason({ runs, reasons, listId, onChange }: SameReasonProps) {
  const { t } = useTranslation();
  const [same, setSame] = useState('');
  const lacking = runs.filter(({ instanceId }) => (reasons[instanceId] ?? '').trim() === '');
  const fill = () => {
    if (same.trim() === '') return;
    onChange({ ...reasons, ...Object.fromEntries(lacking.map(({ instanceId }) => [instanceId, same.trim()])) });
  };
  return (
    <div className={`${styles.same} not-printed`}>
      <Field label={t('annualPlan.closing.same')}>
        {(control) => (
          <Input
            {...control}
            list={listId}
            maxLength={2000}
            value={same}
            onPressEnter={(event) => {
              if (!event.nativeEvent.isComposing) fill();
            }}
            onChange={(event) => setSame(event.target.value)}
          />
        )}
      </Field>
      <Button disabled={same.trim() === '' || lacking.length === 0} onClick={fill}>
        {t('annualPlan.closing.fill', { count: lacking.length })}
      </Button>
    </div>
  );
}
