import { isCountable } from '../calendar/official-year.js';
import {
  type ActionInput,
  type CaseState,
  type DecideContext,
  isPerformer,
  type WorkflowActor,
} from './case-context.js';
import type { CaseFacts } from './case-facts.js';
import { cancelledBy, openedIn, type WorkflowEffect } from './case-tasks.js';
import type { ActionField, WorkflowDefinition } from './definition.js';

export const refusalCodes = [
  'action-not-known-here',
  'role-not-allowed',
  'field-missing',
  'field-invalid',
  'date-in-future',
  'date-in-past',
  'done-before-window',
  /** A plan without items is not submitted; found by the annual-plan capability's guard. */
  'plan-empty',
  /** A key point is not taken into a plan that is not open for editing; found by the annual-plan capability's guard. */
  'plan-not-open',
  /** A plan is not closed while runs of it are undone and without a reason; found by the annual-plan capability's guard. */
  'plan-has-undone',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly field?: string;
}

export interface Decision {
  readonly ok: true;
  readonly event: string;
  readonly from: string | null;
  readonly to: string;
  readonly isFinal: boolean;
  readonly effects: readonly WorkflowEffect[];
}

/** Opens a case in its initial state. */
export function startCase(definition: WorkflowDefinition, facts: CaseFacts, context: DecideContext): Decision {
  return {
    ok: true,
    event: 'start',
    from: null,
    to: definition.initial,
    isFinal: definition.states[definition.initial]?.final === true,
    effects: openedIn(definition, { from: null, to: definition.initial, facts, input: {} }, context),
  };
}

/**
 * What an action does to a case: a refusal with its code, or the step and its effects. Pure; the engine locks, saves
 * and carries the effects out. Refuses an action that the state does not know, a wrong role, a missing, impossible or
 * unasked field, and a doing recorded before its window began.
 */
export function decide(
  definition: WorkflowDefinition,
  current: CaseState,
  command: { event: string; input: ActionInput },
  context: DecideContext,
): Decision | Refusal {
  const { on = {} } = definition.states[current.state] ?? {};
  // Own events only: every object also knows `toString`.
  const transition = Object.hasOwn(on, command.event)
    ? on[command.event]?.find(({ when }) => when !== 'report-wanted' || current.facts.reportWanted)
    : undefined;
  if (transition === undefined) return { ok: false, code: 'action-not-known-here' };
  if (!isPerformer(transition.by, context.actor, current.facts)) return { ok: false, code: 'role-not-allowed' };
  const { to, fields = [] } = transition;
  const { input } = command;
  for (const field of fields) {
    const code = judgeField(field, input[field.name], current.facts, context.today);
    if (code !== null) return { ok: false, code, field: field.name };
  }
  // Not ignored: rules read some fields by name, and one that nobody asked for would pass unjudged.
  const stray = Object.keys(input).find((name) => !fields.some((field) => field.name === name));
  if (stray !== undefined) return { ok: false, code: 'field-invalid', field: stray };
  const doneOn = dayDone(fields, input) ?? context.today.toString();
  const completes = transition.completes ?? [];
  return {
    ok: true,
    event: command.event,
    from: current.state,
    to,
    isFinal: definition.states[to]?.final === true,
    effects: [
      ...completes.map((kind) => ({ effect: 'complete-task', kind, doneOn }) as const),
      ...cancelledBy(definition, { from: current.state, to, completes }),
      ...openedIn(definition, { from: current.state, to, facts: current.facts, input }, context),
    ],
  };
}

/** The actions a person may take on a case now, with the fields each asks for. The screens show these and no others. */
export function allowedActions(
  definition: WorkflowDefinition,
  current: CaseState,
  actor: WorkflowActor,
): { event: string; fields: readonly ActionField[] }[] {
  const actions = [];
  for (const [event, transitions] of Object.entries(definition.states[current.state]?.on ?? {})) {
    const [first] = transitions;
    if (first !== undefined && isPerformer(first.by, actor, current.facts)) {
      actions.push({ event, fields: first.fields ?? [] });
    }
  }
  return actions;
}

/** The day an action says it was done; null when it asks for none. */
function dayDone(fields: readonly ActionField[], input: ActionInput): string | null {
  const field = fields.find(({ type }) => type === 'date-done');
  return field === undefined ? null : String(input[field.name]);
}

const LARGEST_COUNT = 999_999;

function isCount(value: string | number): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LARGEST_COUNT;
}

function judgeField(
  field: ActionField,
  value: string | number | undefined,
  facts: CaseFacts,
  today: Temporal.PlainDate,
): RefusalCode | null {
  if (value === undefined || String(value).trim() === '') return field.required ? 'field-missing' : null;
  if (field.type === 'text') return typeof value === 'string' && value.length <= 2000 ? null : 'field-invalid';
  if (field.type === 'count') return isCount(value) ? null : 'field-invalid';
  const date = parseDate(value);
  if (date === null) return 'field-invalid';
  if (!isCountable(date)) return 'field-invalid';
  const order = Temporal.PlainDate.compare(date, today);
  if (field.type === 'date-planned') return order < 0 ? 'date-in-past' : null;
  if (order > 0) return 'date-in-future';
  // The window of an unplanned duty begins when it is entered, which may well be after it was done.
  if (facts.occurrence === null || facts.origin === 'unplanned') return null;
  return date.toString() < facts.occurrence.from ? 'done-before-window' : null;
}

function parseDate(value: string | number): Temporal.PlainDate | null {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? Temporal.PlainDate.from(String(value)) : null;
  } catch {
    return null;
  }
}
