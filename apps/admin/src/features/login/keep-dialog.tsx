import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { api, type LoginRow, type LoginSlip } from '../../lib/api';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';

export type LoginAct = 'reset' | 'unlock' | 'withdraw';

interface KeepDialogProps {
  readonly row: LoginRow;
  readonly act: LoginAct;
  onSlip(slip: LoginSlip): void;
  onClose(): void;
}

/** Asks once, with what follows, before a password is reset, a lock lifted or a login withdrawn. */
export function KeepDialog({ row, act, onSlip, onClose }: KeepDialogProps) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const { name } = row;
  const onSuccess = () => {
    toast(t(`login.done.${act}`, { name }));
    onClose();
  };
  const reset = useMutation(api.login.reset.mutationOptions({ onSuccess: onSlip }));
  const unlock = useMutation(api.login.unlock.mutationOptions({ onSuccess }));
  const withdraw = useMutation(api.login.withdraw.mutationOptions({ onSuccess }));
  const { error, isPending, mutate } = { reset, unlock, withdraw }[act];
  return (
    <Dialog
      title={t(`login.ask.${act}`, { name })}
      confirmLabel={t(`login.acts.${act}`)}
      isPending={isPending}
      isDanger={act === 'withdraw'}
      onConfirm={() => mutate({ committeeId: committee.id, accountId: row.accountId })}
      onClose={onClose}
    >
      <p>{t(`login.follows.${act}`)}</p>
      {error !== null && <FailureNotice error={error} />}
    </Dialog>
  );
}
