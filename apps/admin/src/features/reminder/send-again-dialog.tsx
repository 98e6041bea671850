import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { api, type OutsideMessage } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { useFailureText } from '../../lib/use-failure-text';

interface SendAgainDialogProps {
  readonly messages: readonly OutsideMessage[];
  onClose(): void;
}

/** Sends mails again; of one person's, the address can be mended on the way. */
export function SendAgainDialog({ messages, onClose }: SendAgainDialogProps) {
  const { t } = useTranslation();
  const sentence = useFailureText();
  const { committee } = useHere();
  const [first] = messages;
  const isOfOne = messages.every((one) => one.accountId === first?.accountId);
  const known = first?.address ?? '';
  const [email, setEmail] = useState(known);
  const send = useMutation(
    api.delivery.sendAgain.mutationOptions({
      onSuccess: ({ queued }) => {
        toast(t('delivery.queued', { count: queued }));
        onClose();
      },
    }),
  );
  const failure = send.error === null ? null : failureOf(send.error);
  const isOfAddress = failure?.kind === 'refused' && failure.field === 'email';
  const messageIds = messages.map((one) => one.messageId);
  return (
    <Dialog
      title={t(first?.state === 'outbox' ? 'delivery.sendOutbox' : 'delivery.sendAgain')}
      confirmLabel={t(first?.state === 'outbox' ? 'delivery.sendOutbox' : 'delivery.sendAgain')}
      isPending={send.isPending}
      onConfirm={() =>
        send.mutate({ committeeId: committee.id, messageIds, email: isOfOne && email !== known ? email : null })
      }
      onClose={onClose}
    >
      <p>{t('delivery.sendAgainText', { count: messages.length })}</p>
      {isOfOne && (
        <Field
          label={t('delivery.address')}
          hint={t('delivery.addressHint')}
          error={isOfAddress && failure !== null ? sentence(failure) : null}
        >
          {(control) => (
            <Input
              {...control}
              type="email"
              autoComplete="off"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
      )}
      {send.error !== null && !isOfAddress && <FailureNotice error={send.error} />}
    </Dialog>
  );
}
