import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { DueReason } from '../recurrence/window.js';
import type { LadderName } from '../rule-profile/rule-profile.js';
import type { TaskHolder } from '../task/task-holder.js';
import type { ActionInput, CaseState, DecideContext } from './case-context.js';
import type { CaseFacts, TaskOrigin } from './case-facts.js';
import type { LadderChoice, TaskHolderRule, TaskKind, TaskSpec, WorkflowDefinition } from './definition.js';

/** A task to be opened. Who exactly owes it is settled by the roster, in rehearsal and in truth alike. */
export interface OpenTask {
  readonly effect: 'open-task';
  readonly kind: TaskKind;
  readonly holder: TaskHolderRule;
  readonly ladder: LadderName;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly dueReason: DueReason;
  readonly target: number;
  readonly byContribution: boolean;
  readonly whenAllDone: string | null;
  readonly origin: TaskOrigin;
  /** Owed by handling units: it starts on hold, because outside units get something only when a named person released it. */
  readonly heldUntilReleased: boolean;
  /** If the task of this kind of the same case is on hold, it starts on hold, too. */
  readonly heldWith: TaskKind | null;
  /** Those alone who begin to take part in a case under way; not said: everyone whom the rule names. */
  readonly joiners?: readonly TaskHolder[];
}

/** Why dates move: the plan was amended, the days it rests on are not the same any more, or staff moved one run. */
export type MoveReason = 'plan-amended' | 'anchor-moved' | 'calendar-changed' | 'moved-by-hand';

/** Open tasks of a kind whose dates follow the occurrence, which moved. */
export interface MoveTask {
  readonly effect: 'move-task';
  readonly kind: TaskKind;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly dueReason: DueReason;
  readonly because: MoveReason;
}

export type WorkflowEffect =
  | OpenTask
  | MoveTask
  | { readonly effect: 'complete-task'; readonly kind: TaskKind; readonly doneOn: string }
  | { readonly effect: 'cancel-task'; readonly kind: TaskKind };

/** A step of a case from a state (null: it begins) to another. */
interface Step {
  readonly from: string | null;
  readonly to: string;
  readonly facts: CaseFacts;
  readonly input: ActionInput;
}

/** The tasks that a step opens: those of the state it leads to, unless they live on from the state before. */
export function openedIn(definition: WorkflowDefinition, step: Step, context: DecideContext): OpenTask[] {
  const { from, to, facts } = step;
  return (definition.states[to]?.opens ?? [])
    .filter((spec) => from === null || !spec.openIn.includes(from) || opens(definition, from, spec.kind))
    .map((spec) => openedBy(spec, step, opensOnOf(spec, facts) ?? context.today.toString(), context));
}

/**
 * What a case under way asks of each participant in the state it is in, as somebody finds it who begins to take part
 * today: due as for everybody else, open from today on unless it opens later. What is due today or was before is asked of
 * nobody any more.
 * @param entered what was said when the case came to its state (the day it is arranged for): due dates may rest on it
 */
export function askedOfEach(
  definition: WorkflowDefinition,
  { state, facts }: CaseState,
  entered: ActionInput,
  context: DecideContext,
): OpenTask[] {
  const today = context.today.toString();
  return (definition.states[state]?.opens ?? [])
    .filter(({ holder }) => holder.kind === 'each-participant')
    .map((spec) => {
      const opensOn = opensOnOf(spec, facts) ?? today;
      const step = { from: null, to: state, facts, input: entered };
      return openedBy(spec, step, opensOn < today ? today : opensOn, context);
    })
    .filter(({ dueOn }) => dueOn > today);
}

function openedBy(spec: TaskSpec, step: Step, opensOn: string, context: DecideContext): OpenTask {
  const due = dueOf(spec, step, context);
  const { facts } = step;
  return {
    effect: 'open-task',
    kind: spec.kind,
    holder: spec.holder,
    ladder: ladderOf(spec.ladder, opensOn, due.dueOn, context),
    opensOn,
    ...due,
    target: spec.contributions === 'item-target' ? facts.target : 1,
    byContribution: spec.contributions !== undefined,
    whenAllDone: spec.whenAllDone ?? null,
    origin: facts.origin,
    heldUntilReleased: isOwedByUnits(spec.holder, facts),
    heldWith: spec.heldWith ?? null,
  };
}

/** The tasks that a step ends undone: their life does not reach into the state it leads to, or begins anew there. */
export function cancelledBy(
  definition: WorkflowDefinition,
  step: { readonly from: string; readonly to: string; readonly completes: readonly string[] },
): WorkflowEffect[] {
  return Object.values(definition.states)
    .flatMap((state) => state.opens ?? [])
    .filter(({ kind, openIn }) => !step.completes.includes(kind) && openIn.includes(step.from))
    .filter(({ kind, openIn }) => !openIn.includes(step.to) || opens(definition, step.to, kind))
    .map(({ kind }) => ({ effect: 'cancel-task', kind }));
}

/** The kinds of task of a case that are put on hold, and released, together with one kind. */
export function heldAlong(definition: WorkflowDefinition, kind: string): TaskKind[] {
  const specs = Object.values(definition.states).flatMap((state) => state.opens ?? []);
  return [...new Set(specs.filter(({ heldWith }) => heldWith === kind).map((spec) => spec.kind))];
}

