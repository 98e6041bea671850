import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type Task } from '../lib/api';
import { toast } from '../lib/toast';
import { Dialog } from './dialog';
import { FailureNotice } from './failure-notice';

/** The clerk's answer to "done but not recorded?": it really is not done. */
export function NotDoneDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useTranslation();
  const confirm = useMutation(
    api.task.confirmNotDone.mutationOptions({
      onSuccess: () => {
        toast(t('task.notDoneOk'));
        onClose();
      },
    }),
  );
  return (
    <Dialog
      title={task.title}
      confirmLabel={t('task.notDone')}
      isPending={confirm.isPending}
      onConfirm={() => confirm.mutate({ committeeId: task.committeeId, taskId: task.id })}
      onClose={onClose}
    >
      <p>{t('task.notDoneText')}</p>
      {confirm.error !== null && <FailureNotice error={confirm.error} />}
    </Dialog>
  );
}
