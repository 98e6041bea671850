import { useMutation } from '@tanstack/react-query';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field, FieldGroup } from '../../components/field';
import { api, type TaskDetail } from '../../lib/api';
import { toast } from '../../lib/toast';

const reasons = ['away', 'ill', 'meeting', 'other'] as const;
type Reason = (typeof reasons)[number];

interface LeaveDialogProps {
  readonly task: TaskDetail;
  /** Whom staff ask for; null where the member asks in person. */
  readonly forName: string | null;
  onClose(): void;
}

/** Asks for leave from an invitation: one of the usual reasons, with a word of explanation where it is none of them. */
export function LeaveDialog({ task, forName, onClose }: LeaveDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<Reason | null>(null);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState<'reason' | 'note' | null>(null);
  const ask = useMutation(
    api.task.requestLeave.mutationOptions({
      onSuccess: () => {
        toast(t('task.leaveAsked'));
        onClose();
      },
    }),
  );
  const send = () => {
    const said = note.trim();
    const lacking = reason === null ? 'reason' : reason === 'other' && said === '' ? 'note' : null;
    setMissing(lacking);
    if (reason === null || lacking !== null) return;
    const usual = t(`task.leaveReasons.${reason}`);
    const text = reason === 'other' ? said : said === '' ? usual : `${usual}${t('app.colon')}${said}`;
    ask.mutate({ committeeId: task.committeeId, taskId: task.id, reason: text });
  };
  return (
    <Dialog
      title={`${t('task.leave')}${t('app.colon')}${task.title}`}
      confirmLabel={t('task.leaveConfirm')}
      isPending={ask.isPending}
      onConfirm={send}
      onClose={onClose}
    >
      <p>{forName === null ? t('task.leaveText') : t('task.leaveFor', { name: forName })}</p>
      <FieldGroup label={t('task.leaveReason')} error={missing === 'reason' ? t('task.leaveReasonMissing') : null}>
        <Radio.Group
          value={reason}
          options={reasons.map((value) => ({ value, label: t(`task.leaveReasons.${value}`) }))}
          onChange={(event) => setReason(event.target.value as Reason)}
        />
      </FieldGroup>
      <Field
        label={t('task.note')}
        isOptional={reason !== 'other'}
        error={missing === 'note' ? t('app.fillIn', { label: t('task.note') }) : null}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={400}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {ask.error !== null && <FailureNotice error={ask.error} />}
    </Dialog>
  );
}
