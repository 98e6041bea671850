import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { Dialog } from '../../components/dialog';
import { Field } from '../../components/field';
import { api } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { toast } from '../../lib/toast';
import { useFailureText } from '../../lib/use-failure-text';
import { SHORTEST_PASSWORD } from './shortest-password';

/** Changes one's own password. */
export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useFailureText();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeated, setRepeated] = useState('');
  const [missing, setMissing] = useState<'currentPassword' | 'newPassword' | null>(null);
  const [differs, setDiffers] = useState(false);
  const change = useMutation(
    api.account.changePassword.mutationOptions({
      onSuccess: () => {
        toast(t('account.passwordChanged'));
        onClose();
      },
    }),
  );
  const failure = change.error === null ? null : failureOf(change.error);
  const fields = { currentPassword: 'current', newPassword: 'next' } as const;
  const fault = (name: 'currentPassword' | 'newPassword') => {
    if (missing === name) return t('app.fillIn', { label: t(`account.${name}`) });
    return failure?.kind === 'refused' && failure.field === fields[name] ? sentence(failure) : null;
  };
  return (
    <Dialog
      title={t('app.changePassword')}
      confirmLabel={t('app.save')}
      isPending={change.isPending}
      onConfirm={() => {
        const lacking = current === '' ? 'currentPassword' : next === '' ? 'newPassword' : null;
        setMissing(lacking);
        setDiffers(lacking === null && next !== repeated);
        if (lacking === null && next === repeated) change.mutate({ current, next });
      }}
      onClose={onClose}
    >
      <Field label={t('account.currentPassword')} error={fault('currentPassword')}>
        {(control) => (
          <Input.Password
            {...control}
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={t('account.newPassword')}
        hint={t('account.passwordHint', { count: SHORTEST_PASSWORD })}
        error={fault('newPassword')}
      >
        {(control) => (
          <Input.Password
            {...control}
            autoComplete="new-password"
            value={next}
            onChange={(event) => setNext(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('account.repeatPassword')} error={differs ? t('account.passwordsDiffer') : null}>
        {(control) => (
          <Input.Password
            {...control}
            autoComplete="new-password"
            value={repeated}
            onChange={(event) => setRepeated(event.target.value)}
          />
        )}
      </Field>
      {failure !== null && !(failure.kind === 'refused' && failure.field !== null) && (
        <Callout tone="red" role="alert">
          <p>{sentence(failure)}</p>
        </Callout>
      )}
    </Dialog>
  );
}
