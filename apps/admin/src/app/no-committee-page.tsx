import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/empty-state';
import { SignOutButton } from '../features/account/sign-out-button';
import styles from './page-states.module.css';

export function NoCommitteePage() {
  const { t } = useTranslation();
  return (
    <main className={styles.centre}>
      <EmptyState isPage title={t('app.noCommittee.title')} text={t('app.noCommittee.text')}>
        <SignOutButton />
      </EmptyState>
    </main>
  );
}
