import { checkDefinition } from './check-definition.js';
import type { StateSpec, TaskSpec, Transition, WorkflowDefinition } from './definition.js';
import { definitions } from './definitions/index.js';

it.each(Object.values(definitions).map((one) => [one.name, one] as const))('%s has no fault', (name, definition) => {
  expect(checkDefinition(definition)).toEqual([]);
  expect(definitions[name]).toBe(definition);
});

describe('a fault is named', () => {
  const task = (changes: Partial<TaskSpec> = {}): TaskSpec => ({
    kind: 'do-duty',
    holder: { kind: 'responsible' },
    due: { rule: 'occurrence-due' },
    ladder: 'duty',
    openIn: ['open'],
    ...changes,
  });
  const goes = (to: string, changes: Partial<Transition> = {}): Transition => ({ to, by: ['staff'], ...changes });
  const defined = (states: Record<string, StateSpec>, initial = 'open'): WorkflowDefinition => ({
    name: 'duty',
    version: 1,
    initial,
    states,
  });
  const closed: StateSpec = { final: true };
  const doneOn = { name: 'doneOn', type: 'date-done', required: true } as const;
  const due = { rule: 'workdays-after-done', within: 'reportWithinWorkdays' } as const;

  it.each<[string, WorkflowDefinition, string[]]>([
    ['none', defined({ open: { opens: [task()], on: { close: [goes('closed')] } }, closed }), []],
    [
      'an initial state that is none',
      defined({ closed }, 'open'),
      ['initial state open is not a state', 'closed cannot be reached'],
    ],
    [
      'a way to nowhere',
      defined({ open: { on: { go: [goes('nowhere')], close: [goes('closed')] } }, closed }),
      ['open leads to nowhere, which is not a state'],
    ],
    [
      'an island',
      defined({ open: { on: { close: [goes('closed')] } }, island: { on: { close: [goes('closed')] } }, closed }),
      ['island cannot be reached'],
    ],
    [
      'held with what is not there',
      defined({ open: { opens: [task({ heldWith: 'hold-activity' })], on: { close: [goes('closed')] } }, closed }),
      ['do-duty is held with hold-activity, which no state opens'],
    ],
    ['a dead end', defined({ open: {} }), ['open never comes to an end']],
    [
      'a circle without a way out',
      defined({
        open: { on: { go: [goes('there')], close: [goes('closed')] } },
        there: { on: { on: [goes('on')] } },
        on: { on: { back: [goes('there')] } },
        closed,
      }),
      ['there never comes to an end', 'on never comes to an end'],
    ],
    [
      'actions after the end',
      defined({ open: { on: { close: [goes('closed')] } }, closed: { final: true, on: { reopen: [goes('open')] } } }),
      ['closed is final and has actions'],
    ],
    [
      'only a transition with a condition',
      defined({ open: { on: { close: [goes('closed', { when: 'report-wanted' })] } }, closed }),
      ['open.close has no transition without condition'],
    ],
    [
      'other fields under a condition',
      defined({
        open: { on: { close: [goes('closed', { when: 'report-wanted', fields: [doneOn] }), goes('closed')] } },
        closed,
      }),
      ['open.close asks for different things'],
    ],
    [
      'other people under a condition',
      defined({
        open: { on: { close: [goes('closed', { when: 'report-wanted' }), goes('closed', { by: ['leader'] })] } },
        closed,
      }),
      ['open.close asks for different things'],
    ],
    [
      'the same with another end',
      defined({
        open: { on: { close: [goes('closed', { when: 'report-wanted' }), goes('dropped')] } },
        closed,
        dropped: closed,
      }),
      [],
    ],
    [
      'completing what is open elsewhere',
      defined({
        open: { on: { go: [goes('later', { completes: ['do-duty'] })] } },
        later: { opens: [task({ openIn: ['later'] })], on: { close: [goes('closed', { completes: ['do-duty'] })] } },
        closed,
      }),
      ['open.go completes do-duty, which is not open there'],
    ],
    [
      'a task closed at once',
      defined({
        open: { opens: [task({ openIn: ['later'] })], on: { go: [goes('later')] } },
        later: { on: { close: [goes('closed')] } },
        closed,
      }),
      ['open opens do-duty, which is not open in it'],
    ],
    [
      'a task open nowhere',
      defined({ open: { opens: [task({ openIn: ['open', 'nowhere'] })], on: { close: [goes('closed')] } }, closed }),
      ['do-duty is open in nowhere, which is not a state'],
    ],
    [
      'a task that outlives its case',
      defined({ open: { opens: [task({ openIn: ['open', 'closed'] })], on: { close: [goes('closed')] } }, closed }),
      ['do-duty is open in closed, which is final'],
    ],
    [
      'an event fired where nobody knows it',
      defined({
        open: {
          opens: [task({ openIn: ['open', 'later'], whenAllDone: 'complete' })],
          on: { go: [goes('later')], complete: [goes('closed')] },
        },
        later: { on: { close: [goes('closed')] } },
        closed,
      }),
      ['do-duty fires complete, which not every state of its life knows'],
    ],
    [
      'due after a doing that did not happen',
      defined({ open: { opens: [task({ due })], on: { close: [goes('closed')] } }, closed }),
      ['do-duty is due by doneOn, which no action has brought yet'],
    ],
    ...(
      [
        ['asked for', due, [doneOn], []],
        ['not asked for', due, [], ['open.go opens do-duty without the doneOn it is due by']],
        [
          'left to choice',
          due,
          [{ ...doneOn, required: false }],
          ['open.go opens do-duty without the doneOn it is due by'],
        ],
        ['a text', due, [{ ...doneOn, type: 'text' }], ['open.go opens do-duty without the doneOn it is due by']],
        [
          'before an event without a day',
          { rule: 'workdays-before-event', within: 'answerBeforeEventWorkdays' },
          [doneOn],
          ['open.go opens do-duty without the heldOn it is due by'],
        ],
        [
          'a day named',
          { rule: 'date-of-field', field: 'rectifyBy' },
          [{ name: 'rectifyBy', type: 'date-planned', required: true }],
          [],
        ],
        [
          'a day not named',
          { rule: 'date-of-field', field: 'rectifyBy' },
          undefined,
          ['open.go opens do-duty without the rectifyBy it is due by'],
        ],
        ['days after entry', { rule: 'workdays-after-entry', within: 'replyWithinWorkdays' }, undefined, []],
      ] as const
    ).map(([named, rule, fields, faults]): [string, WorkflowDefinition, string[]] => [
      `a due date ${named}`,
      defined({
        open: { on: { go: [goes('later', fields === undefined ? {} : { fields })] } },
        later: { opens: [task({ due: rule, openIn: ['later'] })], on: { close: [goes('closed')] } },
        closed,
      }),
      [...faults],
    ]),
  ])('%s', (_named, definition, faults) => {
    expect(checkDefinition(definition)).toEqual(faults);
  });
});
