import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { DateInput } from '../../components/date-input';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { api, type Held, type RosterOffice, type RosterPerson } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere, useReach } from '../../lib/here';
import { toast } from '../../lib/toast';
import { urls } from '../../lib/urls';
import { useFailureText } from '../../lib/use-failure-text';
import { useWords } from '../../lib/use-words';
import styles from './roster.module.css';

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
  const mayHandOver = useMayHandOver();
  const held = useQuery(
    api.task.held.queryOptions({ input: { committeeId: committee.id, accountId: person.accountId } }),
  );
  const [lastOn, setLastOn] = useState(committee.today);
  const [reason, setReason] = useState('');
  const end = useMutation(
    api.roster.endOffice.mutationOptions({
      onSuccess: (left) => {
        toast(t('roster.person.ended', { name: person.name }));
        if (!mayHandOver || !isToHandOver(left)) onClose();
      },
    }),
  );
  const failure = end.error === null ? null : failureOf(end.error);
  const field = failure?.kind === 'refused' ? failure.field : null;
  const errorOf = (name: string) => (failure !== null && field === name ? sentence(failure) : null);
  if (end.data !== undefined) {
    return <HandOverDialog held={end.data} name={person.name} onClose={onClose} />;
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
      {held.data !== undefined && (
        <Callout tone={isToHandOver(held.data) ? 'yellow' : 'plain'} role="note">
          <HeldLines held={held.data} name={person.name} />
          {isToHandOver(held.data) && mayHandOver && (
            <Link {...urls.handOver(committee.id, person.accountId)}>{t('roster.person.handOverFirst')}</Link>
          )}
        </Callout>
      )}
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
  readonly held: Held;
  readonly name: string;
  onClose(): void;
}

/** What somebody who leaves still owes goes to somebody else next; not now is an answer, too. */
function HandOverDialog({ held, name, onClose }: HandOverProps) {
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
      <HeldLines held={held} name={name} />
    </Dialog>
  );
}

/** What somebody still owes, by kind, what names them besides, and what stays their own. */
function HeldLines({ held: { duties, ownDuties, cases, items }, name }: { held: Held; name: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const mayHandOver = useMayHandOver();
  const count = duties.reduce((sum, one) => sum + one.count, 0);
  const isNamed = cases + items > 0;
  return (
    <div className={styles.held}>
      <p>
        {count > 0
          ? t('roster.person.heldDuties', { name, count, kinds: words.kindCounts(duties) })
          : t('roster.person.heldNone', { name })}
      </p>
      {isNamed && <p>{t('roster.person.heldNamed', { name, cases, items })}</p>}
      {ownDuties.length > 0 && <p>{t('roster.person.heldOwn', { kinds: words.kindCounts(ownDuties) })}</p>}
      {(count > 0 || isNamed) && (
        <p>{t(mayHandOver ? 'roster.person.heldToHandOver' : 'roster.person.heldStaffHandsOver')}</p>
      )}
    </div>
  );
}

const isToHandOver = ({ duties, cases, items }: Held): boolean => duties.length + cases + items > 0;

/** An administrator keeps the roster; duties are handed over by those whose work they are. */
function useMayHandOver(): boolean {
  const { isStaff, isLeader } = useReach();
  return isStaff || isLeader;
}
