import { getRouteApi, Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../components/mark';
import { HereContext } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useIsNarrow } from '../../lib/use-media-query';
import { PageNotFound } from '../page-states';
import { AccountMenu } from './account-menu';
import { CommitteeSwitcher } from './committee-switcher';
import { EnterDuty } from './enter-duty';
import { useNavigation } from './navigation';
import styles from './shell.module.css';

// Of use on a phone only.
const BottomBar = lazy(() => import('./bottom-bar').then((bar) => ({ default: bar.BottomBar })));

const route = getRouteApi('/signed-in/c/$committeeId');

/** The frame around every page of a committee: where one is, where one can go, who one is. */
export function Shell() {
  const { committeeId } = route.useParams();
  const { account, committees } = route.useRouteContext();
  const committee = committees.find(({ id }) => id === committeeId);
  const here = useMemo(
    () => (committee === undefined ? null : { account, committee, committees }),
    [account, committee, committees],
  );
  if (here === null) return <PageNotFound />;
  return (
    <HereContext value={here}>
      <Frame />
    </HereContext>
  );
}

function Frame() {
  const { t } = useTranslation();
  const isNarrow = useIsNarrow();
  return (
    <div className={isNarrow ? styles.narrow : styles.wide}>
      <a className={styles.skip} href="#content">
        {t('app.skipToContent')}
      </a>
      {isNarrow ? (
        <header className={`${styles.topBar} not-printed`}>
          <Mark size={28} />
          <CommitteeSwitcher />
        </header>
      ) : (
        <SideBar />
      )}
      <main id="content" tabIndex={-1} className={styles.content}>
        <Outlet />
      </main>
      {isNarrow && (
        <Suspense fallback={null}>
          <BottomBar />
        </Suspense>
      )}
    </div>
  );
}

function SideBar() {
  const { t } = useTranslation();
  const places = useNavigation();
  return (
    <header className={`${styles.sideBar} not-printed`}>
      <Link {...urls.start()} className={styles.brand}>
        <Mark size={32} />
        <span className={styles.name}>{t('app.name')}</span>
      </Link>
      <CommitteeSwitcher />
      <EnterDuty />
      <nav aria-label={t('app.mainNavigation')} className={styles.nav}>
        {places.map(({ label, Icon, target }) => (
          <Link
            key={target.to}
            {...target}
            className={styles.place}
            activeProps={{ className: styles.here, 'aria-current': 'page' }}
            activeOptions={{ includeSearch: false }}
          >
            <Icon aria-hidden />
            {label}
          </Link>
        ))}
      </nav>
      <AccountMenu />
    </header>
  );
}
