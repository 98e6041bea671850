import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../components/conflict-notice';
import { DateInput } from '../../components/date-input';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { api, type ScheduleEntry } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { useDates } from '../../lib/use-dates';
import { useFailureText } from '../../lib/use-failure-text';
import { useTrial } from '../../lib/use-trial';
import { MoveRipple } from './move-ripple';

interface MoveDialogProps {
  readonly entry: ScheduleEntry & { readonly occurrenceId: string };
  /** The day it was dragged to; none when the button was pressed. */
  readonly to?: string;
  onClose(): void;
}

/** 改期: to which day and why; what follows from it is shown before anything moves. */
export function MoveDialog({ entry, to: droppedOn = '', onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const dates = useDates();
  const sentence = useFailureText();
  const client = useQueryClient();
  const { committee } = useHere();
  const [to, setTo] = useState(droppedOn);
  const [reason, setReason] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const input = { committeeId: committee.id, occurrenceId: entry.occurrenceId, to };
  const trial = useTrial(input, (tried) =>
    api.schedule.move.queryOptions({ input: { ...tried, reason: '', lockVersion: null, isTrial: true } }),
  );
  const save = useMutation(
    api.schedule.move.mutationOptions({
      onSuccess: async (done) => {
        await client.invalidateQueries();
        toast(t('schedule.move.done', { title: entry.title, date: dates.day(done.to) }));
        onClose();
      },
    }),
  );
  const error = save.error ?? trial.error;
  const failure = error === null ? null : failureOf(error);
  const hasConflict = failure?.kind === 'conflict';
  const errorOf = (field: string, isMissing: boolean, missing: string) => {
    if (failure?.kind === 'refused' && failure.field === field) return sentence(failure);
    return isAsked && isMissing ? missing : null;
  };
  const { answer } = trial;
  const dateError = errorOf('to', to === '', t('schedule.move.dateMissing'));
  const reasonError = errorOf('reason', answer !== undefined && reason.trim() === '', t('schedule.move.reasonMissing'));
  const isShownAtField = failure?.kind === 'refused' && (failure.field === 'to' || failure.field === 'reason');
  return (
    <Dialog
      title={t('schedule.move.title', { title: entry.title })}
      confirmLabel={answer === undefined ? t('schedule.move.try') : t('schedule.move.confirm')}
      isPending={save.isPending || trial.isTrying}
      isBlocked={hasConflict}
      onConfirm={() => {
        const isReasonMissing = answer !== undefined && reason.trim() === '';
        setIsAsked(to === '' || isReasonMissing);
        if (to === '' || isReasonMissing) return;
        save.reset();
        if (answer === undefined) trial.tryIt();
        else save.mutate({ ...input, reason, lockVersion: answer.lockVersion, isTrial: false });
      }}
      onClose={onClose}
    >
      <p>{t(entry.day === 'held' ? 'schedule.move.nowHeld' : 'schedule.move.nowDue', { date: dates.day(entry.on) })}</p>
      <Field label={t('schedule.move.to')} error={dateError}>
        {(control) => <DateInput {...control} min={committee.today} value={to} onChange={setTo} />}
      </Field>
      {answer !== undefined && (
        <>
          <MoveRipple ripple={answer} />
          <Field label={t('schedule.move.reason')} hint={t('schedule.move.reasonHint')} error={reasonError}>
            {(control) => (
              <Input {...control} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
            )}
          </Field>
        </>
      )}
      {hasConflict && (
        <ConflictNotice
          onReload={onClose}
          onKeep={() => {
            save.reset();
            trial.tryIt();
          }}
        />
      )}
      {error !== null && !hasConflict && !isShownAtField && <FailureNotice error={error} />}
    </Dialog>
  );
}
