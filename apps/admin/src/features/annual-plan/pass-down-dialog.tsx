import { useMutation } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field, FieldGroup } from '../../components/field';
import { api, type Plan } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { useFailureText } from '../../lib/use-failure-text';

/** Offers one item of the plan to townships; each answers for itself. */
export function PassDownDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useFailureText();
  const { committee, committees } = useHere();
  const below = committees.filter(({ parentId }) => parentId === committee.id);
  const [itemId, setItemId] = useState(plan.items[0]?.id ?? '');
  const [chosen, setChosen] = useState<readonly string[]>(below.map(({ id }) => id));
  const passDown = useMutation(
    api.annualPlan.passDown.mutationOptions({
      onSuccess: () => {
        toast(t('annualPlan.passedDown.passed', { count: chosen.length }));
        onClose();
      },
    }),
  );
  const failure = passDown.error === null ? null : failureOf(passDown.error);
  const refused = failure?.kind === 'refused' ? failure : null;
  return (
    <Dialog
      title={t('annualPlan.passedDown.pass')}
      confirmLabel={t('annualPlan.passedDown.confirm', { count: chosen.length })}
      isPending={passDown.isPending}
      onConfirm={() =>
        passDown.mutate({ committeeId: committee.id, planId: plan.id, itemId, committeeIds: [...chosen] })
      }
      onClose={onClose}
    >
      <p>{t('annualPlan.passedDown.explain')}</p>
      <Field label={t('annualPlan.itemTitle')}>
        {(control) => (
          <Select
            {...control}
            showSearch={{ optionFilterProp: 'label' }}
            value={itemId}
            options={plan.items.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={setItemId}
          />
        )}
      </Field>
      <FieldGroup label={t('annualPlan.passedDown.committees')} error={refused === null ? null : sentence(refused)}>
        <Checkbox
          checked={chosen.length === below.length}
          indeterminate={chosen.length > 0 && chosen.length < below.length}
          onChange={(event) => setChosen(event.target.checked ? below.map(({ id }) => id) : [])}
        >
          {t('annualPlan.passedDown.all')}
        </Checkbox>
        <Checkbox.Group
          value={[...chosen]}
          options={below.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(ids) => setChosen(ids.map(String))}
        />
      </FieldGroup>
      {failure !== null && refused === null && <FailureNotice error={passDown.error} />}
    </Dialog>
  );
}
