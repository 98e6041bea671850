import { createContext, useContext } from 'react';
import type { Language } from './language';

export const themeChoices = ['light', 'dark', 'system'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** 长辈版 (`large`): text from 18 px on, everything to press at least 60 px high. */
export const sizeChoices = ['standard', 'large'] as const;
export type SizeChoice = (typeof sizeChoices)[number];

export interface Preferences {
  readonly language: Language;
  readonly theme: ThemeChoice;
  readonly size: SizeChoice;
  chooseLanguage(language: Language): void;
  chooseTheme(theme: ThemeChoice): void;
  chooseSize(size: SizeChoice): void;
}

export const PreferencesContext = createContext<Preferences | null>(null);

export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (preferences === null) throw new Error('Preferences are missing above this component.');
  return preferences;
}
