import { useMutation, useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../components/date-input';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { QueryView } from '../../components/query-view';
import { api, type CalendarChange, type Closing } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { useDates } from '../../lib/use-dates';
import { useFailureText } from '../../lib/use-failure-text';
import { Moves } from './change-view';

/** Closes on a day: first what would move, then the deed. */
export function AddClosingDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { t } = useTranslation();
  const dates = useDates();
  const sentence = useFailureText();
  const { committee } = useHere();
  const firstDay = `${year}-01-01`;
  const [on, setOn] = useState(committee.today > firstDay ? committee.today : firstDay);
  const [name, setName] = useState('');
  const [tried, setTried] = useState<Closing | null>(null);
  const isTried = tried !== null && tried.on === on && tried.name === name.trim();
  const trial = useQuery({
    ...api.workCalendar.addClosing.queryOptions({
      input: { committeeId: committee.id, on, name: name.trim(), isTrial: true },
      staleTime: 0,
    }),
    enabled: isTried,
  });
  const add = useMutation(
    api.workCalendar.addClosing.mutationOptions({
      onSuccess: () => {
        toast(t('workCalendar.closed', { date: dates.day(on) }));
        onClose();
      },
    }),
  );
  const error = add.error ?? (isTried ? trial.error : null);
  const failure = error === null ? null : failureOf(error);
  const fieldError = (field: string) =>
    failure?.kind === 'refused' && failure.field === field ? sentence(failure) : null;
  const isNamed = failure?.kind === 'refused' && (failure.field === 'on' || failure.field === 'name');
  const isReady = isTried && trial.isSuccess && !trial.isFetching;
  return (
    <Dialog
      title={t('workCalendar.addClosing')}
      confirmLabel={isReady ? t('workCalendar.confirmClosing') : t('workCalendar.tryChange')}
      isPending={add.isPending || (isTried && trial.isFetching)}
      onConfirm={() => {
        if (on === '') return;
        if (isReady) add.mutate({ committeeId: committee.id, on, name: name.trim(), isTrial: false });
        else {
          add.reset();
          setTried({ on, name: name.trim() });
        }
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
      {error !== null && !isNamed && <FailureNotice error={error} />}
      {isTried && trial.data !== undefined && error === null && <Ripple change={trial.data} />}
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
      onConfirm={() => remove.mutate({ committeeId: committee.id, on, isTrial: false })}
      onClose={onClose}
    >
      <p>{t('workCalendar.removeClosingText', { date: dates.day(on), name: closing.name })}</p>
      {remove.error !== null && <FailureNotice error={remove.error} />}
      <QueryView query={trial} rows={2}>
        {(change) => <Ripple change={change} />}
      </QueryView>
    </Dialog>
  );
}

/** The dates that follow, under the question. */
function Ripple({ change }: { change: CalendarChange }) {
  const { t } = useTranslation();
  if (change.moves.length === 0) return <p role="status">{t('workCalendar.noMoves')}</p>;
  return (
    <div role="status">
      <p>{t('workCalendar.moves', { count: change.moves.length })}</p>
      <Moves moves={change.moves} />
    </div>
  );
}
