import type { ActionField, StateSpec, TaskKind, TaskSpec, Transition, WorkflowDefinition } from '../definition.js';
import { heldOn, optionalText, reason } from './fields.js';

/**
 * A workflow that a plan item runs: an amendment of the plan can take it out of any state that is not its end, and its
 * task ends with it. Only the system does that; a matter that is called off, or not done when the year's plan
 * is closed, is dropped with a reason.
 */
export function itemWorkflow(definition: WorkflowDefinition): WorkflowDefinition {
  const states: Record<string, StateSpec> = {};
  for (const [name, state] of Object.entries(definition.states)) {
    states[name] = state.final ? state : { ...state, on: { ...state.on, withdraw } };
  }
  return { ...definition, states: { ...states, withdrawn: { final: true } } };
}

const withdraw: readonly Transition[] = [{ to: 'withdrawn', by: ['system'], fields: [optionalText('reason')] }];

/**
 * A leader calls the matter off; when the year's plan is closed, the system does so with what was not done, each with
 * the reason that the closing clerk gives.
 */
export const drop: readonly Transition[] = [{ to: 'dropped', by: ['leader', 'system'], fields: [reason] }];

/** The record is kept by the staff; whoever is in charge of the item may keep it, too. */
export const keepers = ['staff', 'responsible'] as const;

/**
 * The first part of everything people come together for: due when its window is, arranged for a day (again and again,
 * if need be), and each participant asked to come. What follows once it was held differs.
 */
export function untilHeld(
  kind: TaskKind,
  more: { readonly arranged?: readonly ActionField[]; readonly on: StateSpec['on'] },
): { readonly planned: StateSpec; readonly arranged: StateSpec } {
  const on = { arrange: arrange(more.arranged ?? []), ...more.on, drop };
  const hold: TaskSpec = {
    kind,
    holder: { kind: 'responsible' },
    due: { rule: 'occurrence-due' },
    ladder: 'duty',
    openIn: ['planned', 'arranged'],
  };
  return { planned: { opens: [hold], on }, arranged: { opens: [invitationTo(kind)], on } };
}

const arrange = (fields: readonly ActionField[]): readonly Transition[] => [
  { to: 'arranged', by: keepers, fields: [heldOn, optionalText('place'), ...fields] },
];

const invitationTo = (kind: TaskKind): TaskSpec => ({
  kind: 'answer-invitation',
  holder: { kind: 'each-participant' },
  due: { rule: 'workdays-before-event', within: 'answerBeforeEventWorkdays' },
  ladder: 'answer',
  openIn: ['arranged'],
  contributions: 'one',
  heldWith: kind,
});
