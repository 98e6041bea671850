import { useState } from 'react';
import { useHere } from '../../lib/here';
import { isWaiting, type ReadDesk } from './read-entries';

const keyOf = (accountId: string, planId: string) => `xushi.reading.${accountId}.${planId}`;

function load(key: string): ReadDesk | null {
  try {
    const kept = sessionStorage.getItem(key);
    const desk = kept === null ? null : (JSON.parse(kept) as ReadDesk);
    // Kept by an earlier version of the app, before a document's empty places were asked about.
    return desk?.fills === undefined ? null : desk;
  } catch {
    // Kept by another version of the app, or storage is switched off.
    return null;
  }
}

/**
 * The reading of a plan's document as the clerk left it: it survives a reload and a look at other pages, and goes with
 * the window. A document read again later is no loss: what the plan holds of it is known by its words.
 */
export function useKeptReading(planId: string): readonly [ReadDesk | null, (desk: ReadDesk | null) => void] {
  const { account } = useHere();
  const key = keyOf(account.id, planId);
  const [desk, setDesk] = useState(() => load(key));
  const keep = (next: ReadDesk | null) => {
    setDesk(next);
    try {
      if (next === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Too large for this browser: it lives as long as the page.
    }
  };
  return [desk, keep];
}

/** How many items of a kept reading still wait for a time. */
export function useWaitingReading(planId: string): number {
  const { account } = useHere();
  const [count] = useState(() => load(keyOf(account.id, planId))?.entries.filter(isWaiting).length ?? 0);
  return count;
}
