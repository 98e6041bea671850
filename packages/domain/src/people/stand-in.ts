import { isInOffice, type Membership, type StandingIn } from './roster.js';

/** A stand-in hears instead of a person who is away; a delegate also acts in a leader's name, and is marked. */
export const standInKinds = ['stand-in', 'delegate'] as const;
export type StandInKind = (typeof standInKinds)[number];

/** Somebody who stands in for a person in one committee, from one date to another (null: until ended), both included. */
export interface StandIn extends StandingIn {
  readonly kind: StandInKind;
}

/**
 * Who hears on a date what is meant for a person: their stand-in, that one's own stand-in where that one is away, too,
 * or the person where nobody does. Of several stand-ins the one who began last counts; one out of office does not, and
 * people who stand in for each other in a ring each hear for themselves.
 */
export function hearerOf(accountId: string, roster: readonly Membership[], on: string): string {
  const passed = new Set([accountId]);
  let hearer = accountId;
  for (;;) {
    const next = standInOn(hearer, roster, on)?.standInAccountId;
    if (next === undefined) return hearer;
    if (passed.has(next)) return accountId;
    passed.add(next);
    hearer = next;
  }
}

/** Who stands in for a person on a date, and from when to when; null where nobody in office does. */
export function standInOn(accountId: string, roster: readonly Membership[], on: string): StandingIn | null {
  const own = roster.find((one) => one.accountId === accountId && one.standIns !== undefined)?.standIns ?? [];
  const serving = own.filter(
    ({ standInAccountId, ...period }) =>
      isInOffice(period, on) && roster.some((one) => one.accountId === standInAccountId && isInOffice(one, on)),
  );
  return serving.reduce<StandingIn | null>((last, one) => (last === null || one.from >= last.from ? one : last), null);
}
