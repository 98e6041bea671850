/** What a person is in a committee. A person may hold several memberships, each with its own dates. */
export const roles = ['staff', 'member', 'leader', 'unit', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** One role of one person in one committee, from one date to another (null: still in office), both included. */
export interface Membership {
  readonly accountId: string;
  readonly role: Role;
  /** The liaison group or special committee this membership belongs to. */
  readonly groupId: string | null;
  /** The sector (界别) a member sits in, besides any group. */
  readonly sectorId?: string | null;
  readonly from: string;
  readonly to: string | null;
  /** The handling unit that a person of role `unit` speaks for. */
  readonly unitId?: string | null;
  /** Who stands in for the person in this committee, and when. */
  readonly standIns?: readonly StandingIn[];
}

/** Somebody who hears instead of a person, from one date to another (null: until ended), both included. */
export interface StandingIn {
  readonly standInAccountId: string;
  readonly from: string;
  readonly to: string | null;
}

/** Whether a membership is in office on a date. ISO dates compare as text. */
export function isInOffice(membership: Pick<Membership, 'from' | 'to'>, on: string): boolean {
  return membership.from <= on && (membership.to === null || on <= membership.to);
}

/** The people who hold a role on a date, each once, in the roster's order. */
export function holdersOf(roster: readonly Membership[], role: Role, on: string): string[] {
  const found = new Set<string>();
  for (const membership of roster) {
    if (membership.role === role && isInOffice(membership, on)) found.add(membership.accountId);
  }
  return [...found];
}

/** The members in office on a date, each once; with a group or sector, those who serve in it. */
export function membersIn(roster: readonly Membership[], groupId: string | null, on: string): string[] {
  const isServing = (one: Membership) => one.groupId === groupId || one.sectorId === groupId;
  const serving = groupId === null ? roster : roster.filter(isServing);
  return holdersOf(serving, 'member', on);
}

/**
 * Whether a person is in office on a date as a member and as nothing that answers for the work (staff, leader): such a
 * person is asked, never pressed, and gets no supervision slip. Reference §6.2.
 */
export function isMerelyMember(accountId: string, roster: readonly Membership[], on: string): boolean {
  const held = roster.filter((one) => one.accountId === accountId && isInOffice(one, on)).map(({ role }) => role);
  return held.includes('member') && !held.includes('staff') && !held.includes('leader');
}

/** The handling units (承办单位) for which somebody speaks on a date, each once, in the roster's order. */
export function unitsOf(roster: readonly Membership[], on: string): string[] {
  const speaking = roster.filter((one) => one.role === 'unit' && isInOffice(one, on));
  return [...new Set(speaking.flatMap(({ unitId }) => unitId ?? []))];
}
