import {
  type ActionField,
  type ActionInput,
  allowedActions,
  definitions,
  type Transition,
  type WorkflowActor,
} from '@xushi/domain';
import type { Chance } from './chance.js';
import type { OpenCase } from './open-work.query.js';

export interface ChosenAction {
  readonly event: string;
  readonly input: ActionInput;
}

/** How much likelier people take a matter on than let it go. */
const WEIGHTS = { forward: 6, again: 0.3, givenUp: 0.15 } as const;

/**
 * One of the actions that a case offers a person today, by chance, with its fields filled; null when there is none. It
 * knows no workflow by name: what leads on is likely, what ends a matter undone is rare.
 */
export function chooseAction(
  current: OpenCase,
  actor: WorkflowActor,
  today: Temporal.PlainDate,
  chance: Chance,
): ChosenAction | null {
  const transitions = definitions[current.definition].states[current.state]?.on ?? {};
  const isAhead = current.heldOn !== null && current.heldOn > today.toString();
  const offered = allowedActions(definitions[current.definition], current, actor)
    // What is arranged for a later day has not been done yet.
    .filter(({ fields }) => !(isAhead && fields.some(({ type }) => type === 'date-done')))
    .map((action) => ({ ...action, weight: weightOf(current, transitions[action.event]?.[0]) }));
  const chosen = pick(offered, chance);
  if (chosen === null) return null;
  const input: Record<string, string | number> = {};
  for (const field of chosen.fields) {
    if (field.required || chance.happens(0.5)) input[field.name] = fillIn(field, current, today, chance);
  }
  return { event: chosen.event, input };
}

function weightOf(current: OpenCase, transition: Transition | undefined): number {
  if (transition === undefined) return 0;
  if (transition.completes !== undefined && transition.completes.length > 0) return WEIGHTS.forward;
  if (transition.to === current.state) return WEIGHTS.again;
  const isEnd = definitions[current.definition].states[transition.to]?.final === true;
  // A case that owes nothing any more is simply closed; one that does is given up.
  return isEnd && current.dueOn !== null ? WEIGHTS.givenUp : WEIGHTS.forward;
}

function pick<One extends { readonly weight: number }>(offered: readonly One[], chance: Chance): One | null {
  let left = chance.next() * offered.reduce((sum, { weight }) => sum + weight, 0);
  for (const one of offered) {
    left -= one.weight;
    if (left < 0) return one;
  }
  return offered.at(-1) ?? null;
}

function fillIn(
  { name, type }: ActionField,
  { heldOn, facts }: OpenCase,
  today: Temporal.PlainDate,
  chance: Chance,
): string | number {
  switch (type) {
    case 'text':
      return TEXTS[name] ?? '已按计划办理';
    case 'count':
      return name === 'attended' ? 6 + chance.upTo(6) : 1 + chance.upTo(3);
    case 'date-planned':
      return today.add({ days: name === 'heldOn' ? 5 + chance.upTo(7) : 15 + chance.upTo(30) }).toString();
    case 'date-done': {
      const told = heldOn ?? today.subtract({ days: chance.upTo(3) }).toString();
      const from = facts.occurrence?.from;
      return from !== undefined && told < from ? today.toString() : told;
    }
  }
}

/** What people write, by the field's name. */
const TEXTS: Readonly<Record<string, string>> = {
  title: '视察调研报告',
  topic: '学习全会精神和政协章程',
  place: '二楼会议室',
  sites: '项目现场',
  team: '委员视察组',
  departments: '有关部门',
  reason: '因中心工作调整',
  reply: '正在办理，将按期完成',
  text: '请抓紧办理',
  note: '情况已核实',
  differences: '结合本地实际，时间略有调整',
};
