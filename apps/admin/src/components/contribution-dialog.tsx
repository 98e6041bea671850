import { useMutation } from '@tanstack/react-query';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type InvitationAnswer, type Task } from '../lib/api';
import { failureOf } from '../lib/failure';
import { newId } from '../lib/identifiers';
import { toast } from '../lib/toast';
import { useToday } from '../lib/use-dates';
import { useFailureText } from '../lib/use-failure-text';
import { Callout } from './callout';
import { DateInput } from './date-input';
import { Dialog } from './dialog';
import { Field, FieldGroup } from './field';

interface ContributionDialogProps {
  readonly task: Task;
  /** The name the record is made for; null when it is one's own. */
  readonly forName: string | null;
  onClose(): void;
}

const answers: readonly InvitationAnswer[] = ['coming', 'not-coming'];

/**
 * Records something handed in: how many, on which day; or the answer to an invitation. One form records once, however
 * often it is sent.
 */
export function ContributionDialog({ task, forName, onClose }: ContributionDialogProps) {
  const { t } = useTranslation();
  const sentence = useFailureText();
  const today = useToday();
  const [idempotencyKey] = useState(newId);
  const [amount, setAmount] = useState('1');
  const [doneOn, setDoneOn] = useState(today);
  const [note, setNote] = useState('');
  const [answer, setAnswer] = useState<InvitationAnswer | null>(null);
  const [isAnswerMissing, setIsAnswerMissing] = useState(false);
  const isInvitation = task.kind === 'answer-invitation';
  const contribute = useMutation(
    api.task.contribute.mutationOptions({
      onSuccess: () => {
        toast(t(isInvitation && forName === null ? 'task.replied' : 'task.recorded_ok'));
        onClose();
      },
    }),
  );
  const failure = contribute.error === null ? null : failureOf(contribute.error);
  const size = forName === null ? 'large' : undefined;
  return (
    <Dialog
      title={task.title}
      confirmLabel={t(isInvitation ? 'task.reply' : 'task.record')}
      isPending={contribute.isPending}
      onConfirm={() => {
        setIsAnswerMissing(isInvitation && answer === null);
        if (isInvitation && answer === null) return;
        contribute.mutate({
          committeeId: task.committeeId,
          taskId: task.id,
          amount: Number(amount),
          doneOn,
          note: note.trim() === '' ? null : note.trim(),
          answer,
          idempotencyKey,
        });
      }}
      onClose={onClose}
    >
      <p>
        {forName === null
          ? t(isInvitation ? 'task.answerText' : 'task.contributeText')
          : t(isInvitation ? 'task.answerFor' : 'task.contributeFor', { name: forName })}
      </p>
      {isInvitation && (
        <FieldGroup label={t('task.answer')} error={isAnswerMissing ? t('failure.refusal.answer-missing') : null}>
          <Radio.Group
            size={size ?? 'middle'}
            buttonStyle="solid"
            optionType="button"
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
            options={answers.map((value) => ({ value, label: t(`vocabulary.answers.${value}`) }))}
          />
        </FieldGroup>
      )}
      {answer === 'not-coming' && forName === null && (
        <Callout tone="accent" role="note">
          <p>{t('task.notComingText')}</p>
        </Callout>
      )}
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
      {!(isInvitation && forName === null) && (
        <Field label={t(isInvitation ? 'task.repliedOn' : 'task.when')}>
          {(control) => (
            <DateInput {...control} size={size} value={doneOn} min={task.opensOn} max={today} onChange={setDoneOn} />
          )}
        </Field>
      )}
      <Field label={t('task.note')} isOptional hint={t(isInvitation ? 'task.answerNoteHint' : 'task.noteHint')}>
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
