import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BatchBar } from '../../components/batch-bar';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { client, type Task } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { toast } from '../../lib/toast';
import { useFailureText } from '../../lib/use-failure-text';

const UrgeDialog = lazy(() =>
  import('../../components/urge-dialog').then(({ UrgeDialog }) => ({ default: UrgeDialog })),
);

interface TaskBatchProps {
  readonly tasks: readonly Task[];
  onClear(): void;
}

/** What can be done with several open tasks at once: urge, pause with one reason, resume. */
export function TaskBatch({ tasks, onClear }: TaskBatchProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'urge' | 'hold' | null>(null);
  const running = tasks.filter(({ status, hold }) => status === 'open' && hold === null);
  const paused = tasks.filter(({ status, hold }) => status === 'open' && hold !== null);
  const release = useEach(({ committeeId, id: taskId, lockVersion }) =>
    client.task.release({ committeeId, taskId, lockVersion }),
  );
  const close = (hasActed: boolean) => {
    setAsked(null);
    if (hasActed) onClear();
  };
  return (
    <BatchBar label={t('task.batch')} count={tasks.length} onClear={onClear}>
      {paused.length > 0 && (
        <Button loading={release.isPending} onClick={() => release.mutate(paused, { onSuccess: onClear })}>
          {t('task.batchRelease', { count: paused.length })}
        </Button>
      )}
      {running.length > 0 && (
        <Button onClick={() => setAsked('hold')}>{t('task.batchHold', { count: running.length })}</Button>
      )}
      {running.length > 0 && (
        <Button type="primary" onClick={() => setAsked('urge')}>
          {t('supervision.urgeSelected', { count: running.length })}
        </Button>
      )}
      {release.error !== null && <FailureNotice error={release.error} />}
      {asked === 'hold' && <HoldSeveral tasks={running} onClose={close} />}
      <Suspense fallback={null}>{asked === 'urge' && <UrgeDialog tasks={running} onClose={close} />}</Suspense>
    </BatchBar>
  );
}

function HoldSeveral({ tasks, onClose }: { tasks: readonly Task[]; onClose: (hasActed: boolean) => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const hold = useEach(({ committeeId, id: taskId, lockVersion }) =>
    client.task.hold({ committeeId, taskId, lockVersion, reason: reason.trim() }),
  );
  return (
    <Dialog
      title={t('task.batchHold', { count: tasks.length })}
      confirmLabel={t('task.hold')}
      isPending={hold.isPending}
      onConfirm={() => {
        setIsMissing(reason.trim() === '');
        if (reason.trim() !== '') hold.mutate(tasks, { onSuccess: () => onClose(true) });
      }}
      onClose={() => onClose(false)}
    >
      <p>{t('task.holdText')}</p>
      <Field label={t('task.holdReason')} error={isMissing ? t('app.fillIn', { label: t('task.holdReason') }) : null}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {hold.error !== null && <FailureNotice error={hold.error} />}
    </Dialog>
  );
}

/**
 * Does the same to each task, one after the other: each is judged by itself, and one that somebody else has just changed
 * stays as it is. Says how many were done and why not the rest; fails only where none was.
 */
function useEach(act: (task: Task) => Promise<unknown>) {
  const { t } = useTranslation();
  const sentence = useFailureText();
  return useMutation({
    mutationFn: async (tasks: readonly Task[]) => {
      const failures: unknown[] = [];
      for (const task of tasks) await act(task).catch((failure: unknown) => failures.push(failure));
      if (failures.length === tasks.length) throw failures[0];
      return { done: tasks.length - failures.length, failures };
    },
    onSuccess: ({ done, failures: [first] }) =>
      toast(
        first === undefined
          ? t('task.batchDone', { count: done })
          : t('task.batchPartly', { count: done, reason: sentence(failureOf(first)) }),
      ),
  });
}
