/** How far "at least n in each window" is met: 一季度 1/2. */
export interface WindowCoverage {
  readonly itemId: string;
  /** The window's key, without the number of the time: `2026-Q1`. */
  readonly window: string;
  readonly required: number;
  readonly held: number;
}

/**
 * The coverage of each item's windows, in the order of the occurrences given. Held is what was recorded as done; what
 * was dropped by a leader counts as required and not held, because dropping one does not make a quarter covered.
 */
export function coverageOf(
  occurrences: readonly { readonly itemId: string; readonly key: string; readonly isHeld: boolean }[],
): WindowCoverage[] {
  const windows = new Map<string, { itemId: string; window: string; required: number; held: number }>();
  for (const { itemId, key, isHeld } of occurrences) {
    const window = key.replace(/#\d+$/, '');
    const known = windows.get(`${itemId} ${window}`) ?? { itemId, window, required: 0, held: 0 };
    known.required++;
    if (isHeld) known.held++;
    windows.set(`${itemId} ${window}`, known);
  }
  return [...windows.values()];
}
