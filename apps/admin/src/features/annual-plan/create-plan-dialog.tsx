import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { api } from '../../lib/api';
import { useHere } from '../../lib/here';
import { yearLackingPlan } from '../../lib/lacking-plan';
import { toast } from '../../lib/toast';
import { urls } from '../../lib/urls';

/** Starts the plan of a year: the one that is to be begun now, else the first without one; the clerk may say otherwise. */
export function CreatePlanDialog({ years, onClose }: { years: readonly number[]; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const [year, setYear] = useState(() => {
    const wanted = yearLackingPlan(
      years.map((one) => ({ year: one })),
      committee.today,
    );
    let free = wanted ?? Number(committee.today.slice(0, 4));
    while (years.includes(free)) free++;
    return String(free);
  });
  const [ownTitle, setOwnTitle] = useState<string | null>(null);
  const title = ownTitle ?? t('annualPlan.defaultTitle', { year });
  const create = useMutation(
    api.annualPlan.create.mutationOptions({
      onSuccess: (plan) => {
        toast(t('annualPlan.created', { year: plan.year }));
        return navigate(urls.plan(committee.id, plan.id));
      },
    }),
  );
  return (
    <Dialog
      title={t('annualPlan.create')}
      confirmLabel={t('annualPlan.createFirst', { year })}
      isPending={create.isPending}
      onConfirm={() => create.mutate({ committeeId: committee.id, year: Number(year), title: title.trim() })}
      onClose={onClose}
    >
      <Field label={t('annualPlan.year')}>
        {(control) => (
          <Input
            {...control}
            type="number"
            inputMode="numeric"
            value={year}
            onChange={(event) => setYear(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('annualPlan.planTitle')}>
        {(control) => (
          <Input {...control} maxLength={200} value={title} onChange={(event) => setOwnTitle(event.target.value)} />
        )}
      </Field>
      {create.error !== null && <FailureNotice error={create.error} />}
    </Dialog>
  );
}
