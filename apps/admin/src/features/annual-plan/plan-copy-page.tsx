import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { EmptyState } from '../../components/empty-state';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api, type PlanCopy } from '../../lib/api';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { urls } from '../../lib/urls';
import { YearContext } from '../../lib/use-dates';
import styles from './plan.module.css';
import { PlanCopyItems } from './plan-copy-items';

const route = getRouteApi('/signed-in/c/$committeeId/plans/$planId/copy/$year');

/** A new year's plan from an earlier one: every item as it was and would be, and why, before anything is written. */
export function PlanCopyPage() {
  const { t } = useTranslation();
  const { planId, year } = route.useParams();
  const { committee } = useHere();
  const query = useQuery(
    api.annualPlan.previewCopy.queryOptions({ input: { committeeId: committee.id, planId, year: Number(year) } }),
  );
  return (
    <Page
      title={
        query.data === undefined
          ? t('annualPlan.create')
          : t('annualPlan.copy.title', { fromYear: query.data.fromYear, year })
      }
      above={<Link {...urls.plans(committee.id)}>{t('annualPlan.title')}</Link>}
      lead={t('annualPlan.copy.lead')}
    >
      <QueryView query={query} rows={8}>
        {(preview) => (
          <YearContext value={Number(year)}>
            <CopyForm key={preview.lockVersion} planId={planId} year={Number(year)} preview={preview} />
          </YearContext>
        )}
      </QueryView>
    </Page>
  );
}

/** Ticked is what stood in the plan and can stand again; what was entered beside it is only offered. */
const usuallyTaken = ({ rows }: PlanCopy) =>
  new Set(rows.flatMap(({ id, isUnplanned, fault }) => (isUnplanned || fault !== null ? [] : [id])));

function CopyForm({ planId, year, preview }: { planId: string; year: number; preview: PlanCopy }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const [ownTitle, setOwnTitle] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => usuallyTaken(preview));
  const [isNotesOnly, setIsNotesOnly] = useState(false);
  const title = ownTitle ?? t('annualPlan.defaultTitle', { year });
  const copy = useMutation(
    api.annualPlan.copy.mutationOptions({
      onSuccess: (plan) => {
        toast(t('annualPlan.copy.done', { year: plan.year, count: plan.itemCount }));
        return navigate(urls.plan(committee.id, plan.id));
      },
    }),
  );
  const { fromYear, lockVersion, isProvisional, rows } = preview;
  if (rows.length === 0) {
    return (
      <Section>
        <EmptyState title={t('annualPlan.copy.empty')} text={t('annualPlan.copy.emptyText')} />
      </Section>
    );
  }
  const shown = isNotesOnly
    ? rows.filter(({ notes, missed, fault }) => notes.length + missed.length > 0 || fault)
    : rows;
  const parts = [
    { name: t('annualPlan.copy.items', { fromYear }), rows: shown.filter(({ isUnplanned }) => !isUnplanned) },
    { name: t('annualPlan.copy.unplanned', { fromYear }), rows: shown.filter(({ isUnplanned }) => isUnplanned) },
  ];
  return (
    <>
      {isProvisional && (
        <Callout tone="yellow" role="note">
          <p>{t('annualPlan.copy.provisional', { year })}</p>
        </Callout>
      )}
      <Checkbox checked={isNotesOnly} onChange={(event) => setIsNotesOnly(event.target.checked)}>
        {t('annualPlan.copy.onlyNotes')}
      </Checkbox>
      {shown.length === 0 && (
        <Section>
          <EmptyState title={t('annualPlan.copy.noneLeft')} text={t('annualPlan.copy.noneLeftText')} />
        </Section>
      )}
      {parts.map(
        (part) =>
          part.rows.length > 0 && (
            <Section key={part.name} title={part.name} flush>
              <PlanCopyItems
                label={part.name}
                years={{ fromYear, year }}
                rows={part.rows}
                chosen={chosen}
                onChoose={setChosen}
              />
            </Section>
          ),
      )}
      <Section>
        <div className={styles.cadence}>
          <Field label={t('annualPlan.planTitle')}>
            {(control) => (
              <Input {...control} maxLength={200} value={title} onChange={(event) => setOwnTitle(event.target.value)} />
            )}
          </Field>
          {copy.error !== null && <FailureNotice error={copy.error} />}
          <div className={styles.wording}>
            <p role="status">{t('annualPlan.copy.chosen', { count: chosen.size })}</p>
            <Button
              type="primary"
              loading={copy.isPending}
              disabled={chosen.size === 0}
              onClick={() => {
                if (copy.isPending || copy.isSuccess) return;
                copy.mutate({ committeeId: committee.id, planId, year, title, lockVersion, itemIds: [...chosen] });
              }}
            >
              {t('annualPlan.copy.confirm', { year })}
            </Button>
          </div>
        </div>
      </Section>
    </>
  );
}
