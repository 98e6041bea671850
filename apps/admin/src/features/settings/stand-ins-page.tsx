import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { Dialog } from '../../components/dialog';
import { EmptyState } from '../../components/empty-state';
import { FailureNotice } from '../../components/failure-notice';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { Tag } from '../../components/tag';
import { api, type StandIn } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { toast } from '../../lib/toast';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import { StandInDialog } from './stand-in-dialog';

/** 代办与委托: who hears instead of somebody, and who also acts in a leader's name, from when to when. */
export function StandInsPage() {
  const { t } = useTranslation();
  const { committee } = useHere();
  const { isStaff, isLeader, isAdministrator } = useReach();
  const mayKeep = isStaff || isLeader || isAdministrator;
  const [isAdding, setIsAdding] = useState(false);
  const [ended, setEnded] = useState<StandIn | null>(null);
  const query = useQuery(api.standIn.list.queryOptions({ input: { committeeId: committee.id } }));
  const add = (
    <Button type="primary" onClick={() => setIsAdding(true)}>
      {t('settings.standIns.add')}
    </Button>
  );
  return (
    <Page
      title={t('settings.standIns.title')}
      above={<Link {...urls.settings(committee.id)}>{t('settings.title')}</Link>}
      lead={t('settings.standIns.lead')}
      actions={mayKeep && (query.data?.length ?? 0) > 0 ? add : undefined}
    >
      <Section flush>
        <QueryView query={query} rows={4}>
          {(standIns) =>
            standIns.length === 0 ? (
              <EmptyState title={t('settings.standIns.none')} text={t('settings.standIns.noneText')}>
                {mayKeep && add}
              </EmptyState>
            ) : (
              <StandInList standIns={standIns} onEnd={mayKeep ? setEnded : null} />
            )
          }
        </QueryView>
      </Section>
      {isAdding && <StandInDialog onClose={() => setIsAdding(false)} />}
      {ended !== null && <EndDialog standIn={ended} onClose={() => setEnded(null)} />}
    </Page>
  );
}

interface StandInListProps {
  readonly standIns: readonly StandIn[];
  /** Null where the reader only looks on. */
  readonly onEnd: ((standIn: StandIn) => void) | null;
}

function StandInList({ standIns, onEnd }: StandInListProps) {
  const { t } = useTranslation();
  const dates = useDates();
  const { committee } = useHere();
  const columns: Column<StandIn>[] = [
    {
      key: 'who',
      title: t('settings.standIns.who'),
      cell: ({ name, standInName }) => <b>{t('settings.standIns.byFor', { by: standInName, for: name })}</b>,
    },
    {
      key: 'kind',
      title: t('settings.standIns.kind'),
      width: '8rem',
      cell: ({ kind }) => t(`settings.standIns.kinds.${kind}`),
    },
    {
      key: 'when',
      title: t('settings.standIns.when'),
      width: '15rem',
      cell: ({ fromOn, toOn }) =>
        toOn === null ? t('settings.standIns.openEnd', { from: dates.day(fromOn) }) : dates.range(fromOn, toOn),
    },
    {
      key: 'state',
      title: t('annualPlan.state'),
      width: '7rem',
      onCard: 'top',
      cell: (one) => <Tag>{t(`settings.standIns.states.${stateOf(one, committee.today)}`)}</Tag>,
    },
    { key: 'by', title: t('settings.standIns.enteredBy'), width: '7rem', cell: ({ enteredByName }) => enteredByName },
    {
      key: 'end',
      title: t('settings.standIns.end'),
      width: '6rem',
      onCard: 'bare',
      isScreenOnly: true,
      cell: (one) =>
        onEnd !== null &&
        ['ahead', 'running'].includes(stateOf(one, committee.today)) && (
          <Button
            size="small"
            aria-label={`${t('settings.standIns.end')}${t('app.colon')}${one.standInName}`}
            onClick={() => onEnd(one)}
          >
            {t('settings.standIns.end')}
          </Button>
        ),
    },
  ];
  return <DataList label={t('settings.standIns.title')} rows={standIns} columns={columns} rowKey={({ id }) => id} />;
}

function stateOf({ fromOn, toOn, endedAt }: StandIn, today: string): 'ended' | 'ahead' | 'running' | 'over' {
  if (endedAt !== null) return 'ended';
  if (fromOn > today) return 'ahead';
  return toOn === null || today <= toOn ? 'running' : 'over';
}

function EndDialog({ standIn, onClose }: { standIn: StandIn; onClose: () => void }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const end = useMutation(
    api.standIn.end.mutationOptions({
      onSuccess: () => {
        toast(t('settings.standIns.endedOk'));
        onClose();
      },
    }),
  );
  return (
    <Dialog
      title={t('settings.standIns.end')}
      confirmLabel={t('settings.standIns.end')}
      isPending={end.isPending}
      onConfirm={() => end.mutate({ committeeId: committee.id, standInId: standIn.id })}
      onClose={onClose}
    >
      <p>{t('settings.standIns.endText', { by: standIn.standInName, for: standIn.name })}</p>
      {end.error !== null && <FailureNotice error={end.error} />}
    </Dialog>
  );
}
