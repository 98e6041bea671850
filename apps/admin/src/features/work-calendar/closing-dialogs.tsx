import { useMutation, useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../components/date-input';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { QueryView } from '../../components/query-view';
import { api, type Closing } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { useDates } from '../../lib/use-dates';
import { useFailureText } from '../../lib/use-failure-text';
import { useTrial } from '../../lib/use-trial';
import { Ripple } from './change-view';

/** Closes on a day: first what would move, then the deed. */
export function AddClosingDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { t } = useTranslation();
  const dates = useDates();
  const sentence = useFailureText();
  const { committee } = useHere();
  const firstDay = `${year}-01-01`;
  const [on, setOn] = useState(committee.today > firstDay ? committee.today : firstDay);
  const [name, setName] = useState('');
  const input = { committeeId: committee.id, on, name: name.trim() };
  const trial = useTrial(input, (tried) =>
    api.workCalendar.addClosing.queryOptions({ input: { ...tried, isTrial: true } }),
  );
  const add = useMutation(
    api.workCalendar.addClosing.mutationOptions({
      onSuccess: () => {
        toast(t('workCalendar.closed', { date: dates.day(on) }));
        onClose();
      },
    }),
  );
  const error = add.error ?? trial.error;
  const failure = error === null ? null : failureOf(error);
  const field = failure?.kind === 'refused' ? failure.field : null;
  const fieldError = (name: string) => (failure !== null && field === name ? sentence(failure) : null);
  return (
    <Dialog
      title={t('workCalendar.addClosing')}
      confirmLabel={t(trial.answer === undefined ? 'workCalendar.tryChange' : 'workCalendar.confirmClosing')}
      isPending={add.isPending || trial.isTrying}
      isWide={trial.answer !== undefined && trial.answer.moves.length > 0}
      onConfirm={() => {
        if (on === '') return;
        add.reset();
        if (trial.answer === undefined) trial.tryIt();
        else add.mutate({ ...input, isTrial: false });
      }}
      onClose={onClose}
    >
      <p>{t('workCalendar.addClosingText')}</p>
      <Field label={t('workCalendar.closingOn')} error={fieldError('on')}>
        {(control) => <DateInput {...control} min={committee.today} value={on} onChange={setOn} />}
      </Field>
      <Field label={t('workCalendar.closingName')} error={fieldError('name')} hint={t('workCalendar.closingNameHint')}>
        {(control) => (
          <Input {...control} maxLength={50} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      {error !== null && field === null && <FailureNotice error={error} />}
      {trial.answer !== undefined && <Ripple moves={trial.answer.moves} />}
    </Dialog>
  );
}

/** Opens again on a day that was to be closed. */
export function RemoveClosingDialog({ closing, onClose }: { closing: Closing; onClose: () => void }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { committee } = useHere();
  const { on } = closing;
  const trial = useQuery(
    api.workCalendar.removeClosing.queryOptions({
      input: { committeeId: committee.id, on, isTrial: true },
      staleTime: 0,
    }),
  );
  const remove = useMutation(
    api.workCalendar.removeClosing.mutationOptions({
      onSuccess: () => {
        toast(t('workCalendar.reopened', { date: dates.day(on) }));
        onClose();
      },
    }),
  );
  return (
    <Dialog
      title={t('workCalendar.removeClosing')}
      confirmLabel={t('workCalendar.removeClosing')}
      isPending={remove.isPending}
      isBlocked={!trial.isSuccess}
      isWide={trial.data !== undefined && trial.data.moves.length > 0}
      onConfirm={() => remove.mutate({ committeeId: committee.id, on, isTrial: false })}
      onClose={onClose}
    >
      <p>{t('workCalendar.removeClosingText', { date: dates.day(on), name: closing.name })}</p>
      {remove.error !== null && <FailureNotice error={remove.error} />}
      <QueryView query={trial} rows={2}>
        {({ moves }) => <Ripple moves={moves} />}
      </QueryView>
    </Dialog>
  );
}
