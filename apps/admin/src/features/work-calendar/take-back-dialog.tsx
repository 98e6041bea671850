import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { QueryView } from '../../components/query-view';
import { api } from '../../lib/api';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { ChangedDays, Ripple } from './change-view';

/** Takes a wrong notice back: first the days and dates that would return, then the deed. */
export function TakeBackDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const input = { committeeId: committee.id, year };
  const trial = useQuery(
    api.workCalendar.takeBackYear.queryOptions({
      input: { ...input, lockVersion: 0, isTrial: true },
      staleTime: 0,
      gcTime: 0,
    }),
  );
  const takeBack = useMutation(
    api.workCalendar.takeBackYear.mutationOptions({
      onSuccess: (done) => {
        toast(t('workCalendar.takenBack', { year, count: done.moves.length }));
        onClose();
      },
    }),
  );
  return (
    <Dialog
      title={t('workCalendar.takeBackTitle', { year })}
      confirmLabel={t('workCalendar.takeBack')}
      isPending={takeBack.isPending}
      isBlocked={!trial.isSuccess || trial.isFetching}
      isWide={trial.data !== undefined && trial.data.moves.length > 0}
      isDanger
      onConfirm={() => {
        if (trial.data === undefined) return;
        takeBack.mutate({ ...input, lockVersion: trial.data.lockVersion, isTrial: false });
      }}
      onClose={onClose}
    >
      {takeBack.error !== null && (
        <FailureNotice error={takeBack.error} onReload={() => void trial.refetch().then(() => takeBack.reset())} />
      )}
      <QueryView query={trial} rows={3}>
        {({ becomes, changedDays, moves }) => (
          <>
            <p>{t(`workCalendar.takeBackText.${becomes}`, { year })}</p>
            <ChangedDays days={changedDays} />
            <Ripple moves={moves} />
          </>
        )}
      </QueryView>
    </Dialog>
  );
}
