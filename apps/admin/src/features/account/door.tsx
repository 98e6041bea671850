import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../components/mark';
import { languageNames, languages } from '../../lib/language';
import { usePreferences } from '../../lib/preferences';
import { useTitle } from '../../lib/use-title';
import styles from './door.module.css';

/** What stands before the app: who we are, one form, the other language. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  const { language, chooseLanguage } = usePreferences();
  useTitle(title);
  return (
    <div className={styles.door}>
      <header className={styles.identity}>
        <Mark size={56} />
        <p className={styles.name}>{t('app.name')}</p>
        <p className={styles.tagline}>{t('app.tagline')}</p>
      </header>
      <main className={styles.form}>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </main>
      <nav className={styles.languages} aria-label={t('app.language')}>
        {languages
          .filter((one) => one !== language)
          .map((one) => (
            <Button key={one} type="text" lang={one} onClick={() => chooseLanguage(one)}>
              {languageNames[one]}
            </Button>
          ))}
      </nav>
    </div>
  );
}
