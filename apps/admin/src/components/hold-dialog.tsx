import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Task } from '../lib/api';
import { failureOf } from '../lib/failure';
import { toast } from '../lib/toast';
import { ConflictNotice } from './conflict-notice';
import { Dialog } from './dialog';
import { FailureNotice } from './failure-notice';
import { Field } from './field';

/** Pauses a task, with the reason that stays in its record. */
export function HoldDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [lockVersion, setLockVersion] = useState(task.lockVersion);
  const hold = useMutation(
    api.task.hold.mutationOptions({
      onSuccess: () => {
        toast(t('task.heldOk'));
        onClose();
      },
    }),
  );
  const failure = hold.error === null ? null : failureOf(hold.error);
  return (
    <Dialog
      title={`${t('task.hold')}${t('app.colon')}${task.title}`}
      confirmLabel={t('task.hold')}
      isPending={hold.isPending}
      isBlocked={failure?.kind === 'conflict'}
      onConfirm={() => {
        setIsMissing(reason.trim() === '');
        if (reason.trim() === '') return;
        hold.mutate({ committeeId: task.committeeId, taskId: task.id, reason: reason.trim(), lockVersion });
      }}
      onClose={onClose}
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
      {failure?.kind === 'conflict' && (
        <ConflictNotice
          onReload={onClose}
          onKeep={() => {
            setLockVersion(failure.currentLockVersion);
            hold.reset();
          }}
        />
      )}
      {failure !== null && failure.kind !== 'conflict' && <FailureNotice error={hold.error} />}
    </Dialog>
  );
}
