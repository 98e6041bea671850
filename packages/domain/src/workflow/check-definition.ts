import type { ActionField, StateSpec, TaskSpec, Transition, WorkflowDefinition } from './definition.js';

/**
 * What is wrong with a definition, in words for its author; empty when it can be used. Checked by a test and at
 * start: a server with an unreachable state, a state without an end, or a task that cannot be due refuses to run.
 */
export function checkDefinition(definition: WorkflowDefinition): string[] {
  const names = Object.keys(definition.states);
  return [
    ...checkReach(definition),
    ...names.flatMap((name) => checkState(definition, name)),
    ...names.flatMap((name) =>
      (definition.states[name]?.opens ?? []).flatMap((spec) => checkTask(definition, name, spec)),
    ),
  ];
}

function checkReach(definition: WorkflowDefinition): string[] {
  const { initial, states } = definition;
  const faults: string[] = [];
  if (states[initial] === undefined) faults.push(`initial state ${initial} is not a state`);
  for (const [name, state] of Object.entries(states)) {
    for (const { to } of transitionsOf(state)) {
      if (states[to] === undefined) faults.push(`${name} leads to ${to}, which is not a state`);
    }
  }
  const reached = statesFrom(definition, initial);
  for (const [name, state] of Object.entries(states)) {
    if (!reached.has(name)) faults.push(`${name} cannot be reached`);
    if (state.final) continue;
    const ends = [...statesFrom(definition, name)].some((one) => states[one]?.final === true);
    if (!ends) faults.push(`${name} never comes to an end`);
  }
  return faults;
}

/** Every state that a case can come to from one, itself included. */
function statesFrom({ states }: WorkflowDefinition, start: string): Set<string> {
  const reached = new Set([start]);
  for (const name of reached) for (const { to } of transitionsOf(states[name])) reached.add(to);
  return reached;
}

function checkState(definition: WorkflowDefinition, name: string): string[] {
  const state = definition.states[name];
  const faults: string[] = [];
  if (state?.final && transitionsOf(state).length > 0) faults.push(`${name} is final and has actions`);
  for (const [event, transitions] of Object.entries(state?.on ?? {})) {
    const [first] = transitions;
    if (transitions.at(-1)?.when !== undefined) faults.push(`${name}.${event} has no transition without condition`);
    // The screens show what the first asks for, whichever is taken in the end.
    if (transitions.some((one) => asks(one) !== asks(first))) faults.push(`${name}.${event} asks for different things`);
    for (const kind of transitions.flatMap((one) => one.completes ?? [])) {
      const isOpen = specsOf(definition).some((spec) => spec.kind === kind && spec.openIn.includes(name));
      if (!isOpen) faults.push(`${name}.${event} completes ${kind}, which is not open there`);
    }
  }
  return faults;
}

const asks = (transition: Transition | undefined) => JSON.stringify([transition?.by, transition?.fields]);

function checkTask(definition: WorkflowDefinition, name: string, spec: TaskSpec): string[] {
  const { states } = definition;
  const faults: string[] = [];
  if (!spec.openIn.includes(name)) faults.push(`${name} opens ${spec.kind}, which is not open in it`);
  for (const openIn of spec.openIn) {
    if (states[openIn] === undefined) faults.push(`${spec.kind} is open in ${openIn}, which is not a state`);
    if (states[openIn]?.final) faults.push(`${spec.kind} is open in ${openIn}, which is final`);
  }
  const { whenAllDone } = spec;
  if (whenAllDone !== undefined && spec.openIn.some((openIn) => states[openIn]?.on?.[whenAllDone] === undefined)) {
    faults.push(`${spec.kind} fires ${whenAllDone}, which not every state of its life knows`);
  }
  const { heldWith } = spec;
  if (heldWith !== undefined && !specsOf(definition).some(({ kind }) => kind === heldWith)) {
    faults.push(`${spec.kind} is held with ${heldWith}, which no state opens`);
  }
  const date = dateOf(spec);
  if (date === null) return faults;
  if (definition.initial === name) faults.push(`${spec.kind} is due by ${date}, which no action has brought yet`);
  for (const [from, state] of Object.entries(states)) {
    for (const [event, transitions] of Object.entries(state.on ?? {})) {
      for (const { to, fields } of transitions) {
        const isBrought = fields?.some((field) => isRequiredDate(field, date)) === true;
        if (to === name && !isBrought)
          faults.push(`${from}.${event} opens ${spec.kind} without the ${date} it is due by`);
      }
    }
  }
  return faults;
}

/** The field of the action from which a task's due date is counted; null where it comes from elsewhere. */
function dateOf({ due }: TaskSpec): string | null {
  switch (due.rule) {
    case 'workdays-after-done':
      return 'doneOn';
    case 'workdays-before-event':
      return 'heldOn';
    case 'date-of-field':
      return due.field;
    case 'occurrence-due':
    case 'workdays-after-entry':
      return null;
  }
}

function isRequiredDate({ name, type, required }: ActionField, wanted: string): boolean {
  return name === wanted && required && (type === 'date-done' || type === 'date-planned');
}

function transitionsOf(state: StateSpec | undefined): Transition[] {
  return Object.values(state?.on ?? {}).flat();
}

function specsOf({ states }: WorkflowDefinition): TaskSpec[] {
  return Object.values(states).flatMap((state) => state.opens ?? []);
}
