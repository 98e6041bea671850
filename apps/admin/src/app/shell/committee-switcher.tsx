import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Committee } from '../../lib/api';
import { useHere } from '../../lib/here';
import styles from './committee-switcher.module.css';

// Most people have one committee and need no menu; whoever has more sees which one is open before it is there.
const CommitteeMenu = lazy(() => import('./committee-menu').then((menu) => ({ default: menu.CommitteeMenu })));

/** The committee that is open, and the way to the others the reader works in or supervises. */
export function CommitteeSwitcher() {
  const { t } = useTranslation();
  const { committee, committees } = useHere();
  const standing = (one: Committee) =>
    one.myRoles.length === 0
      ? t('app.supervised')
      : one.myRoles.map((role) => t(`vocabulary.roles.${role}`)).join(t('app.comma'));
  const open = (
    <span className={styles.text}>
      <span className={styles.name}>{committee.name}</span>
      <span className={styles.roles}>{standing(committee)}</span>
    </span>
  );
  const alone = <div className={styles.switcher}>{open}</div>;
  if (committees.length < 2) return alone;
  return (
    <Suspense fallback={alone}>
      <CommitteeMenu standing={standing}>{open}</CommitteeMenu>
    </Suspense>
  );
}
