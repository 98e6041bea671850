import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Task } from '../lib/api';
import { failureOf } from '../lib/failure';
import { newId } from '../lib/identifiers';
import { toast } from '../lib/toast';
import { useToday } from '../lib/use-dates';
import { useFailureText } from '../lib/use-failure-text';
import { Callout } from './callout';
import { DateInput } from './date-input';
import { Dialog } from './dialog';
import { Field } from './field';

interface ContributionDialogProps {
  readonly task: Task;
  /** The name the record is made for; null when it is one's own. */
  readonly forName: string | null;
  onClose(): void;
}

/** Records something handed in: how many, on which day. One form records once, however often it is sent. */
export function ContributionDialog({ task, forName, onClose }: ContributionDialogProps) {
  const { t } = useTranslation();
  const sentence = useFailureText();
  const today = useToday();
  const [idempotencyKey] = useState(newId);
  const [amount, setAmount] = useState('1');
  const [doneOn, setDoneOn] = useState(today);
  const [note, setNote] = useState('');
  const contribute = useMutation(
    api.task.contribute.mutationOptions({
      onSuccess: () => {
        toast(t('task.recorded_ok'));
        onClose();
      },
    }),
  );
  const failure = contribute.error === null ? null : failureOf(contribute.error);
  const size = forName === null ? 'large' : undefined;
  return (
    <Dialog
      title={task.title}
      confirmLabel={t('task.record')}
      isPending={contribute.isPending}
      onConfirm={() =>
        contribute.mutate({
          committeeId: task.committeeId,
          taskId: task.id,
          amount: Number(amount),
          doneOn,
          note: note.trim() === '' ? null : note.trim(),
          idempotencyKey,
        })
      }
      onClose={onClose}
    >
      <p>{forName === null ? t('task.contributeText') : t('task.contributeFor', { name: forName })}</p>
      {task.target > 1 && (
        <Field label={t('task.amount')}>
          {(control) => (
            <Input
              {...control}
              size={size}
              type="number"
              inputMode="numeric"
              min={1}
              max={99}
              value={amount}
              onChange={(event) => setAmount(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label={t('task.when')}>
        {(control) => (
          <DateInput {...control} size={size} value={doneOn} min={task.opensOn} max={today} onChange={setDoneOn} />
        )}
      </Field>
      <Field label={t('task.note')} isOptional hint={t('task.noteHint')}>
        {(control) => (
          <Input
            {...control}
            size={size}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {failure !== null && (
        <Callout tone="red" role="alert">
          <p>{sentence(failure)}</p>
        </Callout>
      )}
    </Dialog>
  );
}
