import type { WorkflowGraph } from '../lib/api';

const COLUMN = 146;
const ROW = 52;
const BOX = { width: 108, height: 34 };
const MARGIN = 14;
/** Room above the first and below the last row, for ways that lead past other states. */
const ARC = 26;

export interface DrawnState {
  readonly name: string;
  readonly isFinal: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** All actions that lead from one state to another, as one line. */
export interface DrawnWay {
  readonly from: string;
  readonly to: string;
  readonly events: readonly string[];
  readonly path: string;
}

/**
 * A workflow laid out from left to right: each state stands behind all that lead on to it, in the order in which the
 * definition names them. What only the system does is left out, with the states it alone leads to, unless the case stands there.
 */
export function drawWorkflow(graph: WorkflowGraph, present: string) {
  const ways = graph.transitions.filter(
    ({ from, to, by }) => from !== to && (to === present || by.some((who) => who !== 'system')),
  );
  const depth = depthsOf(graph.states, ways, present);
  const columns = Map.groupBy(
    graph.states.filter(({ name }) => depth.has(name)),
    ({ name }) => depth.get(name) ?? 0,
  );
  const rows = Math.max(...[...columns.values()].map((states) => states.length));
  const states: DrawnState[] = [...columns].flatMap(([column, ofColumn]) =>
    ofColumn.map(({ name, isFinal }, row) => ({
      name,
      isFinal,
      x: MARGIN + column * COLUMN,
      y: ARC + MARGIN + (row + (rows - ofColumn.length) / 2) * ROW,
      ...BOX,
    })),
  );
  const at = new Map(states.map((state) => [state.name, state]));
  const joined = Map.groupBy(ways, ({ from, to }) => `${from} ${to}`);
  const drawn = [...joined.values()].flatMap((ofPair): DrawnWay[] => {
    const [first] = ofPair;
    const [from, to] = [at.get(first?.from ?? ''), at.get(first?.to ?? '')];
    if (first === undefined || from === undefined || to === undefined) return [];
    const events = [...new Set(ofPair.map(({ event }) => event))];
    return [{ from: first.from, to: first.to, events, ...lineOf(from, to, states) }];
  });
  return {
    states,
    ways: drawn,
    width: MARGIN * 2 + (Math.max(...columns.keys()) + 1) * COLUMN - (COLUMN - BOX.width),
    height: MARGIN * 2 + ARC * 2 + (rows - 1) * ROW + BOX.height,
  };
}

/** The longest way to each state that is reached at all; a way to a state named earlier leads back and counts for nothing. */
function depthsOf(
  states: WorkflowGraph['states'],
  ways: WorkflowGraph['transitions'],
  present: string,
): Map<string, number> {
  const depth = new Map<string, number>();
  for (const { name, isInitial } of states) {
    const before = ways.flatMap(({ from, to }) => (to === name ? (depth.get(from) ?? []) : []));
    if (before.length > 0) depth.set(name, Math.max(...before) + 1);
    else if (isInitial || name === present) depth.set(name, 0);
  }
  return depth;
}

/**
 * Straight to the next column; in an arc over the states between, or back under them. Where a state stands below that
 * from which a way leads back, the way goes over as well: under it, it would seem to come from the other.
 */
function lineOf(from: DrawnState, to: DrawnState, states: readonly DrawnState[]): Pick<DrawnWay, 'path'> {
  const columns = Math.round((to.x - from.x) / COLUMN);
  if (columns === 1) {
    const middle = BOX.height / 2;
    return { path: `M${from.x + BOX.width} ${from.y + middle}L${to.x} ${to.y + middle}` };
  }
  const isOver = columns > 1 || states.some(({ x, y }) => x === from.x && y > from.y);
  const [x1, x2] = [from.x + BOX.width / 2, to.x + BOX.width / 2];
  const [y1, y2] = isOver ? [from.y, to.y] : [from.y + BOX.height, to.y + BOX.height];
  const bend = isOver ? Math.min(y1, y2) - ARC * 1.5 : Math.max(y1, y2) + ARC * 1.5;
  return { path: `M${x1} ${y1}Q${(x1 + x2) / 2} ${bend} ${x2} ${y2}` };
}
