import { holdersOf, type Membership, membersIn } from '../people/roster.js';
import type { PlanItem } from './plan-item.js';

/** What a person has to do with an item: owes it, answers for it as a leader, or is asked to take part. */
export const parts = ['in-charge', 'leader', 'participant'] as const;
export type Part = (typeof parts)[number];

/**
 * Who has which part in an item on a day, each person once, by the first part that is theirs. Without a person in charge
 * the staff in office are; a leader answers for an item only where it names one.
 */
export function partsIn(
  item: Pick<PlanItem, 'responsibleAccountId' | 'leaderAccountId' | 'participants' | 'groupId'>,
  roster: readonly Membership[],
  on: string,
): { readonly accountId: string; readonly part: Part }[] {
  const { responsibleAccountId, leaderAccountId } = item;
  const found = new Map<string, Part>();
  const add = (part: Part, accountIds: readonly string[]) => {
    for (const accountId of accountIds) if (!found.has(accountId)) found.set(accountId, part);
  };
  add('in-charge', responsibleAccountId === null ? holdersOf(roster, 'staff', on) : [responsibleAccountId]);
  add('leader', leaderAccountId === null ? [] : [leaderAccountId]);
  if (item.participants === 'members') add('participant', membersIn(roster, item.groupId, on));
  if (item.participants === 'units') add('participant', holdersOf(roster, 'unit', on));
  return [...found].map(([accountId, part]) => ({ accountId, part }));
}
