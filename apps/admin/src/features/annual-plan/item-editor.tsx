import { useMutation } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../components/conflict-notice';
import { FailureNotice } from '../../components/failure-notice';
import { Form } from '../../components/field';
import { api, type Plan, type PlanItem } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { useFailureText } from '../../lib/use-failure-text';
import { hasDates } from './cadence-draft';
import { draftOf, inputOf } from './item-draft';
import { ItemFields } from './item-fields';

interface ItemEditorProps {
  readonly plan: Plan;
  /** Null: a new item. */
  readonly item: PlanItem | null;
  onClose(): void;
}

/** Adds or changes one item of a draft. What is typed survives every refusal. */
export function ItemEditor({ plan, item, onClose }: ItemEditorProps) {
  const { t } = useTranslation();
  const formId = useId();
  const sentence = useFailureText();
  const { committee } = useHere();
  const [draft, setDraft] = useState(() => draftOf(item, plan.year));
  const [isDateMissing, setIsDateMissing] = useState(false);
  const [lockVersion, setLockVersion] = useState(plan.lockVersion);
  const save = useMutation(
    api.annualPlan.saveItem.mutationOptions({
      onSuccess: () => {
        toast(t('annualPlan.saved'));
        onClose();
      },
    }),
  );
  const failure = save.error === null ? null : failureOf(save.error);
  const hasConflict = failure?.kind === 'conflict';
  const refused = failure?.kind === 'refused' && failure.field !== null ? failure : null;
  return (
    <Drawer
      open
      size="min(46rem, 100vw)"
      mask={{ closable: false }}
      title={item === null ? t('annualPlan.addItem') : t('annualPlan.editItem')}
      onClose={onClose}
      footer={
        <span style={{ display: 'flex', justifyContent: 'flex-end', gap: '0.5rem' }}>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="primary" htmlType="submit" form={formId} loading={save.isPending} disabled={hasConflict}>
            {t('app.save')}
          </Button>
        </span>
      }
    >
      <Form
        id={formId}
        onSubmit={() => {
          if (save.isPending || hasConflict) return;
          setIsDateMissing(!hasDates(draft.cadence));
          if (!hasDates(draft.cadence)) return;
          save.mutate({
            committeeId: committee.id,
            planId: plan.id,
            itemId: item?.id ?? null,
            lockVersion,
            item: inputOf(draft),
          });
        }}
      >
        {failure?.kind === 'conflict' && (
          <ConflictNotice
            onReload={onClose}
            onKeep={() => {
              setLockVersion(failure.currentLockVersion);
              save.reset();
            }}
          />
        )}
        {failure !== null && !hasConflict && refused === null && <FailureNotice error={save.error} />}
        <ItemFields
          plan={plan}
          isNew={item === null}
          draft={draft}
          onChange={(change) => setDraft({ ...draft, ...change })}
          errorOf={(field) => {
            if (field === 'cadence' && isDateMissing) return t('annualPlan.dateMissing');
            return refused?.field === field ? sentence(refused) : null;
          }}
        />
      </Form>
    </Drawer>
  );
}
