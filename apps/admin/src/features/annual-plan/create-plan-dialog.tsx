import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { api, type PlanSummary } from '../../lib/api';
import { useHere } from '../../lib/here';
import { yearLackingPlan } from '../../lib/lacking-plan';
import { toast } from '../../lib/toast';
import { urls } from '../../lib/urls';

const BLANK = '';
/** A document the plan was written in. */
const DOCUMENT = 'document';

/** The year to propose; none where every year that may be planned has its plan. */
function yearToBegin(
  plans: readonly PlanSummary[],
  today: string,
  { first, last } = { first: 0, last: Number.POSITIVE_INFINITY },
): string {
  let free = Math.max(yearLackingPlan(plans, today) ?? Number(today.slice(0, 4)), first);
  while (plans.some((plan) => plan.year === free)) free++;
  return free > last ? '' : String(free);
}

/**
 * Starts the plan of a year: the one that is to be begun now, else the first without one; the clerk may say otherwise.
 * Empty, from a document, or from an earlier year's; both are shown item by item first.
 */
export function CreatePlanDialog({ plans, onClose }: { plans: readonly PlanSummary[]; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const years = useQuery(api.annualPlan.plannableYears.queryOptions({ input: { committeeId: committee.id } }));
  const [ownYear, setYear] = useState<string | null>(null);
  const year = ownYear ?? yearToBegin(plans, committee.today, years.data);
  const [ownTitle, setOwnTitle] = useState<string | null>(null);
  const [sourceId, setSourceId] = useState(BLANK);
  const earlier = plans.filter((plan) => plan.year < Number(year));
  const source = earlier.find(({ id }) => id === sourceId);
  const hint =
    sourceId === DOCUMENT ? t('annualPlan.reading.startHint') : source !== undefined && t('annualPlan.copy.hint');
  const title = ownTitle ?? t('annualPlan.defaultTitle', { year });
  const create = useMutation(
    api.annualPlan.create.mutationOptions({
      onSuccess: (plan) => {
        toast(t('annualPlan.created', { year: plan.year }));
        return navigate((sourceId === DOCUMENT ? urls.planReading : urls.plan)(committee.id, plan.id));
      },
    }),
  );
  return (
    <Dialog
      title={t('annualPlan.create')}
      confirmLabel={t(source === undefined ? 'annualPlan.createFirst' : 'annualPlan.copy.next', { year })}
      isPending={create.isPending}
      onConfirm={() => {
        if (source === undefined) create.mutate({ committeeId: committee.id, year: Number(year), title: title.trim() });
        else void navigate(urls.planCopy(committee.id, source.id, Number(year)));
      }}
      onClose={onClose}
    >
      <Field label={t('annualPlan.year')} hint={years.data !== undefined && t('annualPlan.plannable', years.data)}>
        {(control) => (
          <Input
            {...control}
            type="number"
            min={years.data?.first}
            max={years.data?.last}
            inputMode="numeric"
            value={year}
            onChange={(event) => setYear(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('annualPlan.copy.start')} hint={hint}>
        {(control) => (
          <Select
            {...control}
            value={sourceId === DOCUMENT ? DOCUMENT : (source?.id ?? BLANK)}
            options={[
              { value: BLANK, label: t('annualPlan.copy.blank') },
              { value: DOCUMENT, label: t('annualPlan.reading.start') },
              ...earlier.map((plan) => ({ value: plan.id, label: t('annualPlan.copy.from', { title: plan.title }) })),
            ]}
            onChange={setSourceId}
          />
        )}
      </Field>
      {source === undefined && (
        <Field label={t('annualPlan.planTitle')}>
          {(control) => (
            <Input {...control} maxLength={200} value={title} onChange={(event) => setOwnTitle(event.target.value)} />
          )}
        </Field>
      )}
      {create.error !== null && <FailureNotice error={create.error} />}
    </Dialog>
  );
}
