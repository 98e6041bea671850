import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

import { read, write } from './stored-preference';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

export const languageNames: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' };

const STORED = 'xushi.language';

interface LanguagePack {
  readonly messages: object;
  /** The component library's own words; none where it is not used. */
  readonly components?: object;
}
type LanguagePacks = Readonly<Record<Language, () => Promise<LanguagePack>>>;

// One chunk per language: nobody loads the other one's words.
const appPacks: LanguagePacks = {
  'zh-CN': () => import('../messages/zh-CN'),
  en: () => import('../messages/en'),
};

const componentTexts = new Map<Language, object>();

/** The language chosen before, else the browser's, else Chinese. */
export function preferredLanguage(): Language {
  const stored = read(STORED);
  if (stored === 'zh-CN' || stored === 'en') return stored;
  return navigator.languages.some((tag) => tag.toLowerCase().startsWith('zh')) || navigator.languages.length === 0
    ? 'zh-CN'
    : 'en';
}

/** Loads a language and makes it the page's; remembered for the next visit. A page of its own brings its own words. */
export async function loadLanguage(language: Language, packs: LanguagePacks = appPacks): Promise<void> {
  const { messages, components } = await packs[language]();
  if (components !== undefined) componentTexts.set(language, components);
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      resources: { [language]: { translation: messages } },
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
  } else {
    i18next.addResourceBundle(language, 'translation', messages);
    await i18next.changeLanguage(language);
  }
  document.documentElement.lang = language;
  write(STORED, language);
}

/** The component library's own words (paging, confirm buttons) in a language already loaded. */
export const componentTextsOf = (language: Language): object | undefined => componentTexts.get(language);
