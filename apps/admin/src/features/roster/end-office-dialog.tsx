import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../components/date-input';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { api, type RosterOffice, type RosterPerson } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { urls } from '../../lib/urls';
import { useFailureText } from '../../lib/use-failure-text';

interface EndOfficeProps {
  readonly person: RosterPerson;
  readonly office: RosterOffice;
  onClose(): void;
}

/** 离任: the last day and the reason; what was done stays on record. */
export function EndOfficeDialog({ person, office, onClose }: EndOfficeProps) {
  const { t } = useTranslation();
  const sentence = useFailureText();
  const { committee } = useHere();
  const [lastOn, setLastOn] = useState(committee.today);
  const [reason, setReason] = useState('');
  const end = useMutation(
    api.roster.endOffice.mutationOptions({
      onSuccess: ({ duties, cases }) => {
        toast(t('roster.person.ended', { name: person.name }));
        if (duties + cases === 0) onClose();
      },
    }),
  );
  const failure = end.error === null ? null : failureOf(end.error);
  const field = failure?.kind === 'refused' ? failure.field : null;
  const errorOf = (name: string) => (failure !== null && field === name ? sentence(failure) : null);
  if (end.data !== undefined) {
    return <HandOverDialog held={end.data} onClose={onClose} />;
  }
  return (
    <Dialog
      title={t('roster.person.endTitle', { name: person.name })}
      confirmLabel={t('roster.person.confirmEnd')}
      isPending={end.isPending}
      isBlocked={lastOn === ''}
      isDanger
      onConfirm={() => end.mutate({ committeeId: committee.id, membershipId: office.membershipId, lastOn, reason })}
      onClose={onClose}
    >
      <p>{t('roster.person.endText')}</p>
      <Field label={t('roster.person.lastOn')} error={errorOf('lastOn')}>
        {(control) => <DateInput {...control} value={lastOn} onChange={setLastOn} />}
      </Field>
      <Field label={t('roster.person.reason')} hint={t('roster.person.reasonHint')} error={errorOf('reason')}>
        {(control) => (
          <Input {...control} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      {end.error !== null && field === null && <FailureNotice error={end.error} />}
    </Dialog>
  );
}

interface HandOverProps {
  readonly held: { readonly accountId: string; readonly name: string; readonly duties: number; readonly cases: number };
  onClose(): void;
}

/** What somebody who leaves still owes goes to somebody else next; not now is an answer, too. */
function HandOverDialog({ held, onClose }: HandOverProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  return (
    <Dialog
      title={t('roster.person.handOver')}
      confirmLabel={t('roster.person.handOver')}
      isPending={false}
      onConfirm={() => void navigate(urls.handOver(committee.id, held.accountId))}
      onClose={onClose}
    >
      <p>{t('roster.person.endDuties', { name: held.name, duties: held.duties, cases: held.cases })}</p>
    </Dialog>
  );
}
