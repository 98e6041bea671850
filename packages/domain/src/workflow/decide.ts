import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { Role } from '../people/roster.js';
import type { DueReason } from '../recurrence/window.js';
import type { LadderName, RuleProfile } from '../rule-profile/rule-profile.js';
import type { ActionField, TaskHolderRule, TaskSpec, Transition, WorkflowDefinition } from './definition.js';

/** Who acts: a person with the roles held in the committee today, or the system. */
export interface WorkflowActor {
  readonly accountId: string | null;
  readonly roles: readonly (Role | 'system')[];
}

/** What of the case and its plan item the rules may look at. ISO dates. */
export interface CaseFacts {
  readonly occurrence: { readonly from: string; readonly dueOn: string; readonly dueReason: DueReason } | null;
  readonly reportWanted: boolean;
  readonly target: number;
  readonly participants: 'members' | 'units' | 'none';
  /** Only the members of this group; null: every member in office. */
  readonly groupId: string | null;
  /** The person in charge; null: whoever is on the staff. */
  readonly responsibleAccountId: string | null;
  /** The leader in charge; null: every leader. */
  readonly leaderAccountId: string | null;
}

export interface CaseState {
  readonly state: string;
  readonly facts: CaseFacts;
}

/** What an action brings along: ISO dates, texts, counts, by field name. */
export type ActionInput = Readonly<Record<string, string | number>>;

export interface DecideContext {
  readonly today: Temporal.PlainDate;
  readonly calendar: WorkingCalendar;
  readonly profile: RuleProfile;
  readonly actor: WorkflowActor;
}

/** A task to be opened. Who exactly owes it is settled by the roster, in rehearsal and in truth alike. */
export interface OpenTask {
  readonly effect: 'open-task';
  readonly kind: string;
  readonly holder: TaskHolderRule;
  readonly ladder: LadderName;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly dueReason: DueReason;
  readonly target: number;
  readonly byContribution: boolean;
  readonly whenAllDone: string | null;
}

export type WorkflowEffect =
  | OpenTask
  | { readonly effect: 'complete-task'; readonly kind: string; readonly doneOn: string }
  | { readonly effect: 'cancel-task'; readonly kind: string };

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
    effects: opened(definition, definition.initial, null, facts, {}, context),
  };
}

/**
 * What an action does to a case: a refusal with its code, or the step and its effects. Pure; the engine locks, saves
 * and carries the effects out. Refuses an action that the state does not know, a wrong role, a missing or impossible
 * field, and a doing recorded before its window began.
 */
export function decide(
  definition: WorkflowDefinition,
  current: CaseState,
  command: { event: string; input: ActionInput },
  context: DecideContext,
): Decision | Refusal {
  const transitions = definition.states[current.state]?.on?.[command.event];
  if (transitions === undefined) return { ok: false, code: 'action-not-known-here' };
  const transition = transitions.find(
    (candidate) => candidate.when === undefined || (candidate.when === 'report-wanted' && current.facts.reportWanted),
  );
  if (transition === undefined) return { ok: false, code: 'action-not-known-here' };
  if (!mayFire(transition, context.actor)) return { ok: false, code: 'role-not-allowed' };
  for (const field of transition.fields ?? []) {
    const code = judgeField(field, command.input[field.name], current.facts, context.today);
    if (code !== null) return { ok: false, code, field: field.name };
  }
  const doneOn = String(command.input.doneOn ?? context.today.toString());
  const completes = transition.completes ?? [];
  const ended = specsOf(definition).filter(
    (spec) =>
      !completes.includes(spec.kind) &&
      spec.openIn.includes(current.state) &&
      (!spec.openIn.includes(transition.to) || reopens(definition, transition.to, spec.kind)),
  );
  return {
    ok: true,
    event: command.event,
    from: current.state,
    to: transition.to,
    isFinal: definition.states[transition.to]?.final === true,
    effects: [
      ...completes.map((kind) => ({ effect: 'complete-task', kind, doneOn }) as const),
      ...ended.map(({ kind }) => ({ effect: 'cancel-task', kind }) as const),
      ...opened(definition, transition.to, current.state, current.facts, command.input, context),
    ],
  };
}

