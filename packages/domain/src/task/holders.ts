import { type Membership, membersIn, type Role, unitsOf } from '../people/roster.js';
import type { CaseFacts } from '../workflow/case-facts.js';
import type { TaskHolderRule } from '../workflow/definition.js';
import type { TaskHolder } from './task-holder.js';

/** What of a case says who owes its tasks. */
export type HolderFacts = Pick<
  CaseFacts,
  'responsibleAccountId' | 'leaderAccountId' | 'participants' | 'groupId' | 'addressee'
>;

/**
 * The tasks that one rule makes: one per participant on `on` (members in office, of the item's group where it has one,
 * or handling units somebody speaks for), or a single one for the person in charge, the leader in charge, the addressee
 * or a role. No participants and no addressee make no task.
 */
export function holdersByRule(
  rule: TaskHolderRule,
  facts: HolderFacts,
  roster: readonly Membership[],
  on: string,
): TaskHolder[] {
  switch (rule.kind) {
    case 'role':
      return [{ kind: 'role', role: rule.role }];
    case 'responsible':
      return [personOr(facts.responsibleAccountId, 'staff')];
    case 'leader-in-charge':
      return [personOr(facts.leaderAccountId, 'leader')];
    case 'addressee':
      return facts.addressee === null ? [] : [facts.addressee];
    case 'each-participant':
      return participantsOf(facts, roster, on);
  }
}

function personOr(accountId: string | null, role: Role): TaskHolder {
  return accountId === null ? { kind: 'role', role } : { kind: 'account', accountId };
}

function participantsOf(facts: HolderFacts, roster: readonly Membership[], on: string): TaskHolder[] {
  switch (facts.participants) {
    case 'members':
      return membersIn(roster, facts.groupId, on).map((accountId) => ({ kind: 'account', accountId }));
    case 'units':
      return unitsOf(roster, on).map((unitId) => ({ kind: 'unit', unitId }));
    case 'none':
      return [];
  }
}
