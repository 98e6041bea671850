import { createContext, useContext } from 'react';
import type { Language } from './language';

export const themeChoices = ['light', 'dark', 'system'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

export interface Preferences {
  readonly language: Language;
  readonly theme: ThemeChoice;
  chooseLanguage(language: Language): void;
  chooseTheme(theme: ThemeChoice): void;
}

export const PreferencesContext = createContext<Preferences | null>(null);

export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (preferences === null) throw new Error('Preferences are missing above this component.');
  return preferences;
}
