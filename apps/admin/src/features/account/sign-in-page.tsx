import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Button, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { FailureNotice } from '../../components/failure-notice';
import { Field, Form } from '../../components/field';
import { api } from '../../lib/api';
import { DemoPeople } from './demo-people';
import { Door } from './door';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { to } = route.useSearch();
  const { data: session } = useQuery(api.account.session.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const [loginName, setLoginName] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<'loginName' | 'password' | null>(null);
  const passwordInput = useRef<InputRef>(null);
  const signIn = useMutation(
    api.account.signIn.mutationOptions({
      onSuccess: (signedIn) => {
        queryClient.clear();
        queryClient.setQueryData(api.account.session.queryKey(), signedIn);
        // The page one came for is opened by the route itself, which now lets one through.
        return router.invalidate();
      },
    }),
  );

  const send = () => {
    const lacking = loginName.trim() === '' ? 'loginName' : password === '' ? 'password' : null;
    setMissing(lacking);
    if (lacking === null && !signIn.isPending) signIn.mutate({ loginName: loginName.trim(), password });
  };
  const lackingText = (field: 'loginName' | 'password') =>
    missing === field ? t('app.fillIn', { label: t(`account.${field}`) }) : null;

  return (
    <Door title={t('account.signInTitle')}>
      <Form onSubmit={send}>
        {to !== undefined && signIn.error === null && (
          <Callout tone="plain" role="note">
            <p>{t('account.toGoOn')}</p>
          </Callout>
        )}
        <Field label={t('account.loginName')} error={lackingText('loginName')}>
          {(control) => (
            <Input
              {...control}
              size="large"
              name="loginName"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={64}
              value={loginName}
              onChange={(event) => setLoginName(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('account.password')} error={lackingText('password')}>
          {(control) => (
            <Input.Password
              {...control}
              ref={passwordInput}
              size="large"
              name="password"
              autoComplete="current-password"
              maxLength={200}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        {signIn.error !== null && <FailureNotice error={signIn.error} />}
        <Button type="primary" size="large" block htmlType="submit" loading={signIn.isPending}>
          {t('account.signIn')}
        </Button>
      </Form>
      {session?.isDemo === true && (
        <DemoPeople
          onChoose={(name) => {
            setLoginName(name);
            passwordInput.current?.focus();
          }}
        />
      )}
    </Door>
  );
}
