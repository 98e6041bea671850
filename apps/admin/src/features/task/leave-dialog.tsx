import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { useLeaveReason } from '../../components/use-leave-reason';
import { api, type TaskDetail } from '../../lib/api';
import { toast } from '../../lib/toast';

interface LeaveDialogProps {
  readonly task: TaskDetail;
  /** Whom staff ask for; null where the member asks in person. */
  readonly forName: string | null;
  onClose(): void;
}

/** Asks for leave from an invitation. */
export function LeaveDialog({ task, forName, onClose }: LeaveDialogProps) {
  const { t } = useTranslation();
  const { fields, read } = useLeaveReason();
  const ask = useMutation(
    api.task.requestLeave.mutationOptions({
      onSuccess: () => {
        toast(t('task.leaveAsked'));
        onClose();
      },
    }),
  );
  return (
    <Dialog
      title={`${t('task.leave')}${t('app.colon')}${task.title}`}
      confirmLabel={t('task.leaveConfirm')}
      isPending={ask.isPending}
      onConfirm={() => {
        const reason = read();
        if (reason !== null) ask.mutate({ committeeId: task.committeeId, taskId: task.id, reason });
      }}
      onClose={onClose}
    >
      <p>{forName === null ? t('task.leaveText') : t('task.leaveFor', { name: forName })}</p>
      {fields}
      {ask.error !== null && <FailureNotice error={ask.error} />}
    </Dialog>
  );
}
