import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../lib/failure';
import { useFailureText } from '../lib/use-failure-text';
import { Callout } from './callout';

/** What happened, that nothing was lost, and what to do. Read aloud when it appears. */
export function FailureNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const sentence = useFailureText();
  const failure = failureOf(error);
  return (
    <Callout tone="red" role="alert">
      <p>{sentence(failure)}</p>
      {onRetry !== undefined && failure.kind !== 'missing' && failure.kind !== 'forbidden' && (
        <Button onClick={onRetry}>{t('app.retry')}</Button>
      )}
    </Callout>
  );
}
