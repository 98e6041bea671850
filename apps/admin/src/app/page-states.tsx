import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/empty-state';
import { FailureNotice } from '../components/failure-notice';
import { urls } from '../lib/urls';
import styles from './page-states.module.css';

export function PageLoading() {
  const { t } = useTranslation();
  return (
    <p className={styles.centre} role="status">
      {t('app.loading')}
    </p>
  );
}

export function PageFailure({ error }: { error: unknown }) {
  const router = useRouter();
  return (
    <main className={styles.centre}>
      <FailureNotice error={error} onRetry={() => void router.invalidate()} />
    </main>
  );
}

export function PageNotFound() {
  const { t } = useTranslation();
  return (
    <main className={styles.centre}>
      <EmptyState isPage title={t('app.notFound.title')} text={t('app.notFound.text')}>
        <Link {...urls.start()}>{t('app.notFound.home')}</Link>
      </EmptyState>
    </main>
  );
}
