import type { WorkflowDefinition } from './definition.js';
import { definitions } from './definitions/index.js';
import { diagramOf, graphOf, pageOf } from './graph.js';

const slip: WorkflowDefinition = {
  name: 'supervision-slip',
  version: 7,
  initial: 'issued',
  states: {
    issued: {
      opens: [
        {
          kind: 'answer-slip',
          holder: { kind: 'addressee' },
          due: { rule: 'workdays-after-entry', within: 'answerSlipWithinWorkdays' },
          ladder: { short: 'duty-short', long: 'duty', shortUpToWorkdays: 10 },
          openIn: ['issued'],
        },
      ],
      on: {
        reply: [
          {
            to: 'to-be-judged',
            when: 'report-wanted',
            by: ['addressee', 'responsible'],
            fields: [
              { name: 'reply', type: 'text', required: true },
              { name: 'note', type: 'text', required: false },
            ],
            completes: ['answer-slip'],
          },
          { to: 'closed', by: ['staff'] },
        ],
      },
    },
    'to-be-judged': { on: { close: [{ to: 'closed', by: ['leader'] }] } },
    closed: { final: true },
  },
};

it('a graph holds states and ways in the order they are written', () => {
  expect(graphOf(slip)).toEqual({
    name: 'supervision-slip',
    version: 7,
    states: [
      { name: 'issued', isInitial: true, isFinal: false, opens: ['answer-slip'] },
      { name: 'to-be-judged', isInitial: false, isFinal: false, opens: [] },
      { name: 'closed', isInitial: false, isFinal: true, opens: [] },
    ],
    transitions: [
      {
        from: 'issued',
        event: 'reply',
        to: 'to-be-judged',
        by: ['addressee', 'responsible'],
        isForReport: true,
        fields: [
          { name: 'reply', type: 'text', required: true },
          { name: 'note', type: 'text', required: false },
        ],
        completes: ['answer-slip'],
      },
      { from: 'issued', event: 'reply', to: 'closed', by: ['staff'], isForReport: false, fields: [], completes: [] },
      {
        from: 'to-be-judged',
        event: 'close',
        to: 'closed',
        by: ['leader'],
        isForReport: false,
        fields: [],
        completes: [],
      },
    ],
  });
});

it('a diagram is drawn by Mermaid', () => {
  expect(diagramOf(slip)).toBe(`stateDiagram-v2
  state "to-be-judged" as to_be_judged
  [*] --> issued
  issued --> to_be_judged: reply (addressee, person in charge, report wanted)
  issued --> closed: reply (staff)
  to_be_judged --> closed: close (leader)
  closed --> [*]
  note right of issued: answer-slip
`);
});

it('a page says who does what, and who owes what until when', () => {
  const page = pageOf(slip, 'Supervision slip 督办单');
  expect(page.split('\n').slice(0, 4)).toEqual([
    '# Supervision slip 督办单',
    '',
    'Definition `supervision-slip`, version 7. Written by `packages/domain/write-workflows.js` from',
    '`packages/domain/src/workflow/definitions/supervision-slip.ts`: change that, not this.',
  ]);
  expect(page).toContain(`\`\`\`mermaid\n${diagramOf(slip)}\`\`\`\n`);
  expect(page.slice(page.indexOf('## Actions'))).toBe(`## Actions

Fields in bold must be filled in.

| from | action | by | asks for | to | completes |
| --- | --- | --- | --- | --- | --- |
| issued | \`reply\` | addressee, person in charge | **reply**, note | to-be-judged, if a report is wanted | answer-slip |
| issued | \`reply\` | staff |  | closed |  |
| to-be-judged | \`close\` | leader |  | closed |  |

## Tasks

| task | opens in | owed by | due | ladder | open while |
| --- | --- | --- | --- | --- | --- |
| \`answer-slip\` | issued | addressee | \`answerSlipWithinWorkdays\` after it opened | duty-short up to 10 working days, else duty | issued |
`);
});

it.each([
  ['oversight', 'on `rectifyBy`'],
  ['oversight', '`lookBackWithinWorkdays` after `doneOn`'],
  ['activity', '`answerBeforeEventWorkdays` before `heldOn`'],
  ['activity', 'with the occurrence'],
  ['activity', 'person in charge, else staff'],
  ['activity', 'each participant'],
  ['leave', 'leader in charge, else every leader'],
  ['annual-plan', '| leader |'],
] as const)('%s: %s', (name, words) => {
  expect(pageOf(definitions[name], name)).toContain(words);
});
