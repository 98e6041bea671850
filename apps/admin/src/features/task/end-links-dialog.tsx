import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { api, type TaskDetail } from '../../lib/api';
import { toast } from '../../lib/toast';

/** Ends the links that were sent about a duty, for when one was forwarded or reached the wrong phone. */
export function EndLinksDialog({ task, onClose }: { task: TaskDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const end = useMutation(
    api.memberPage.endLinks.mutationOptions({
      onSuccess: ({ ended }) => {
        toast(t('task.linksEnded', { count: ended }));
        onClose();
      },
    }),
  );
  return (
    <Dialog
      title={`${t('task.endLinks')}${t('app.colon')}${task.title}`}
      confirmLabel={t('task.endLinks')}
      isPending={end.isPending}
      onConfirm={() => end.mutate({ committeeId: task.committeeId, taskId: task.id })}
      onClose={onClose}
    >
      <p>{t('task.endLinksText')}</p>
      {end.error !== null && <FailureNotice error={end.error} />}
    </Dialog>
  );
}
