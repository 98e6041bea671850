import type { Role } from '../people/roster.js';
import type { LadderName, LengthName } from '../rule-profile/rule-profile.js';
import type { WorkflowName } from './workflow-name.js';

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

/** Every kind of task there is; what people call each stands in the message files. */
export const taskKinds = [
  'approve-plan',
  'publish-plan',
  'hold-activity',
  'hold-study-session',
  'hold-inspection',
  'hold-consultation',
  'carry-out-oversight',
  'answer-invitation',
  'write-report',
  'write-minutes',
  'record-adoption',
  'send-opinions',
  'obtain-reply',
  'obtain-rectification',
  'look-back',
  'contribute',
  'do-duty',
  'answer-slip',
  'judge-slip-reply',
  'answer-urging',
  'decide-leave',
  'carry-out-hand-over',
  'answer-passed-down',
] as const;
export type TaskKind = (typeof taskKinds)[number];

export interface TaskSpec {
  readonly kind: TaskKind;
  readonly holder: TaskHolderRule;
  readonly due: TaskDueRule;
  readonly ladder: LadderChoice;
  /** The task lives as long as the case is in one of these states; leaving them cancels it unless it was completed. */
  readonly openIn: readonly string[];
  /** Completed piece by piece by what people record towards it; `item-target` takes the count from the plan item. */
  readonly contributions?: 'item-target' | 'one';
  /** Fired by the system when the last open task of this kind is done. */
  readonly whenAllDone?: string;
  /** On hold as long as the task of this kind of the same case is: nobody is asked to come to what is paused. */
  readonly heldWith?: TaskKind;
}

/** One way out of a state. Of several transitions of an event the first whose condition holds is taken. */
export interface Transition {
  readonly to: string;
  readonly by: readonly Performer[];
  readonly when?: 'report-wanted';
  readonly fields?: readonly ActionField[];
  /** Kinds of task that this action completes, on the day its `date-done` field names, else today. */
  readonly completes?: readonly TaskKind[];
}

export interface StateSpec {
  readonly final?: true;
  readonly opens?: readonly TaskSpec[];
  readonly on?: Readonly<Record<string, readonly Transition[]>>;
}

/** A workflow as data: which states a case can be in, who may move it, and which tasks each state opens. */
export interface WorkflowDefinition {
  readonly name: WorkflowName;
  readonly version: number;
  readonly initial: string;
  readonly states: Readonly<Record<string, StateSpec>>;
}
