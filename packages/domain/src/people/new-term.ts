import type { KnownOffice, KnownPerson, RosterFate } from './match-roster.js';

/** A member whose office ends with the term. */
export interface Leaver {
  readonly person: KnownPerson;
  readonly offices: readonly KnownOffice[];
  /** Whether the person keeps another office, and with it the duties that hang on it. */
  readonly staysInOffice: boolean;
}

/** The last day of the old term: the day before the new one takes effect. */
export function lastDayBefore(effectiveOn: string): string {
  return Temporal.PlainDate.from(effectiveOn).subtract({ days: 1 }).toString();
}

/**
 * Who leaves with a new term (换届): members in office on the last day of the old one whom no line of the new list means.
 * A faulty line could mean any of them: a list with one brings no term about.
 */
export function leaversOf(fates: readonly RosterFate[], known: readonly KnownPerson[], effectiveOn: string): Leaver[] {
  const staying = new Set(
    fates.flatMap((one) =>
      'accountId' in one && one.accountId !== null && one.role === 'member' ? [one.accountId] : [],
    ),
  );
  return known.flatMap((person) => {
    if (staying.has(person.accountId)) return [];
    const isMembership = ({ role }: KnownOffice) => role === 'member';
    const ending = person.offices.filter((one) => isMembership(one) && reaches(one, effectiveOn));
    if (ending.length === 0) return [];
    const staysInOffice = person.offices.some(
      (one) => !isMembership(one) && (one.to === null || one.to >= effectiveOn),
    );
    return [{ person, offices: ending, staysInOffice }];
  });
}

/** Held before the day and on it. An office that begins on the day or later belongs to the new term already. */
export function reaches({ from, to }: Pick<KnownOffice, 'from' | 'to'>, effectiveOn: string): boolean {
  return from < effectiveOn && (to === null || to >= effectiveOn);
}