/** The actions a person may take on a case now, with the fields each asks for. The screens show these and no others. */
export function allowedActions(
  definition: WorkflowDefinition,
  state: string,
  actor: WorkflowActor,
): { event: string; fields: readonly ActionField[] }[] {
  const actions = [];
  for (const [event, transitions] of Object.entries(definition.states[state]?.on ?? {})) {
    const [first] = transitions;
    if (first !== undefined && mayFire(first, actor)) actions.push({ event, fields: first.fields ?? [] });
  }
  return actions;
}

function mayFire(transition: Transition, actor: WorkflowActor): boolean {
  return transition.by.some((role) => actor.roles.includes(role));
}

function specsOf(definition: WorkflowDefinition): TaskSpec[] {
  return Object.values(definition.states).flatMap((state) => state.opens ?? []);
}

function reopens(definition: WorkflowDefinition, state: string, kind: string): boolean {
  return definition.states[state]?.opens?.some((spec) => spec.kind === kind) === true;
}

function judgeField(
  field: ActionField,
  value: string | number | undefined,
  facts: CaseFacts,
  today: Temporal.PlainDate,
): RefusalCode | null {
  if (value === undefined || value === '') return field.required ? 'field-missing' : null;
  if (field.type === 'text') return typeof value === 'string' && value.length <= 2000 ? null : 'field-invalid';
  if (field.type === 'count') return Number.isInteger(value) && Number(value) >= 0 ? null : 'field-invalid';
  const date = parseDate(value);
  if (date === null) return 'field-invalid';
  const order = Temporal.PlainDate.compare(date, today);
  if (field.type === 'date-planned') return order < 0 ? 'date-in-past' : null;
  if (order > 0) return 'date-in-future';
  return facts.occurrence !== null && date.toString() < facts.occurrence.from ? 'done-before-window' : null;
}

function parseDate(value: string | number): Temporal.PlainDate | null {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? Temporal.PlainDate.from(String(value)) : null;
  } catch {
    return null;
  }
}

function opened(
  definition: WorkflowDefinition,
  state: string,
  from: string | null,
  facts: CaseFacts,
  input: ActionInput,
  context: DecideContext,
): OpenTask[] {
  const today = context.today.toString();
  return (definition.states[state]?.opens ?? [])
    .filter((spec) => from === null || !spec.openIn.includes(from) || reopens(definition, from, spec.kind))
    .map((spec) => ({
      effect: 'open-task',
      kind: spec.kind,
      holder: spec.holder,
      ladder: spec.ladder,
      opensOn: spec.due.rule === 'occurrence-due' && facts.occurrence !== null ? facts.occurrence.from : today,
      ...due(spec, facts, input, context),
      target: spec.contributions === 'item-target' ? facts.target : 1,
      byContribution: spec.contributions !== undefined,
      whenAllDone: spec.whenAllDone ?? null,
    }));
}

function due(
  spec: TaskSpec,
  facts: CaseFacts,
  input: ActionInput,
  { today, calendar, profile }: DecideContext,
): { dueOn: string; dueReason: DueReason } {
  if (spec.due.rule === 'occurrence-due') {
    if (facts.occurrence === null) throw new Error(`Task ${spec.kind} needs an occurrence to be due.`);
    return { dueOn: facts.occurrence.dueOn, dueReason: facts.occurrence.dueReason };
  }
  const { rule, within } = spec.due;
  const workdays = profile[within];
  const start = {
    'workdays-after-entry': today.toString(),
    'workdays-after-done': input.doneOn,
    'workdays-before-event': input.heldOn,
  }[rule];
  if (start === undefined) throw new Error(`Task ${spec.kind} is due by ${rule}, but the action has no such date.`);
  const from = Temporal.PlainDate.from(String(start));
  // An answer asked for at short notice is due today at the earliest, not before it was asked.
  const raw = calendar.addWorkdays(from, rule === 'workdays-before-event' ? -workdays : workdays);
  const dueOn = Temporal.PlainDate.compare(raw, today) < 0 ? today : raw;
  const provisional = calendar.status(dueOn.year) === 'provisional';
  return { dueOn: dueOn.toString(), dueReason: { rule, from: from.toString(), workdays, provisional } };
}
