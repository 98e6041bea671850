import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { FailureNotice } from '../../components/failure-notice';
import { QueryView } from '../../components/query-view';
import { api } from '../../lib/api';
import { Door } from './door';

const route = getRouteApi('/stop-mail');

/** Where the link in a mail leads that turns such mails off: nobody signs in, and only the button acts. */
export function StopMailPage() {
  const { t } = useTranslation();
  const { of = '' } = route.useSearch();
  const query = useQuery(api.channel.readStopLink.queryOptions({ input: { of } }));
  const stop = useMutation(api.channel.stopMail.mutationOptions());
  const named = (kind: 'digest' | 'immediate') => ({ kind: t(`channel.stop.kinds.${kind}`) });
  return (
    <Door title={t('channel.stop.title')}>
      <QueryView query={query} rows={2}>
        {({ kind }) => {
          if (kind === null) return <p>{t('channel.stop.unknown')}</p>;
          if (stop.isSuccess) {
            return (
              <Callout tone="accent">
                <p role="status">{t('channel.stop.done', named(kind))}</p>
              </Callout>
            );
          }
          return (
            <>
              <p>{t('channel.stop.text', named(kind))}</p>
              <Button type="primary" size="large" block loading={stop.isPending} onClick={() => stop.mutate({ of })}>
                {t('channel.stop.confirm')}
              </Button>
              {stop.error !== null && <FailureNotice error={stop.error} />}
            </>
          );
        }}
      </QueryView>
    </Door>
  );
}
