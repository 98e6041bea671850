import { useMutation, useQuery } from '@tanstack/react-query';
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { QueryView } from '../../components/query-view';
import { api, type MyChannels } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { toast } from '../../lib/toast';
import { useFailureText } from '../../lib/use-failure-text';

/** How one is reached outside the app. In the app everything always comes. */
export function MyChannelsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useFailureText();
  const query = useQuery(api.channel.mine.queryOptions());
  const [changed, setChanged] = useState<Partial<MyChannels>>({});
  const save = useMutation(
    api.channel.saveMine.mutationOptions({
      onSuccess: () => {
        toast(t('channel.mine.saved'));
        onClose();
      },
    }),
  );
  const failure = save.error === null ? null : failureOf(save.error);
  const isOfEmail = failure?.kind === 'refused' && failure.field === 'email';
  const change = (part: Partial<MyChannels>) => setChanged({ ...changed, ...part });
  return (
    <Dialog
      title={t('channel.mine.title')}
      confirmLabel={t('app.save')}
      isPending={save.isPending}
      isBlocked={query.data === undefined}
      onConfirm={() => {
        if (query.data !== undefined) save.mutate({ ...query.data, ...changed });
      }}
      onClose={onClose}
    >
      <p>{t('channel.mine.inApp')}</p>
      <QueryView query={query} rows={3}>
        {(mine) => {
          const { email, mailDigest, mailImmediate } = { ...mine, ...changed };
          return (
            <>
              <Field
                label={t('channel.mine.email')}
                isOptional
                hint={t('channel.mine.emailHint')}
                error={isOfEmail && failure !== null ? sentence(failure) : null}
              >
                {(control) => (
                  <Input
                    {...control}
                    type="email"
                    autoComplete="email"
                    maxLength={200}
                    value={email}
                    onChange={(event) => change({ email: event.target.value })}
                  />
                )}
              </Field>
              <Checkbox checked={mailDigest} onChange={(event) => change({ mailDigest: event.target.checked })}>
                {t('channel.mine.mailDigest')}
              </Checkbox>
              <Checkbox checked={mailImmediate} onChange={(event) => change({ mailImmediate: event.target.checked })}>
                {t('channel.mine.mailImmediate')}
              </Checkbox>
            </>
          );
        }}
      </QueryView>
      {save.error !== null && !isOfEmail && <FailureNotice error={save.error} />}
    </Dialog>
  );
}