/**
 * What it does to a case when its occurrence moves (the plan was amended, a holiday notice came out): its open tasks
 * that are due with the occurrence move along; those whose date an action made stay. A date that stays but is no longer
 * provisional is told them, too.
 */
export function rescheduleCase(
  definition: WorkflowDefinition,
  current: CaseState,
  facts: CaseFacts,
  because: MoveReason,
): MoveTask[] {
  const { occurrence } = facts;
  const before = current.facts.occurrence;
  if (occurrence === null || (before !== null && isSame(before, occurrence))) return [];
  return dueWithOccurrence(definition)
    .filter(({ openIn }) => openIn.includes(current.state))
    .map(({ kind }) => ({
      effect: 'move-task',
      kind,
      opensOn: occurrence.from,
      dueOn: occurrence.dueOn,
      dueReason: occurrence.dueReason,
      because,
    }));
}

/** The tasks of a workflow that are due when their occurrence is; all others have a date that an act made. */
export function dueWithOccurrence(definition: WorkflowDefinition): TaskSpec[] {
  return Object.values(definition.states)
    .flatMap((state) => state.opens ?? [])
    .filter(({ due }) => due.rule === 'occurrence-due');
}

type Dates = NonNullable<CaseFacts['occurrence']>;

function isSame(before: Dates, after: Dates): boolean {
  return (
    before.from === after.from &&
    before.dueOn === after.dueOn &&
    before.dueReason.provisional === after.dueReason.provisional &&
    isByHand(before) === isByHand(after)
  );
}

const isByHand = ({ dueReason }: Dates): boolean => dueReason.rule === 'moved-by-hand';

function opens(definition: WorkflowDefinition, state: string, kind: TaskKind): boolean {
  return definition.states[state]?.opens?.some((spec) => spec.kind === kind) === true;
}

function opensOnOf(spec: TaskSpec, { occurrence }: CaseFacts): string | null {
  return spec.due.rule === 'occurrence-due' && occurrence !== null ? occurrence.from : null;
}

function isOwedByUnits(holder: TaskHolderRule, { participants, addressee }: CaseFacts): boolean {
  if (holder.kind === 'each-participant') return participants === 'units';
  return holder.kind === 'addressee' && addressee?.kind === 'unit';
}

function ladderOf(choice: LadderChoice, opensOn: string, dueOn: string, { calendar }: DecideContext): LadderName {
  if (typeof choice === 'string') return choice;
  const length = calendar.workdaysBetween(Temporal.PlainDate.from(opensOn), Temporal.PlainDate.from(dueOn));
  return length <= choice.shortUpToWorkdays ? choice.short : choice.long;
}

function dueOf(
  { kind, due }: TaskSpec,
  { facts, input }: Step,
  { today, calendar, profile }: DecideContext,
): { dueOn: string; dueReason: DueReason } {
  if (due.rule === 'occurrence-due') {
    if (facts.occurrence === null) throw new Error(`Task ${kind} needs an occurrence to be due.`);
    return { dueOn: facts.occurrence.dueOn, dueReason: facts.occurrence.dueReason };
  }
  if (due.rule === 'date-of-field') {
    const named = dateOf(input[due.field], kind).toString();
    return { dueOn: named, dueReason: { rule: 'date-given', from: named, provisional: false } };
  }
  const { rule } = due;
  const start = {
    'workdays-after-entry': today.toString(),
    'workdays-after-done': input.doneOn,
    'workdays-before-event': input.heldOn,
  }[rule];
  return dueByWorkdays({ rule, from: dateOf(start, kind), workdays: profile[due.within], earliest: today }, calendar);
}

/**
 * The due date of a task that an action made and that is still open, reckoned anew by another calendar; null when it
 * does not depend on working days. `openedOn` is the day it was asked for.
 */
export function dueAgain(
  reason: DueReason,
  openedOn: Temporal.PlainDate,
  calendar: WorkingCalendar,
): { dueOn: string; dueReason: DueReason } | null {
  const { rule, workdays } = reason;
  if (workdays === undefined) return null;
  return dueByWorkdays({ rule, from: Temporal.PlainDate.from(reason.from), workdays, earliest: openedOn }, calendar);
}

function dueByWorkdays(
  by: {
    readonly rule: DueReason['rule'];
    readonly from: Temporal.PlainDate;
    readonly workdays: number;
    readonly earliest: Temporal.PlainDate;
  },
  calendar: WorkingCalendar,
): { dueOn: string; dueReason: DueReason } {
  const { rule, from, workdays, earliest } = by;
  const raw = calendar.addWorkdays(from, rule === 'workdays-before-event' ? -workdays : workdays);
  // An answer asked for at short notice is due today at the earliest, not before it was asked.
  const dueOn = Temporal.PlainDate.compare(raw, earliest) < 0 ? earliest : raw;
  const provisional = calendar.status(dueOn.year) === 'provisional';
  return { dueOn: dueOn.toString(), dueReason: { rule, from: from.toString(), workdays, provisional } };
}

function dateOf(value: string | number | undefined, kind: TaskKind): Temporal.PlainDate {
  if (value === undefined) throw new Error(`Task ${kind} is due by a date that the action does not bring.`);
  return Temporal.PlainDate.from(String(value));
}
