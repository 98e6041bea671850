import type { WorkflowDefinition } from '../workflow/definition.js';

/** A run of a plan as the end of its year finds it. */
export interface RunAtClose {
  readonly definition: WorkflowDefinition;
  readonly state: string;
  readonly isFinal: boolean;
  /** Recorded as done, whether or not a report is still owed. */
  readonly isHeld: boolean;
}

/**
 * Where a run of a plan stands when the plan is closed. Three things are never mixed (product.md, promise 9): what was
 * `done`, late or not; what was called off, `not-done` with its reason on record; and what is `undone`: not done and
 * nobody has said why, which closing the plan asks for. What was held and only lacks what follows from it, a report or
 * a reply, is `owed`: it stays open beyond the year, because it can still be had.
 */
export function standingAtClose({ definition, state, isFinal, isHeld }: RunAtClose) {
  if (isFinal) return state === 'dropped' && !isHeld ? 'not-done' : 'done';
  const canBeDropped = definition.states[state]?.on?.drop !== undefined;
  return canBeDropped && !isHeld ? 'undone' : 'owed';
}

/** An undone run, and as which version of it somebody looked at it. */
export interface UndoneRun {
  readonly instanceId: string;
  readonly lockVersion: number;
}

export interface ClosingFault {
  readonly instanceId: string;
  /** `changed`: done, called off or otherwise touched since it was looked at. */
  readonly why: 'reason-missing' | 'changed';
}

/** What keeps a plan from being closed with the reasons given: every undone run needs one, and no other run has one. */
export function judgeClosing(
  undone: readonly UndoneRun[],
  given: readonly (UndoneRun & { readonly reason: string })[],
): ClosingFault[] {
  const versions = new Map(undone.map(({ instanceId, lockVersion }) => [instanceId, lockVersion]));
  const changed = given.filter(({ instanceId, lockVersion }) => versions.get(instanceId) !== lockVersion);
  const reasoned = new Set(given.flatMap(({ instanceId, reason }) => (reason.trim() === '' ? [] : [instanceId])));
  const isChanged = new Set(changed.map(({ instanceId }) => instanceId));
  const missing = undone.filter(({ instanceId }) => !reasoned.has(instanceId) && !isChanged.has(instanceId));
  return [
    ...[...isChanged].map((instanceId) => ({ instanceId, why: 'changed' }) as const),
    ...missing.map(({ instanceId }) => ({ instanceId, why: 'reason-missing' }) as const),
  ];
}
