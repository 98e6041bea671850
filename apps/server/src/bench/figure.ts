/** One measured figure. `against` and `ratio` are null where nothing is compared. */
export interface Figure {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly against: number | null;
  readonly ratio: number | null;
}

/** The middle of an odd number of values, the upper middle of an even one. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new RangeError('Nothing was measured.');
  return value;
}

/**
 * Measures two sides in turn (A B, B A, …), so that whatever else the machine does falls on both. The first pair
 * warms up and is not counted. The ratio is the median of the pairs' ratios, not the ratio of the medians.
 */
export async function inTurn(
  repeats: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<{ value: number; against: number; ratio: number }> {
  const pairs: { ours: number; theirs: number }[] = [];
  for (let repeat = 0; repeat <= repeats; repeat++) {
    const oursFirst = repeat % 2 === 0;
    const early = oursFirst ? await ours() : await theirs();
    const late = oursFirst ? await theirs() : await ours();
    if (repeat > 0) pairs.push(oursFirst ? { ours: early, theirs: late } : { ours: late, theirs: early });
  }
  return {
    value: median(pairs.map((pair) => pair.ours)),
    against: median(pairs.map((pair) => pair.theirs)),
    ratio: median(pairs.map((pair) => pair.ours / pair.theirs)),
  };
}

/** Milliseconds a piece of work takes. */
export async function stopwatch(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
