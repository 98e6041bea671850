import type { InvitationAnswer } from '../task/contribution.js';

/** What the member page (委员页) offers for a matter: come to an activity, ask for leave from it, record a piece handed in. */
export const matterActs = ['come', 'ask-leave', 'contribute'] as const;
export type MatterAct = (typeof matterActs)[number];

/** How a matter stands for the member it is asked of; each has its own kind sentence, and none says "late". */
export const matterStandings = [
  'asked',
  'leave-asked',
  'leave-refused',
  'paused',
  'coming',
  'on-leave',
  'not-coming',
  'received',
  'called-off',
  'not-needed',
] as const;
export type MatterStanding = (typeof matterStandings)[number];

/** One duty of a member, as far as the member page needs it. ISO dates. */
export interface Matter {
  readonly kind: string;
  readonly status: 'open' | 'done' | 'cancelled';
  readonly byContribution: boolean;
  readonly opensOn: string;
  readonly onHold: boolean;
  /** What was answered to an invitation; null while nothing was, and for everything else. */
  readonly answer: InvitationAnswer | null;
  /** Whether the answer is a leave that was granted. */
  readonly isOnLeave: boolean;
  /** The state of the latest request for leave; null where there was none. */
  readonly leaveState: string | null;
  /** The state of the case it belongs to. */
  readonly caseState: string;
}

/** How a matter stands: what is asked, what was said to it, what became of it. */
export function standingOf(matter: Matter): MatterStanding {
  if (matter.status === 'open') {
    if (matter.onHold) return 'paused';
    if (matter.leaveState === 'requested') return 'leave-asked';
    return matter.leaveState === 'refused' ? 'leave-refused' : 'asked';
  }
  if (matter.caseState === 'dropped') return 'called-off';
  if (matter.status === 'cancelled') return 'not-needed';
  if (matter.answer === 'coming') return 'coming';
  if (matter.answer === 'not-coming') return matter.isOnLeave ? 'on-leave' : 'not-coming';
  return 'received';
}

/**
 * What a member may do with a matter today: nothing before it opens, while it rests, or once it has ended; leave is asked
 * for once at a time. What a member answers for as the one in charge is done with the staff, not from a link.
 */
export function actsFor(matter: Matter, today: Temporal.PlainDate): MatterAct[] {
  const isOpen = matter.status === 'open' && !matter.onHold && matter.opensOn <= today.toString();
  if (!isOpen || !matter.byContribution) return [];
  if (matter.kind !== 'answer-invitation') return ['contribute'];
  return matter.leaveState === 'requested' ? ['come'] : ['come', 'ask-leave'];
}

/**
 * Whether a member's link still opens the page to act: until its duty ends, and for the rest of that day, so that who has
 * answered one matter can answer the next. `endedOn`: the day the end was recorded, in the committee's zone.
 */
export function isLinkAlive(
  duty: { readonly status: Matter['status']; readonly endedOn: string | null },
  today: Temporal.PlainDate,
): boolean {
  return duty.status === 'open' || duty.endedOn === today.toString();
}
