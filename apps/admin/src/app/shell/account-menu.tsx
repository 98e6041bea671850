import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Popover, Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../../features/account/use-sign-out';
import { useHere } from '../../lib/here';
import { languageNames, languages } from '../../lib/language';
import { sizeChoices, themeChoices, usePreferences } from '../../lib/preferences';
import styles from './account-menu.module.css';

const PasswordDialog = lazy(() =>
  import('../../features/account/password-dialog').then(({ PasswordDialog }) => ({ default: PasswordDialog })),
);

const MyChannelsDialog = lazy(() =>
  import('../../features/channel/my-channels-dialog').then(({ MyChannelsDialog }) => ({ default: MyChannelsDialog })),
);

/** Who is signed in, and what they may set for themselves: language, appearance, how they are told, password. */
export function AccountMenu({ isOpenList = false }: { isOpenList?: boolean }) {
  const { t } = useTranslation();
  const { account } = useHere();
  const [asked, setAsked] = useState<'password' | 'channels' | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const choices = (
    <Choices
      onAsk={(what) => {
        setIsOpen(false);
        setAsked(what);
      }}
    />
  );
  return (
    <>
      {isOpenList ? (
        <div className={styles.list}>
          <p className={styles.name}>{account.name}</p>
          {choices}
        </div>
      ) : (
        <Popover
          trigger="click"
          placement="topLeft"
          open={isOpen}
          onOpenChange={setIsOpen}
          content={
            <div role="dialog" aria-label={t('app.account')}>
              {choices}
            </div>
          }
        >
          <button
            type="button"
            className={styles.account}
            aria-haspopup="dialog"
            aria-label={`${t('app.account')}${t('app.colon')}${account.name}`}
          >
            <span className={styles.name}>{account.name}</span>
            <EllipsisOutlined aria-hidden />
          </button>
        </Popover>
      )}
      <Suspense>
        {asked === 'password' && <PasswordDialog onClose={() => setAsked(null)} />}
        {asked === 'channels' && <MyChannelsDialog onClose={() => setAsked(null)} />}
      </Suspense>
    </>
  );
}

function Choices({ onAsk }: { onAsk: (what: 'password' | 'channels') => void }) {
  const { t } = useTranslation();
  const { signOut, isPending } = useSignOut();
  return (
    <div className={styles.choices}>
      <LanguageSwitch />
      <ThemeSwitch />
      <SizeSwitch />
      <Button onClick={() => onAsk('channels')}>{t('channel.mine.open')}</Button>
      <Button onClick={() => onAsk('password')}>{t('app.changePassword')}</Button>
      <Button onClick={signOut} loading={isPending}>
        {t('app.signOut')}
      </Button>
    </div>
  );
}

function LanguageSwitch() {
  const { t } = useTranslation();
  const { language, chooseLanguage } = usePreferences();
  return (
    <Segmented
      block
      aria-label={t('app.language')}
      value={language}
      options={languages.map((value) => ({ value, label: languageNames[value] }))}
      onChange={chooseLanguage}
    />
  );
}

function ThemeSwitch() {
  const { t } = useTranslation();
  const { theme, chooseTheme } = usePreferences();
  return (
    <Segmented
      block
      aria-label={t('app.theme')}
      value={theme}
      options={themeChoices.map((value) => ({ value, label: t(`app.themes.${value}`) }))}
      onChange={chooseTheme}
    />
  );
}

function SizeSwitch() {
  const { t } = useTranslation();
  const { size, chooseSize } = usePreferences();
  return (
    <Segmented
      block
      aria-label={t('app.size')}
      value={size}
      options={sizeChoices.map((value) => ({ value, label: t(`app.sizes.${value}`) }))}
      onChange={chooseSize}
    />
  );
}
