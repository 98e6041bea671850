import type { DueReason } from '../recurrence/window.js';
import { plainFacts } from './case-facts.js';
import { heldAlong, rescheduleCase } from './case-tasks.js';
import { definitions } from './definitions/index.js';

const { activity } = definitions;
const dueReason: DueReason = { rule: 'last-workday-of-window', from: '2026-03-31', provisional: false };
const at = (from: string, dueOn: string) => ({ ...plainFacts, occurrence: { from, dueOn, dueReason } });
const before = at('2026-01-01', '2026-03-31');

describe('an occurrence that moves takes along the open task that is due with it, and no other', () => {
  const moved = { effect: 'move-task', kind: 'hold-activity', dueReason, because: 'plan-amended' } as const;
  it.each([
    ['planned', at('2026-04-01', '2026-06-30'), [{ ...moved, opensOn: '2026-04-01', dueOn: '2026-06-30' }]],
    ['arranged', at('2026-01-01', '2026-03-30'), [{ ...moved, opensOn: '2026-01-01', dueOn: '2026-03-30' }]],
    ['planned', at('2026-02-01', '2026-03-31'), [{ ...moved, opensOn: '2026-02-01', dueOn: '2026-03-31' }]],
    [
      'planned',
      { ...before, occurrence: { ...before.occurrence, dueReason: { ...dueReason, provisional: true } } },
      [
        {
          ...moved,
          opensOn: '2026-01-01',
          dueOn: '2026-03-31',
          dueReason: { ...dueReason, provisional: true },
        },
      ],
    ],
    // The report is due so many days after the activity was held, wherever the occurrence lies.
    ['reporting', at('2026-04-01', '2026-06-30'), []],
    ['closed', at('2026-04-01', '2026-06-30'), []],
    ['planned', before, []],
    ['planned', { ...before, responsibleAccountId: 'somebody' }, []],
    ['planned', plainFacts, []],
  ] as const)('%s %#', (state, facts, effects) => {
    expect(rescheduleCase(activity, { state, facts: before }, facts, 'plan-amended')).toEqual(effects);
  });

  it('one that had no dates gets them', () => {
    expect(rescheduleCase(activity, { state: 'planned', facts: plainFacts }, before, 'calendar-changed')).toHaveLength(
      1,
    );
  });
});

it.each([
  ['activity', 'hold-activity', ['answer-invitation']],
  ['inspection', 'hold-inspection', ['answer-invitation']],
  ['activity', 'answer-invitation', []],
  ['activity', 'write-report', []],
  ['duty', 'do-duty', []],
] as const)('on hold in %s together with %s: %j', (name, kind, along) => {
  expect(heldAlong(definitions[name], kind)).toEqual(along);
});
