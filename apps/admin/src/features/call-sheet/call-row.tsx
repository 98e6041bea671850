import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { useLeaveReason } from '../../components/use-leave-reason';
import { api, type CallOutcome, type CallSheet } from '../../lib/api';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { useDates } from '../../lib/use-dates';
import styles from './call-sheet.module.css';

type Person = CallSheet['people'][number];

/** One person to call: the number to press, the four outcomes, and the calls there were. On paper the outcomes are boxes. */
export function CallRow({ person, instanceId }: { person: Person; instanceId: string }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { committee } = useHere();
  const [asksReason, setAsksReason] = useState(false);
  const { name, taskId, outcomes, calls, standing, nextAttempt } = person;
  const record = useMutation(
    api.callSheet.recordCall.mutationOptions({
      onSuccess: (_, { outcome }) => {
        setAsksReason(false);
        toast(t('callSheet.recorded', { name, outcome: t(`callSheet.outcomes.${outcome}`) }));
      },
    }),
  );
  const tick = (outcome: CallOutcome, reason: string | null = null) =>
    record.mutate({ committeeId: committee.id, instanceId, taskId, outcome, reason, attempt: nextAttempt });
  return (
    <tr>
      <th scope="row">
        {name}
        <span className={styles.standing}>{t(`callSheet.standings.${standing}`)}</span>
      </th>
      <td>
        <Phones person={person} />
      </td>
      <td>
        <div className={styles.ticks}>
          {outcomes.map((outcome) => (
            <Button
              key={outcome}
              aria-label={t('callSheet.outcomeOf', { name, outcome: t(`callSheet.outcomes.${outcome}`) })}
              disabled={record.isPending}
              onClick={() => (outcome === 'leave' ? setAsksReason(true) : tick(outcome))}
            >
              {t(`callSheet.outcomes.${outcome}`)}
            </Button>
          ))}
        </div>
        {record.error !== null && !asksReason && <FailureNotice error={record.error} />}
        {asksReason && (
          <ReasonDialog
            name={name}
            isPending={record.isPending}
            error={record.error}
            onConfirm={(reason) => tick('leave', reason)}
            onClose={() => setAsksReason(false)}
          />
        )}
      </td>
      <td>
        {calls.map(({ at, byName, outcome }) => (
          <p key={at} className={styles.soft}>
            {t('callSheet.call', {
              at: dates.moment(at),
              outcome: t(`callSheet.outcomes.${outcome}`),
              name: byName ?? t('app.system'),
            })}
          </p>
        ))}
      </td>
    </tr>
  );
}

function Phones({ person: { phone, otherPhone } }: { person: Person }) {
  const { t } = useTranslation();
  const numbers = [phone, otherPhone].filter((one) => one !== null);
  if (numbers.length === 0) return <span className={styles.soft}>{t('callSheet.noPhone')}</span>;
  return numbers.map((number) => (
    <a key={number} className={styles.phone} href={`tel:${number}`}>
      {number}
    </a>
  ));
}

function ReasonDialog(props: {
  readonly name: string;
  readonly isPending: boolean;
  readonly error: unknown;
  onConfirm(reason: string): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { fields, read } = useLeaveReason();
  return (
    <Dialog
      title={t('task.leaveOnBehalf')}
      confirmLabel={t('task.leaveConfirm')}
      isPending={props.isPending}
      onConfirm={() => {
        const reason = read();
        if (reason !== null) props.onConfirm(reason);
      }}
      onClose={props.onClose}
    >
      <p>{t('callSheet.leaveFor', { name: props.name })}</p>
      {fields}
      {props.error !== null && <FailureNotice error={props.error} />}
    </Dialog>
  );
}
