import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { Field } from '../../components/field';
import { api } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useFailureText } from '../../lib/use-failure-text';
import { SHORTEST_PASSWORD } from './shortest-password';

type Asked = 'current' | 'next' | 'repeated';
const labels = { current: 'currentPassword', next: 'newPassword', repeated: 'repeatPassword' } as const;

/** The password one has and the new one twice, and what sends them. */
export function usePasswordChange(onChanged: () => void) {
  const [typed, setTyped] = useState<Readonly<Record<Asked, string>>>({ current: '', next: '', repeated: '' });
  const [missing, setMissing] = useState<Asked | null>(null);
  const [differs, setDiffers] = useState(false);
  const change = useMutation(api.account.changePassword.mutationOptions({ onSuccess: onChanged }));
  const send = () => {
    const lacking = (['current', 'next'] as const).find((name) => typed[name] === '') ?? null;
    const isRepeated = typed.next === typed.repeated;
    setMissing(lacking);
    setDiffers(lacking === null && !isRepeated);
    if (lacking === null && isRepeated && !change.isPending)
      change.mutate({ current: typed.current, next: typed.next });
  };
  return { typed, setTyped, missing, differs, send, isPending: change.isPending, error: change.error };
}

interface PasswordFieldsProps {
  readonly change: ReturnType<typeof usePasswordChange>;
  /** What the password one has is called here. */
  readonly currentLabel?: string;
}

export function PasswordFields({ change, currentLabel }: PasswordFieldsProps) {
  const { t } = useTranslation();
  const sentence = useFailureText();
  const { typed, setTyped, missing, differs, error } = change;
  const failure = error === null ? null : failureOf(error);
  const refusedField = failure?.kind === 'refused' ? failure.field : null;
  const labelOf = (name: Asked) =>
    name === 'current' && currentLabel !== undefined ? currentLabel : t(`account.${labels[name]}`);
  const faultOf = (name: Asked) => {
    if (missing === name) return t('app.fillIn', { label: labelOf(name) });
    if (name === 'repeated' && differs) return t('account.passwordsDiffer');
    return failure !== null && refusedField === name ? sentence(failure) : null;
  };
  return (
    <>
      {(['current', 'next', 'repeated'] as const).map((name) => (
        <Field
          key={name}
          label={labelOf(name)}
          hint={name === 'next' ? t('account.passwordHint', { count: SHORTEST_PASSWORD }) : undefined}
          error={faultOf(name)}
        >
          {(control) => (
            <Input.Password
              {...control}
              autoComplete={name === 'current' ? 'current-password' : 'new-password'}
              maxLength={200}
              value={typed[name]}
              onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      {failure !== null && refusedField === null && (
        <Callout tone="red" role="alert">
          <p>{sentence(failure)}</p>
        </Callout>
      )}
    </>
  );
}
