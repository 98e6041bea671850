import { isInOffice, type Membership, type Role } from '../people/roster.js';
import type { LadderName, Ladders } from '../rule-profile/rule-profile.js';
import type { TaskHolderRule } from '../workflow/definition.js';
import type { TaskHolder } from './task-holder.js';

/** What of a task and its holder decides on its ladder. */
export interface LadderWanted {
  readonly ladder: LadderName;
  readonly kind: string;
  readonly rule: TaskHolderRule;
  readonly holder: TaskHolder;
}

/**
 * The key of the ladder that a task hangs on. A committee may give a kind of duty a ladder of its own, and any ladder
 * another form for those who owe the duty as staff, member, leader or unit: `write-report/member` goes before
 * `write-report`, that before `duty-short/member`, and that before `duty-short`.
 */
export function chooseLadder(
  ladders: Ladders,
  { ladder, kind, rule, holder }: LadderWanted,
  roster: readonly Membership[],
  on: string,
): string {
  const owner = ownerOf(rule, holder, roster, on);
  const wanted = [`${kind}/${owner}`, kind, `${ladder}/${owner}`];
  return wanted.find((key) => ladders[key] !== undefined) ?? ladder;
}

/** As what a holder owes a task. A person asked as a participant owes it as a member, whatever else they are. */
function ownerOf(rule: TaskHolderRule, holder: TaskHolder, roster: readonly Membership[], on: string): Role | null {
  if (holder.kind === 'role') return holder.role;
  if (holder.kind === 'unit') return 'unit';
  if (rule.kind === 'each-participant') return 'member';
  const held = roster.filter((one) => one.accountId === holder.accountId && isInOffice(one, on));
  return (['staff', 'leader', 'member'] as const).find((role) => held.some((one) => one.role === role)) ?? null;
}
