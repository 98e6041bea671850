import type { ActionField, Performer, StateSpec, TaskKind, TaskSpec, WorkflowDefinition } from './definition.js';
import type { WorkflowName } from './workflow-name.js';

/** A definition as something to draw: where a case can stand, and the ways from one state to another. */
export interface WorkflowGraph {
  readonly name: WorkflowName;
  readonly version: number;
  readonly states: {
    readonly name: string;
    readonly isInitial: boolean;
    readonly isFinal: boolean;
    /** Kinds of task that begin here. */
    readonly opens: TaskKind[];
  }[];
  readonly transitions: {
    readonly from: string;
    readonly event: string;
    readonly to: string;
    readonly by: Performer[];
    /** Taken only where the plan wants a report. */
    readonly isForReport: boolean;
    readonly fields: ActionField[];
    readonly completes: TaskKind[];
  }[];
}

/** The graph of a definition, states and ways in the order they are written. */
export function graphOf({ name, version, initial, states }: WorkflowDefinition): WorkflowGraph {
  const entries: [string, StateSpec][] = Object.entries(states);
  return {
    name,
    version,
    states: entries.map(([state, { final, opens = [] }]) => ({
      name: state,
      isInitial: state === initial,
      isFinal: final === true,
      opens: opens.map(({ kind }) => kind),
    })),
    transitions: entries.flatMap(([from, { on = {} }]) =>
      Object.entries(on).flatMap(([event, transitions]) =>
        transitions.map(({ to, by, when, fields = [], completes = [] }) => ({
          from,
          event,
          to,
          by: [...by],
          isForReport: when === 'report-wanted',
          fields: [...fields],
          completes: [...completes],
        })),
      ),
    ),
  };
}

/** A definition as a Mermaid state diagram: each way with its event and who may go it, each state with its tasks. */
export function diagramOf(definition: WorkflowDefinition): string {
  const { states, transitions } = graphOf(definition);
  const lines = ['stateDiagram-v2'];
  for (const { name } of states) if (idOf(name) !== name) lines.push(`state "${name}" as ${idOf(name)}`);
  for (const { name, isInitial } of states) if (isInitial) lines.push(`[*] --> ${idOf(name)}`);
  for (const { from, event, to, by, isForReport } of transitions) {
    const condition = isForReport ? ', report wanted' : '';
    lines.push(`${idOf(from)} --> ${idOf(to)}: ${event} (${by.map(performerInWords).join(', ')}${condition})`);
  }
  for (const { name, isFinal } of states) if (isFinal) lines.push(`${idOf(name)} --> [*]`);
  for (const { name, opens } of states) {
    if (opens.length > 0) lines.push(`note right of ${idOf(name)}: ${opens.join(', ')}`);
  }
  return `${lines.map((line, index) => (index === 0 ? line : `  ${line}`)).join('\n')}\n`;
}

/** Mermaid takes a hyphen for part of an arrow. */
const idOf = (state: string) => state.replaceAll('-', '_');

/** A page about a definition for the documentation: its diagram, every way, and every task with who owes it until when. */
export function pageOf(definition: WorkflowDefinition, title: string): string {
  const { version, transitions } = graphOf(definition);
  const opened = Object.entries(definition.states).flatMap(([state, { opens = [] }]) =>
    opens.map((spec) => [state, spec] as const),
  );
  const ways = transitions.map(({ from, event, to, by, isForReport, fields, completes }) => [
    from,
    `\`${event}\``,
    by.map(performerInWords).join(', '),
    fields.map(({ name, required }) => (required ? `**${name}**` : name)).join(', '),
    isForReport ? `${to}, if a report is wanted` : to,
    completes.join(', '),
  ]);
  const tasks = opened.map(([state, spec]) => [
    `\`${spec.kind}\``,
    state,
    holderInWords(spec),
    dueInWords(spec),
    ladderInWords(spec),
    spec.openIn.join(', '),
  ]);
  return [
    `# ${title}`,
    '',
    `Definition \`${definition.name}\`, version ${version}. Written by \`packages/domain/write-workflows.js\` from`,
    `\`packages/domain/src/workflow/definitions/${definition.name}.ts\`: change that, not this.`,
    '',
    '```mermaid',
    diagramOf(definition).trimEnd(),
    '```',
    '',
    '## Actions',
    '',
    'Fields in bold must be filled in.',
    '',
    ...table(['from', 'action', 'by', 'asks for', 'to', 'completes'], ways),
    '',
    '## Tasks',
    '',
    ...table(['task', 'opens in', 'owed by', 'due', 'ladder', 'open while'], tasks),
    '',
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function performerInWords(performer: Performer): string {
  return performer === 'responsible' ? 'person in charge' : performer;
}

function holderInWords({ holder }: TaskSpec): string {
  switch (holder.kind) {
    case 'role':
      return holder.role;
    case 'responsible':
      return 'person in charge, else staff';
    case 'leader-in-charge':
      return 'leader in charge, else every leader';
    case 'addressee':
      return 'addressee';
    case 'each-participant':
      return 'each participant';
  }
}

function dueInWords({ due }: TaskSpec): string {
  switch (due.rule) {
    case 'occurrence-due':
      return 'with the occurrence';
    case 'workdays-after-entry':
      return `\`${due.within}\` after it opened`;
    case 'workdays-after-done':
      return `\`${due.within}\` after \`doneOn\``;
    case 'workdays-before-event':
      return `\`${due.within}\` before \`heldOn\``;
    case 'date-of-field':
      return `on \`${due.field}\``;
  }
}

function ladderInWords({ ladder }: TaskSpec): string {
  if (typeof ladder === 'string') return ladder;
  return `${ladder.short} up to ${ladder.shortUpToWorkdays} working days, else ${ladder.long}`;
}
