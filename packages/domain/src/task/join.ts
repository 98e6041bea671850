import type { Membership } from '../people/roster.js';
import type { ActionInput, CaseState, DecideContext } from '../workflow/case-context.js';
import { askedOfEach, type OpenTask } from '../workflow/case-tasks.js';
import type { WorkflowDefinition } from '../workflow/definition.js';
import { definitions } from '../workflow/definitions/index.js';
import { holdersByRule } from './holders.js';
import type { TaskHolder } from './task-holder.js';

/** An open case of a running plan, as somebody finds it who begins to take part. */
export interface JoinableCase {
  readonly definition: WorkflowDefinition;
  readonly current: CaseState;
  /** What was said when it came to the state it is in; nothing where it began there. */
  readonly entered: ActionInput;
  /** Who was asked for what in it and need not be asked again, whether or not they have done it. */
  readonly asked: readonly { readonly kind: string; readonly holder: TaskHolder }[];
}

/**
 * What a case under way asks of people whose office began, or who came into the group it addresses: of each what it asks
 * of every participant, the whole of it, whatever part of the year is left (no rule divides it: a committee's own rules
 * may; then staff record the fewer pieces as agreed). Nothing of what is due today or was before, nothing twice, and
 * nothing of those who hold no such office on the day. A handling unit is asked when somebody begins to speak for it.
 *
 * Example: two proposals of each member by 31 October, in office from 1 July: two by 31 October, open from 1 July.
 * @param roster as it is with them in office
 */
export function askJoiners(
  one: JoinableCase,
  accountIds: ReadonlySet<string>,
  roster: readonly Membership[],
  context: DecideContext,
): OpenTask[] {
  const units = new Set(roster.flatMap(({ accountId, unitId }) => (accountIds.has(accountId) && unitId) || []));
  const isJoining = (holder: TaskHolder) =>
    holder.kind === 'unit' ? units.has(holder.unitId) : holder.kind === 'account' && accountIds.has(holder.accountId);
  return askedOfEach(one.definition, one.current, one.entered, context).flatMap((task) => {
    const known = new Set(one.asked.filter(({ kind }) => kind === task.kind).map(({ holder }) => keyOf(holder)));
    const joiners = holdersByRule(task.holder, one.current.facts, roster, context.today.toString()).filter(
      (holder) => isJoining(holder) && !known.has(keyOf(holder)),
    );
    return joiners.length === 0 ? [] : [{ ...task, joiners }];
  });
}

/** The states in which a case asks something of each participant. */
export const askingStates: readonly { readonly definition: string; readonly state: string }[] = Object.values(
  definitions,
).flatMap(({ name, states }) =>
  Object.entries(states).flatMap(([state, { opens = [] }]) =>
    opens.some(({ holder }) => holder.kind === 'each-participant') ? [{ definition: name, state }] : [],
  ),
);

const keyOf = (holder: TaskHolder): string => Object.values(holder).join(' ');
