import type { WorkflowGraph } from '../lib/api';
import { drawWorkflow } from './draw-workflow';

const state = (name: string, isInitial = false, isFinal = false) => ({ name, isInitial, isFinal, opens: [] });
const way = (from: string, event: string, to: string, by: WorkflowGraph['transitions'][number]['by'] = ['staff']) => ({
  from,
  event,
  to,
  by,
  isForReport: false,
  fields: [],
  completes: [],
});
/** A plan in short: two ways to be approved, a way back, and one only the system takes. */
const graph: WorkflowGraph = {
  name: 'annual-plan',
  version: 1,
  states: [
    state('draft', true),
    state('submitted'),
    state('approved'),
    state('closed', false, true),
    state('withdrawn'),
  ],
  transitions: [
    way('draft', 'submit', 'submitted'),
    way('draft', 'record-approval', 'approved'),
    way('submitted', 'approve', 'approved'),
    way('submitted', 'record-approval', 'approved'),
    way('submitted', 'send-back', 'draft'),
    way('approved', 'close', 'closed'),
    way('draft', 'withdraw', 'withdrawn', ['system']),
  ],
};
const columnsOf = (present: string) => {
  const { states } = drawWorkflow(graph, present);
  const xs = [...new Set(states.map(({ x }) => x))].sort((a, b) => a - b);
  return states.map(({ name, x }) => `${name} ${xs.indexOf(x)}`);
};

it('each state stands behind all that lead on to it; a way back moves nothing', () => {
  expect(columnsOf('draft')).toEqual(['draft 0', 'submitted 1', 'approved 2', 'closed 3']);
});

it('what only the system does is drawn where the case stands there', () => {
  expect(columnsOf('withdrawn')).toContain('withdrawn 1');
});

it('several actions between two states are one line', () => {
  const { ways } = drawWorkflow(graph, 'draft');
  expect(ways.filter(({ from, to }) => from === 'submitted' && to === 'approved').map(({ events }) => events)).toEqual([
    ['approve', 'record-approval'],
  ]);
});

it('a way back leads under the states, but over them where another state stands below', () => {
  const { states, ways } = drawWorkflow(
    {
      ...graph,
      states: [state('draft', true), state('published'), state('amending'), state('closed', false, true)],
      transitions: [
        way('draft', 'publish', 'published'),
        way('published', 'amend', 'amending'),
        way('published', 'close', 'closed'),
        way('amending', 'publish', 'published'),
        way('closed', 'reopen', 'published'),
      ],
    },
    'published',
  );
  const boxOf = (name: string) => states.find((one) => one.name === name);
  const startOf = (from: string) =>
    Number(ways.find((one) => one.from === from && one.to === 'published')?.path.match(/^M\S+ ([\d.]+)/u)?.[1]);
  const [amending, closed] = [boxOf('amending'), boxOf('closed')];
  expect(startOf('amending')).toBe(amending?.y);
  expect(startOf('closed')).toBe((closed?.y ?? 0) + (closed?.height ?? 0));
});
