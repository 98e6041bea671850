import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { api, type LoginRow, type LoginSlip } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { useFailureText } from '../../lib/use-failure-text';
import { useRoleWords } from './use-role-words';

interface GiveDialogProps {
  readonly people: readonly LoginRow[];
  onGiven(slips: readonly LoginSlip[]): void;
  onClose(): void;
}

/** A login name for each, with what the person will be when signing in; all are given logins, or nobody is. */
export function GiveDialog({ people, onGiven, onClose }: GiveDialogProps) {
  const { t } = useTranslation();
  const sentence = useFailureText();
  const roleWords = useRoleWords();
  const { committee } = useHere();
  const [names, setNames] = useState(() => people.map(({ proposedLoginName }) => proposedLoginName));
  const give = useMutation(api.login.give.mutationOptions({ onSuccess: onGiven }));
  const failure = give.error === null ? null : failureOf(give.error);
  const refusedField = failure?.kind === 'refused' ? failure.field : null;
  const fieldOf = (index: number) => `logins.${index}.loginName`;
  const isNamed = people.some((_, index) => refusedField === fieldOf(index));
  return (
    <Dialog
      title={people.length === 1 ? t('login.giveTitle', { name: people[0]?.name }) : t('login.giveTitleSeveral')}
      confirmLabel={t('login.giveConfirm')}
      isPending={give.isPending}
      onConfirm={() =>
        give.mutate({
          committeeId: committee.id,
          logins: people.map(({ accountId }, index) => ({ accountId, loginName: names[index] ?? '' })),
        })
      }
      onClose={onClose}
    >
      <p>{t('login.giveText')}</p>
      {people.map((person, index) => (
        <Field
          key={person.accountId}
          label={t('login.loginNameOf', { name: person.name })}
          hint={[person.phone, t('login.willBe', { roles: roleWords(person) })]
            .filter((one) => one !== null)
            .join(' · ')}
          error={failure !== null && refusedField === fieldOf(index) ? sentence(failure) : null}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={64}
              value={names[index]}
              onChange={(event) => setNames(names.with(index, event.target.value))}
            />
          )}
        </Field>
      ))}
      {give.error !== null && !isNamed && <FailureNotice error={give.error} />}
    </Dialog>
  );
}
