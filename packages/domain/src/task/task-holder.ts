import type { Role } from '../people/roster.js';

/** Who owes one task: a person, everyone who holds a role when it matters, or a handling unit outside the committee. */
export type TaskHolder =
  | { readonly kind: 'account'; readonly accountId: string }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'unit'; readonly unitId: string };
