import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { toast } from '../../lib/toast';
import { PasswordFields, usePasswordChange } from './password-fields';

/** Changes one's own password. */
export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const change = usePasswordChange(() => {
    toast(t('account.passwordChanged'));
    onClose();
  });
  return (
    <Dialog
      title={t('app.changePassword')}
      confirmLabel={t('app.save')}
      isPending={change.isPending}
      onConfirm={change.send}
      onClose={onClose}
    >
      <PasswordFields change={change} />
    </Dialog>
  );
}
