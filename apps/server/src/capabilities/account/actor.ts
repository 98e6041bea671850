import { dateIn, isInOffice, type Role } from '@xushi/domain';
import type { Tenants } from '../../platform/database/doors.js';

/** A committee the person works in or supervises. */
export interface ReachableCommittee {
  readonly id: string;
  readonly parentId: string | null;
  readonly rootId: string;
  readonly level: 'county' | 'township' | 'street';
  readonly name: string;
  readonly zone: string;
}

/** Who is calling: a person, the offices held on any date, and the committees those offices reach. */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly loginName: string;
  /** Signed in with a password that somebody else has seen: nothing is open but changing it. */
  readonly hasInitialPassword?: boolean;
  readonly now: Temporal.Instant;
  /** Known by the link in a message, not by signing in. */
  readonly isByLink?: boolean;
  readonly memberships: readonly {
    readonly committeeId: string;
    readonly role: Role;
    readonly title: string | null;
    /** The handling unit spoken for, where the role is `unit`. */
    readonly unitId: string | null;
    /** The leader in whose name a delegate holds this role; null for an office of one's own. */
    readonly inNameOf?: string | null;
    readonly from: string;
    readonly to: string | null;
  }[];
  readonly committees: readonly ReachableCommittee[];
}

/** Offices through which a county looks into its townships; a county's member does not. */
const SUPERVISING: readonly Role[] = ['staff', 'leader', 'administrator'];

export function committeeOf(actor: Actor, committeeId: string): ReachableCommittee | null {
  return actor.committees.find((committee) => committee.id === committeeId) ?? null;
}

/** The roles held today in exactly this committee, those of a leader whose delegate one is among them. */
export function rolesIn(actor: Actor, committeeId: string): Role[] {
  return [...new Set(heldToday(actor, committeeId).map((one) => one.role))];
}

/** The handling units a person speaks for today in a committee. */
export function unitsIn(actor: Actor, committeeId: string): string[] {
  const speaking = heldToday(actor, committeeId).filter((one) => one.role === 'unit');
  return [...new Set(speaking.flatMap(({ unitId }) => unitId ?? []))];
}

function heldToday(actor: Actor, committeeId: string): Actor['memberships'] {
  const zone = committeeOf(actor, committeeId)?.zone ?? 'Asia/Shanghai';
  const today = dateIn(zone, actor.now).toString();
  const held = actor.memberships.filter((one) => one.committeeId === committeeId && isInOffice(one, today));
  // Who has left the committee acts in nobody's name any more.
  return held.some(isOwn) ? held : [];
}

const isOwn = ({ inNameOf }: Actor['memberships'][number]) => (inNameOf ?? null) === null;

/** The roles of one's own offices, without those held in a leader's name. */
export function ownRolesIn(actor: Actor, committeeId: string): Role[] {
  const own = heldToday(actor, committeeId).filter(isOwn);
  return [...new Set(own.map((one) => one.role))];
}

/** The leader in whose name a person may act today in a committee; null when there is none. */
export function leaderActedFor(actor: Actor, committeeId: string): string | null {
  return heldToday(actor, committeeId).find((one) => !isOwn(one))?.inNameOf ?? null;
}

/** The roles by which a person looks into a committee from the one above it. */
export function rolesFromAbove(actor: Actor, committeeId: string): Role[] {
  const parentId = committeeOf(actor, committeeId)?.parentId ?? null;
  return parentId === null ? [] : rolesIn(actor, parentId).filter((role) => SUPERVISING.includes(role));
}

/** The committees a person administers today: their own, and those below. */
export function administered(actor: Actor): ReachableCommittee[] {
  const isIn = (roles: readonly Role[]) => roles.includes('administrator');
  return actor.committees.filter(({ id }) => isIn(rolesIn(actor, id)) || isIn(rolesFromAbove(actor, id)));
}

/** Whether a person keeps or judges a committee's record, in it or from above: they see what was said about a duty. */
export function keepsRecord(actor: Actor, committeeId: string): boolean {
  const held = [...rolesIn(actor, committeeId), ...rolesFromAbove(actor, committeeId)];
  return held.includes('staff') || held.includes('leader');
}

/** The committees to show a person: those of an office held today, and those below them for supervising offices. */
export function visibleCommittees(actor: Actor): ReachableCommittee[] {
  return actor.committees.filter(
    (committee) => rolesIn(actor, committee.id).length > 0 || rolesFromAbove(actor, committee.id).length > 0,
  );
}

/** The door's tenants for work in one committee, or in some. Refuses ids that the policy has not let through. */
export function tenantsOf(actor: Actor, ...committeeIds: readonly string[]): Tenants {
  return new Map(
    committeeIds.map((id) => {
      const committee = committeeOf(actor, id);
      if (committee === null) throw new Error(`Committee ${id} is out of the actor's reach.`);
      return [id, committee.rootId];
    }),
  );
}

/** The door's tenants for what concerns the person: every committee an office is held in today. */
export function ownTenants(actor: Actor): Tenants {
  return tenantsOf(actor, ...actor.committees.filter(({ id }) => rolesIn(actor, id).length > 0).map(({ id }) => id));
}

/** Today in a committee's zone. */
export function todayIn(actor: Actor, committeeId: string): Temporal.PlainDate {
  return dateIn(committeeOf(actor, committeeId)?.zone ?? 'Asia/Shanghai', actor.now);
}
