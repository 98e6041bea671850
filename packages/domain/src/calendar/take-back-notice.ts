import type { OfficialYear } from './official-year.js';

/** A year's notice in force: entered by somebody, or come with the product. */
export interface NoticeInForce {
  readonly notice: OfficialYear;
  readonly isEntered: boolean;
}

export type NoticeTakenBack =
  | {
      readonly ok: true;
      /** The notice that came with the product and stands again; null: the year becomes provisional. */
      readonly restored: OfficialYear | null;
      /** All notices in force afterwards. */
      readonly after: readonly OfficialYear[];
    }
  | { readonly ok: false; readonly reason: 'notice-not-entered' | 'notice-came-with-product' };

/**
 * Takes a year's entered notice back. A year that `shipped` has goes back to that; any other has its statutory days again
 * until a notice is entered. Refuses a year without a notice, and one whose notice came with the product: it is the State
 * Council's own, and a mistake in it is replaced by entering the right one.
 */
export function takeBackNotice(
  inForce: readonly NoticeInForce[],
  year: number,
  shipped: readonly OfficialYear[],
): NoticeTakenBack {
  const taken = inForce.find(({ notice }) => notice.year === year);
  if (taken === undefined) return { ok: false, reason: 'notice-not-entered' };
  if (!taken.isEntered) return { ok: false, reason: 'notice-came-with-product' };
  const restored = shipped.find((one) => one.year === year) ?? null;
  const after = inForce.flatMap((one) => {
    if (one !== taken) return [one.notice];
    return restored === null ? [] : [restored];
  });
  return { ok: true, restored, after };
}
