import { holdersOf, type Membership, type Role } from '../people/roster.js';
import type { TaskHolderRule } from '../workflow/definition.js';

/** Who owes one task: a person, or everyone who holds a role when it matters. */
export type TaskHolder =
  | { readonly kind: 'account'; readonly accountId: string }
  | { readonly kind: 'role'; readonly role: Role };

/**
 * The tasks that one rule makes: one per participant in office on `on`, or a single one for the person in charge or a
 * role. No participants make no task.
 */
export function holdersByRule(
  rule: TaskHolderRule,
  item: {
    readonly responsibleAccountId: string | null;
    readonly participants: 'members' | 'units' | 'none';
    readonly groupId: string | null;
  },
  roster: readonly Membership[],
  on: string,
): TaskHolder[] {
  switch (rule.kind) {
    case 'role':
      return [{ kind: 'role', role: rule.role }];
    case 'responsible':
      return item.responsibleAccountId === null
        ? [{ kind: 'role', role: 'staff' }]
        : [{ kind: 'account', accountId: item.responsibleAccountId }];
    case 'each-participant':
      return item.participants === 'members'
        ? holdersOf(ofGroup(roster, item.groupId), 'member', on).map((accountId) => ({ kind: 'account', accountId }))
        : [];
  }
}

function ofGroup(roster: readonly Membership[], groupId: string | null): readonly Membership[] {
  return groupId === null ? roster : roster.filter((one) => one.groupId === groupId);
}
