import type { Policy } from '@xushi/contract';
import { type Actor, rolesFromAbove, rolesIn } from './actor.js';

export type PolicyVerdict = 'allowed' | 'UNAUTHORIZED' | 'PASSWORD_CHANGE_REQUIRED' | 'FORBIDDEN' | 'NOT_FOUND';

/**
 * Whether a person may call a route. A committee in which the person holds no office, and into which no office of
 * theirs looks from above, answers as a missing one; a wrong role in a committee they can see answers forbidden. Whoever
 * signed in with an initial password changes it first.
 */
export function judgePolicy(policy: Policy, actor: Actor | null, committeeId: string | null): PolicyVerdict {
  if (policy.access === 'public') return 'allowed';
  if (actor === null) return 'UNAUTHORIZED';
  if (policy.access === 'member-link') return 'allowed';
  const isOpen = policy.access === 'signed-in' && policy.evenWithInitialPassword === true;
  if (actor.hasInitialPassword === true && !isOpen) return 'PASSWORD_CHANGE_REQUIRED';
  if (policy.access === 'signed-in') return 'allowed';
  if (committeeId === null) return 'NOT_FOUND';
  const here = rolesIn(actor, committeeId);
  const above = rolesFromAbove(actor, committeeId);
  if (here.length === 0 && above.length === 0) return 'NOT_FOUND';
  const counted = policy.reach === 'own' ? here : [...here, ...above];
  return counted.some((role) => policy.roles.includes(role)) ? 'allowed' : 'FORBIDDEN';
}
