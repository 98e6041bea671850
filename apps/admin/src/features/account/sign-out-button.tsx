import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSignOut } from './use-sign-out';

export function SignOutButton() {
  const { t } = useTranslation();
  const { signOut, isPending } = useSignOut();
  return (
    <Button onClick={signOut} loading={isPending}>
      {t('app.signOut')}
    </Button>
  );
}
