import { useMutation, useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Task } from '../lib/api';
import { failureOf } from '../lib/failure';
import { useHere, useReach } from '../lib/here';
import { toast } from '../lib/toast';
import { useDates } from '../lib/use-dates';
import { useFailureText } from '../lib/use-failure-text';
import { useWords } from '../lib/use-words';
import { Dialog } from './dialog';
import { FailureNotice } from './failure-notice';
import { Field } from './field';
import { isHeldOn, PersonField } from './people-fields';
import styles from './slip-dialog.module.css';

interface SlipDialogProps {
  readonly tasks: readonly Pick<Task, 'id' | 'title' | 'holder'>[];
  onClose(hasIssued: boolean): void;
}

/** Issues a supervision slip about each of some late tasks; staff say which leader ordered it. */
export function SlipDialog({ tasks, onClose }: SlipDialogProps) {
  const { t } = useTranslation();
  const words = useWords();
  const sentence = useFailureText();
  const { committee } = useHere();
  const { isLeader } = useReach();
  const onlyLeader = useOnlyLeader();
  const [demand, setDemand] = useState(t('supervision.slipDefault'));
  const [chosen, setChosen] = useState<string | null>(null);
  const leaderAccountId = isLeader ? null : (chosen ?? onlyLeader);
  const issue = useMutation(
    api.supervision.issueSlips.mutationOptions({
      onSuccess: (issued) => {
        const numbers = issued.map(words.slip).join(t('app.comma'));
        toast(t('supervision.slipIssued', { numbers }));
        onClose(true);
      },
    }),
  );
  const failure = issue.error === null ? null : failureOf(issue.error);
  const field = failure?.kind === 'refused' ? failure.field : null;
  const errorOf = (name: string) => (failure !== null && field === name ? sentence(failure) : null);
  const isElsewhere = field !== 'demand' && field !== 'leaderAccountId';
  return (
    <Dialog
      title={t('supervision.slipTitle', { count: tasks.length })}
      confirmLabel={t('supervision.slipConfirm')}
      isPending={issue.isPending}
      onConfirm={() =>
        issue.mutate({
          committeeId: committee.id,
          taskIds: tasks.map(({ id }) => id),
          demand: demand.trim(),
          leaderAccountId,
        })
      }
      onClose={() => onClose(false)}
    >
      <p>{t('supervision.slipText')}</p>
      <SlipNumbers count={tasks.length} />
      <ul className={styles.matters}>
        {tasks.map((task) => (
          <li key={task.id}>
            {task.title} · {words.holder(task.holder)}
          </li>
        ))}
      </ul>
      {!isLeader && (
        <PersonField
          label={t('supervision.slipLeader')}
          nobody={t('supervision.slipLeaderNone')}
          office="leader"
          value={leaderAccountId}
          error={errorOf('leaderAccountId')}
          onChange={setChosen}
        />
      )}
      <Field label={t('supervision.slipDemand')} error={errorOf('demand')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 3, maxRows: 8 }}
            maxLength={500}
            value={demand}
            onChange={(event) => setDemand(event.target.value)}
          />
        )}
      </Field>
      {failure !== null && isElsewhere && <FailureNotice error={issue.error} />}
    </Dialog>
  );
}

/** The numbers and the date the slips would have, as the register goes on: nobody need count. */
function SlipNumbers({ count }: { count: number }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const { committee } = useHere();
  // Somebody else may have issued one since the dialog was last open.
  const next = useQuery(
    api.supervision.nextSlip.queryOptions({ input: { committeeId: committee.id }, refetchOnMount: 'always' }),
  );
  if (next.data === undefined) return null;
  const { year, number, issuedOn } = next.data;
  const date = dates.day(issuedOn);
  return (
    <p>
      {count === 1
        ? t('supervision.slipNumbered', { number: words.slip({ year, number }), date })
        : t('supervision.slipsNumbered', {
            first: words.slip({ year, number }),
            last: words.slip({ year, number: number + count - 1 }),
            date,
          })}
    </p>
  );
}

/** The committee's leader, where there is only one to name. */
function useOnlyLeader(): string | null {
  const { committee } = useHere();
  const people = useQuery(api.committee.people.queryOptions({ input: { committeeId: committee.id } }));
  const leaders = (people.data ?? []).filter(({ memberships }) =>
    memberships.some((office) => office.role === 'leader' && isHeldOn(office, committee.today)),
  );
  return leaders.length === 1 ? (leaders[0]?.accountId ?? null) : null;
}
