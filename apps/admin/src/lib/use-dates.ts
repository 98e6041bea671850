import { createContext, useContext, useMemo } from 'react';
import { type Dates, datesIn, todayInZone } from './dates';
import { HereContext } from './here';
import { usePreferences } from './preferences';

/** Today in the committee's zone, as the server says it. */
export const useToday = (): string => useContext(HereContext)?.committee.today ?? todayInZone();

/** On the pages of a plan its own year goes without saying, whichever year it is today. */
export const YearContext = createContext<number | null>(null);

/** Dates in the reader's language, the year left out when it is the page's or the committee's present one. */
export function useDates(): Dates {
  const { language } = usePreferences();
  const year = useContext(YearContext);
  const today = useToday();
  return useMemo(() => datesIn(language, year === null ? today : `${year}-01-01`), [language, year, today]);
}

/** The twelve months by name: 1月 … 12月, Jan … Dec. */
export function useMonthNames(): readonly string[] {
  const { language } = usePreferences();
  return useMemo(() => {
    const dates = datesIn(language, '2000-01-01');
    return Array.from({ length: 12 }, (_, index) => dates.month(`2000-${index + 1}`));
  }, [language]);
}
