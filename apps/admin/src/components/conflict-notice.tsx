import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Callout } from './callout';
import styles from './callout.module.css';

/** Somebody else saved in between: the reader chooses between the latest and the own words. */
export function ConflictNotice({ onReload, onKeep }: { onReload: () => void; onKeep: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  return (
    <Callout tone="yellow" role="alert">
      <p>
        <b>{t('failure.conflictTitle')}</b>
        <br />
        {t('failure.conflict')}
      </p>
      <span className={styles.choices}>
        <Button
          onClick={() => {
            void queryClient.invalidateQueries();
            onReload();
          }}
        >
          {t('app.reload')}
        </Button>
        <Button onClick={onKeep}>{t('app.keepTyping')}</Button>
      </span>
    </Callout>
  );
}
