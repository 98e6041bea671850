import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { Dialog } from '../../components/dialog';
import { EmptyState } from '../../components/empty-state';
import { FailureNotice } from '../../components/failure-notice';
import { Section } from '../../components/page';
import { Tag } from '../../components/tag';
import { api, type Plan, type PlanItem } from '../../lib/api';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { urls } from '../../lib/urls';
import { useWords } from '../../lib/use-words';
import { ItemEditor } from './item-editor';
import styles from './plan.module.css';

/** The items of a plan, by category; while it is a draft, each can be changed. */
export function PlanItems({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const words = useWords();
  const navigate = useNavigate();
  const { committee } = useHere();
  const [edited, setEdited] = useState<PlanItem | 'new' | null>(null);
  const [removed, setRemoved] = useState<PlanItem | null>(null);
  const columns: Column<PlanItem>[] = [
    {
      key: 'title',
      title: t('annualPlan.itemTitle'),
      cell: (item) => (
        <>
          <b>{item.title}</b>
          {item.sites.length > 0 && <div className={styles.aside}>{item.sites.join(t('app.comma'))}</div>}
          <Wanted item={item} />
          {item.placeholders.length > 0 && (
            <div>
              <Tag tone="yellow">
                {t('annualPlan.placeholders', { places: item.placeholders.join(t('app.comma')) })}
              </Tag>
            </div>
          )}
          {item.sourceText !== null && <blockquote className={styles.source}>{item.sourceText}</blockquote>}
        </>
      ),
    },
    {
      key: 'cadence',
      title: t('annualPlan.cadence'),
      width: '10rem',
      cell: ({ cadenceWords }) => words.cadence(cadenceWords),
    },
    {
      key: 'target',
      title: t('annualPlan.workflow'),
      width: '10rem',
      cell: (item) => (
        <>
          {item.workflow === 'solicitation'
            ? t('annualPlan.targetEachText', { count: item.target })
            : t(`annualPlan.workflows.${item.workflow}`)}
          {item.reportWanted && (
            <>
              {' '}
              <Tag>{t('annualPlan.report')}</Tag>
            </>
          )}
        </>
      ),
    },
    {
      key: 'participants',
      title: t('annualPlan.participants'),
      width: '7.5rem',
      cell: ({ participants, groupName }) => groupName ?? t(`annualPlan.participantsOf.${participants}`),
    },
    {
      key: 'responsible',
      title: t('annualPlan.responsible'),
      width: '8.5rem',
      cell: ({ responsibleName, leaderName, leadOffice, cooperating }) => (
        <>
          {responsibleName ?? t('vocabulary.roles.staff')}
          {leaderName !== null && (
            <div className={styles.aside}>{t('annualPlan.leaderNamed', { name: leaderName })}</div>
          )}
          {leadOffice !== null && (
            <div className={styles.aside}>{t('annualPlan.leadOfficeNamed', { name: leadOffice })}</div>
          )}
          {cooperating.length > 0 && (
            <div className={styles.aside}>
              {t('annualPlan.cooperatingNamed', { names: cooperating.join(t('app.comma')) })}
            </div>
          )}
        </>
      ),
    },
    ...(plan.isEditable
      ? [
          {
            key: 'actions',
            title: t('annualPlan.editItem'),
            width: '8.5rem',
            isScreenOnly: true,
            onCard: 'bare' as const,
            cell: (item: PlanItem) => (
              <span className={styles.rowActions}>
                <Button
                  size="small"
                  aria-label={`${t('annualPlan.editItem')}${t('app.colon')}${item.title}`}
                  onClick={() => setEdited(item)}
                >
                  {t('annualPlan.change')}
                </Button>
                <Button
                  size="small"
                  type="text"
                  aria-label={`${t('annualPlan.removeItem')}${t('app.colon')}${item.title}`}
                  onClick={() => setRemoved(item)}
                >
                  {t('annualPlan.removeItem')}
                </Button>
              </span>
            ),
          },
        ]
      : []),
  ];
  const add = (
    <>
      <Button
        type={plan.items.length === 0 ? 'primary' : 'default'}
        onClick={() => void navigate(urls.planReading(committee.id, plan.id))}
      >
        {t('annualPlan.reading.start')}
      </Button>
      <Button onClick={() => setEdited('new')}>{t('annualPlan.addItem')}</Button>
    </>
  );
  return (
    <Section
      title={t('annualPlan.itemsTitle')}
      flush
      actions={plan.isEditable && plan.items.length > 0 ? add : undefined}
    >
      {plan.items.length === 0 ? (
        <EmptyState title={t('annualPlan.noItems')} text={t('annualPlan.noItemsText')}>
          {plan.isEditable && add}
        </EmptyState>
      ) : (
        <DataList
          label={t('annualPlan.itemsTitle')}
          rows={byCategory(plan.items)}
          columns={columns}
          rowKey={({ id }) => id}
          groupOf={({ category }) => t(`vocabulary.categories.${category}`)}
        />
      )}
      {edited !== null && (
        <ItemEditor plan={plan} item={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      {removed !== null && <RemoveDialog plan={plan} item={removed} onClose={() => setRemoved(null)} />}
    </Section>
  );
}

/** Whom the clerk still has to fill in. */
function Wanted({ item: { wanted } }: { item: PlanItem }) {
  const { t } = useTranslation();
  return wanted.map(({ field, formerName }) => (
    <div key={field}>
      <Tag tone="yellow">{t('annualPlan.copy.toFill')}</Tag>{' '}
      <span className={styles.aside}>{t(`annualPlan.wanted.${field}`, { name: formerName })}</span>
    </div>
  ));
}

/** Categories in the order in which they first appear, items in theirs. */
function byCategory(items: readonly PlanItem[]): PlanItem[] {
  const order = [...new Set(items.map(({ category }) => category))];
  return order.flatMap((category) => items.filter((item) => item.category === category));
}

function RemoveDialog({ plan, item, onClose }: { plan: Plan; item: PlanItem; onClose: () => void }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const remove = useMutation(
    api.annualPlan.removeItem.mutationOptions({
      onSuccess: () => {
        toast(t('annualPlan.removed', { title: item.title }));
        onClose();
      },
    }),
  );
  return (
    <Dialog
      title={t('annualPlan.removeItem')}
      confirmLabel={t('annualPlan.removeItem')}
      isPending={remove.isPending}
      isDanger
      onConfirm={() =>
        remove.mutate({
          committeeId: committee.id,
          planId: plan.id,
          itemId: item.id,
          lockVersion: plan.lockVersion,
        })
      }
      onClose={onClose}
    >
      <p>{t('annualPlan.removeConfirm', { title: item.title })}</p>
      {remove.error !== null && <FailureNotice error={remove.error} />}
    </Dialog>
  );
}
