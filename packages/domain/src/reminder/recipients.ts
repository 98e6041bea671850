import { holdersOf, isInOffice, type Membership } from '../people/roster.js';
import type { TaskHolder } from '../task/task-holder.js';
import type { RungRecipient } from './ladder.js';

/**
 * The people a rung speaks to on a day; empty when nobody is in office, and the rung is then skipped with that
 * reason. The record is kept by the staff, and a duty climbs to the
 * leader in charge, or, where none is named or that one has left, to every leader.
 */
export function recipientsOf(
  to: RungRecipient,
  duty: { readonly holder: TaskHolder; readonly leaderAccountId: string | null },
  roster: readonly Membership[],
  on: string,
): string[] {
  if (to === 'record-keeper') return holdersOf(roster, 'staff', on);
  if (to === 'leader') return leadersOf(duty.leaderAccountId, roster, on);
  return peopleOf(duty.holder, roster, on);
}

/** The people in office on a day who owe what a holder owes: the person, all of the role, those who speak for the unit. */
export function peopleOf(holder: TaskHolder, roster: readonly Membership[], on: string): string[] {
  if (holder.kind === 'role') return holdersOf(roster, holder.role, on);
  if (holder.kind === 'unit') {
    const speaking = roster.filter((one) => one.unitId === holder.unitId);
    return holdersOf(speaking, 'unit', on);
  }
  const { accountId } = holder;
  return roster.some((one) => one.accountId === accountId && isInOffice(one, on)) ? [accountId] : [];
}

function leadersOf(inCharge: string | null, roster: readonly Membership[], on: string): string[] {
  const leaders = holdersOf(roster, 'leader', on);
  return inCharge !== null && leaders.includes(inCharge) ? [inCharge] : leaders;
}
