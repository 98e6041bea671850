import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Form } from '../../components/field';
import { api } from '../../lib/api';
import { Door } from './door';
import { PasswordFields, usePasswordChange } from './password-fields';
import { SignOutButton } from './sign-out-button';

/** Who signs in with a password that somebody else has seen chooses one of their own before anything else. */
export function InitialPasswordPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const queryClient = useQueryClient();
  const change = usePasswordChange(() => {
    queryClient.setQueryData(api.account.session.queryKey(), (old) =>
      old?.account ? { ...old, account: { ...old.account, hasInitialPassword: false } } : old,
    );
    // The page one came for is opened by the route itself, which now lets one through.
    return router.invalidate();
  });
  return (
    <Door title={t('account.initialTitle')}>
      <Form onSubmit={change.send}>
        <p>{t('account.initialText')}</p>
        <PasswordFields change={change} currentLabel={t('account.initialPassword')} />
        <Button type="primary" size="large" block htmlType="submit" loading={change.isPending}>
          {t('account.initialSave')}
        </Button>
        <SignOutButton />
      </Form>
    </Door>
  );
}
