import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../components/mark';
import type { Matter, MemberPage as Page } from '../../lib/api';
import { datesIn, todayInZone } from '../../lib/dates';
import type { Language } from '../../lib/language';
import { MatterCard } from './matter-card';
import styles from './member-page.module.css';
import { useMemberPage } from './use-member-page';

interface MemberPageProps {
  /** What stands behind `#` in the link. */
  readonly token: string;
  readonly firstLanguage: Language;
  /** Loads the page's words in a language. */
  load(language: Language): Promise<void>;
}

/**
 * What a member's link opens, in large type and without the app: what is asked, its answers, what became of earlier
 * matters, whom to call. Decides nothing: what may be done comes with the page.
 */
export function MemberPage({ token, firstLanguage, load }: MemberPageProps) {
  const { t } = useTranslation();
  const [language, setLanguage] = useState(firstLanguage);
  const { state, said, isBusy, press, read } = useMemberPage(token);
  const title = t('memberPage.title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  const page = typeof state === 'string' ? null : state;
  const dates = datesIn(language, page?.today ?? todayInZone());
  const card = (matter: Matter, today: string) => (
    <MatterCard
      key={matter.taskId}
      matter={matter}
      today={today}
      dates={dates}
      said={said?.taskId === matter.taskId ? said.what : null}
      isBusy={isBusy}
      onPress={(what) => press(matter, today, what)}
    />
  );
  const other = language === 'zh-CN' ? 'en' : 'zh-CN';
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Mark size={40} />
        <span>{page?.asked?.committeeName ?? t('memberPage.title')}</span>
        <button
          type="button"
          className={styles.language}
          lang={other}
          onClick={() => void load(other).then(() => setLanguage(other))}
        >
          {t('memberPage.otherLanguage')}
        </button>
      </header>
      <main className={styles.main}>
        {page === null ? (
          <NoPage state={state as 'loading' | 'unknown' | 'unreachable'} onRetry={() => void read()} />
        ) : (
          <>
            <h1>{t('memberPage.greeting', { name: page.name })}</h1>
            {page.asked?.standing === 'asked' && page.asked.acts.length > 0 && <p>{t('memberPage.asked')}</p>}
            <Asked page={page} card={card} />
            <Others page={page} card={card} />
          </>
        )}
      </main>
      <footer className={styles.footer}>
        {page?.contact != null && (
          <a className={styles.call} href={`tel:${page.contact.phone}`}>
            <span>{t('memberPage.call', { name: page.contact.name })}</span>
            <strong>{page.contact.phone}</strong>
          </a>
        )}
        <p>{t('memberPage.own')}</p>
      </footer>
    </div>
  );
}

/** Nothing to show: still opening, a link that is none, or no connection. */
function NoPage({ state, onRetry }: { state: 'loading' | 'unknown' | 'unreachable'; onRetry: () => void }) {
  const { t } = useTranslation();
  if (state === 'loading') return <p role="status">{t('memberPage.loading')}</p>;
  if (state === 'unknown') {
    return (
      <>
        <h1>{t('memberPage.unknown.title')}</h1>
        <p>{t('memberPage.unknown.text')}</p>
      </>
    );
  }
  return (
    <>
      <h1>{t('memberPage.title')}</h1>
      <p role="alert">{t('memberPage.unreachable')}</p>
      <button type="button" className={styles.mainAct} onClick={onRetry}>
        {t('memberPage.retry')}
      </button>
    </>
  );
}

type Card = (matter: Matter, today: string) => React.JSX.Element;

/** The duty the link was sent for, or that there is none any more. */
function Asked({ page, card }: { page: Page; card: Card }) {
  const { t } = useTranslation();
  if (page.asked === null) {
    return (
      <section className={styles.card}>
        <h2>{t('memberPage.gone.title')}</h2>
        <p>{t('memberPage.gone.text')}</p>
      </section>
    );
  }
  return (
    <>
      {card(page.asked, page.today)}
      {!page.isAlive && <p>{t('memberPage.over')}</p>}
    </>
  );
}

/** The other matters, and what became of earlier ones; a link that has ended shows none. */
function Others({ page, card }: { page: Page; card: Card }) {
  const { t } = useTranslation();
  if (!page.isAlive) return null;
  return (
    <>
      <section className={styles.section}>
        <h2>{t('memberPage.others')}</h2>
        {page.others.length === 0 && <p>{t('memberPage.othersNone')}</p>}
        {page.others.map((matter) => card(matter, page.today))}
      </section>
      {page.ended.length > 0 && (
        <section className={styles.section}>
          <h2>{t('memberPage.ended')}</h2>
          {page.ended.map((matter) => card(matter, page.today))}
        </section>
      )}
    </>
  );
}
