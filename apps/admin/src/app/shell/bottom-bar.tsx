import { MenuOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from './account-menu';
import { EnterDuty } from './enter-duty';
import { useNavigation } from './navigation';
import styles from './shell.module.css';

const FITS = 4;

/** The phone's navigation: up to four places within the thumb's reach, the rest behind "more". */
export function BottomBar() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const places = useNavigation();
  const near = places.filter(({ isForDesk }) => !isForDesk).slice(0, FITS);
  const rest = places.filter((place) => !near.includes(place));
  const close = () => setIsOpen(false);
  return (
    <nav aria-label={t('app.mainNavigation')} className={`${styles.bottomBar} not-printed`}>
      {near.map(({ label, Icon, target }) => (
        <Link
          key={target.to}
          {...target}
          className={styles.bottomPlace}
          activeProps={{ className: styles.bottomHere, 'aria-current': 'page' }}
          activeOptions={{ includeSearch: false }}
        >
          <Icon aria-hidden />
          {label}
        </Link>
      ))}
      <button type="button" className={styles.bottomPlace} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <MenuOutlined aria-hidden />
        {t('app.more')}
      </button>
      <Drawer open={isOpen} placement="bottom" size="auto" title={t('app.more')} onClose={close}>
        {rest.length > 0 && (
          <div className={styles.morePlaces}>
            {rest.map(({ label, Icon, target }) => (
              <Link key={target.to} {...target} className={styles.place} onClick={close}>
                <Icon aria-hidden />
                {label}
              </Link>
            ))}
          </div>
        )}
        <div className={styles.moreAct}>
          <EnterDuty />
        </div>
        <AccountMenu isOpenList />
      </Drawer>
    </nav>
  );
}
