import type { Role } from '../people/roster.js';
import type { LadderName, LengthName } from '../rule-profile/rule-profile.js';

/** One input that an action asks for. `date-done` may not lie in the future, `date-planned` not in the past. */
export interface ActionField {
  readonly name: string;
  readonly type: 'date-done' | 'date-planned' | 'text' | 'count';
  readonly required: boolean;
}

/**
 * Who owes a task: everyone with a role, the person in charge of the item, the leader in charge, the addressee of the
 * case, or each participant separately.
 */
export type TaskHolderRule =
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'responsible' }
  | { readonly kind: 'leader-in-charge' }
  | { readonly kind: 'addressee' }
  | { readonly kind: 'each-participant' };

/**
 * The rule that makes a task's due date; lengths come from the rule profile, dates from the occurrence or from the
 * action that opens the task: the day it was done, the day of the event (`heldOn`), or a day the field names.
 */
export type TaskDueRule =
  | { readonly rule: 'occurrence-due' }
  | { readonly rule: 'workdays-after-entry'; readonly within: LengthName }
  | { readonly rule: 'workdays-after-done'; readonly within: LengthName }
  | { readonly rule: 'workdays-before-event'; readonly within: LengthName }
  | { readonly rule: 'date-of-field'; readonly field: string };

/**
 * Who may fire an event: holders of a role, the system, or the very person in question: the person in charge of the
 * item, or the addressee of the case (anyone of the role or unit it is addressed to).
 */
export type Performer = Role | 'system' | 'responsible' | 'addressee';

/** A ladder, or two to choose from by the working days between a task's opening and its due date. */
export type LadderChoice =
  | LadderName
  | { readonly short: LadderName; readonly long: LadderName; readonly shortUpToWorkdays: number };

export interface TaskSpec {
  readonly kind: string;
  readonly holder: TaskHolderRule;
  readonly due: TaskDueRule;
  readonly ladder: LadderChoice;
  /** The task lives as long as the case is in one of these states; leaving them cancels it unless it was completed. */
  readonly openIn: readonly string[];
  /** Completed piece by piece by what people record towards it; `item-target` takes the count from the plan item. */
  readonly contributions?: 'item-target' | 'one';
  /** Fired by the system when the last open task of this kind is done. */
  readonly whenAllDone?: string;
}

/** One way out of a state. Of several transitions of an event the first whose condition holds is taken. */
export interface Transition {
  readonly to: string;
  readonly by: readonly Performer[];
  readonly when?: 'report-wanted';
  readonly fields?: readonly ActionField[];
  /** Kinds of task that this action completes, with the action's `doneOn`. */
  readonly completes?: readonly string[];
}

export interface StateSpec {
  readonly final?: true;
  readonly opens?: readonly TaskSpec[];
  readonly on?: Readonly<Record<string, readonly Transition[]>>;
}

/** A workflow as data: which states a case can be in, who may move it, and which tasks each state opens. */
export interface WorkflowDefinition {
  readonly name: string;
  readonly version: number;
  readonly initial: string;
  readonly states: Readonly<Record<string, StateSpec>>;
}

/**
 * What is wrong with a definition, in words for its author; empty when it can be used. Checked by a test and at
 * start: a server with an unreachable or unknown state refuses to run.
 */
export function checkDefinition(definition: WorkflowDefinition): string[] {
  const faults: string[] = [];
  const { states } = definition;
  const names = Object.keys(states);
  if (states[definition.initial] === undefined) faults.push(`initial state ${definition.initial} is not a state`);

  const reached = new Set<string>([definition.initial]);
  const queue = [definition.initial];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    for (const transitions of Object.values(states[name]?.on ?? {})) {
      for (const { to } of transitions) {
        if (states[to] === undefined) faults.push(`${name} leads to ${to}, which is not a state`);
        else if (!reached.has(to)) {
          reached.add(to);
          queue.push(to);
        }
      }
    }
  }
  const specs = Object.values(states).flatMap((state) => state.opens ?? []);
  for (const name of names) {
    const state = states[name];
    if (!reached.has(name)) faults.push(`${name} cannot be reached`);
    const leads = Object.values(state?.on ?? {}).flat();
    if (state?.final && leads.length > 0) faults.push(`${name} is final and has actions`);
    if (!state?.final && leads.length === 0) faults.push(`${name} is a dead end and not final`);
    for (const [event, transitions] of Object.entries(state?.on ?? {})) {
      if (transitions.at(-1)?.when !== undefined) faults.push(`${name}.${event} has no transition without condition`);
      for (const kind of transitions.flatMap((transition) => transition.completes ?? [])) {
        if (!specs.some((spec) => spec.kind === kind)) faults.push(`${name}.${event} completes unknown task ${kind}`);
      }
    }
    for (const spec of state?.opens ?? []) {
      if (!spec.openIn.includes(name)) faults.push(`${name} opens ${spec.kind}, which is not open in it`);
      for (const openIn of spec.openIn) {
        if (states[openIn] === undefined) faults.push(`${spec.kind} is open in ${openIn}, which is not a state`);
      }
      const { whenAllDone } = spec;
      if (whenAllDone !== undefined && spec.openIn.some((openIn) => states[openIn]?.on?.[whenAllDone] === undefined)) {
        faults.push(`${spec.kind} fires ${whenAllDone}, which not every state of its life knows`);
      }
    }
  }
  return faults;
}
