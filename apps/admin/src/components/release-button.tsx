import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Task } from '../lib/api';
import { toast } from '../lib/toast';
import { FailureNotice } from './failure-notice';

/** Lets a paused task go on; a handling unit's task is released to it for the first time. */
export function ReleaseButton({ task, label }: { task: Task; label?: string }) {
  const { t } = useTranslation();
  const release = useMutation(api.task.release.mutationOptions({ onSuccess: () => toast(t('task.released')) }));
  return (
    <>
      <Button
        aria-label={label}
        loading={release.isPending}
        onClick={() =>
          release.mutate({ committeeId: task.committeeId, taskId: task.id, lockVersion: task.lockVersion })
        }
      >
        {t(task.hold?.reason === null ? 'task.releaseToUnit' : 'task.release')}
      </Button>
      {release.error !== null && <FailureNotice error={release.error} onReload={release.reset} />}
    </>
  );
}
