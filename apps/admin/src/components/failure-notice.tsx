import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../lib/failure';
import { useFailureText } from '../lib/use-failure-text';
import { Callout } from './callout';

/**
 * What happened, that nothing was lost, and what to do. Read aloud when it appears. Where a mere press met a change by
 * somebody else there are no words of one's own to keep: the latest is loaded by `onReload`.
 */
interface FailureNoticeProps {
  readonly error: unknown;
  onRetry?(): void;
  onReload?(): void;
}

export function FailureNotice({ error, onRetry, onReload }: FailureNoticeProps) {
  const { t } = useTranslation();
  const sentence = useFailureText();
  const queryClient = useQueryClient();
  const failure = failureOf(error);
  if (failure.kind === 'conflict' && onReload !== undefined) {
    return (
      <Callout tone="yellow" role="alert">
        <p>
          <b>{t('failure.conflictTitle')}</b>
          <br />
          {t('failure.conflictPress')}
        </p>
        <Button
          onClick={() => {
            void queryClient.invalidateQueries();
            onReload();
          }}
        >
          {t('app.reload')}
        </Button>
      </Callout>
    );
  }
  return (
    <Callout tone="red" role="alert">
      <p>{sentence(failure)}</p>
      {onRetry !== undefined && failure.kind !== 'missing' && failure.kind !== 'forbidden' && (
        <Button onClick={onRetry}>{t('app.retry')}</Button>
      )}
    </Callout>
  );
}
