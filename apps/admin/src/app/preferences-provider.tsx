import { ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { cspNonce } from '../lib/csp-nonce';
import { componentTextsOf, type Language, loadLanguage } from '../lib/language';
import { type Preferences, PreferencesContext, type SizeChoice, type ThemeChoice } from '../lib/preferences';
import { read, write } from '../lib/stored-preference';
import { useMediaQuery } from '../lib/use-media-query';
import { themeOf } from './theme';

const STORED_THEME = 'xushi.theme';

const STORED_SIZE = 'xushi.size';

const storedSize = (): SizeChoice => (read(STORED_SIZE) === 'large' ? 'large' : 'standard');

const storedTheme = (): ThemeChoice => {
  const stored = read(STORED_THEME);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
};

/** Language, appearance and size, chosen by the reader and kept in this browser; paper is always light and of one size. */
export function PreferencesProvider({ firstLanguage, children }: { firstLanguage: Language; children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  const [themeChoice, setThemeChoice] = useState(storedTheme);
  const [size, setSize] = useState(storedSize);
  const prefersDark = useMediaQuery('(prefers-color-scheme: dark)');
  const prints = useMediaQuery('print');
  const appearance = themeChoice === 'system' ? (prefersDark ? 'dark' : 'light') : themeChoice;

  useEffect(() => {
    document.documentElement.dataset.theme = appearance;
    document.documentElement.dataset.size = size;
  }, [appearance, size]);

  const preferences = useMemo<Preferences>(
    () => ({
      language,
      theme: themeChoice,
      size,
      chooseLanguage: (next) => {
        void loadLanguage(next).then(() => setLanguage(next));
      },
      chooseTheme: (next) => {
        write(STORED_THEME, next);
        setThemeChoice(next);
      },
      chooseSize: (next) => {
        write(STORED_SIZE, next);
        setSize(next);
      },
    }),
    [language, themeChoice, size],
  );

  return (
    <PreferencesContext value={preferences}>
      <ConfigProvider
        csp={cspNonce === undefined ? undefined : { nonce: cspNonce }}
        theme={prints ? themeOf('light', 'standard') : themeOf(appearance, size)}
        locale={componentTextsOf(language) as Locale}
        button={{ autoInsertSpace: false }}
      >
        {children}
      </ConfigProvider>
    </PreferencesContext>
  );
}
