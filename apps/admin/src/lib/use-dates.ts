import { useContext, useMemo } from 'react';
import { type Dates, datesIn, todayInZone } from './dates';
import { HereContext } from './here';
import { usePreferences } from './preferences';

/** Today in the committee's zone, as the server says it. */
export const useToday = (): string => useContext(HereContext)?.committee.today ?? todayInZone();

/** Dates in the reader's language, the year left out when it is the committee's present one. */
export function useDates(): Dates {
  const { language } = usePreferences();
  const today = useToday();
  return useMemo(() => datesIn(language, today), [language, today]);
}
